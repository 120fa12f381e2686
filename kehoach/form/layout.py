"""What stands where in a form (bố cục biểu): the only module that decides where a cell is.

Lists share the sheet `Số liệu`, one row a field. Each table has a sheet of its own, subjects down and elements
across. Paragraphs share the sheet `Phần viết`. The first sheet carries the long head, the others two lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from textwrap import shorten

from kehoach.form.asking import Asking, Group
from kehoach.form.live import checks_within, ratios_within
from kehoach.form.model import Field, Form, FormSection, Rate, Shape, Stamp
from kehoach.office.limits import SHEET_NAME_LENGTH
from kehoach.plan.element import TASKS, Element, ElementKind
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.vi.names import initial_lower, slug

LIST_SHEET = "Số liệu"
TEXT_SHEET = "Phần viết"
FORM_CODE_KEY = "Mã biểu"
"""Row of the plan's `Thông tin` that names the form in file names; without it, the initials of the unit's kind."""

LONG_HEAD = 7
"""Rows above the headings of the first sheet: title, issuer, period, where to send, three lines of how to fill."""
SHORT_HEAD = 2

LABEL, ANSWER, MEASURE, PREVIOUS, CODE, HINT = range(1, 7)
"""Columns of a list."""
TEXT_PREVIOUS, TEXT_CODE = 3, 4
"""Columns of a text after its label and its answer."""
ROW_CODE, ROW_LABEL, FIRST_ANSWER = range(1, 4)
"""Columns of a table."""
MOST_WITH_PREVIOUS = 4
"""A wider table leaves last period's values out, to stay readable on paper."""
CODES_BELOW = 2
"""In a table, the answers begin so many rows below the column headings; the codes stand in between."""

ANSWER_HEADING = "Số liệu"
TEXT_HEADING = "Nội dung viết"
BLANKS = "_de_trong"
"""First part of the names of the cells with a section's choice for its blanks."""

_MEASURED = (ElementKind.COUNT, ElementKind.AMOUNT)


def lay_out_form(plan: Plan, unit: Unit, period: Period, version: int = 1, round: int = 1) -> Form | None:  # noqa: A002
    """The form of a unit in a period; None where it has nothing to answer."""
    asking = Asking(plan, unit, period)
    groups = asking.groups()
    if not groups:
        return None
    code = slug(plan.issuer.extra.get(FORM_CODE_KEY, "")).upper() or _initials(unit.kind_name)
    stamp = Stamp(plan.issuer.plan_id, plan.issuer.commune_code, period.code, unit.code, code, version, round)
    return Form(stamp, unit, period, tuple(_sections(asking, groups)))


def head_rows(form: Form, sheet: str) -> int:
    """How many rows of a sheet the head takes."""
    return LONG_HEAD if sheet == form.sheets[0] else SHORT_HEAD


def code_column(section: FormSection) -> int:
    """Where the row codes of a section stand."""
    return {Shape.LIST: CODE, Shape.TEXT: TEXT_CODE, Shape.TABLE: ROW_CODE}[section.shape]


def blanks_field(section: FormSection) -> Field:
    """The choice for a section's blanks, as a field that is found like any other."""
    return replace(
        section.fields[0],
        name=section.blanks_name,
        row=section.title_row,
        column=section.blanks_column,
        label=section.title,
        row_code=section.blanks_name,
        row_label=section.title,
    )


def _sections(asking: Asking, groups: Sequence[Group]) -> Iterator[FormSection]:
    listed = {e.code: e for g in groups if g.shape is Shape.LIST for e in g.elements}
    ratios = ratios_within(asking.plan, {c for c, e in listed.items() if e.kind in _MEASURED})
    free: dict[str, int] = {}
    for number, group in enumerate(groups, 1):
        section = _opened(number, group, free)
        if group.shape is Shape.TABLE:
            section = _table(asking, group, section)
        elif group.shape is Shape.TEXT:
            section = _text(group, section)
        else:
            section = _list(asking, group, section, listed, ratios)
        free[section.sheet] = 1 + max((*(f.row for f in section.fields), *(r.row for r in section.rates)))
        yield section


