"""The decree's measures as one table of data (thể thức): Decree 30/2020/NĐ-CP, Annex I, Part I.

In: nothing. Out: page, components, columns, lines and fixed wordings, each with what the decree allows, what we choose
and where it is said ("II.5.b" is a section and point, "V.6" a row of its last table). The writer makes its styles from
here and a linter compares with it: a measure stands in no second place. Lengths are millimetres, sizes points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
BODY_SIZES = (14, 13)
"""The two size profiles; sizes of one document go up and down together (footnote of V)."""


class Component(StrEnum):
    """Thành phần thể thức: what a paragraph of the document is. The value is its style's id in Word."""

    NATION = "KHQuocHieu"
    MOTTO = "KHTieuNgu"
    SUPERIOR = "KHCoQuanChuQuan"
    ISSUER = "KHCoQuanBanHanh"
    NUMBER = "KHSoKyHieu"
    DATE_LINE = "KHDiaDanhThoiGian"
    KIND = "KHTenLoai"
    SUBJECT = "KHTrichYeu"
    MATTER = "KHVeViec"
    RULE = "KHDuongKe"
    ADDRESSEE = "KHKinhGui"
    ADDRESSEES = "KHNoiKinhGui"
    BASIS = "KHCanCu"
    BODY = "KHDoanVan"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    TABLE_CAPTION = "KHTenBang"
    TABLE_HEAD = "KHDauBang"
    TABLE_TEXT = "KHOBang"
    TABLE_TOTAL = "KHDongTong"
    TABLE_NOTE = "KHGhiChuBang"
    POWERS = "KHQuyenHanChucVu"
    SIGNER = "KHNguoiKy"
    RECIPIENTS = "KHNoiNhan"
    RECIPIENT = "KHDongNoiNhan"
    ANNEX_NUMBER = "KHPhuLuc"
    ANNEX_TITLE = "KHTenPhuLuc"
    ANNEX_REFERENCE = "KHKemTheo"
    PAGE_NUMBER = "Header"
    DRAFT = "KHDuThao"
    SECTION_END = "KHNgatPhan"


Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True)
class Look:
    """Trình bày của một thành phần: the style's name, what we choose, and what the decree allows.

    `sizes` are for the body sizes 14 and 13; `allowed` the decree's least and most. `before` and `after` are points,
    `first_line` millimetres, `line` in lines; `exact` replaces it by points. `outline` 1 to 3 shows the paragraph in
    Word's navigation. `rule` is empty where the decree is silent.
    """

    name: str
    sizes: tuple[float, float]
    allowed: tuple[float, float]
    align: Align
    rule: str
    bold: bool = False
    italic: bool = False
    is_capitals: bool = False
    before: float = 0
    after: float = 0
    first_line: float = 0
    line: float = 1.0
    exact: float = 0
    keep_next: bool = False
    outline: int = 0


FIRST_LINE = 12.7
"""Indent of a paragraph's first line; 10 is the other lawful one (II.6.e)."""
FIRST_LINES_ALLOWED = (10.0, 12.7)
BODY_LINE = 1.1
LINES_ALLOWED = (1.0, 1.5)
LEAST_GAP = 6.0
"""Points between paragraphs of the body, at least (II.6.e)."""

