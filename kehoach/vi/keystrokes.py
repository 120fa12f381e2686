"""What fingers leave in a text without meaning it (vết gõ phím): odd spaces, apostrophes, letters for digits."""

import re
import unicodedata

from kehoach.vi.names import tidy

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_ALMOST_A_NUMBER = re.compile(r"(?<![^\W_])[0-9oOlI|]*[0-9][0-9oOlI|]*(?![^\W\d_])")
_AS_DIGITS = str.maketrans("oOlI|", "00111")


def plain_text(text: str) -> str:
    """NFC, without invisible characters and the apostrophe that made it text, one space between words."""
    return tidy(_INVISIBLE.sub("", text)).removeprefix("'").removeprefix("’").strip()


def plain_digits(text: str) -> str:
    """Digits of other scripts (１２, ①) as ASCII ones, and O, l, I among digits as 0 and 1: "O5" → "05".

    An l at the end stays: "12l" may as well be "12 lượt".
    """
    ascii_digits = "".join(_digit(c) for c in text)
    return _ALMOST_A_NUMBER.sub(lambda m: m[0] if m[0][-1] in "lI|" else m[0].translate(_AS_DIGITS), ascii_digits)


def _digit(character: str) -> str:
    number = unicodedata.digit(character, None)
    if number is None or character.isascii() or "SUPERSCRIPT" in unicodedata.name(character, ""):
        return character
    return str(number)
