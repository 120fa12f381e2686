"""What a printed form says (đọc lại chữ in): numbers, percentages, days, taken from the words by an own grammar.

In: printed words and an exact value. Out: whether one is the other at the precision it is printed with.
"""

import re
import unicodedata
from datetime import date
from fractions import Fraction

from kehoach.vi.values import Exact

LEAST_DECIMALS = 2
"""Zeros after the comma are not printed: "69,9%" says two decimals as well."""
_NUMBER = re.compile(r"(?<![\d.,])(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
_PERCENT = re.compile(r"\s*(điểm\s*)?%")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LESS = ("giảm", "thấp hơn")
_EQUAL = ("ngang bằng", "không thay đổi")
_WORDS = {"có": Fraction(1), "không": Fraction(0), "không để xảy ra": Fraction(0)} | dict.fromkeys(_EQUAL, Fraction(0))


def folded(text: str) -> str:
    """Words to compare: without case, with single spaces, without what no file can hold and the stops at the end."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c in "\t\n\r" or unicodedata.category(c)[0] != "C")
    plain = " ".join("".join(kept).split())
    return unicodedata.normalize("NFC", plain.upper().casefold()).rstrip(" ./")


def says(printed: str, value: Exact) -> bool:
    """Whether the words say this value: texts and days as they are, numbers rounded as printed."""
    if isinstance(value, str):
        return folded(value) in folded(printed)
    if isinstance(value, date):
        return any(
            (int(y), int(m), int(d)) == (value.year, value.month, value.day) for d, m, y in _DAY.findall(printed)
        )
    return _says_number(printed, Fraction(value))


def numbers(printed: str) -> tuple[Fraction, ...]:
    """The bare numbers in the words, in order."""
    return tuple(_exact(*match.groups()) for match in _NUMBER.finditer(printed))


def _says_number(printed: str, value: Fraction) -> bool:
    words = printed.casefold().strip()
    if (said := _WORDS.get(words.removeprefix("ước "))) is not None:
        return said == value
    match = _NUMBER.search(words)
    if match is None:
        return False
    size, decimals = _exact(*match.groups()), len(match[3] or "")
    wanted = value * (100 if _PERCENT.match(words, match.end()) else 1)
    if words.startswith(_LESS):
        size = -size
    return abs(size - wanted) * 2 <= Fraction(1, 10 ** max(decimals, LEAST_DECIMALS))


def keeps_side(printed: str, value: Fraction, limit: Fraction) -> bool:
    """Whether a printed percentage lies on the same side of a limit as the value, where six decimals can tell."""
    found, least = numbers(printed)[:1], Fraction(1, 10**6)
    if not found or abs(value - limit) * 100 < least:
        return True
    shown, exact, edge = found[0], value * 100, limit * 100
    return (shown > edge) - (shown < edge) == (exact > edge) - (exact < edge)


def _exact(sign: str, whole: str, rest: str | None) -> Fraction:
    digits = rest or ""
    size = Fraction(int(whole.replace(".", "") + digits), 10 ** len(digits))
    return -size if sign else size
