"""What was understood of a signed plan (điều đọc được): values, the sentence behind each, how sure it is."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Said:
    """Điều đọc được: the value, the plan's sentence, and whether there was only one way to read it."""

    text: str = ""
    source: str = ""
    is_sure: bool = True

    def __bool__(self) -> bool:
        return bool(self.text)


class Change(StrEnum):
    """So với đầu năm: a target promises a state, or so much more or less than before."""

    NONE = ""
    MORE = "tăng"
    LESS = "giảm"


@dataclass(frozen=True)
class SignedTarget:
    """Chỉ tiêu: `what` is measured, compared with `threshold` (decimal comma) in `measure` ("%", "lớp")."""

    text: str
    what: str
    comparison: str
    threshold: str
    measure: str
    change: Change = Change.NONE
    is_sure: bool = True
    source: str = ""


@dataclass(frozen=True)
class SignedTask:
    """Nhiệm vụ: lead and coordination are names as the plan spells them."""

    text: str
    lead: tuple[Said, ...] = ()
    coordination: tuple[Said, ...] = ()
    time: Said = Said()
    evidence: Said = Said()
    is_sure: bool = True


@dataclass(frozen=True)
class SignedGroup:
    """Đơn vị được giao trách nhiệm, and its duty in the plan's own words."""

    name: Said
    duty: Said


@dataclass(frozen=True)
class SignedRecipient:
    """Nơi nhận and its purpose "(b/c)"."""

    name: Said
    purpose: str = ""


@dataclass(frozen=True)
class Deadline:
    """Hạn báo cáo: `period` is "Q1" … "Q4"; `day` and `month` of the report; `is_ours` where we are the ones to report
    to a higher level, else the units to us."""

    period: str
    day: int
    month: int
    is_ours: bool
    source: str


@dataclass(frozen=True)
class SignedFigure:
    """Số ghi cho một thôn trong bảng của kế hoạch: the village's name, the column's header, the number, its row."""

    village: str
    header: str
    value: str
    source: str


@dataclass(frozen=True)
class SignedPlan:
    """Kế hoạch đã ký: everything that was read. Blank `Said` is what the plan does not say.

    `info` is keyed like `sheets.INFO_KEYS`. `unmeasured` are items of the plan's targets that name no number.
    `lines` is all of the text, for the lint.
    """

    info: dict[str, Said]
    bases: tuple[Said, ...]
    targets: tuple[SignedTarget, ...]
    tasks: tuple[SignedTask, ...]
    groups: tuple[SignedGroup, ...]
    deadlines: tuple[Deadline, ...]
    recipients: tuple[SignedRecipient, ...]
    unmeasured: tuple[str, ...] = ()
    villages: tuple[Said, ...] = ()
    figures: tuple[SignedFigure, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)

    @property
    def year(self) -> int:
        """The plan's year; 0 where it cannot be told."""
        year = self.info["year"].text
        return int(year) if year.isdecimal() else 0
