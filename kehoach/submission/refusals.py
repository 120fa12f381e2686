"""Files that cannot be read (tệp trả lại): what they are, and what their sender must do, one sentence each."""

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.office.model import UnreadableFile

_RESEND = "Tải lại từ Zalo hoặc USB rồi chạy lại."
_USE_FORM = "Đề nghị nhập số vào biểu mẫu Excel đã gửi."
_USE_FORM_OR_TELL = "Đề nghị nhập số vào biểu mẫu Excel đã gửi; hoặc xã nhìn đó ghi thay vào nhap-ho.xlsx."
_DONE_WITH = f"Không cần tệp này nữa thì chuyển khỏi thư mục, hoặc chọn “{Answer.DROP}”."
_SAVE_AS = "Mở bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi lại."

REFUSALS = {
    "empty": ("KT-04", "rỗng, không có gì bên trong", _RESEND),
    "cut-off": ("KT-04", "bị hỏng hoặc tải chưa xong", _RESEND),
    "damaged": ("KT-04", "bị hỏng, không mở được", _RESEND),
    "dangerous": ("KT-04", "có cấu trúc bất thường nên không mở để giữ an toàn cho máy", _USE_FORM),
    "old-xls": ("KT-01", "là Excel đời cũ (.xls), không đọc được", _SAVE_AS),
    "xlsb": ("KT-01", "là Excel dạng nhị phân (.xlsb)", _SAVE_AS),
    "encrypted": (
        "KT-02",
        "đang đặt mật khẩu mở",
        "Bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi gửi lại.",
    ),
    "not-excel": ("KT-05", "không phải tệp Excel thật", _USE_FORM),
    "html": ("KT-05", "là trang web đổi đuôi, không phải tệp Excel thật", _USE_FORM),
    "word": ("KT-06", "là tệp Word, không đọc được số liệu từ đó", _USE_FORM_OR_TELL),
    "pdf": ("KT-06", "là tệp PDF, không đọc được số liệu từ đó", _USE_FORM_OR_TELL),
    "picture": ("KT-06", "là ảnh, không đọc được số liệu từ ảnh", _USE_FORM_OR_TELL),
    "media": ("KT-06", "là đoạn phim hoặc ghi âm, không đọc được số liệu từ đó", _USE_FORM_OR_TELL),
    "ods": ("KT-06", "là bảng tính OpenDocument (.ods)", _SAVE_AS),
    "archive": ("KT-06", "là tệp nén", "Giải nén, chép từng tệp Excel vào thư mục rồi chạy lại."),
    "too-big": ("KT-13", "quá lớn so với một biểu mẫu", _USE_FORM),
    "cloud": (
        "KT-03",
        "nằm trên OneDrive mà chưa tải về máy",
        "Bấm chuột phải vào tệp, chọn “Always keep on this device”, chờ tải xong rồi chạy lại.",
    ),
    "no-right": ("KT-03", "đang bị chương trình khác giữ hoặc không có quyền mở", "Đóng tệp rồi chạy lại."),
}
"""Reason of `UnreadableFile` → code, what the file is, what to do."""


def refusal(error: UnreadableFile, place: Place) -> Finding:
    """The finding for a file that could not be read."""
    code, what, do = REFUSALS.get(error.reason, REFUSALS["damaged"])
    return sent_back(code, place, f"Tệp “{place.file}” {what}.", do if place.unit else f"{do} {_DONE_WITH}")


def sent_back(code: str, place: Place, say: str, do: str, read: str = "") -> Finding:
    """A file that is not used (trả lại); without its unit known, it can only be left aside."""
    answer = Answer.WITHOUT_UNIT if place.unit else Answer.DROP
    return Finding(code, Severity.RETURN, place, read or place.file, say, do, answers=(answer,), open=True)
