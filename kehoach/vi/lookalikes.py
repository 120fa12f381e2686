"""What looks right and is not (ký tự trông giống): letters of other scripts, invisible signs, odd spaces; tone places.

Comes after old encodings are decoded, never before: there Ð is é, and ư is invisible.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kehoach.vi.syllables import split_tone

_LETTERS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԛԁԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" + "ÐðƉɖ",
    "ABESIJKMHOPCTYXaesijopcyxhqdw" + "ABEZHIKMNOPTYXo" + "ĐđĐđ",
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_WORD = re.compile(r"[^\W\d_]+")


class Oddity(StrEnum):
    """Kiểu lạ: what was put right in a text without changing what it says; gravest first."""

    LETTERS = "ký tự lạ"
    UNICODE = "chuẩn hóa Unicode"
    SPACES = "bỏ khoảng trắng, dấu nháy, xuống dòng thừa"


@dataclass(frozen=True)
class Cleaned:
    """Chữ đã làm sạch: the text, and what was odd in it, gravest first."""

    text: str
    oddities: tuple[Oddity, ...] = ()


def clean(text: str) -> Cleaned:
    """NFC, Latin letters only where others look the same, visible signs, one plain space between words."""
    composed = unicodedata.normalize("NFC", text)
    latin = _latin(composed)
    plain = " ".join(latin.split()).removeprefix("'").removeprefix("’").strip()
    changed = {
        Oddity.LETTERS: latin != composed,
        Oddity.UNICODE: composed != text,
        Oddity.SPACES: plain != latin,
    }
    return Cleaned(plain, tuple(oddity for oddity, is_so in changed.items() if is_so))


@lru_cache(maxsize=1 << 14)
def tone_key(text: str) -> str:
    """One key for every place of the tone: "Hoà" and "hòa" have the same. Each word ends in its tone."""
    words = " ".join(clean(text).text.split()).casefold()
    return _WORD.sub(lambda word: "".join(split_tone(word[0])), words)


def _latin(text: str) -> str:
    """Each word wholly in Latin letters where it can be; a truly Cyrillic or Greek one stays."""
    visible = _SPACES.sub(" ", _INVISIBLE.sub("", text)).translate(_FULL_WIDTH)
    return unicodedata.normalize("NFC", _WORD.sub(lambda word: _latin_word(word[0]), visible))


def _latin_word(word: str) -> str:
    """The Latin twin of a word; the word itself where a letter has none. Units such as µ have none."""
    twin = word.translate(_LETTERS)
    return twin if all(unicodedata.name(c, "").startswith("LATIN") for c in twin) else word
