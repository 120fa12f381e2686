"""The closing lines of the terminal (dòng tóm tắt): who has sent, how the targets stand, where the report is."""

from collections.abc import Sequence

from kehoach.assessment.model import Achievement, Assessment, Verdict
from kehoach.plan.element import Nature
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.facts import gap, reached
from kehoach.report.sections import unwritten
from kehoach.review.model import Review

MOST_NAMES = 6
"""Units named one by one; beyond, a count."""
_REACHED = (Verdict.MET, Verdict.EXCEEDED)
_TOLD_IN_FULL = (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET)
_ORDER = (
    Verdict.NOT_MET,
    Verdict.LIKELY_MET,
    Verdict.LIKELY_NOT_MET,
    Verdict.UNDER_WAY,
    Verdict.NOT_YET,
    Verdict.NO_BASIS,
    Verdict.NO_DATA,
)


def closing_lines(assessment: Assessment, report: str, answers: str) -> list[str]:
    """The lines of a build, most urgent last. `report` and `answers` are paths as shown; no `report`, no such line."""
    plan, period = assessment.plan, assessment.period
    issuer, waiting = plan.issuer, len(assessment.review.open)
    return [
        f"Năm {issuer.year} (kỳ {period.code}) · {issuer.commune} · Kế hoạch số {issuer.plan_number}",
        f"Đã nhận   {' · '.join(received_words(assessment))}",
        f"Chỉ tiêu  {' · '.join(target_words(assessment))}",
        *([f"Báo cáo   {report}"] if report else []),
        f"Còn {waiting} việc chờ xác nhận: {answers}"
        if waiting
        else f"Không còn việc nào chờ xác nhận{_to_write(assessment)}.",
    ]


def received_words(assessment: Assessment, most: int = MOST_NAMES) -> list[str]:
    """How many of those expected have sent; then, where some have not, which, and whose file cannot be used yet."""
    review = assessment.review
    reception, unsettled = review.accepted.reception, review.unsettled
    silent = tuple(u for u in reception.missing if u not in unsettled)
    counted = f"{len(reception.expected) - len(reception.missing)}/{len(reception.expected)} đơn vị"
    groups = (("chưa gửi", silent), ("gửi rồi, tệp chưa dùng được", unsettled))
    return [counted, *(f"{what}: {_named(assessment, units, most)}" for what, units in groups if units)]


def _named(assessment: Assessment, units: Sequence[str], most: int) -> str:
    more = f" và {len(units) - most} đơn vị khác" if len(units) > most else ""
    return ", ".join(assessment.plan.unit(code).name for code in units[:most]) + more


def earlier_waiting(plan: Plan, earlier: Sequence[Review], period: Period) -> dict[Period, int]:
    """Earlier periods added up in this one, with how much waits there that can change the sums: flows, whole units."""
    summed = {p.code for p in plan.earlier(period)}
    found = {
        review.accepted.period: sum(
            not f.element or plan.elements[f.element].nature is Nature.FLOW for f in review.open
        )
        for review in earlier
        if review.accepted.period.code in summed and review.accepted.reception.received
    }
    return {then: count for then, count in found.items() if count}


def is_draft(assessment: Assessment) -> bool:
    """Whether something waits for the officer, an answer or a text."""
    return bool(assessment.review.open or unwritten(assessment))


def standing_words(assessment: Assessment) -> str:
    """What the report is worth by now: signed; a draft, and why; or fit to be made final."""
    waiting, signed = len(assessment.review.open), assessment.signed
    if signed:
        return f"Đã ban hành {signed.title}{f'; nay còn {waiting} việc chờ xác nhận' if waiting else ''}."
    if waiting:
        return f"Báo cáo là bản dự thảo: còn {waiting} việc chờ xác nhận."
    return f"Báo cáo là bản dự thảo{_to_write(assessment)}." if is_draft(assessment) else "Có thể lập bản chính thức."


def _to_write(assessment: Assessment) -> str:
    """ "; cán bộ còn phải viết “Ưu điểm”"."""
    texts = ", ".join(f"“{label}”" for label in unwritten(assessment))
    return f"; cán bộ còn phải viết {texts}" if texts else ""


def target_words(assessment: Assessment) -> list[str]:
    """How many targets stand how, the best first; those not met by name."""
    results = [a for a in assessment.achievements if not a.target.unit]
    concludes = any(a.target.concludes.covers(assessment.period) for a in results)
    reached_ = sum(a.verdict in _REACHED for a in results)
    groups = [f"đạt {reached_}/{len(results)}"] if concludes else []
    for verdict in _ORDER:
        if found := [a for a in results if a.verdict is verdict]:
            groups.append(_group(verdict, found, "" if groups else f"/{len(results)}"))
    return groups or ["kế hoạch không có chỉ tiêu cho kỳ này"]


def _group(verdict: Verdict, found: Sequence[Achievement], of_all: str) -> str:
    words = f"{verdict.lower()} {len(found)}{of_all}"
    return f"{words}: {'; '.join(map(_in_full, found))}" if verdict in _TOLD_IN_FULL else words


def _in_full(achievement: Achievement) -> str:
    """Gia đình văn hóa 85,97%, thiếu 01 hộ."""
    value = "" if achievement.actual is None else f" {reached(achievement.target, achievement.actual)}"
    left = gap(achievement)
    words = f", {left[0].removeprefix('còn ')}{left[1].printed}" if left else ""
    return achievement.target.short + value + words
