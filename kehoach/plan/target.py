"""What was promised in numbers (chỉ tiêu), and what may be said of it before it can be concluded."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kehoach.finding import Place
from kehoach.plan.expression import Expression
from kehoach.plan.period import PeriodChoice, lasts


class Before(StrEnum):
    """Trước kỳ kết luận: what may be said of a target in a period that cannot conclude it yet."""

    SILENT = "không nêu"
    FOLLOW = "theo dõi"
    ESTIMATE = "ước"


@dataclass(frozen=True)
class Target:
    """Chỉ tiêu: an expression over data elements, a comparison and a promised value, and when it may be concluded.

    `threshold` is exact and in the expression's own scale: "86" with unit "%" is 43/50. `evidence` are codes of
    elements that must be on file before the result may be claimed (a decision's number and date). `unit` is empty for
    the commune, else the unit the value was allotted to; `short` is the name for lists. A target that was amended is
    two rows of one code, one in force after the other; `amendment` is the document that brought the later one. `place`
    is the cell of the promised value.
    """

    code: str
    text: str
    short: str
    expression: Expression
    comparison: str
    threshold: Fraction
    measure: str
    concludes: PeriodChoice
    before: Before
    evidence: tuple[str, ...] = ()
    lead: str = ""
    since: date | None = None
    until: date | None = None
    unit: str = ""
    amendment: str = ""
    place: Place | None = field(default=None, compare=False)

    def is_in_force(self, on: date) -> bool:
        """Whether the target applies on that day."""
        return lasts(self.since, on, self.until)

    @property
    def is_percent(self) -> bool:
        """Whether the value is printed as a percentage."""
        return self.measure == "%"
