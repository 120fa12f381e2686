"""The words an officer chooses among in the plan workbook (lựa chọn có sẵn)."""

YES, NO = "có", "không"
OFFICIAL, ESTIMATE = "chính thức", "ước"
PAPER, ELECTRONIC = "giấy", "điện tử"
SENT, ADDRESSED = "x", "kính gửi"
ROLES = (SENT, ADDRESSED)
"""What stands in a column of `Nơi nhận`."""
VERDICTS = (
    "Chưa đến kỳ đánh giá",
    "Đang thực hiện",
    "Ước đạt",
    "Ước chưa đạt",
    "Đạt",
    "Vượt",
    "Chưa đạt",
    "Chưa có số liệu",
    "Chưa đủ căn cứ",
)
"""What the assessment may conclude of a target; the plan only has to know the words."""
