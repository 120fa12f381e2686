"""What lies in a working folder, by name (tên tệp, thư mục): one list for who writes, reads, passes over, explains."""

from enum import StrEnum
from typing import Self

INPUT = "input_templates"
"""The folder of what comes in: plan, forms, what was typed in for units."""
OUTPUT = "output"
"""The folder of what is made, a folder a period."""
HANDOVER = "DOC-TRUOC.txt"
"""What whoever comes next reads first."""


class _Explained(StrEnum):
    """A name with `what` it is, in the words of `HANDOVER`; "" for what needs none."""

    what: str

    def __new__(cls, name: str, what: str = "") -> Self:
        """The name is the value; the words stand beside it."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.what = what
        return member


class InputFile(_Explained):
    """Tệp trong `INPUT`, beside the folders of the periods."""

    PLAN = "ke-hoach.xlsx", "kế hoạch: đơn vị, kỳ báo cáo, chỉ tiêu, câu chữ; trang đầu chỉ cách điền"
    PROXIES = "nhap-ho.xlsx", "số đơn vị báo qua điện thoại, ảnh, bản giấy: cán bộ gõ vào đây"
    AMENDED_PLAN = "ke-hoach-moi.xlsx"


class OutputFile(_Explained):
    """Tệp trong thư mục kết quả của một kỳ."""

    REPORT = "bao-cao.docx", "báo cáo; sửa tay trong Word được, lập lại thì bản sửa vẫn được giữ"
    ANSWERS = "kiem-tra.xlsx", "ai đã gửi, số nào đáng ngờ; cán bộ trả lời ngay trong tệp"
    BOARD = "theo-doi.html", "bảng theo dõi: ai đã gửi, chỉ tiêu, nhiệm vụ; mở bằng trình duyệt, không cần mạng"
    BRIEF = "tom-tat.docx", "tóm tắt một trang cho lãnh đạo"
    SUMMARY = "tong-hop.xlsx", "mọi số liệu và chỉ tiêu, có công thức, mở bằng Excel"
    TABLE = "so-lieu.csv", "từng số một: của ai, từ tệp, trang, ô nào; mở bằng Excel hay chương trình khác"
    TRACE = "bao-cao.truy-vet.docx"
    PDF = "bao-cao.pdf"


class OutputFolder(_Explained):
    """Thư mục trong thư mục kết quả của một kỳ."""

    LETTERS = "thu", "công văn, tin nhắn đề nghị và đôn đốc"
    REPLIES = "tra-lai", "biểu trả lại từng đơn vị, đã đánh dấu chỗ cần sửa, kèm tin nhắn"
    KEPT = "ban-truoc", "bản trước của những tệp đã ghi lại"
    ISSUED = "da-ban-hanh", "báo cáo đã ký và mọi thứ nó dựa vào; không sửa, không xóa"


RECORD = "ban-hanh.json"
"""In `OutputFolder.ISSUED`: under which number the report was issued, with which totals."""
LOCK = "~$"
"""What Excel and Word put before the name of a file that somebody has open."""
COMMENTED, MENDED = ".nhan-xet.docx", ".da-sua.docx"
"""What the linter's copies are called after the document's name: with comments, and put right."""
