"""A unit's answers put into its new form (chép lại câu trả lời), as typed, wherever they read there as they did.

A doubt that lay in where an answer stood, in its font or in a formula without a result would vanish in a fresh cell,
and what was never confirmed would come back as confirmed. Such cells are left blank.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from kehoach.form.model import NIL, Field
from kehoach.form.style import raise_row, text_height, widths_of
from kehoach.office.limits import write_text
from kehoach.office.look import FONT
from kehoach.office.model import CellKind, RawCell
from kehoach.office.values import EXCEL_DIGITS
from kehoach.office.workbook import cell_at
from kehoach.plan.element import ElementKind
from kehoach.reply.model import Reply
from kehoach.submission.cells import read_cell
from kehoach.submission.model import DataValue, State

_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(,[0-9]*[1-9])?", re.ASCII)
"""How a number that was stored as one is told: no groups, a comma before decimals."""

Content = int | Decimal | date | str


def carry(workbook: Workbook, reply: Reply) -> None:
    """Fills a blank form with the reply's answers and choices for blanks."""
    for section in reply.form.sections:
        sheet, widths = workbook[section.sheet], widths_of(section)
        if section.blanks_name in reply.nil_sections:
            write_text(cell_at(sheet, section.title_row, section.blanks_column), NIL)
        for field in section.fields:
            cell = cell_at(sheet, field.row, field.column)
            content = _content(reply, field, cell)
            _write(cell, content)
            if isinstance(content, str):
                raise_row(sheet, field.row, text_height(content, widths[field.column]))


def _content(reply: Reply, field: Field, cell: Cell) -> Content | None:
    """What is written in a cell; None for nothing."""
    value = reply.answers.get((field.element.code, field.subject))
    if value is None or not value.typed:
        return None
    return next((c for c in _candidates(field, value) if _reads_alike(reply, field, value, cell, c)), None)


def _candidates(field: Field, value: DataValue) -> Iterator[Content]:
    """A number or day where one was stored, else the text as typed or understood; for yes and no, the word."""
    if _PLAIN_NUMBER.fullmatch(value.typed) and sum(c.isdigit() for c in value.typed) <= EXCEL_DIGITS:
        number = Decimal(value.typed.replace(",", "."))
        yield int(number) if number == int(number) else number
    if isinstance(value.value, date):
        yield value.value
    yield value.typed
    if isinstance(value.value, str):
        yield value.value
    if field.element.kind is ElementKind.YES_NO and value.state is State.NUMBER:
        yield "có" if value.value else "không"


def _reads_alike(reply: Reply, field: Field, value: DataValue, cell: Cell, content: Content) -> bool:
    """Whether what is written would be read as what came, and asked about under the same codes."""
    raw = RawCell(field.row, field.column, _kind(content), content, None, cell.number_format, FONT)
    read = read_cell(field.element, field.subject, reply.form.period, raw, value.place)
    asked = frozenset(f.code for f in read.findings if f.open)
    doubts = reply.doubts.get((value.element, value.subject), frozenset())
    return (read.value.state, read.value.value, asked) == (value.state, value.value, doubts)


def _kind(content: Content) -> CellKind:
    if isinstance(content, str):
        return CellKind.TEXT
    return CellKind.DATE if isinstance(content, date) else CellKind.NUMBER


def _write(cell: Cell, content: Content | None) -> None:
    if isinstance(content, str):
        write_text(cell, content)
    elif content is not None:
        cell.value = content
