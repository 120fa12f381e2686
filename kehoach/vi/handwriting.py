"""What a typed text was taken for (cách hiểu chữ gõ tay): the value, what was done to get it, or why it is in doubt."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Slip(StrEnum):
    """Kiểu gõ: what about the typing was not plain; the reason a person is told when it was put right."""

    MEASURE = "bỏ đơn vị tính ghi kèm"
    ABOUT = "số ước chừng"
    THOUSANDS = "dấu chấm ngăn hàng nghìn"
    SEPARATORS = "hiểu lại dấu ngăn cách trong số"
    PERCENT = "tỷ lệ phần trăm ghi bằng chữ"
    LETTERS = "chữ gõ nhầm thay cho chữ số"
    MONEY = "đơn vị tiền khác với biểu"
    SIZE = "số quá dài"
    DAY = "ngày ghi tắt"
    WORD = "hiểu theo từ đã ghi"
    NOTHING = "không phải số"
    TCVN3 = "mã cũ TCVN3"
    CAPITALS = "mã cũ TCVN3, phông chữ hoa"
    VNI = "mã cũ VNI"
    UNICODE = "chuẩn hóa Unicode"
    TONE = "viết dấu thanh theo danh mục"
    GENERIC = "thiếu hoặc thừa từ chỉ loại"
    ACCENTS = "thiếu hoặc sai dấu"
    NUMBER = "ghi số theo cách khác"
    STRANGE = "ký tự lạ"
    SPACES = "bỏ khoảng trắng, dấu nháy, xuống dòng thừa"


@dataclass(frozen=True)
class Reading:
    """Cách hiểu: of one typed text.

    `value` is None where nothing can be made of it. `slip` with an empty `doubt` was put right without question; with
    one, `doubt` is what a person is told ("“~120”: không phải số chính xác") and the value a guess, if there is any.
    `is_about` marks a number said to be about right.
    """

    value: int | Decimal | Fraction | date | None = None
    slip: Slip | None = None
    doubt: str = ""
    is_about: bool = False