LOOKS: Mapping[Component, Look] = {
    Component.NATION: Look("KH Quốc hiệu", (13, 12), (12, 13), "center", "II.1, V.1", bold=True, is_capitals=True),
    Component.MOTTO: Look("KH Tiêu ngữ", (14, 13), (13, 14), "center", "II.1, V.1", bold=True),
    Component.SUPERIOR: Look("KH Cơ quan chủ quản", (13, 12), (12, 13), "center", "II.2, V.2", is_capitals=True),
    Component.ISSUER: Look(
        "KH Cơ quan ban hành", (13, 12), (12, 13), "center", "II.2, V.2", bold=True, is_capitals=True
    ),
    Component.NUMBER: Look("KH Số và ký hiệu", (13, 13), (13, 13), "center", "II.3, V.3", before=6),
    Component.DATE_LINE: Look(
        "KH Địa danh và thời gian", (14, 13), (13, 14), "center", "II.4, V.4", italic=True, before=6
    ),
    Component.KIND: Look(
        "KH Tên loại", (14, 13), (13, 14), "center", "II.5, V.5", bold=True, is_capitals=True, before=22, keep_next=True
    ),
    Component.SUBJECT: Look("KH Trích yếu", (14, 13), (13, 14), "center", "II.5, V.5", bold=True, keep_next=True),
    Component.MATTER: Look("KH Về việc", (13, 12), (12, 13), "center", "II.5.b, V.5", before=6),
    Component.RULE: Look("KH Đường kẻ", (2, 2), (0, 0), "center", "II.1.b, II.2.b, II.5.b", before=3, exact=2),
    Component.ADDRESSEE: Look("KH Kính gửi", (14, 13), (13, 14), "left", "II.9.b, V.8.a", before=6, after=2),
    Component.ADDRESSEES: Look("KH Nơi kính gửi", (14, 13), (13, 14), "left", "II.9.b, V.8.a", before=2, after=2),
    Component.BASIS: Look(
        "KH Căn cứ",
        (14, 13),
        (13, 14),
        "both",
        "II.6.a",
        italic=True,
        after=6,
        first_line=FIRST_LINE,
        line=BODY_LINE,
    ),
    Component.BODY: Look(
        "KH Đoạn văn", (14, 13), (13, 14), "both", "II.6.e, V.6", after=6, first_line=FIRST_LINE, line=BODY_LINE
    ),
    Component.HEADING_1: Look(
        "heading 1",
        (14, 13),
        (13, 14),
        "both",
        "V.6.b",
        bold=True,
        is_capitals=True,
        before=6,
        after=6,
        first_line=FIRST_LINE,
        line=BODY_LINE,
        keep_next=True,
        outline=1,
    ),
    Component.HEADING_2: Look(
        "heading 2",
        (14, 13),
        (13, 14),
        "both",
        "V.6.b",
        bold=True,
        after=6,
        first_line=FIRST_LINE,
        line=BODY_LINE,
        keep_next=True,
        outline=2,
    ),
    Component.HEADING_3: Look(
        "heading 3",
        (14, 13),
        (13, 14),
        "both",
        "V.6.b",
        after=6,
        first_line=FIRST_LINE,
        line=BODY_LINE,
        keep_next=True,
        outline=3,
    ),
    Component.TABLE_CAPTION: Look(
        "KH Tên bảng", (13, 13), (11, 14), "center", "", bold=True, before=6, after=4, keep_next=True
    ),
    Component.TABLE_HEAD: Look("KH Đầu bảng", (12, 12), (11, 14), "center", "", bold=True, keep_next=True),
    Component.TABLE_TEXT: Look("KH Ô bảng", (12, 12), (11, 14), "left", ""),
    Component.TABLE_TOTAL: Look("KH Dòng tổng", (12, 12), (11, 14), "left", "", bold=True),
    Component.TABLE_NOTE: Look("KH Ghi chú bảng", (12, 12), (11, 14), "both", "", italic=True, before=4),
    Component.POWERS: Look(
        "KH Quyền hạn và chức vụ",
        (14, 13),
        (13, 14),
        "center",
        "II.7, V.7",
        bold=True,
        is_capitals=True,
        keep_next=True,
    ),
    Component.SIGNER: Look("KH Người ký", (14, 13), (13, 14), "center", "II.7, V.7", bold=True),
    Component.RECIPIENTS: Look(
        "KH Nơi nhận", (12, 12), (12, 12), "left", "II.9.d, V.8.b", bold=True, italic=True, keep_next=True
    ),
    Component.RECIPIENT: Look("KH Dòng nơi nhận", (11, 11), (11, 11), "left", "II.9.d, V.8.b", keep_next=True),
    Component.ANNEX_NUMBER: Look(
        "KH Phụ lục", (14, 14), (14, 14), "center", "III.1, V.9", bold=True, keep_next=True, outline=1
    ),
    Component.ANNEX_TITLE: Look(
        "KH Tên phụ lục", (14, 13), (13, 14), "center", "III.1, V.9", bold=True, is_capitals=True, keep_next=True
    ),
    Component.ANNEX_REFERENCE: Look(
        "KH Kèm theo", (14, 13), (13, 14), "center", "III.1, V.9", italic=True, keep_next=True
    ),
    Component.PAGE_NUMBER: Look("header", (14, 13), (13, 14), "center", "I.7, V.14"),
    Component.DRAFT: Look("KH Dự thảo", (12, 12), (11, 14), "center", "", bold=True, italic=True, after=10),
    Component.SECTION_END: Look("KH Ngắt phần", (2, 2), (0, 0), "left", "", exact=1),
}


