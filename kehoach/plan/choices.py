"""The words an officer chooses among in the plan workbook (lựa chọn có sẵn)."""

from enum import StrEnum

YES, NO = "có", "không"
OFFICIAL, ESTIMATE = "chính thức", "ước"
PAPER, ELECTRONIC = "giấy", "điện tử"
SENT, ADDRESSED = "x", "kính gửi"
ROLES = (SENT, ADDRESSED)
"""What stands in a column of `Nơi nhận`."""


class Verdict(StrEnum):
    """Kết luận: the one list of what may be said of a target."""

    NOT_YET = "Chưa đến kỳ đánh giá"
    UNDER_WAY = "Đang thực hiện"
    LIKELY_MET = "Ước đạt"
    LIKELY_NOT_MET = "Ước chưa đạt"
    MET = "Đạt"
    EXCEEDED = "Vượt"
    NOT_MET = "Chưa đạt"
    NO_DATA = "Chưa có số liệu"
    NO_BASIS = "Chưa đủ căn cứ"


VERDICTS = tuple(verdict.value for verdict in Verdict)
"""What a sentence of a target may be kept for."""
