"""One document for each rule of addressees, body, foot, annexes and wording that breaks it."""

from collections.abc import Callable, Mapping

from docx.oxml.ns import qn
from docx.shared import Pt

from kehoach.report.model import Report
from tests.lint.clean import Copy, one_annex, put, report
from tests.lint.spoilt_head import Hand, head

FIRST = "Đoạn thứ 1"
LABEL, ARCHIVE = "Nơi nhận:", "- Lưu: VT"
POST, SECOND, NAME = "TM. BAN CHỈ ĐẠO", "CHỦ TỊCH UBND XÃ", "Nguyễn Văn Thử"
ANNEX, TITLE, ENCLOSED = "Phụ lục I", "TỔNG HỢP KẾT QUẢ", "(Kèm theo"


def words(new: str) -> Hand:
    """Something said in the body."""
    return lambda c: c.swap(FIRST, "ký cam kết", new)


def half_size(c: Copy) -> None:
    for number in range(1, 5):
        c.look(f"Đoạn thứ {number}", size=13)


def all_italic(c: Copy) -> None:
    for number in range(1, 9):
        c.look(f"Đoạn thứ {number}:", italic=True)


def phan(title: str, heading: str) -> Hand:
    def hand(c: Copy) -> None:
        at = "Ban Chỉ đạo báo cáo như sau"
        c.add(at, heading, bold=True, align="center", first=0)
        c.add(heading, title, bold=True, align="center", first=0)

    return hand


def too_little_room(c: Copy) -> None:
    cell = c.doc.tables[-3].rows[0].cells[1]
    for paragraph in [p for p in cell.paragraphs if not p.text][1:]:
        paragraph._p.getparent().remove(paragraph._p)


def lower_label(c: Copy) -> None:
    c.find(LABEL).paragraph_format.space_before = Pt(40)


def no_restart(c: Copy) -> None:
    properties = c.doc.sections[1]._sectPr
    properties.remove(properties.find(qn("w:pgNumType")))


def outside(c: Copy) -> None:
    """The signature's column empty, the words elsewhere."""
    cell = c.doc.tables[-3].rows[0].cells[1]
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    c.say(POST, "TM. Ban Chỉ đạo")


def stamp(c: Copy) -> None:
    c.add("BÁO CÁO", "Hỏa tốc", bold=False)


