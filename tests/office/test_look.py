"""The looks reach the file, and do what they are for."""

import io

from openpyxl import Workbook, load_workbook

from kehoach.office import look


def test_a_workbook_with_every_style() -> None:
    workbook = Workbook()
    look.add_styles(workbook)
    sheet = workbook.worksheets[0]
    for row, style in enumerate(look.Style, 1):
        sheet.cell(row, 1, 1119).style = style
    look.set_up_page(sheet, landscape=True, title_rows=(1, 2), print_area="A1:B20")
    look.protect(sheet)
    look.set_widths(sheet, {"A": 30, "C": 8.5})
    buffer = io.BytesIO()
    workbook.save(buffer)
    read = load_workbook(io.BytesIO(buffer.getvalue())).worksheets[0]

    cells = {style: read.cell(row, 1) for row, style in enumerate(look.Style, 1)}
    assert all(cell.style == style and cell.font.name == "Times New Roman" for style, cell in cells.items())
    answers = {style for style in look.Style if style.name.startswith("ANSWER")}
    assert {style for style, cell in cells.items() if not cell.protection.locked} == answers
    assert {style for style, cell in cells.items() if cell.fill.start_color.rgb == f"00{look.ANSWER_COLOUR}"} == answers
    assert cells[look.Style.ANSWER_DATE].number_format == "dd/mm/yyyy"
    assert (read.page_setup.paperSize, read.page_setup.orientation) == (9, "landscape")
    assert (read.page_setup.fitToWidth, read.page_setup.fitToHeight, read.sheet_properties.pageSetUpPr.fitToPage) == (
        1, 0, True,
    )  # fmt: skip
    assert (read.print_title_rows, read.print_area) == ("$1:$2", "'Sheet'!$A$1:$B$20")
    assert read.oddFooter.center.text == "Trang &P/&N"
    assert (read.column_dimensions["A"].width, read.column_dimensions["C"].width) == (30, 8.5)
    protection = read.protection
    assert protection.sheet
    assert protection.password is None
    allowed = (protection.formatCells, protection.formatColumns, protection.sort, protection.autoFilter)
    assert allowed == (False, False, False, False)


def test_two_workbooks_share_the_looks() -> None:
    for _ in range(2):
        workbook = Workbook()
        look.add_styles(workbook)
        workbook.worksheets[0].cell(1, 1).style = look.Style.HEAD
        workbook.save(io.BytesIO())


def test_longer_text_needs_a_taller_row() -> None:
    one, two = look.height_for("ngắn", 40), look.height_for("dài " * 20, 40)
    assert one < two
    assert look.height_for("a\nb", 40) == look.height_for("a" * 50, 40)


def test_no_text_asks_for_a_row_that_excel_refuses() -> None:
    assert look.height_for("dài " * 150, 40) < look.height_for("dài " * 2000, 40) < 409
