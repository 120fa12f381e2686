"""The sheet for village heads (tờ hướng dẫn trưởng thôn): one A4 page in large type, to print and hand out.

Run by `make pictures`; the picture beside the steps is the form itself. It is a Word document so that the office can
type in whom to call.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kehoach.office.package import freeze

DOCS = Path(__file__).parent.parent / "docs"
SHEET = DOCS / "cho-truong-thon.docx"
FORM = DOCS / "o-vang.png"
MADE_ON = date(2026, 1, 1)
FONT = "Times New Roman"
TEXT_WIDTH, PICTURE_WIDTH = Cm(10.2), Cm(7.6)
TITLE = "GỬI SỐ LIỆU CHO XÃ"
UNDER = "Hướng dẫn trưởng thôn. Làm trên điện thoại hay máy tính đều được."
STEPS = (
    ("1. Mở", ("Chạm vào tệp Excel xã gửi qua Zalo.", "Chọn mở bằng **Excel** hoặc **WPS Office**.")),
    (
        "2. Điền",
        (
            "Chỉ gõ vào **ô vàng**. Chỉ gõ số: **12**, không gõ “12 hộ”.",
            "Việc không có: gõ **không phát sinh**.",
            "Chưa biết: **để trống**.",
            "Ô chuyển **đỏ**: xem lại số ấy.",
        ),
    ),
    ("3. Lưu", ("Bấm **Lưu**. Không chép sang tệp khác.",)),
    ("4. Gửi về", ("Trong Zalo, gửi **đúng tệp ấy** cho cán bộ xã, trước **hạn gửi** ghi ở đầu biểu.",)),
)
AGAIN = (
    "Xã gửi lại tệp có trang “Cần sửa”?",
    "Chạm dòng chữ xanh để đến ô **màu cam**, gõ số đúng, lưu, gửi lại chính tệp đó. "
    "Số cũ còn nguyên, không phải gõ lại.",
)
HELP = ("Không mở được, không gửi được?", "Đừng chụp ảnh: **gọi điện đọc số**, xã ghi giúp.")
CALL = "Cán bộ xã: ………………………………  Điện thoại: ………………………"
BIG, HEAD, BODY, SMALL = Pt(30), Pt(21), Pt(18), Pt(15)


def village_sheet(form: bytes) -> bytes:
    """The document, with this picture of the form."""
    document = docx.Document()
    _page(document)
    _say(document.add_paragraph(), f"**{TITLE}**", BIG).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _say(document.add_paragraph(), UNDER, SMALL).alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(1, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    text, picture = table.rows[0].cells
    for column, cell, width in zip(table.columns, (text, picture), (TEXT_WIDTH, PICTURE_WIDTH), strict=True):
        column.width = cell.width = width
    _steps(text)
    picture.paragraphs[0].add_run().add_picture(BytesIO(form), width=PICTURE_WIDTH - Cm(0.9))
    _say(picture.add_paragraph(), "Biểu của một thôn, đã điền", Pt(13)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for head, body in (AGAIN, HELP):
        _say(document.add_paragraph(), f"**{head}**", HEAD, before=10)
        _say(document.add_paragraph(), body, BODY)
    _say(document.add_paragraph(), CALL, SMALL, before=18)
    saved = BytesIO()
    document.save(saved)
    return freeze(saved.getvalue(), MADE_ON)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.5)
    font = document.styles["Normal"].font
    font.name = FONT
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    document.core_properties.title, document.core_properties.author = TITLE, ""


def _steps(cell: _Cell) -> None:
    for number, (head, lines) in enumerate(STEPS):
        first = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        _say(first, f"**{head}**", HEAD, before=0 if number == 0 else 8)
        for line in lines:
            _say(cell.add_paragraph(), line, BODY)


def _say(paragraph: Paragraph, text: str, size: Pt, before: int = 0) -> Paragraph:
    """A paragraph in which what stands between ** is bold."""
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(3)
    for number, part in enumerate(text.split("**")):
        run = paragraph.add_run(part)
        run.bold, run.font.size = number % 2 == 1, size
    return paragraph


if __name__ == "__main__":
    SHEET.write_bytes(village_sheet(FORM.read_bytes()))
