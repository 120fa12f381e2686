"""A submission (biểu gửi): one returned workbook, read; every value keeps its cell, what was typed, and its state."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kehoach.finding import Finding, Place
from kehoach.form.model import Stamp

Exact = int | Decimal | Fraction | str | date
"""What a value may be: counts int, money and areas Decimal, rates Fraction, yes/no 1 or 0, text, dates."""


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