def framed_stamp(c: Copy) -> None:
    properties = c.add("Căn cứ Luật Tổ chức", "HỎA TỐC", bold=True, italic=False)._p.pPr
    put(properties, "w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        put(properties.find(qn("w:pBdr")), f"w:{side}", val="single", sz="6", space="0", color="FF0000")


def comment(c: Copy) -> None:
    c.doc.add_comment(c.find(FIRST).runs[0], "xem lại", author="Ai")


def no_header_row(c: Copy) -> None:
    properties = c.doc.tables[1].rows[0]._tr.trPr
    properties.remove(properties.find(qn("w:tblHeader")))


SPOILT: Mapping[int, tuple[Hand, Callable[[], Report]]] = {
    56: (lambda c: c.look("Kính gửi", bold=True), report),
    57: (lambda c: c.swap("- Ủy ban nhân dân tỉnh Thử", ";", ","), report),
    58: (lambda c: c.look("- Ban Chỉ đạo tỉnh", left=80), report),
    59: (lambda _: None, head(addressees=())),
    60: (half_size, report),
    61: (lambda c: c.look(FIRST, align="left"), report),
    62: (lambda c: c.look(FIRST, first=0), report),
    63: (lambda c: c.swap(FIRST, FIRST, f"\t{FIRST}"), report),
    64: (lambda c: c.look("Đoạn thứ 2", after=0, before=0), report),
    65: (lambda c: c.add("Đoạn thứ 2", " "), report),
    66: (lambda c: c.look(FIRST, line=2.0), report),
    67: (all_italic, report),
    68: (lambda c: c.look("Căn cứ Luật Thi đua", italic=False), report),
    69: (phan("KẾT QUẢ THỰC HIỆN", "PHẦN I"), report),
    70: (lambda c: c.swap("II. KẾT QUẢ", "II. KẾT QUẢ THỰC HIỆN", "II. Kết quả thực hiện"), report),
    71: (lambda c: c.look("1. Ban hành văn bản", bold=False), report),
    72: (lambda c: c.swap("a) Xây dựng", "a)", "a."), report),
    73: (lambda c: c.swap("c) Xây dựng", "c)", "d)"), report),
    74: (lambda c: c.swap("IV. NHIỆM VỤ", "IV.", "V."), report),
    75: (lambda c: c.add("1. Ban hành văn bản", "1.1. Văn bản của xã"), report),
    76: (words("thực hiện Kế hoạch số 99/KH-UBND, Quyết định số 12/QĐ-TTg"), report),
    77: (words("thực hiện Nghị quyết 18/NQ-HĐND"), report),
    78: (lambda c: c.swap("Trên đây là", "./.", "."), report),
    79: (lambda c: c.look(POST, bold=False), report),
    80: (lambda c: c.swap(POST, "TM. ", "T/M "), report),
    81: (lambda c: c.swap(POST, "TM. BAN CHỈ ĐẠO", "TM. TRƯỞNG BAN"), report),
    82: (lambda c: c.swap(NAME, NAME, NAME.upper()), report),
    83: (lambda c: c.swap(NAME, NAME, f"ThS. {NAME}"), report),
    84: (lambda c: c.remove(SECOND), report),
    85: (too_little_room, report),
    86: (lambda c: c.look(LABEL, bold=False), report),
    87: (lower_label, report),
    88: (lambda c: c.look("- Như trên", size=12), report),
    89: (lambda c: c.swap("- Thành viên", ";", "."), report),
    90: (lambda c: c.swap(ARCHIVE, "Lưu: VT, VHXH.", "Lưu: VP."), report),
    91: (lambda c: c.swap("- Thành viên", "Ban Chỉ đạo xã", "Ban Chỉ đạo, UBND huyện"), report),
    92: (words("theo hướng dẫn của UBND huyện"), report),
    93: (lambda c: setattr(c.find("Trên đây là").paragraph_format, "keep_with_next", False), report),
    94: (lambda c: c.swap(ANNEX, "Phụ lục", "PHỤ LỤC"), report),
    95: (lambda c: c.swap(ANNEX, "Phụ lục I", "Phụ lục"), report),
    96: (lambda c: c.look(TITLE, italic=True), report),
    97: (lambda c: c.remove(ENCLOSED), report),
    98: (no_restart, report),
    99: (lambda c: c.swap("Trên đây là", "Phụ lục I, II", "bảng kèm theo"), report),
    100: (stamp, report),
    101: (words("Ban chỉ đạo ký cam kết"), report),
    102: (words("theo Điểm a Khoản 2 điều 5"), report),
    103: (words("đạt 98.5 % ký cam kết"), report),
    104: (words("trong quý 3 ký cam kết"), report),
    105: (words("[viết tiếp vào đây]"), report),
    106: (no_header_row, report),
}

NEAR: tuple[tuple[int, Hand, Callable[[], Report]], ...] = (
    (57, lambda _: None, head(addressees=("Ủy ban nhân dân tỉnh Thử",))),
    (62, lambda c: c.look(FIRST, first=10), report),
    (64, lambda c: c.look("Đoạn thứ 2", after=0) or c.look("Đoạn thứ 3", before=6), report),
    (66, lambda c: c.look(FIRST, line=1.5), report),
    (69, phan("KẾT QUẢ THỰC HIỆN", "Phần I"), report),
    (75, words("tăng 1.125 hộ"), report),
    (76, words("thực hiện Quyết định số 12/QĐ-TTg ngày 05/01/2031 của Thủ tướng Chính phủ"), report),
    (81, lambda c: c.say("TRƯỞNG BAN", "KT. TRƯỞNG BAN") or c.add("KT. TRƯỞNG", "PHÓ TRƯỞNG BAN"), report),
    (83, lambda c: c.swap(NAME, NAME, "Tạ Sĩ Tiến"), report),
    (90, lambda c: c.swap(ARCHIVE, "VT, VHXH.", "VT, VHXH (2)."), report),
    (91, lambda c: c.swap("tháng 3 năm", "2031", "2024") or c.swap("- Thành viên", "xã", "huyện"), report),
    (92, words("theo hướng dẫn của UBND huyện (cũ)"), report),
    (95, lambda _: None, one_annex),
    (99, lambda _: None, one_annex),
    (100, framed_stamp, report),
    (101, words("Ủy ban nhân dân, Hội đồng nhân dân, Tòa án nhân dân, Quân đội nhân dân, Nhân dân"), report),
    (102, words("theo điểm a khoản 2 Điều 5"), report),
    (102, words("theo Công văn số 5/UBND-VX, kế hoạch số 2 của thôn"), report),
    (103, words("đạt 98,5%, tăng 2,4 điểm %, 1.250 hộ, 12.500.000 đồng"), report),
    (104, words("trong quý III"), report),
    (105, words("xem [1], và … nữa..."), report),
)
