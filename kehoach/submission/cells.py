"""One answer cell → one value (đọc một ô): what it is about decides how it is read, and nothing is guessed in silence.

Blank, 0, "-" and "không" are four things: a blank says nothing, 0 is a number, and strokes and "không" mean none only
of what happens in a period.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from kehoach.finding import Finding, Place, Severity
from kehoach.form.model import NIL
from kehoach.office.model import CellKind, RawCell
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.period import Period
from kehoach.submission.as_seen import as_seen
from kehoach.submission.model import Change, DataValue, State
from kehoach.submission.numbers import limits_broken, take_number, take_rate
from kehoach.submission.old_encodings import Legible, legible
from kehoach.submission.taken import CODES, Doubt, Taken, answers_for, asked, refused
from kehoach.submission.words import take_choice, take_date, take_text, take_yes_no
from kehoach.vi.dates import print_date
from kehoach.vi.handwriting import Slip
from kehoach.vi.keystrokes import plain_text
from kehoach.vi.legacy import Encoding
from kehoach.vi.numbers import MOST_DECIMALS, print_percent
from kehoach.vi.quoted import shortened
from kehoach.vi.typed_words import is_as_before, is_dash, is_ditto, is_loose_none, is_none, is_not_yet
from kehoach.vi.values import print_value

MOST_QUOTED = 60
"""Characters of a typed text that a sentence quotes."""
WRITTEN = (ElementKind.TEXT, ElementKind.PARAGRAPHS)


@dataclass(frozen=True)
class CellReading:
    """Kết quả đọc một ô: the value, at most one change, and what is to be said of it."""

    value: DataValue
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_cell(
    element: Element,
    subject: str,
    period: Period,
    cell: RawCell | None,
    place: Place,
    blanks_are_nil: bool = False,
    misplaced: Doubt | None = None,
    encoding: Encoding | None = None,
) -> CellReading:
    """Reads one located answer. `misplaced` is why the cell may not be this element's: read, but not used unasked.

    `encoding` is the old one that its file is written in; None for Unicode.
    """
    taken = as_seen(element, cell, _in_unicode(element, period, legible(element, cell, encoding), blanks_are_nil))
    if misplaced:
        state = taken.state if place.cell else State.UNREADABLE
        taken = replace(taken, state=state, doubts=(misplaced,))
    typed = typed_text(cell)
    value = DataValue(element.code, subject, taken.value, taken.state, place, typed, "", taken.is_about)
    changes = _changes(element, taken, value) if not any(d.severity.waits for d in taken.doubts) else ()
    return CellReading(value, changes, tuple(_finding(element, value, taken, d) for d in taken.doubts))


def typed_text(cell: RawCell | None) -> str:
    """What stands in a cell, as a person would type it."""
    if cell is None or (cell.value is None and cell.formula is None):
        return ""
    if cell.value is None:
        return f"={cell.formula}"
    if isinstance(cell.value, date):
        return print_date(cell.value.date() if isinstance(cell.value, datetime) else cell.value)
    if isinstance(cell.value, Decimal):
        return f"{cell.value:f}".replace(".", ",")
    return str(cell.value).upper() if isinstance(cell.value, bool) else str(cell.value)


def _in_unicode(element: Element, period: Period, meant: Legible, blanks_are_nil: bool) -> Taken:
    """What was taken once old encodings are undone; that is what is told of a text, whatever else was put right."""
    taken = _taken(element, period, meant.cell, blanks_are_nil)
    if meant.doubt and not taken.doubts:
        return replace(taken, slip=None, doubts=(meant.doubt,))
    return replace(taken, slip=meant.slip or taken.slip)


def _taken(element: Element, period: Period, cell: RawCell | None, blanks_are_nil: bool) -> Taken:
    if cell is not None and cell.kind is CellKind.BLANK and cell.formula is not None:
        return asked("KT-26", "có công thức nhưng chưa có kết quả", "Mở tệp bằng Excel, bấm Lưu rồi gửi lại.")
    if cell is None or cell.value is None or (isinstance(cell.value, str) and not plain_text(cell.value)):
        return _blank(element, blanks_are_nil)
    if cell.kind is CellKind.ERROR:
        return refused("KT-27", "ô bị lỗi công thức", "Đề nghị nhập số trực tiếp.")
    taken = _word(element, str(cell.value)) if cell.kind is CellKind.TEXT else None
    taken = taken or _by_kind(element, period, cell)
    if cell.formula is not None and "[" in cell.formula and taken.value is not None:
        look = Doubt("KT-28", Severity.LOOK, "lấy số từ một tệp khác trên máy người gửi", "Kiểm tra lại số này.")
        return replace(taken, doubts=(*taken.doubts, look))
    return taken


def _by_kind(element: Element, period: Period, cell: RawCell) -> Taken:
    if element.kind in (ElementKind.COUNT, ElementKind.AMOUNT):
        return take_number(element, cell)
    if element.kind is ElementKind.RATE:
        return take_rate(cell)
    if element.kind is ElementKind.DATE:
        return take_date(period, cell)
    if element.kind is ElementKind.YES_NO:
        return take_yes_no(cell)
    return take_choice(element, cell) if element.kind is ElementKind.CHOICE else take_text(cell)


def _blank(element: Element, are_nil: bool) -> Taken:
    """Silence, unless the section's choice says that its blanks mean none; one of a choice cannot be none."""
    return _nil(element) if are_nil and element.kind is not ElementKind.CHOICE else Taken(None, State.BLANK)


