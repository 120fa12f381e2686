"""What the decree and the reform of 2025 fix in words (từ ngữ cố định): kinds of documents, prefixes, abolished units.

In: nothing. Out: tables and patterns. Measures are not here: they stand in `word.standard` alone.
"""

import re
from collections.abc import Mapping
from datetime import date

KINDS: Mapping[str, str] = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
"""Types with a name and their abbreviations (article 7; Annex III, I). Công văn and thư công have neither."""

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Điểm in the order of the Vietnamese alphabet (II.6.đ; the decree's own articles)."""

PREFIXES = ("TM", "Q", "KT", "TL", "TUQ")
"""Quyền hạn ký (II.7.b)."""

REFORM = date(2025, 7, 1)
"""No district level from this day on (Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""
REFORM_LAW = "Luật 72/2025/QH15"

ABOLISHED_IN_HEAD = re.compile(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b", re.I)
ABOLISHED_BODIES = re.compile(
    r"(UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|UBMTTQ|MTTQ|Ban Chỉ đạo)( các)? (huyện|quận|thị xã)\b"
    r"|\b(Huyện|Quận|Thị) ủy\b|\bPhòng (VH ?& ?TT|VHTT|VHHTT|Văn hóa và Thông tin|VH-TT)\b|\bthị trấn\b",
    re.I,
)

AGENCY_WORDS = re.compile(r"^(UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|ĐẢNG ỦY|BỘ|SỞ)\b")
"""How a superior's name begins."""
PLACE_WORDS = re.compile(r"^(XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b")
"""How the second line of an agency's own name begins."""
COUNCIL = re.compile(r"^(ỦY|UỶ) BAN NHÂN DÂN\b")
BOARD = "BAN CHỈ ĐẠO"

DATE = re.compile(
    r"^(?P<place>[^,]*?)\s*(?P<comma>,?)\s*ngày\s*(?P<day>\d*)\s*tháng\s*(?P<month>\d*)\s*năm\s*(?P<year>\d*)"
)
NUMBER = re.compile(r"^Số\b\s*:?\s*", re.I)
RECIPIENTS = re.compile(r"^Nơi nhận\b", re.I)
ADDRESSEE = re.compile(r"^Kính gửi\b", re.I)
BASIS = re.compile(r"^-?\s*Căn cứ\b")
PROPOSAL = re.compile(r"^-?\s*(Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
ANNEX = re.compile(r"^phụ lục(\s+(?P<number>[IVXLCDM]+|\d+|số \d+|[A-Z]))?\s*[.:]?$", re.I)
ENCLOSED = re.compile(r"^\(?\s*(Ban hành )?kèm theo\b", re.I)
DRAFT = re.compile(r"^(BẢN )?DỰ THẢO\b", re.I)
DASHES = re.compile(r"^[-–—_‐‑=*─]{3,}$")
"""A line made of characters."""
END_OF_BODY = re.compile(r"\./\.$")
EN_DASHES = "–—−‐‑"

ROMAN = r"(?=[IVXL])X{0,3}(?:IX|IV|V?I{0,3})"
MUC = re.compile(rf"^(?P<number>{ROMAN})(?P<mark>\.|[/)\-:]| -)\s*(?P<title>\S.*)$")
KHOAN = re.compile(r"^(?P<number>\d{1,2})(?P<mark>[./)])\s*(?P<title>(?!\d)\S.*)$")
DIEM = re.compile(r"^(?P<open>\(?)(?P<letter>[A-Za-zĐđ])(?P<mark>[).]|/)\s+(?P<title>\S.*)$")
DECIMAL = re.compile(r"^\d+\.\d+(\.\d+)*\.?\s+\S")
PHAN = re.compile(r"^(?P<word>Phần|Chương)\s+(?P<number>[IVXLC]+|\d+|[A-Z]|thứ \w+)\b[.:]?(\s+(?P<title>\S.*))?$", re.I)
ADDED_TO_TABLE = re.compile(r"^(Ghi chú|Nguồn|Đơn vị tính|ĐVT|Chú thích|Bảng|Biểu( đồ)?|Hình)\b", re.I)
