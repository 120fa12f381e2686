"""The columns of `kiem-tra.xlsx` that come back (cột trả lời): one table for the writer and the reader."""

from enum import StrEnum

from kehoach.office.limits import CELL_LENGTH
from kehoach.office.text import clean
from kehoach.vi.names import tidy


class Sheet(StrEnum):
    """Trang của kiem-tra.xlsx, in order."""

    OVERVIEW = "Tổng quan"
    OPEN = "Cần xử lý"
    NOTED = "Ghi nhận"
    CHANGES = "Thay đổi khi đọc"
    ANSWERED = "Đã trả lời"


class Header(StrEnum):
    """Tiêu đề cột the reader goes by, wherever the column stands."""

    STATUS = "Tình trạng"
    WHERE = "Ở đâu"
    SAYING = "Vấn đề"
    ANSWER = "Trả lời"
    VALUE = "Số mới"
    SOURCE = "Nguồn"
    SAID_BY = "Ai cho biết"
    SAID_ON = "Ngày"
    KEY = "Khóa"


def stored_key(key: str) -> str:
    """A finding's key as a cell gives it back: one space between words, no control characters, of a cell's length."""
    return tidy(clean(key))[: CELL_LENGTH // 2]
