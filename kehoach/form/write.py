"""A form as a workbook (tệp biểu mẫu): blank, stamped, with rules, live rates and doubts, ready for phone and paper."""

from collections.abc import Mapping
from dataclasses import asdict

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.body import write_headings, write_section
from kehoach.form.book import Book
from kehoach.form.head import write_foot, write_head
from kehoach.form.layout import CODES_BELOW, FIRST_ANSWER, SHORT_HEAD
from kehoach.form.model import ASKED, LABELS_COLUMN, Form, FormSection, Shape, labels_of
from kehoach.form.style import is_landscape, printed_columns, set_column_widths
from kehoach.office.limits import add_name, sheet_name, write_text
from kehoach.office.look import add_styles, protect, set_up_page
from kehoach.office.model import column_letters
from kehoach.office.workbook import cell_at, workbook_bytes
from kehoach.plan.edition import STAMP_SHEET
from kehoach.plan.model import Plan
from kehoach.vi.values import Exact

MOST_POINTS_ON_A_PAGE = 1_300.0
"""Rows of more height than this would be too small to read when pressed onto one A4 page."""


def form_workbook(form: Form, plan: Plan, previous: Mapping[tuple[str, str], Exact]) -> bytes:
    """The blank workbook of a form; `previous` is last period's value by (element, subject)."""
    return workbook_bytes(drawn_form(form, plan, previous), form.period.cutoff)


def drawn_form(form: Form, plan: Plan, previous: Mapping[tuple[str, str], Exact]) -> Workbook:
    """The same before it is saved, for whoever has something to add to it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    workbook.properties.creator = plan.issuer.full_name
    workbook.properties.title = f"{form.unit.name} – Biểu số liệu {form.period.name}"
    book = Book(workbook, form, plan, previous)
    for name in form.sheets:
        _write_sheet(book, workbook.create_sheet(sheet_name(name)))
    book.write_lists()
    _write_stamp(workbook, form)
    _write_names(workbook, form)
    return workbook


def _write_sheet(book: Book, sheet: Worksheet) -> None:
    sections = [s for s in book.form.sections if s.sheet == sheet.title]
    first, last = sections[0], sections[-1]
    write_head(sheet, book.form, book.plan, first)
    write_headings(book, sheet, first)
    for section in sections:
        write_section(book, sheet, section)
    bottom = max(sheet.max_row, last.total_row)
    if sheet.title == book.form.sheets[-1]:
        write_foot(sheet, bottom + 2, book.form, book.plan, first)
    _set_up(sheet, first)


def _set_up(sheet: Worksheet, section: FormSection) -> None:
    """Widths, frozen cells, paper, protection: a phone keeps the title in sight, a table its headings and names."""
    set_column_widths(sheet, section)
    is_table = section.shape is Shape.TABLE
    heights = sum(sheet.row_dimensions[row].height or 15.0 for row in range(1, sheet.max_row + 1))
    set_up_page(
        sheet,
        landscape=is_landscape(section),
        one_page=heights <= MOST_POINTS_ON_A_PAGE and not is_landscape(section),
        title_rows=(section.header_row, section.header_row + (CODES_BELOW - 1 if is_table else 0)),
        print_area=f"A1:{column_letters(printed_columns(section))}{sheet.max_row}",
    )
    below = section.header_row + CODES_BELOW if section.header_row <= SHORT_HEAD + CODES_BELOW else 2
    sheet.freeze_panes = f"{column_letters(FIRST_ANSWER)}{below}" if is_table else "A2"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    protect(sheet)


def _write_stamp(workbook: Workbook, form: Form) -> None:
    """The hidden sheet by which the file is known, whatever its name, and how its rows and columns were called."""
    sheet = workbook.create_sheet(STAMP_SHEET)
    values = {**asdict(form.stamp), ASKED: " ".join(field.name for field in form.fields)}
    for row, (key, value) in enumerate(values.items(), 1):
        write_text(cell_at(sheet, row, 1), key)
        write_text(cell_at(sheet, row, 2), str(value))
    for row, label in enumerate(labels_of(form), 1):
        write_text(cell_at(sheet, row, LABELS_COLUMN), label)
    sheet.sheet_state = "hidden"


def _write_names(workbook: Workbook, form: Form) -> None:
    for section in form.sections:
        add_name(workbook, section.blanks_name, section.sheet, section.title_row, section.blanks_column)
        for field in section.fields:
            add_name(workbook, field.name, field.sheet, field.row, field.column)