def _opened(number: int, group: Group, free: Mapping[str, int]) -> FormSection:
    """A section with its place and no fields yet; `free` is the first free row of every sheet so far."""
    fixed = {Shape.LIST: LIST_SHEET, Shape.TEXT: TEXT_SHEET}
    sheet = fixed.get(group.shape) or _table_sheet(group.title, (*free, *fixed.values()))
    top = (LONG_HEAD if not free or sheet == next(iter(free)) else SHORT_HEAD) + 1
    is_table = group.shape is Shape.TABLE
    return FormSection(
        group.title,
        (),
        f"{BLANKS}.{number}",
        group.shape,
        sheet,
        title_row=top if is_table else free.get(sheet, top + 1),
        blanks_column=FIRST_ANSWER if is_table else ANSWER,
        header_row=top + 1 if is_table else top,
    )


def _list(
    asking: Asking, group: Group, section: FormSection, listed: Mapping[str, Element], ratios: Sequence[tuple[str, str]]
) -> FormSection:
    """Fields one under another, each followed by the rates it is the numerator of."""
    fields: list[Field] = []
    rates: list[Rate] = []
    row = section.title_row
    for element in group.elements:
        row += 1
        fields.append(_list_field(asking, element, section, row))
        for bottom in (b for top, b in ratios if top == element.code):
            row += 1
            label = f"Tỷ lệ trên {initial_lower(listed[bottom].label)} (tự tính)"
            rates.append(Rate(label, row, element.code, bottom))
    hints = HINT if checks_within(asking.plan, listed, with_previous=True) else 0
    return replace(section, fields=tuple(fields), rates=tuple(rates), hint_column=hints)


def _list_field(asking: Asking, element: Element, section: FormSection, row: int) -> Field:
    return Field(
        element,
        asking.subjects(element)[0],
        element.code,
        section.sheet,
        row,
        ANSWER,
        section.title,
        element.label,
        row_code=element.code,
        column_code=ANSWER_HEADING,
        row_label=element.label,
        previous_column=PREVIOUS,
    )


def _text(group: Group, section: FormSection) -> FormSection:
    """Paragraphs one under another, of one element after the other."""
    asked = [(e, f"d{n}") for e in group.elements for n in range(1, e.rows + 1)]
    fields = tuple(
        Field(
            element,
            subject,
            f"{element.code}.{subject}",
            section.sheet,
            row,
            ANSWER,
            section.title,
            _paragraph_label(element, subject),
            row_code=f"{element.code}.{subject}",
            column_code=TEXT_HEADING,
            row_label=_paragraph_label(element, subject),
            previous_column=TEXT_PREVIOUS,
        )
        for row, (element, subject) in enumerate(asked, section.title_row + 1)
    )
    return replace(section, fields=fields)


def _table(asking: Asking, group: Group, section: FormSection) -> FormSection:
    """Subjects down, elements across; a last row adds them up where the subjects are units."""
    with_previous = len(group.elements) <= MOST_WITH_PREVIOUS
    step = 2 if with_previous else 1
    subjects = asking.subjects(group.elements[0])
    fields = tuple(
        Field(
            element,
            subject,
            f"{element.code}.{subject}",
            section.sheet,
            row,
            column,
            section.title,
            f"{asking.plan.name_of(subject)}: {element.label}",
            row_code=subject,
            column_code=element.code,
            row_label=asking.plan.name_of(subject),
            previous_column=column + 1 if with_previous else 0,
        )
        for row, subject in enumerate(subjects, section.header_row + CODES_BELOW)
        for column, element in zip(range(FIRST_ANSWER, 1000, step), group.elements, strict=False)
    )
    codes = {e.code for e in group.elements}
    after = FIRST_ANSWER + step * len(codes)
    return replace(
        section,
        fields=fields,
        total_row=0 if group.kind == TASKS else fields[-1].row + 1,
        hint_column=after if checks_within(asking.plan, codes, with_previous) else 0,
    )


def _paragraph_label(element: Element, subject: str) -> str:
    return element.label if element.rows == 1 else f"{element.label} ({subject[1:]})"


def _table_sheet(title: str, taken: Sequence[str]) -> str:
    """The section's title as a sheet name that Excel takes, unlike the ones there are."""
    plain = re.sub(r"[\[\]:*?/\\']+", " ", title)
    names = (f"{shorten(plain, SHEET_NAME_LENGTH - len(tail), placeholder='…')}{tail}" for tail in _tails())
    return next(n for n in names if n.casefold() not in {t.casefold() for t in taken})


def _tails() -> Iterator[str]:
    yield ""
    yield from (f" ({n})" for n in count(2))


def _initials(kind_name: str) -> str:
    """cơ quan, đơn vị → "CQDV"."""
    return "".join(word[0] for word in slug(kind_name).split("-")).upper()
