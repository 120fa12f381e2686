"""The assessment (đánh giá): targets and tasks judged on exact numbers, with the totals they rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kehoach.finding import Place
from kehoach.plan.expression import Code, Interval
from kehoach.plan.model import Period, Plan, Target, Task
from kehoach.review.model import Review
from kehoach.submission.model import Exact


class Verdict(StrEnum):
    """Kết luận: the one list of what may be said of a target."""

    NOT_YET = "Chưa đến kỳ đánh giá"
    UNDER_WAY = "Đang thực hiện"
    LIKELY_MET = "Ước đạt"
    LIKELY_NOT_MET = "Ước chưa đạt"
    MET = "Đạt"
    EXCEEDED = "Vượt"
    NOT_MET = "Chưa đạt"
    NO_DATA = "Chưa có số liệu"
    NO_BASIS = "Chưa đủ căn cứ"


class TaskState(StrEnum):
    """Trạng thái nhiệm vụ."""

    NOT_DUE = "Chưa đến hạn"
    UNDER_WAY = "Đang thực hiện"
    DONE = "Hoàn thành"
    OVERDUE = "Quá hạn"
    ONGOING = "Thường xuyên"
    NO_DATA = "Chưa có số liệu"


@dataclass(frozen=True)
class Total:
    """Tổng: the sum of an element over its subjects, where silence stays silence.

    `value` is None where nobody gave a number. `given` of `expected` subjects gave one ("của 7/8 thôn"). `bounds` is
    what the complete total can be, the missing ones at their least and most. `places` are the cells it rests on.
    """

    code: str
    value: Fraction | None
    given: tuple[str, ...]
    expected: tuple[str, ...]
    bounds: Interval
    places: tuple[Place, ...] = ()
    is_estimate: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every subject gave a number."""
        return len(self.given) == len(self.expected)


@dataclass(frozen=True)
class UnitPart:
    """Phần của một đơn vị in a target: numerator and denominator (None where silent)."""

    unit: str
    numerator: Fraction | None
    denominator: Fraction | None


@dataclass(frozen=True)
class Achievement:
    """Kết quả một chỉ tiêu: actual against promised, exactly.

    `actual` is over the units that gave all parts of it; `numerator` and `denominator` likewise where the expression
    is a division. `bounds` with the missing at worst and best. `short_by` is how many whole units of the numerator
    (hộ, thôn, người) are still needed, None where met or unknown; `short_measure` names them. `against_plan` and
    `against_last_year` are differences in the value's own scale. `lacking` are evidence codes without a value, `silent`
    the subjects whose numbers are missing.
    """

    target: Target
    verdict: Verdict
    actual: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    bounds: Interval | None
    short_by: int | None
    short_measure: str
    against_plan: Fraction | None
    last_year: Fraction | None
    against_last_year: Fraction | None
    lacking: tuple[str, ...]
    silent: tuple[str, ...]
    parts: tuple[UnitPart, ...]
    is_estimate: bool
    places: tuple[Place, ...]


@dataclass(frozen=True)
class TaskProgress:
    """Tình hình một nhiệm vụ: state, evidence as given (số, ngày văn bản), and where it was said."""

    task: Task
    state: TaskState
    evidence: str
    note: str
    done_on: date | None
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Assessment:
    """Đánh giá: achievements and task progress, and the door to every total and value the report may print.

    `total(code, this_period)` sums an element (flows cumulated unless `this_period`); `evaluate` gives a code's value
    for expressions (None unknown); `value(element, subject)` one value; `place` its cell.
    """

    plan: Plan
    period: Period
    review: Review
    achievements: tuple[Achievement, ...]
    tasks: tuple[TaskProgress, ...]
    total: Callable[[str, bool], Total]
    evaluate: Callable[[Code], Fraction | None]
    value: Callable[[str, str], Exact | None]
    places: Callable[[str, str], tuple[Place, ...]]
    unit_value: Callable[[Code, str], Fraction | None]

    def achievement(self, code: str) -> Achievement:
        """The result of the commune's target of that code; KeyError where there is none."""
        return {a.target.code: a for a in self.achievements if not a.target.unit}[code]

    def task(self, code: str) -> TaskProgress:
        """The progress of the task of that code; KeyError where there is none."""
        return {t.task.code: t for t in self.tasks}[code]
