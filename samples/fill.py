"""A blank form and what a unit typed → the form as it comes back: cells found by their defined names, nothing else."""

import io
from datetime import datetime

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from kehoach.form.model import NIL, Field, Form
from kehoach.plan.element import ElementKind

TYPED_NIL = "kps"


def filled_form(blank: bytes, form: Form, typed: dict[tuple[str, str], str]) -> bytes:
    """The workbook with the answers typed in. ValueError where something was typed that the form does not ask."""
    workbook = load_workbook(io.BytesIO(blank), rich_text=True)
    for (element, subject), text in typed.items():
        field = _field(form, element, subject)
        _cell(workbook, field.name).value = typed_value(field.element.kind, text)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def typed_value(kind: ElementKind, text: str) -> str | int | float | datetime:
    """What Excel keeps when a person types `text` into a cell of that kind."""
    if text == TYPED_NIL:
        return NIL
    if kind is ElementKind.COUNT:
        return int(text)
    if kind is ElementKind.AMOUNT:
        return float(text.replace(",", "."))
    if kind is ElementKind.DATE:
        return datetime.strptime(text, "%d/%m/%Y")
    return text


def _field(form: Form, element: str, subject: str) -> Field:
    asked = [f for f in form.fields if f.element.code == element and subject in ("", f.subject)]
    if len(asked) != 1:
        raise ValueError(f"{form.unit.code} {form.period.code}: biểu không hỏi {element} {subject}.".rstrip())
    return asked[0]


def _cell(workbook: Workbook, name: str) -> Cell:
    ((sheet, ref),) = workbook.defined_names[name].destinations
    cell = workbook[sheet][ref.replace("$", "")]
    assert isinstance(cell, Cell)
    return cell
