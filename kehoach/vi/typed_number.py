"""Numbers as people type them (số gõ tay): an own grammar, for Python's takes "nan", "1_000", and "1.234" for one.

The Vietnamese rule is a dot between thousands and a decimal comma; what has one reading only is read, the rest asked.
"""

import re
from decimal import Decimal
from fractions import Fraction

from kehoach.vi.handwriting import Reading, Slip
from kehoach.vi.keystrokes import plain_digits, plain_text
from kehoach.vi.measures import Fit, fit_of
from kehoach.vi.names import fold

MOST_DIGITS = 15
"""What Excel keeps of a number."""

_ABOUT = r"~|≈|±|[<>≤≥]=?|khoang|uoc(?: tinh| chung| dat)?|chung|tam|gan|hon|tren|duoi|xap xi|it nhat|toi da|do"
_SHAPE = re.compile(
    rf"(?P<about>(?:(?:{_ABOUT})\s*)+)?(?:(?:co|la|duoc|=|:)\s*)?(?P<sign>[-−+])?\s*(?P<body>\d(?:[\d., ]*\d)?)[.,;]*"
    r"\s*(?P<percent>%|phan tram)?\s*(?P<tail>[^\d+()=/*-]*)"
)
_LOOSE_END = re.compile(r"(?:^|\s)(?:hon|tro len|tro xuong|may|\?)$")
_APART = re.compile(r"\d(?:\s{2,}|[^\S \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}])\d")
"""A line's end, a tab or several spaces between digits: two numbers, not a group of thousands."""
_DAY_LIKE = re.compile(r"\d{1,4}(?:\s*[/-]\s*\d{1,4}){1,2}")
_PLAIN = re.compile(r"\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_POINT = re.compile(r"\d+\.\d+")


def read_typed_number(text: str, measure: str = "", is_whole: bool = False) -> Reading:
    """A number in a unit of measure; `is_whole` for what is counted, where "1.234" has one reading only.

    The value is int or Decimal, possibly negative or fractional: what is allowed is the asker's business.
    """
    shape, slip = _shape(text)
    if shape is None:
        return _not_a_number(text)
    if shape["percent"]:
        return Reading(slip=Slip.PERCENT, doubt="là tỷ lệ phần trăm, mục này hỏi số lượng")
    tail = _LOOSE_END.sub("", shape["tail"])
    if (fit := fit_of(tail, measure)) is not Fit.SAME:
        return _other_measure(fit, measure)
    number = _number(shape["body"], is_whole)
    if not isinstance(number.value, int | Decimal):
        return number
    if shape["sign"] == "+":
        return Reading(number.value, Slip.NOTHING, "là số tăng thêm hay là tổng số?")
    value = -number.value if shape["sign"] in ("-", "−") else number.value
    about = bool(shape["about"]) or tail != shape["tail"]
    return Reading(
        value,
        Slip.ABOUT if about else slip or number.slip or (Slip.MEASURE if tail else None),
        "không phải số chính xác" if about else number.doubt,
        is_about=about,
    )


def read_typed_rate(text: str) -> Reading:
    """A rate: "86,5%" is the Fraction 173/200 (slip PERCENT); without the sign the bare number, as it stands."""
    shape, slip = _shape(text)
    if shape is None or shape["tail"] or shape["about"]:
        return Reading(slip=Slip.ABOUT, doubt="không phải một tỷ lệ cụ thể")
    number = _number(shape["body"], is_whole=False)
    if not isinstance(number.value, int | Decimal):
        return number
    value = Fraction(number.value) * (-1 if shape["sign"] in ("-", "−") else 1)
    return Reading(value / 100, Slip.PERCENT) if shape["percent"] else Reading(value, slip or number.slip, number.doubt)


def _shape(text: str) -> tuple[dict[str, str] | None, Slip | None]:
    """The parts of the text, and whether letters stood for digits in it."""
    if _APART.search(text):
        return None, None
    typed = plain_text(text).replace("m2", "m²").replace("M2", "m²")
    digits = plain_digits(typed)
    match = _SHAPE.fullmatch(fold(digits))
    parts = {name: part or "" for name, part in match.groupdict().items()} if match else None
    return parts, Slip.LETTERS if digits != typed else None


def _number(body: str, is_whole: bool) -> Reading:
    if sum(c.isdigit() for c in body) > MOST_DIGITS:
        return Reading(slip=Slip.SIZE, doubt="dài quá 15 chữ số")
    if _PLAIN.fullmatch(body):
        return Reading(int(body))
    readings = _readings(body)
    if is_whole and len(readings) == 2:
        readings = readings[:1]
    if len(readings) == 1:
        return Reading(*readings[0])
    return Reading(slip=Slip.SEPARATORS, doubt="không rõ dấu ngăn hàng nghìn hay dấu thập phân")


def _readings(body: str) -> list[tuple[int | Decimal, Slip | None]]:
    """Every value the separators allow, thousands first."""
    found: list[tuple[int | Decimal, Slip | None]] = []
    if _THOUSANDS.fullmatch(body):
        found.append((_exact(body.replace(".", "").replace(",", ".")), Slip.THOUSANDS))
    if _SPACED.fullmatch(body):
        found.append((_exact(body.replace(" ", "").replace(",", ".")), Slip.SEPARATORS))
    if _ENGLISH.fullmatch(body):
        found.append((_exact(body.replace(",", "")), Slip.SEPARATORS))
    if _COMMA.fullmatch(body):
        found.append((_exact(body.replace(",", ".")), None))
    if _POINT.fullmatch(body):
        found.append((_exact(body), Slip.SEPARATORS))
    return found


def _exact(text: str) -> int | Decimal:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


def _other_measure(fit: Fit, measure: str) -> Reading:
    if fit is Fit.MONEY:
        return Reading(slip=Slip.MONEY, doubt=f"đơn vị tiền khác, mục này tính bằng {measure}")
    asked = f"mục này tính bằng {measure}" if measure else "mục này chỉ cần một số"
    return Reading(slip=Slip.MEASURE, doubt=f"có chữ kèm theo số, {asked}")


def _not_a_number(text: str) -> Reading:
    if _DAY_LIKE.fullmatch(plain_text(text)):
        return Reading(slip=Slip.DAY, doubt="có thể là ngày tháng, cũng có thể là hai số")
    return Reading(slip=Slip.NOTHING, doubt="không phải một số cụ thể")
