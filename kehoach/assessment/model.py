"""The assessment (đánh giá): targets and tasks judged on exact numbers, with the totals they rest on."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from kehoach.assessment.issued import Issued, IssuedTotal
from kehoach.dataset.frame import Key
from kehoach.finding import Place
from kehoach.plan.choices import Verdict as Verdict
from kehoach.plan.expression import Code, Interval
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.target import Target
from kehoach.plan.task import Task
from kehoach.review.model import Review
from kehoach.vi.values import Exact


class TaskState(StrEnum):
    """Trạng thái nhiệm vụ."""

    NOT_DUE = "Chưa đến hạn"
    UNDER_WAY = "Đang thực hiện"
    DONE = "Hoàn thành"
    OVERDUE = "Quá hạn"
    ONGOING = "Thường xuyên"
    NO_DATA = "Chưa có số liệu"


@dataclass(frozen=True)
class Share:
    """Phần của một đơn vị in a total: its number (None where silent), what it can be, and the cells it rests on.

    `is_carried` is whether the officer had last period's number used for it (dùng số kỳ trước). `names` are the values
    it is made of, the silent ones too: (period, element, subject).
    """

    value: Fraction | None
    bounds: Interval
    places: tuple[Place, ...] = ()
    is_estimate: bool = False
    is_carried: bool = False
    names: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Total:
    """Tổng: the sum of an element over its subjects, where silence stays silence.

    `value` is None where nobody gave a number. `given` of `expected` subjects gave one ("của 7/8 thôn"). `bounds` is
    what the complete total can be, the missing ones at their least and most. `places` are the cells it rests on,
    `shares` each subject's own part, with that of units that merged into it. `past` are units that were split: what
    they gave stays in every sum, and they are asked no more. `is_addable` is whether the numbers make a sum at all.
    """

    code: str
    value: Fraction | None
    given: tuple[str, ...]
    expected: tuple[str, ...]
    bounds: Interval
    places: tuple[Place, ...] = ()
    is_estimate: bool = False
    shares: Mapping[str, Share] = field(default_factory=dict)
    is_addable: bool = True
    past: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every subject gave a number."""
        return len(self.given) == len(self.expected) > 0

    @property
    def carried(self) -> tuple[str, ...]:
        """Subjects whose number is last period's."""
        return tuple(s for s in self.given if self.shares[s].is_carried)

    def among(self, subjects: Collection[str]) -> "Total":
        """The sum over those that gave a number and are in `subjects`; still of the same expected ones."""
        given = tuple(s for s in self.given if s in subjects)
        shares = {s: self.shares[s] for s in (*given, *self.past)}
        numbers = [s.value for s in shares.values() if s.value is not None]
        return replace(
            self,
            value=sum(numbers, Fraction(0)) if numbers and self.is_addable else None,
            given=given,
            places=tuple(dict.fromkeys(p for s in shares.values() for p in s.places)),
            is_estimate=any(s.is_estimate for s in shares.values()),
        )

    def only(self, subject: str) -> "Total":
        """One subject's part, as if nobody else were asked."""
        share = self.shares[subject]
        return replace(self, expected=(subject,), bounds=share.bounds, is_addable=True, past=()).among((subject,))


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
    (hộ, thôn, người) are still needed, `over_by` how many are too many, None where met or unknown; `short_measure`
    names them. `against_plan` and
    `against_last_…` are differences in the value's own scale. `lacking` are evidence codes without a value, `silent`
    the subjects whose numbers are missing. `is_provisional` is whether no more than "Ước …" may be said of it now.
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
    last_period: Fraction | None
    against_last_period: Fraction | None
    lacking: tuple[str, ...]
    silent: tuple[str, ...]
    parts: tuple[UnitPart, ...]
    is_estimate: bool
    places: tuple[Place, ...]
    is_provisional: bool = False
    over_by: int | None = None

    @property
    def may_be_told(self) -> bool:
        """Whether a report of this period may give the value at all: not before its time, not without numbers."""
        return self.verdict not in (Verdict.NOT_YET, Verdict.NO_DATA)


@dataclass(frozen=True)
class TaskProgress:
    """Tình hình một nhiệm vụ: state, evidence as given (số, ngày văn bản), and where it was said."""

    task: Task
    state: TaskState
    evidence: str
    note: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Correction:
    """Điều chỉnh: a total of an earlier period as its report was issued, and as its numbers stand now."""

    issued: Issued
    period: Period
    before: IssuedTotal
    now: Total


@dataclass(frozen=True)
class Assessment:
    """Đánh giá: achievements and task progress, and the door to every total and value the report may print.

    `total(code, this_period)` sums an element (flows cumulated unless `this_period`); `evaluate` gives a code's value
    for expressions (None unless complete); `value(element, subject)` one value; `places` its cells; `is_carried`
    whether the officer had last period's used for it; `unit_value` a code's value for one unit. `not_on_file` are the
    earlier periods of the accumulation that nobody's answers are on file for: where there is one, flows are of this
    period alone. `corrections` are totals of earlier periods that were issued otherwise. `signed` is the
    period's own report, once it was.
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
    is_carried: Callable[[str, str], bool]
    unit_value: Callable[[Code, str], Fraction | None]
    not_on_file: tuple[Period, ...] = ()
    corrections: tuple[Correction, ...] = ()
    signed: Issued | None = None

    def achievement(self, code: str) -> Achievement:
        """The result of the commune's target of that code; KeyError where there is none."""
        return {a.target.code: a for a in self.achievements if not a.target.unit}[code]

    def task(self, code: str) -> TaskProgress:
        """The progress of the task of that code; KeyError where there is none."""
        return {t.task.code: t for t in self.tasks}[code]
