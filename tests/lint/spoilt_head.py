"""One document for each rule of page, letters, head and title that breaks it: (rule, hand, report)."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from kehoach.report.model import Report
from tests.lint.clean import Copy, put, report, without_tables
from tests.word import sample

Hand = Callable[[Copy], object]
NATION, MOTTO, DATE = "CỘNG HÒA", "Độc lập", "ngày 14 tháng 3"
SUBJECT, ISSUER = "Kết quả thực hiện phong trào", "BAN CHỈ ĐẠO PHONG TRÀO"


def margin(side: str, millimetres: float, section: int = 0) -> Hand:
    return lambda c: setattr(c.doc.sections[section], f"{side}_margin", Mm(millimetres))


def lie_down(c: Copy) -> None:
    page = c.doc.sections[0]
    page.page_width, page.page_height = page.page_height, page.page_width


def no_page_number(c: Copy) -> None:
    for run in c.doc.sections[0].header.paragraphs[0].runs:
        run._r.getparent().remove(run._r)


def number_below(c: Copy) -> None:
    footer = c.doc.sections[0].footer
    footer.is_linked_to_previous = False
    put(footer.paragraphs[0]._p, "w:fldSimple", instr=" PAGE ")


def even_pages(c: Copy) -> None:
    c.doc.settings.odd_and_even_pages_header_footer = True


def start_at_three(c: Copy) -> None:
    c.doc.sections[0]._sectPr.find(qn("w:pgMar")).addnext(OxmlElement("w:pgNumType"))
    c.doc.sections[0]._sectPr.find(qn("w:pgNumType")).set(qn("w:start"), "3")


def decompose(c: Copy) -> None:
    c.swap("Đoạn thứ 1", "tuyên truyền", unicodedata.normalize("NFD", "tuyên truyền"))


def nation_left(c: Copy) -> None:
    row = c.doc.tables[0].rows[0]._tr
    first, second = row.findall(qn("w:tc"))
    second.addnext(first)


def narrow_right(c: Copy) -> None:
    for row in c.doc.tables[0].rows:
        row.cells[1]._tc.tcPr.find(qn("w:tcW")).set(qn("w:w"), "5000")


def no_line_under(words: str) -> Hand:
    return lambda c: c.after(words)._p.getparent().remove(c.after(words)._p)


def short_line_under(words: str, side: float) -> Hand:
    def hand(c: Copy) -> None:
        form = c.after(words).paragraph_format
        form.left_indent = form.right_indent = Mm(side)

    return hand


def number_above(c: Copy) -> None:
    first, second = c.doc.tables[0].rows
    first.cells[0]._tc.append(c.find("Số: 12")._p)
    second.cells[0]._tc.append(OxmlElement("w:p"))


def head(**more: object) -> Callable[[], Report]:
    return lambda: report(head=replace(report().head, **more))  # type: ignore[arg-type]


COUNCIL = head(issuer_lines=("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM"), superior="UBND TỈNH THỬ", symbol="BC-UBND")

SPOILT: Mapping[int, tuple[Hand, Callable[[], Report]]] = {
    1: (lambda c: setattr(c.doc.sections[0], "page_width", Mm(216)), report),
    2: (lie_down, without_tables),
    3: (margin("top", 15), report),
    4: (margin("bottom", 30), report),
    5: (margin("left", 25), report),
    6: (margin("right", 25), report),
    7: (margin("top", 12, 1), report),
    8: (lambda c: c.look("Đoạn thứ 1", font="Arial"), report),
    9: (lambda c: c.look("Đoạn thứ 1", font=".VnTime"), report),
    10: (decompose, report),
    11: (lambda c: c.look("Đoạn thứ 1", color="FF0000"), report),
    12: (no_page_number, report),
    13: (lambda c: setattr(c.doc.sections[0].header.paragraphs[0], "alignment", 2), report),
    14: (lambda c: setattr(c.doc.sections[0], "different_first_page_header_footer", False), report),
    15: (number_below, report),
    16: (lambda c: [setattr(r.font, "italic", True) for r in c.doc.sections[0].header.paragraphs[0].runs], report),
    17: (start_at_three, report),
    18: (even_pages, report),
    19: (lambda c: c.look(MOTTO, size=13), report),
    20: (lambda c: c.look(ISSUER, size=12), report),
    21: (lambda c: c.swap(NATION, "CHỦ NGHĨA", "CHU NGHĨA"), report),
    22: (lambda c: c.look(NATION, bold=False), report),
    23: (nation_left, report),
    24: (narrow_right, report),
    25: (lambda c: c.swap(MOTTO, " - ", " – "), report),
    26: (lambda c: c.look(MOTTO, italic=True), report),
    27: (no_line_under(MOTTO), report),
    28: (short_line_under(MOTTO, 35), report),
    29: (lambda c: c.look(NATION, after=6, line=1.5), report),
    30: (lambda c: c.look(ISSUER, italic=True), report),
    31: (lambda c: c.look("UBND XÃ", bold=True), report),
    32: (no_line_under(ISSUER), report),
    33: (short_line_under(ISSUER, 2), report),
    34: (lambda _: None, head(issuer_lines=("BAN CHỈ ĐẠO", "PHONG TRÀO “TDĐKXDĐSVH”"))),
    35: (lambda _: None, COUNCIL),
    36: (lambda _: None, head(superior="")),
    37: (lambda _: None, head(superior="UBND HUYỆN THỬ NGHIỆM")),
    38: (lambda c: c.swap("Số: 12", "Số: ", "Số "), report),
    39: (lambda c: c.swap("Số: 12", "12", "7"), report),
    40: (lambda c: c.swap("Số: 12", "BC-BCĐ", "BC - BCĐ"), report),
    41: (lambda c: c.swap("Số: 12", "BC-", "KH-"), report),
    42: (lambda c: c.look("Số: 12", bold=True), report),
    43: (lambda c: c.swap("Số: 12", "BC-BCĐ", "BC-UBND"), report),
    44: (lambda c: c.swap(DATE, ", ngày", " ngày"), report),
    45: (lambda c: c.swap(DATE, "ngày 14", "ngày 4"), report),
    46: (lambda c: c.swap(DATE, "tháng 3", "tháng 03"), report),
    47: (lambda c: c.swap(DATE, "ngày 14 tháng 3", "ngày 31 tháng 4"), report),
    48: (lambda c: c.look(DATE, italic=False), report),
    49: (lambda c: c.swap(DATE, "Thử Nghiệm", "Đồng Xa"), report),
    50: (number_above, report),
    51: (lambda c: c.look("BÁO CÁO", size=16), report),
    52: (lambda c: c.look(SUBJECT, bold=False), report),
    53: (lambda c: c.swap("trọng tâm quý II năm 2031", "quý II năm 2031", "quý II năm 2031."), report),
    54: (no_line_under(SUBJECT), report),
    55: (short_line_under(SUBJECT, 5), report),
}

NEAR: tuple[tuple[int, Hand, Callable[[], Report]], ...] = (
    (1, lambda c: setattr(c.doc.sections[0], "page_width", Mm(210.6)), report),
    (3, margin("top", 25), report),
    (5, margin("left", 35), report),
    (8, lambda c: c.look("Đoạn thứ 1", font="Times New Roman"), report),
    (11, lambda c: c.look("Đoạn thứ 1", color="000000"), report),
    (16, lambda c: [setattr(r.font, "italic", False) for r in c.doc.sections[0].header.paragraphs[0].runs], report),
    (19, lambda _: None, lambda: report(body_size=13)),
    (27, short_line_under(MOTTO, 17), report),
    (35, lambda _: None, head(issuer_lines=("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM"), superior="", symbol="BC-UBND")),
    (37, lambda c: c.swap(DATE, "năm 2031", "năm 2024"), head(superior="UBND HUYỆN THỬ NGHIỆM")),
    (39, lambda c: c.swap("Số: 12", "12", "07"), report),
    (45, lambda c: c.swap(DATE, "ngày 14 tháng 3", "ngày 04 tháng 01"), report),
    (46, lambda c: c.swap(DATE, "tháng 3", "tháng 10"), report),
    (53, lambda c: c.swap("trọng tâm quý II năm 2031", "năm 2031", "năm 2031)"), report),
    (38, lambda _: None, lambda: report(head=sample.head())),
)
"""Documents that come near to a mistake and make none: (rule, hand, report)."""
