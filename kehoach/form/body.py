"""The answers of a form with all that stands beside them (thân biểu): labels, last period, codes, live results."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.entry import blanks_rule, entry_rule
from kehoach.form.head import print_span
from kehoach.form.layout import (
    ANSWER,
    ANSWER_HEADING,
    CODE,
    LABEL,
    MEASURE,
    PREVIOUS,
    ROW_CODE,
    ROW_LABEL,
    TEXT_CODE,
    TEXT_HEADING,
    TEXT_PREVIOUS,
    code_column,
)
from kehoach.form.live import Doubt, cell_address, doubts, rate_formula
from kehoach.form.model import Field, Form, FormSection, Shape
from kehoach.form.style import (
    HINT_COLOUR,
    SMALL,
    TEXT_ROW_LINES,
    cell_at,
    label_height,
    printed_columns,
    raise_row,
    style_answer,
    style_calculated_label,
    style_code,
    style_hint,
    style_previous,
    style_title,
    text_height,
    widths_of,
    write_label,
)
from kehoach.office.limits import write_text
from kehoach.office.look import HEAD_COLOUR, SIZE, WARN_COLOUR, Style
from kehoach.office.model import column_letters
from kehoach.plan.model import Element, ElementKind, Nature, Plan
from kehoach.plan.needs import flow_start
from kehoach.vi.names import initial_capital

Exact = int | Decimal | Fraction | str | date
"""Giá trị đúng: what an accepted answer of the last period can be."""

LISTS_SHEET = "_danh_muc"
BLANKS_QUESTION = "Ô để trống trong mục này là:  →"

_MEASURES = {ElementKind.YES_NO: "có/không", ElementKind.DATE: "ngày/ tháng/năm", ElementKind.RATE: "%"}
_RED = DifferentialStyle(font=Font(color=HINT_COLOUR), fill=PatternFill("solid", WARN_COLOUR, WARN_COLOUR))


@dataclass(frozen=True)
class Book:
    """Tệp đang viết: the workbook, what it is a form of, last period's values, and lists too long for a rule."""

    workbook: Workbook
    form: Form
    plan: Plan
    previous: Mapping[tuple[str, str], Exact]
    lists: list[tuple[str, ...]] = field(default_factory=list)

    def keep_list(self, options: tuple[str, ...]) -> str:
        """The address of a list's cells on the hidden sheet that `write_lists` makes."""
        if options not in self.lists:
            self.lists.append(options)
        column = column_letters(self.lists.index(options) + 1)
        return f"{LISTS_SHEET}!${column}$1:${column}${len(options)}"

    def write_lists(self) -> None:
        """The hidden sheet of lists, where there are any."""
        if self.lists:
            sheet = self.workbook.create_sheet(LISTS_SHEET)
            sheet.sheet_state = "hidden"
            for column, options in enumerate(self.lists, 1):
                for row, option in enumerate(options, 1):
                    write_text(cell_at(sheet, row, column), option)


def write_headings(book: Book, sheet: Worksheet, section: FormSection) -> None:
    """The row of column headings; in a table, the elements and below them their codes."""
    row = section.header_row
    for column, text in _headings(section).items():
        cell = cell_at(sheet, row, column)
        cell.style = Style.HEAD.value
        write_text(cell, text)
    raise_row(sheet, row, 20)
    if section.shape is Shape.TABLE:
        _write_table_headings(book, sheet, section)


def write_section(book: Book, sheet: Worksheet, section: FormSection) -> None:
    """Title with the choice for blanks, the answers, what the form works out by itself."""
    _write_title(sheet, section)
    for each in section.fields:
        _write_field(book, sheet, section, each)
    for run in _runs(section):
        rule = entry_rule(run[0].element, book.form.period, _plain(run[0]), book.keep_list)
        rule.add(f"{_plain(run[0])}:{_plain(run[-1])}")
        sheet.add_data_validation(rule)
    _write_rates(book, sheet, section)
    _write_totals(sheet, section)
    _write_doubts(book, sheet, section)


def _headings(section: FormSection) -> dict[int, str]:
    if section.shape is Shape.LIST:
        shown = {
            LABEL: "Nội dung",
            ANSWER: ANSWER_HEADING,
            MEASURE: "ĐVT",
            PREVIOUS: "Kỳ trước",
            CODE: "Mã",
        }
    elif section.shape is Shape.TEXT:
        shown = {LABEL: "Nội dung", ANSWER: TEXT_HEADING, TEXT_PREVIOUS: "Kỳ trước", TEXT_CODE: "Mã"}
    else:
        shown = {ROW_CODE: "Mã", ROW_LABEL: "Tên"}
        shown |= {f.previous_column: "Kỳ trước" for f in section.fields if f.previous_column}
    return shown | ({section.hint_column: "Nhắc"} if section.hint_column else {})


def _write_table_headings(book: Book, sheet: Worksheet, section: FormSection) -> None:
    row, widths = section.header_row, widths_of(section)
    for each in {f.column: f for f in section.fields}.values():
        label = each.element.label + (f" ({each.element.measure})" if each.element.measure else "")
        cell = cell_at(sheet, row, each.column)
        cell.style = Style.HEAD.value
        note = _note(book, each.element)
        write_label(cell, label, note, bold=True)
        raise_row(sheet, row, label_height(label, note, widths[each.column] * 0.8))
        write_text(cell_at(sheet, row + 1, each.column), each.column_code)
    for column in range(1, max(widths) + 1):
        if column != section.hint_column:
            style_code(cell_at(sheet, row + 1, column), in_column=False)


