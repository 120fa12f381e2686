"""What a person sees of a number (số hiện ra): a number format may round it, scale it, dress it in words or hide it.

Read once a format; a format this does not understand (fractions, conditions, exponents) is taken to show the number.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from kehoach.office.formats import shows_date

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<unclear>\[[<>=][^\]]*\]|[eE][+-]|/)'
    r"|_.|\*.|\[[^\]]*\]|(?P<general>General|@)|(?P<digit>[0#?])|(?P<mark>[.,%;])|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_TELLING = ("L", "N", "Sc")
"""Kinds of characters that say something beside a number: letters, digits, signs of money."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Dạng hiện số: `decimals` is None where the number stands as it is; `words` are what stands beside it."""

    has_number: bool
    decimals: int | None
    scale: int
    is_percent: bool
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Số nhìn thấy: the number on the screen, None where none is; the words beside it, whether it is a percentage."""

    number: int | Decimal | None
    words: str
    is_percent: bool


def shown_as(number: int | Decimal, number_format: str) -> Shown:
    """What the format makes of a number."""
    shapes = _shapes(number_format)
    if not shapes:
        return Shown(number, "", False)
    place = 1 if number < 0 else 2 if number == 0 else 0
    shape = shapes[place] if place < len(shapes) else shapes[0]
    if not shape.has_number:
        return Shown(None, shape.words, False)
    seen = Decimal(number).scaleb((2 if shape.is_percent else 0) - 3 * shape.scale)
    last_digit = seen.as_tuple().exponent
    if shape.decimals is not None and isinstance(last_digit, int) and last_digit < -shape.decimals:
        seen = seen.quantize(Decimal(1).scaleb(-shape.decimals), ROUND_HALF_UP)
    return Shown(seen, shape.words, shape.is_percent)


@lru_cache(maxsize=256)
def _shapes(number_format: str) -> tuple[Shape, ...]:
    """One for each kind of number (above, below, zero); () where the format is plain or not understood."""
    if number_format in ("General", "") or shows_date(number_format):
        return ()
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(number_format):
        if token["unclear"]:
            return ()
        if token["mark"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(map(_shape, sections))


def _shape(tokens: list[re.Match[str]]) -> Shape:
    marks = "".join(t["digit"] or t["mark"] or "" for t in tokens)
    words = "".join(t["quoted"] or t["escaped"] or t["currency"] or t["plain"] or "" for t in tokens).strip()
    is_general = any(t["general"] for t in tokens)
    whole, point, rest = marks.replace("%", "").partition(".")
    return Shape(
        has_number=is_general or any(t["digit"] for t in tokens),
        decimals=None if is_general else len(rest.rstrip(",")) if point else 0,
        scale=len(marks.replace("%", "")) - len(marks.replace("%", "").rstrip(",")) if whole or rest else 0,
        is_percent="%" in marks,
        words=words if any(unicodedata.category(c).startswith(_TELLING) for c in words) else "",
    )
