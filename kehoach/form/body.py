"""The answers of a form with all that stands beside them (thân biểu): labels, last period, codes, live results."""

from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.book import Book, runs
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
from kehoach.form.model import Field, FormSection, Shape
from kehoach.form.results import write_doubts, write_rates, write_totals
from kehoach.form.style import (
    HEAD_FILL,
    SMALL,
    TEXT_LINES,
    label_height,
    raise_row,
    style_answer,
    style_code,
    style_previous,
    style_title,
    text_height,
    widths_of,
    write_label,
)
from kehoach.office.limits import write_text
from kehoach.office.look import SIZE, Style
from kehoach.office.workbook import cell_at
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.needs import flow_start
from kehoach.plan.promise import promised_at_least
from kehoach.vi.names import initial_capital

BLANKS_QUESTION = "Ô để trống trong mục này là:  →"

_MEASURES = {ElementKind.YES_NO: "có/không", ElementKind.DATE: "ngày", ElementKind.RATE: "%"}


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
    for run in runs(section):
        rule = entry_rule(run[0].element, book.form.period, run[0].ref, book.keep_list)
        rule.add(f"{run[0].ref}:{run[-1].ref}")
        sheet.add_data_validation(rule)
    write_rates(book, sheet, section)
    write_totals(sheet, section)
    write_doubts(book, sheet, section)


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
    cell_at(sheet, row, code).fill = HEAD_FILL
    write_text(cell_at(sheet, row, code), section.blanks_name)
    raise_row(sheet, row, label_height(section.title, BLANKS_QUESTION, widths[label], bold=True))
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
        text = _MEASURES.get(each.element.kind, each.element.measure)
        write_text(measure, text)
        raise_row(sheet, each.row, text_height(text, widths_of(section)[MEASURE]))
    if each.previous_column:
        _write_previous(book, sheet, section, each)
    if each.element.kind in (ElementKind.PARAGRAPHS, ElementKind.TEXT):
        raise_row(sheet, each.row, SIZE * 1.3 * TEXT_LINES[section.shape])


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
    """What explains a row: the element, at its first paragraph; in a table the task's time and what proves it done."""
    if section.shape is not Shape.TABLE:
        is_further = any(f.element.code == each.element.code and f.row < each.row for f in section.fields)
        return "" if is_further else " ".join(filter(None, (_note(book, each.element), _given(book, each.element))))
    task = next((t for t in book.plan.tasks_in(book.form.period) if t.code == each.subject), None)
    if task is None:
        return ""
    return task.time + (f"; cần có: {task.evidence}" if task.evidence else "")


def _given(book: Book, element: Element) -> str:
    """What the plan allotted to the unit itself, beside the number it is measured by."""
    targets = book.plan.targets_in(book.form.period)
    mine = [t for t in targets if t.unit == book.form.unit.code and element.code in t.expression.elements[:1]]
    return " ".join(f"Kế hoạch giao: {promised_at_least(t)}." for t in mine)


def _note(book: Book, element: Element) -> str:
    """Window of a flow, the plan's explanation, what can be chosen: all that a prompt would say."""
    period = book.form.period
    span = print_span(flow_start(book.plan, period), period.cutoff)
    parts = [f"{initial_capital(span)}."] if element.nature is Nature.FLOW else []
    parts += [element.help] if element.help else []
    parts += ["Ghi ngày/tháng/năm."] if element.kind is ElementKind.DATE else []
    parts += [f"Chọn: {'; '.join(element.choices)}."] if element.choices else []
    parts += ["Số ước cũng được: khoảng 300."] if element.is_estimate else []
    parts += [] if element.is_required else ["Không bắt buộc."]
    return " ".join(parts)