@dataclass(frozen=True)
class PageMeasures:
    """Trang giấy: A4, the margins we choose and the decree's least and most (I.1, I.3, I.7)."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10
    top_allowed: tuple[float, float] = (20, 25)
    bottom_allowed: tuple[float, float] = (20, 25)
    left_allowed: tuple[float, float] = (30, 35)
    right_allowed: tuple[float, float] = (15, 20)

    def text_width(self, is_wide: bool = False) -> float:
        """Between the margins, millimetres; on a landscape page if `is_wide`."""
        return (self.height if is_wide else self.width) - self.left - self.right


PAGE = PageMeasures()

HEAD_COLUMNS: Mapping[tuple[int, float], tuple[float, float]] = {
    (14, 165): (68, 97),
    (14, 160): (63, 97),
    (14, 155): (58, 97),
    (13, 165): (73, 92),
    (13, 160): (68, 92),
    (13, 155): (63, 92),
}
"""Columns of the head's table by body size and text width: the right one keeps Quốc hiệu on one line (II.1.c)."""
LEAST_HEAD_COLUMN = 50.0
"""What the left column keeps when a long place name widens the right one."""
FOOT_SHARES = (0.45, 0.55)
"""Recipients and signature as shares of the text width (IV)."""
SIGNATURE_LINES = 4
"""Empty lines between post and name; at least 20 mm together (IV, box 7c)."""
ADDRESSEE_INDENT = 35.0
"""Where "Kính gửi" begins when it does not fit on one line (form 1.5)."""

LETTER_GAP = 18.0
"""Points above "Kính gửi" where no title stands before it."""
HEAD_GAP = 10.0
"""Points below the last line of the head, and above the foot."""
ROWS_TOGETHER = 2
"""So many rows of a table, at its beginning and at its end, stay on one page."""

CELL_SIDES = 1.5
CELL_ENDS = 0.7
"""Inner margins of table cells, millimetres."""


@dataclass(frozen=True)
class RuleMeasures:
    """Đường kẻ: a solid line's share of the text it stands under, ours and the decree's least and most."""

    share: float
    allowed: tuple[float, float]
    rule: str


MOTTO_RULE = RuleMeasures(1.0, (1.0, 1.0), "II.1.b")
ISSUER_RULE = RuleMeasures(0.42, (1 / 3, 1 / 2), "II.2.b")
SUBJECT_RULE = RuleMeasures(0.4, (1 / 3, 1 / 2), "II.5.b")
ANNEX_RULE_LENGTH = 27.0
"""Form 2.1 draws it eleven underscores long."""

MATTER_WORD = "V/v "
"""Begins what a công văn is about (II.5.b)."""
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
END_MARK = "./."
"""Closes the body of a document with a type name (Annex III, form 1.4)."""
ANNEX_WORD = "Phụ lục"
SAME_AS_ABOVE = "Như trên"
