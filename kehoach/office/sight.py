"""Letters in the colour of their ground (chữ trùng màu nền): what stands there, and nobody sees it."""

import re
from collections.abc import Mapping

PAPER, INK = "FFFFFF", "000000"
LEAST_CONTRAST = 1.25
"""Of the two brightnesses, as WCAG counts it; a light grey on white (D9D9D9) has 1.4 and can still be read."""

_HEXADECIMAL = re.compile("[0-9A-F]{6}")
_THEME = {"0": PAPER, "1": INK}
_INDEXED = {"0": INK, "1": PAPER, "8": INK, "9": PAPER, "64": INK, "65": PAPER}


def colour_of(attributes: Mapping[str, str]) -> str:
    """Six hexadecimal digits where they are known, else what names the colour; "" for one the program chooses."""
    if rgb := attributes.get("rgb"):
        return rgb[-6:].upper()
    theme, index, tint = (attributes.get(key, "") for key in ("theme", "indexed", "tint"))
    if theme:
        return _THEME.get(theme, "") if tint in ("", "0") and theme in _THEME else f"theme {theme} {tint}"
    return _INDEXED.get(index, f"indexed {index}") if index else ""


def is_lost(letters: str, ground: str) -> bool:
    """Whether letters of one colour cannot be told from a ground of another; never where one is not known."""
    if not letters or not ground:
        return False
    if letters == ground:
        return True
    low, high = sorted((_brightness(letters), _brightness(ground)))
    return low >= 0 and (high + 0.05) / (low + 0.05) < LEAST_CONTRAST


def _brightness(colour: str) -> float:
    """From 0 to 1; negative for a colour that only has a name."""
    if not _HEXADECIMAL.fullmatch(colour):
        return -1
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
