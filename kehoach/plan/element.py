"""What is asked (số liệu): one thing, its unit of measure, what may be typed, and of whom."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kehoach.plan.period import PeriodChoice

COMMUNE = "xa"
"""Subject of a value about the whole commune, and the kind of its row in the sheet of units."""
TASKS = "nhiem_vu"
"""Kind of subject of a value asked once for each task (nhiệm vụ)."""


class ElementKind(StrEnum):
    """Kiểu số liệu: what may be typed, and how it is kept (int, Decimal, Fraction, date, bool as 0/1, text)."""

    COUNT = "số nguyên"
    AMOUNT = "số thập phân"
    RATE = "tỷ lệ"
    DATE = "ngày"
    YES_NO = "có/không"
    TEXT = "chữ"
    CHOICE = "chọn"
    PARAGRAPHS = "đoạn văn"

    @property
    def is_number(self) -> bool:
        """Whether values of this kind can be added up."""
        return self in (ElementKind.COUNT, ElementKind.AMOUNT, ElementKind.YES_NO)


class Nature(StrEnum):
    """Tính chất: P state at the cut-off, F flow in the period, Y decided once a year, R registered at year start."""

    STATE = "P"
    FLOW = "F"
    YEARLY = "Y"
    REGISTERED = "R"


@dataclass(frozen=True)
class Element:
    """Số liệu (data element): one thing asked, with its unit of measure, and of whom.

    `subject` is the kind of what it is about: a kind of unit, `COMMUNE`, or `TASKS`. `suppliers` are unit codes or
    kinds; the first holds the number that counts, the others are asked too; empty means the subject itself answers.
    `is_estimate` marks what is an estimate by nature. `rows` is how many paragraphs a text may have.
    """

    code: str
    label: str
    measure: str
    kind: ElementKind
    nature: Nature
    is_additive: bool
    subject: str
    suppliers: tuple[str, ...]
    periods: PeriodChoice
    section: str
    help: str = ""
    choices: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    is_estimate: bool = False
    is_required: bool = True
    rows: int = 1
