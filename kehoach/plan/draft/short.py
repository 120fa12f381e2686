"""A short name for lists out of a long sentence (tên ngắn): cut at sense, never inside a quotation."""

import re

from kehoach.vi.names import initial_capital

LEAST_SHORT, MOST_SHORT, MOST_EXTENDED = 22, 60, 85
_OPENER = re.compile(
    r"^(?:tiếp tục|đẩy mạnh|tăng cường|chú trọng)\s+(?:(?:triển khai|thực hiện|tổ chức|chỉ đạo)\s+)*"
    r"(?:có hiệu quả|hiệu quả|tốt|nghiêm túc|đồng bộ)?\s*",
    re.IGNORECASE,
)
"""What says only that it goes on; left out where there is no room."""
_BREAK = re.compile(
    r"[,;:(]|(?<=”) | (?:và|theo|(?<!\d{4} )của|trong|cho|đối với|về|tại|nhằm|để|trên|giai đoạn|năm|quy định|phê "
    r"duyệt|ban hành) "
)
CUT = "Tên ngắn tự cắt từ nội dung; sửa cho gọn."


def short_name(text: str) -> str:
    """The first words of a text, for lists."""
    bare = text.rstrip(" .;,:")
    if len(bare) > MOST_SHORT:
        bare = _OPENER.sub("", bare)
    if len(bare) > MOST_SHORT:
        bare = bare.partition("; ")[0]
        whole = [m.start() for m in _BREAK.finditer(f"{bare};") if not _in_quotes(bare, m.start())]
        fitting = [at for at in whole if LEAST_SHORT <= at <= MOST_SHORT]
        beyond = [at for at in whole if MOST_SHORT < at <= MOST_EXTENDED]
        bare = bare[: (fitting[-1:] or beyond[:1] or [bare.rfind(" ", 0, MOST_SHORT + 1)])[0]]
    return initial_capital(bare.rstrip(" ,;:.("))


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)
