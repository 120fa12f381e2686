"""What is said about a number or a file: findings (phát hiện), where they are, and what happens next."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Mức xử lý: named by what happens next, mildest first."""

    NOTED = "ghi nhận"
    LOOK = "cần xem"
    CONFIRM = "cần xác nhận"
    CORRECT = "cần sửa"
    RETURN = "trả lại"

    @property
    def waits(self) -> bool:
        """Whether somebody must act before the report is final."""
        return self in (Severity.CONFIRM, Severity.CORRECT, Severity.RETURN)


class Answer(StrEnum):
    """Cách trả lời: what the officer may answer to an open finding (design of `kiem-tra.xlsx`)."""

    KEEP = "giữ nguyên"
    DROP = "bỏ số này"
    CHANGE = "sửa thành"
    USE_FILE = "dùng tệp này"
    USE_LAST = "dùng số kỳ trước"
    WITHOUT_UNIT = "lập báo cáo khi chưa có đơn vị này"


@dataclass(frozen=True, order=True)
class Place:
    """Vị trí: unit code, file name (from the period's folder on), sheet and A1 cell; empty where it does not apply."""

    unit: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        spot = "!".join(part for part in (self.sheet, self.cell) if part)
        return " ".join(part for part in (self.file, spot) if part) or self.unit


@dataclass(frozen=True)
class Finding:
    """Phát hiện: a factual statement about what was read, with its place and what to do, in a village head's words.

    `code` is never reused (`KT-` data, `KP-` plan, `ND30-` document). `read` is what stands there, as typed; `say`
    is one whole sentence of what is wrong; `do` one of what to do. `element` and `subject` name the value in question
    (data-element code, and unit, task or paragraph it is about), empty for a file. `answers` are those that make
    sense here; the first is the usual one. `open` is whether it still waits for somebody. `weight` orders the open
    ones: how many targets the answer can change, then anything the rule likes. `beside` are the numbers that `read`
    was held against: an answer was given in view of them, too.
    """

    code: str
    severity: Severity
    place: Place
    read: str
    say: str
    do: str
    element: str = ""
    subject: str = ""
    answers: tuple[Answer, ...] = ()
    open: bool = False
    weight: int = 0
    others: tuple[Place, ...] = field(default=())
    beside: str = ""

    @property
    def line(self) -> str:
        """KT-58 T01-….xlsx Số liệu!C7: what is wrong. What to do. One line, whatever a quoted cell holds."""
        told = f"{f'{self.code} {self.place}'.strip()}: {self.say} {self.do}"
        return " ".join(part.strip() for part in told.splitlines()).strip()

    @property
    def key(self) -> str:
        """Khóa ẩn: what an answer is matched by; changes when a value read changes, not when rows move."""
        beside = (self.beside,) if self.beside else ()
        return "|".join((self.code, self.place.unit, self.element, self.subject, self.read, *beside))
