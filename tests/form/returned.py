"""Forms of the tiny plan as units send them back: blank, filled through openpyxl, and spoiled on the way."""

import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from openpyxl.workbook import Workbook

from kehoach.form.layout import lay_out_form
from kehoach.form.locate import find_answers
from kehoach.form.model import Answers, Form
from kehoach.form.write import form_workbook
from kehoach.office.model import RawWorkbook
from kehoach.office.read import read_workbook
from tests.tiny import tiny_plan

VILLAGE, OFFICE = ("T01", "2023-Q1"), ("VP", "2023-Q2")


def form_of(who: tuple[str, str], version: int = 1) -> Form:
    plan = tiny_plan()
    form = lay_out_form(plan, plan.unit(who[0]), plan.period(who[1]), version)
    assert form is not None
    return form


@cache
def blank(who: tuple[str, str]) -> bytes:
    return form_workbook(form_of(who), tiny_plan(), {})


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def filled(who: tuple[str, str], values: Mapping[str, object], spoil: Callable[[Workbook], object] = id) -> bytes:
    """The blank form with values typed where its names point, then spoiled."""
    return answered(opened(blank(who)), values, spoil)


def answered(workbook: Workbook, values: Mapping[str, object], spoil: Callable[[Workbook], object] = id) -> bytes:
    """The bytes of a form after that."""
    for name, value in values.items():
        type_in(workbook, name, value)
    spoil(workbook)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def type_in(workbook: Workbook, name: str, value: object) -> None:
    [(sheet, ref)] = workbook.defined_names[name].destinations
    workbook[sheet][ref.replace("$", "")].value = value


def as_read(data: bytes) -> RawWorkbook:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gui-lai.xlsx"
        path.write_bytes(data)
        return read_workbook(path)


def answers_of(who: tuple[str, str], data: bytes, version: int = 1) -> Answers:
    return find_answers(as_read(data), form_of(who, version))


def typed(answers: Answers) -> dict[str, object]:
    """What was found, by key; only what is not in doubt."""
    return {a.key: a.cell.value for a in answers.located if a.cell and not a.doubt}


def doubted(answers: Answers) -> dict[str, str]:
    return {a.key: a.doubt for a in answers.located if a.doubt}
