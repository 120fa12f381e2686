"""How wide a text prints in Times New Roman (độ rộng chữ), for exact lines and for breaking long names.

In: text, size in points. Out: millimetres. The widths are those of Liberation Serif 2, which prints as wide as Times
New Roman by design; tone marks add nothing, the horn of ơ and ư does.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

EM = 2048
MM_PER_POINT = 25.4 / 72
_HORN = "\u031b"
_UNKNOWN = "0"


@cache
def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Millimetres that a line of `text` takes; unknown characters count as a digit."""
    widths = _widths()[2 * italic + bold]
    units = sum(widths.get(_bare(c), widths[_UNKNOWN]) for c in unicodedata.normalize("NFC", text))
    return units / EM * size * MM_PER_POINT


@cache
def _bare(character: str) -> str:
    """Without its tone marks; a non-breaking space is a space."""
    if character == "\u00a0":
        return " "
    parts = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c == _HORN or not unicodedata.combining(c)))


@cache
def _widths() -> tuple[Mapping[str, int], ...]:
    """The four styles: upright, bold, italic, bold italic."""
    lines = files("kehoach.word").joinpath("metrics.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return tuple({row[0].replace("U+0020", " "): int(row[style]) for row in rows} for style in (1, 2, 3, 4))
