"""What a form shows by itself (tự tính) beside the answers: rates, totals of a table, doubts."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.book import Book, runs
from kehoach.form.layout import ANSWER, CODE, LABEL, MEASURE, PREVIOUS, ROW_LABEL
from kehoach.form.live import Doubt, cell_address, doubts, rate_formula
from kehoach.form.model import FormSection, Shape
from kehoach.form.style import (
    HINT_COLOUR,
    SMALL,
    printed_columns,
    raise_row,
    style_calculated_label,
    style_hint,
    text_height,
    widths_of,
)
from kehoach.office.limits import write_text
from kehoach.office.look import WARN_COLOUR, Style
from kehoach.office.workbook import cell_at
from kehoach.plan.element import ElementKind

_RED = DifferentialStyle(font=Font(color=HINT_COLOUR), fill=PatternFill("solid", WARN_COLOUR, WARN_COLOUR))


def write_rates(book: Book, sheet: Worksheet, section: FormSection) -> None:
    """Rows that divide one answer by another."""
    fields = {f.name: f for f in book.form.fields}
    for rate in section.rates:
        label, cell, measure = (cell_at(sheet, rate.row, c) for c in (LABEL, ANSWER, MEASURE))
        for column in (PREVIOUS, CODE):
            cell_at(sheet, rate.row, column).style = Style.CENTRED.value
        style_calculated_label(label)
        write_text(label, rate.label)
        cell.style = Style.CALCULATED_PERCENT.value
        cell.value = rate_formula(*(cell_address(fields[n].row, fields[n].column) for n in (rate.top, rate.bottom)))
        measure.style = Style.CENTRED.value
        write_text(measure, "%")
        raise_row(sheet, rate.row, text_height(rate.label, widths_of(section)[LABEL], SMALL + 1))


def write_totals(sheet: Worksheet, section: FormSection) -> None:
    """Sums of a table; a count of "có" where the answers are yes and no."""
    if not section.total_row:
        return
    for column in range(1, printed_columns(section) + 1):
        cell_at(sheet, section.total_row, column).style = Style.CALCULATED.value
    title = cell_at(sheet, section.total_row, ROW_LABEL)
    title.style = Style.SECTION.value
    write_text(title, "Cộng")
    raise_row(sheet, section.total_row, 20)
    for run in runs(section):
        span = f"{run[0].ref}:{run[-1].ref}"
        if run[0].element.kind is ElementKind.YES_NO:
            formula = f'=IF(COUNTA({span})=0,"",COUNTIF({span},"có"))'
        elif run[0].element.is_additive:
            formula = f'=IF(COUNT({span})=0,"",SUM({span}))'
        else:
            continue
        cell_at(sheet, section.total_row, run[0].column).value = formula


def write_doubts(book: Book, sheet: Worksheet, section: FormSection) -> None:
    """Paints an answer red and says why beside it, as soon as it cannot be true beside the others."""
    for row, found in _doubts_by_row(book, section).items():
        hint = cell_at(sheet, row, section.hint_column)
        style_hint(hint)
        hint.value = "=" + '&" "&'.join(d.text for d in found) if len(found) > 1 else "=" + found[0].text
        for doubt in found:
            rule = Rule("expression", formula=[doubt.condition], dxf=_RED)
            sheet.conditional_formatting.add(doubt.field.ref, rule)


def _doubts_by_row(book: Book, section: FormSection) -> dict[int, list[Doubt]]:
    found: list[Doubt] = []
    if section.shape is Shape.LIST:
        listed = (f for s in book.form.sections if s.shape is Shape.LIST for f in s.fields)
        found += doubts(book.plan, {f.element.code: f for f in listed}, book.form.unit.name)
    elif section.shape is Shape.TABLE:
        for subject in dict.fromkeys(f.subject for f in section.fields):
            about = {f.element.code: f for f in section.fields if f.subject == subject}
            found += doubts(book.plan, about, next(iter(about.values())).row_label)
    rows = {f.row for f in section.fields}
    return {row: [d for d in found if d.field.row == row] for row in sorted({d.field.row for d in found} & rows)}
