"""A submission (biểu gửi): one returned workbook, read; every value keeps its cell, what was typed, and its state."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kehoach.finding import Finding, Place
from kehoach.form.model import Stamp
from kehoach.vi.values import Exact, print_value


class State(StrEnum):
    """Trạng thái của một giá trị: zero, blank and "không phát sinh" are three things."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    NIL = "nil"
    BLANK = "blank"
    NOT_ASKED = "not asked"
    UNREADABLE = "unreadable"
    SET_ASIDE = "set aside"

    @property
    def is_given(self) -> bool:
        """Whether something readable was said."""
        return self in (State.NUMBER, State.TEXT, State.DATE, State.NIL)

    @property
    def weight(self) -> int:
        """Which of two values of one name counts: the heavier."""
        return 2 if self.is_given else int(self is not State.SET_ASIDE)

    @property
    def in_words(self) -> str:
        """What people read in place of a value; "" where there is one."""
        return _IN_WORDS.get(self, "")


_IN_WORDS = {
    State.NIL: "không phát sinh",
    State.BLANK: "để trống",
    State.NOT_ASKED: "chưa hỏi",
    State.UNREADABLE: "không đọc được",
    State.SET_ASIDE: "chưa dùng, chờ xác nhận hoặc đã có số khác",
}


@dataclass(frozen=True)
class DataValue:
    """Giá trị: one element about one subject (unit, task, paragraph), as one supplier gave it.

    `value` is None unless the state is NUMBER, TEXT or DATE (a SET_ASIDE value keeps what was read in `typed`).
    `typed` is what stood in the cell, as text. `source` says how it came: "" a form, else "nhập hộ", "trả lời",
    "kỳ trước". `is_estimate` marks a number said to be about right (ước).
    """

    element: str
    subject: str
    value: Exact | None
    state: State
    place: Place
    typed: str = ""
    source: str = ""
    is_estimate: bool = False

    @property
    def number(self) -> Fraction | None:
        """The number it stands for; "không phát sinh" is zero, silence is None."""
        if self.state is State.NIL:
            return Fraction(0)
        if self.state is State.NUMBER and isinstance(self.value, int | Decimal | Fraction):
            return Fraction(self.value)
        return None

    @property
    def said(self) -> str | date | None:
        """The text or day; None for anything else."""
        return self.value if isinstance(self.value, str | date) else None

    @property
    def read(self) -> str:
        """What stood there, as typed."""
        return self.typed or print_value(self.value)


@dataclass(frozen=True)
class Change:
    """Thay đổi khi đọc: what was typed and what it was taken for; every one is listed for the officer.

    `code` is the finding's code under which a file's changes of one kind are summed up.
    """

    place: Place
    typed: str
    taken: str
    reason: str
    code: str = ""


@dataclass(frozen=True)
class Submission:
    """Biểu gửi của một đơn vị: identity, values, changes on reading, findings about the file.

    `stamp` is None where the file could not be told whose it is; `is_empty` where nothing was typed (chưa gửi);
    `is_used` is False for a file that a finding sends back, or that a later round replaced.
    """

    file: str
    stamp: Stamp | None
    values: tuple[DataValue, ...] = ()
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_empty: bool = False
    is_used: bool = True
    digest: str = ""