def _write_title(sheet: Worksheet, section: FormSection) -> None:
    row, widths = section.title_row, widths_of(section)
    code, label = (ROW_CODE, ROW_LABEL) if section.shape is Shape.TABLE else (code_column(section), LABEL)
    for column in range(1, max(code, section.blanks_column) + 1):
        style_title(cell_at(sheet, row, column))
    write_label(cell_at(sheet, row, label), section.title, BLANKS_QUESTION, bold=True)
    cell = cell_at(sheet, row, section.blanks_column)
    style_answer(cell, ElementKind.CHOICE)
    style_code(cell_at(sheet, row, code))
    cell_at(sheet, row, code).fill = PatternFill("solid", HEAD_COLOUR, HEAD_COLOUR)
    write_text(cell_at(sheet, row, code), section.blanks_name)
    raise_row(sheet, row, label_height(section.title, BLANKS_QUESTION, widths[label]))
    rule = blanks_rule()
    rule.add(cell)
    sheet.add_data_validation(rule)


def _write_field(book: Book, sheet: Worksheet, section: FormSection, each: Field) -> None:
    style_answer(cell_at(sheet, each.row, each.column), each.element.kind)
    code = cell_at(sheet, each.row, code_column(section))
    style_code(code)
    write_text(code, each.row_code)
    column = ROW_LABEL if section.shape is Shape.TABLE else LABEL
    note = _row_note(book, section, each)
    label = cell_at(sheet, each.row, column)
    label.style = Style.LABEL.value
    write_label(label, each.row_label, note)
    raise_row(sheet, each.row, label_height(each.row_label, note, widths_of(section)[column]) + 2)
    if section.shape is Shape.LIST:
        measure = cell_at(sheet, each.row, MEASURE)
        measure.style = Style.CENTRED.value
        write_text(measure, _MEASURES.get(each.element.kind, each.element.measure))
    if each.previous_column:
        _write_previous(book, sheet, section, each)
    if each.element.kind is ElementKind.PARAGRAPHS:
        raise_row(sheet, each.row, SIZE * 1.3 * TEXT_ROW_LINES)


def _write_previous(book: Book, sheet: Worksheet, section: FormSection, each: Field) -> None:
    cell = cell_at(sheet, each.row, each.previous_column)
    style_previous(cell, each.element.kind)
    value = book.previous.get((each.element.code, each.subject))
    if each.element.kind is ElementKind.YES_NO and value is not None:
        value = "có" if value else "không"
    if isinstance(value, str):
        write_text(cell, value)
        raise_row(sheet, each.row, text_height(value, widths_of(section)[each.previous_column], SMALL + 1))
    elif value is not None:
        cell.value = float(value) if isinstance(value, Fraction) else value


def _row_note(book: Book, section: FormSection, each: Field) -> str:
    """What explains a row: the element in a list; in a table the task's time and what proves it done."""
    if section.shape is not Shape.TABLE:
        return _note(book, each.element)
    task = next((t for t in book.plan.tasks if t.code == each.subject), None)
    if task is None:
        return ""
    return task.time + (f"; cần có: {task.evidence}" if task.evidence else "")


def _note(book: Book, element: Element) -> str:
    """Window of a flow, the plan's explanation, what can be chosen: all that a prompt would say."""
    period = book.form.period
    span = print_span(flow_start(book.plan, period), period.cutoff)
    parts = [f"{initial_capital(span)}."] if element.nature is Nature.FLOW else []
    parts += [element.help] if element.help else []
    parts += [f"Chọn: {'; '.join(element.choices)}."] if element.choices else []
    parts += ["Số ước cũng được: khoảng 300."] if element.is_estimate else []
    return " ".join(parts)


def _runs(section: FormSection) -> Iterator[list[Field]]:
    """Answers of one element one under another: they share a rule."""
    for code in dict.fromkeys(f.element.code for f in section.fields):
        yield [f for f in section.fields if f.element.code == code]


def _plain(each: Field) -> str:
    return f"{column_letters(each.column)}{each.row}"


def _write_rates(book: Book, sheet: Worksheet, section: FormSection) -> None:
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


def _write_totals(sheet: Worksheet, section: FormSection) -> None:
    """Sums of a table; a count of "có" where the answers are yes and no."""
    if not section.total_row:
        return
    for column in range(1, printed_columns(section) + 1):
        cell_at(sheet, section.total_row, column).style = Style.CALCULATED.value
    title = cell_at(sheet, section.total_row, ROW_LABEL)
    title.style = Style.SECTION.value
    write_text(title, "Cộng")
    raise_row(sheet, section.total_row, 20)
    for run in _runs(section):
        span = f"{_plain(run[0])}:{_plain(run[-1])}"
        if run[0].element.kind is ElementKind.YES_NO:
            formula = f'=IF(COUNTA({span})=0,"",COUNTIF({span},"có"))'
        elif run[0].element.is_additive:
            formula = f'=IF(COUNT({span})=0,"",SUM({span}))'
        else:
            continue
        cell_at(sheet, section.total_row, run[0].column).value = formula


def _write_doubts(book: Book, sheet: Worksheet, section: FormSection) -> None:
    """Paints an answer red and says why beside it, as soon as it cannot be true beside the others."""
    for row, found in _doubts_by_row(book, section).items():
        hint = cell_at(sheet, row, section.hint_column)
        style_hint(hint)
        hint.value = "=" + '&" "&'.join(d.text for d in found) if len(found) > 1 else "=" + found[0].text
        for doubt in found:
            rule = Rule("expression", formula=[doubt.condition], dxf=_RED)
            sheet.conditional_formatting.add(_plain(doubt.field), rule)


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
