"""What fingers leave in a text without meaning it (vết gõ phím): odd spaces, apostrophes, letters for digits."""

import re
import unicodedata

from kehoach.vi.names import tidy

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_O_AS_ZERO = re.compile(r"(?<=\d)[oO](?![a-zà-ỹđ])|(?<![^\W\d_])[oO](?=\d)", re.IGNORECASE)
_L_AS_ONE = re.compile(r"(?<![^\W_])[lI|](?=\d)|(?<=\d)[lI|](?=\d)")


def plain_text(text: str) -> str:
    """NFC, without invisible characters and the apostrophe that made it text, one space between words."""
    return tidy(_INVISIBLE.sub("", text)).removeprefix("'").removeprefix("’").strip()


def plain_digits(text: str) -> str:
    """Digits of other scripts (１２, ①) as ASCII ones, and O, l, I among digits as 0 and 1: "O5" → "05"."""
    ascii_digits = "".join(_digit(c) for c in text)
    before = ""
    while before != ascii_digits:
        before, ascii_digits = ascii_digits, _L_AS_ONE.sub("1", _O_AS_ZERO.sub("0", ascii_digits))
    return ascii_digits


def _digit(character: str) -> str:
    number = unicodedata.digit(character, None)
    known = number is not None and (character.isdigit() and not character.isascii())
    return str(number) if known and unicodedata.name(character, "").find("SUPERSCRIPT") < 0 else character
