"""`kehoach init --from`: next year's working folder from this year's (lập thư mục năm sau từ năm trước)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from kehoach.assessment.assess import assess
from kehoach.assessment.carried import accepted_numbers
from kehoach.commands.period import open_plan
from kehoach.file_names import INPUT, InputFile
from kehoach.folder import WorkingFolder, at
from kehoach.plan.model import Plan
from kehoach.plan.next_year import next_year, speaks_of_result
from kehoach.review.model import Review
from kehoach.road import Progress, reviews_until


@dataclass(frozen=True)
class LastYear:
    """Năm trước: the old plan, its accepted numbers by (column of `Năm trước`, unit, element), and where they stop."""

    folder: WorkingFolder
    plan: Plan
    reviews: tuple[Review, ...]
    numbers: dict[tuple[str, str, str], Fraction]

    @property
    def successor(self) -> Plan:
        """The plan of the year after."""
        return next_year(self.plan, self.numbers)


def read_last_year(directory: Path, progress: Progress) -> LastYear:
    """Walks the whole year of another working folder. Raises `UseError` or `PlanError`; writes nothing there."""
    folder, plan = open_plan(directory)
    reviews = tuple(reviews_until(folder, plan, plan.periods[-1], progress))
    return LastYear(folder, plan, reviews, _numbers(plan, reviews))


def told(last: LastYear, directory: Path) -> str:
    """What came along, what waits, and the next command."""
    new, file = last.successor, directory / INPUT / InputFile.PLAN
    lines = [
        f"Đã tạo thư mục làm việc năm {new.issuer.year} từ năm {last.plan.issuer.year}: {directory}",
        *told_along(last),
        f"Còn chờ ở {file}:",
        "1. Thông tin: số, ký hiệu, ngày và trích yếu của kế hoạch mới.",
        f"2. Chỉ tiêu, Nhiệm vụ: theo kế hoạch mới{_unsaid(last)}; Phân công: trách nhiệm.",
        f"3. Xem lại: ngày, hạn ở Kỳ báo cáo (đã thêm một năm) và các chữ “năm {new.issuer.year}”.",
        f"Sau đó tạo biểu: kehoach templates{at(directory)} -p {new.periods[0].code}",
    ]
    return "\n".join(lines)


def told_along(last: LastYear) -> Iterator[str]:
    """What came along from last year, and what of it is in doubt."""
    yield f"Đã chép sang: {_came_along(last, last.successor)}."
    yield from _warnings(last)


def _numbers(plan: Plan, reviews: Sequence[Review]) -> dict[tuple[str, str, str], Fraction]:
    """Of each period in which anybody reported; of the last one also as the whole year's."""
    found: dict[tuple[str, str, str], Fraction] = {}
    for review in reviews:
        period = review.accepted.period
        assessment = assess(plan, review) if review.accepted.reception.received else None
        numbers = accepted_numbers(assessment, plan.periods[-1].cutoff) if assessment else {}
        columns = (str(plan.issuer.year), period.code) if not plan.after(period) else (period.code,)
        found |= {(column, unit, code): n for column in columns for (unit, code), n in numbers.items()}
    return found


def _came_along(last: LastYear, new: Plan) -> str:
    reported = [r.accepted.period.code for r in last.reviews if r.accepted.reception.received]
    counts = (
        (len(new.units), "đơn vị (kèm bí danh, người báo cáo)"),
        (len(new.elements), "số liệu được hỏi"),
        (len(new.checks), "phép kiểm tra"),
        (len(new.sections), "mục báo cáo"),
        (len(new.sentences), "câu chữ"),
        (len(new.recipients), "nơi nhận"),
        (len(new.bases), "căn cứ còn hiệu lực"),
    )
    numbers = f"số liệu đã chốt của {', '.join(reported)} vào trang Năm trước" if reported else ""
    return ", ".join(filter(None, (*(f"{count} {what}" for count, what in counts), numbers)))


def _warnings(last: LastYear) -> Iterator[str]:
    """Periods without numbers, and with questions that nobody answered: what they ask about was not carried."""
    silent = [r.accepted.period.code for r in last.reviews if not r.accepted.reception.received]
    if silent:
        yield f"Chưa có số liệu kỳ {', '.join(silent)} của năm trước, nên không có gì để so sánh với kỳ ấy."
    for review in last.reviews:
        period, count = review.accepted.period, len(review.open)
        if review.accepted.reception.received and count:
            answers = last.folder.shown(last.folder.answers(period))
            yield f"Kỳ {period.code} còn {count} việc chờ xác nhận (xem {answers} năm trước); số đang chờ chưa chép."


def _unsaid(last: LastYear) -> str:
    left = sum(speaks_of_result(last.plan, s) for s in last.plan.sentences)
    return f" ({left} câu chữ của chỉ tiêu, nhiệm vụ cũ không chép)" if left else ""