def _nil(element: Element) -> Taken:
    doubts = limits_broken(element, Decimal(0)) if element.kind.is_number else ()
    return Taken(None, State.NIL, doubts=doubts)


def _word(element: Element, text: str) -> Taken | None:
    """The words that mean none, or as above; None for anything else."""
    if is_none(text):
        return _nil(element)
    if is_ditto(text):
        return asked("KT-52", "không rõ lặp lại số nào", "Ghi rõ số; không dùng dấu như trên.")
    if is_as_before(text) and element.kind not in WRITTEN:
        return asked("KT-52", "chỉ nói như kỳ trước, không ghi số", "Ghi rõ số của kỳ này.")
    if element.kind is ElementKind.YES_NO or (element.kind in WRITTEN and not is_dash(text)):
        return None
    if not is_loose_none(text) and not is_not_yet(text):
        return None
    if element.nature is Nature.FLOW and is_loose_none(text):
        return Taken(None, State.NIL, Slip.WORD)
    if not element.is_required:
        return Taken(None, State.BLANK, Slip.WORD)
    return asked("KT-52", "chưa có số liệu hay bằng 0?", "Ghi 0 nếu không có; chưa có số liệu thì để trống.")


def _changes(element: Element, taken: Taken, value: DataValue) -> tuple[Change, ...]:
    if taken.slip is None:
        return ()
    return (Change(value.place, value.typed, _printed(element, value), str(taken.slip), CODES[taken.slip]),)


def _printed(element: Element, value: DataValue) -> str:
    if value.state is State.NIL:
        return NIL
    if element.kind is ElementKind.YES_NO:
        return "có" if value.value else "không"
    if element.kind is ElementKind.RATE and isinstance(value.value, Fraction):
        return print_percent(value.value)
    return print_value(value.value, MOST_DECIMALS) or "để trống"


def _finding(element: Element, value: DataValue, taken: Taken, doubt: Doubt) -> Finding:
    return Finding(
        code=doubt.code,
        severity=doubt.severity,
        place=value.place,
        read=value.typed,
        say=_said(element, value, doubt),
        do=doubt.do,
        element=value.element,
        subject=value.subject,
        answers=answers_for(element, taken) if doubt.severity.waits else (),
        open=doubt.severity.waits,
        others=tuple(replace(value.place, cell=cell) for cell in doubt.also),
    )


def _said(element: Element, value: DataValue, doubt: Doubt) -> str:
    shown = shortened(value.typed, MOST_QUOTED)
    if doubt.is_whole:
        return doubt.clause
    head = f"“{element.label}” ghi “{shown}”" if shown else f"“{element.label}”"
    return f"{head}: {doubt.clause}" + ("" if doubt.clause.endswith((".", "?")) else ".")
