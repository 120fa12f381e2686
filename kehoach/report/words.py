"""Words of the plan and the period (chữ của kế hoạch) that sentences and titles may hold: `placeholder.WORDS`."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from kehoach.assessment.model import Assessment
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.vi.dates import print_date
from kehoach.vi.numbers import print_roman

_QUARTER = re.compile(r"Q([1-4])")
_SINCE_NEW_YEAR = re.compile(r"\btừ đầu năm\b", re.IGNORECASE)
_OF_A_QUARTER = re.compile(r"\bquý này\b|\btrong quý\b", re.IGNORECASE)
_SO_FAR = re.compile(r"(?:\d+ tháng đầu )?năm \d{4}", re.IGNORECASE)


def plan_word(assessment: Assessment, word: str) -> str:
    """What stands for one of `placeholder.WORDS`; "" where the plan does not say."""
    period = assessment.period
    since = period.start if assessment.not_on_file else period.cumulative_from
    return plan_words(assessment.plan, period, since).get(word, "")


def plan_words(plan: Plan, period: Period, since: date) -> Mapping[str, str]:
    """All of `placeholder.WORDS`; `since` is the first day of what is told."""
    issuer = plan.issuer
    return {
        "nam": str(issuer.year),
        "nam_truoc": str(issuer.year - 1),
        "nam_sau": str(issuer.year + 1),
        "xa": issuer.commune,
        "ban": issuer.full_name,
        "ke_hoach": f"Kế hoạch số {issuer.plan_number} ngày {print_date(issuer.plan_date)}{_amended(plan, period)}",
        "ten_ke_hoach": issuer.plan_title,
        "ky": period.name,
        "ky_sau": next_name(plan, period),
        "tu_ngay": print_date(since),
        "den_ngay": print_date(period.cutoff),
        "yeu_cau": period.request,
    }


def _amended(plan: Plan, period: Period) -> str:
    """ " (được sửa đổi, bổ sung tại Kế hoạch số 51/KH-UBND ngày 10/7/2026)"; "" where nothing in force is amended."""
    documents = plan.amendments(period)
    return f" (được sửa đổi, bổ sung tại {', '.join(documents)})" if documents else ""


def is_true_of(plan: Plan, period: Period, words: str) -> bool:
    """Whether a sentence is right about its time: "từ đầu năm" where the sums begin there, "quý này" in a quarter."""
    begins_later = period.cumulative_from > min(p.cumulative_from for p in plan.periods)
    if begins_later and _SINCE_NEW_YEAR.search(words):
        return False
    return bool(_QUARTER.fullmatch(period.short)) or not _OF_A_QUARTER.search(words)


def as_of_sentences(assessment: Assessment) -> list[str]:
    """The day of the numbers, that they are an estimate, and which earlier ones they leave out."""
    period = assessment.period
    sentences = [f"Số liệu tính đến ngày {print_date(period.cutoff)}."]
    if period.is_estimate:
        sentences.append("Số liệu của kỳ này là số ước thực hiện.")
    if assessment.not_on_file:
        names = ", ".join(p.name for p in assessment.not_on_file)
        sentences.append(
            f"Chưa có số liệu của {names}, nên số phát sinh chỉ tính từ ngày {print_date(period.start)}, "
            "không cộng dồn và không so sánh với kỳ trước."
        )
    return sentences


def next_name(plan: Plan, period: Period) -> str:
    """What the time ahead is called, up to the next report; after the last one, the next year."""
    following = _following(plan, period)
    return _ahead(period, following) if following else f"năm {plan.issuer.year + 1}"


def ahead_until(plan: Plan, period: Period) -> date:
    """The last day of the time that `next_name` calls; after the last report of the year, and half through it, no end.

    A report closed on the 14th looks ahead to the end of that month.
    """
    following = _following(plan, period)
    if not following or _is_half(period):
        return date.max
    day = following.cutoff
    return day.replace(day=monthrange(day.year, day.month)[1])


def _following(plan: Plan, period: Period) -> Period | None:
    """The next report; after a quarter's the next quarter's, whatever was asked for out of turn between them."""
    later = plan.after(period)
    in_turn = later if _QUARTER.fullmatch(period.short) else ()
    return next((p for p in in_turn if _QUARTER.fullmatch(p.short)), next(iter(later), None))


def _is_half(period: Period) -> bool:
    return period.name.casefold().startswith("6 tháng đầu năm")


def _ahead(period: Period, following: Period) -> str:
    """The next period's name; where that tells of the year so far ("9 tháng đầu năm"), of its own time alone.

    Half of the year is followed by the other half, whatever the next report is.
    """
    if _is_half(period):
        return f"6 tháng cuối năm {following.year}"
    quarter = _QUARTER.fullmatch(following.short)
    if quarter and _SO_FAR.fullmatch(following.name):
        return f"quý {print_roman(int(quarter[1]))} năm {following.year}"
    return following.name
