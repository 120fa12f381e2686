"""Old encodings (bảng mã cũ): text that was typed in TCVN3 or VNI fonts and reads as gibberish in any other.

Must come before any clean-up: ư of TCVN3 is the invisible U+00AD, and compatibility forms or other case destroy more.
Which encoding is decided for a whole file or column, for one word in eight means something both ways; then each text
is decoded only where that makes it better.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from kehoach.vi.syllables import is_syllable

LEAST_EVIDENCE = 3
"""Different words that must speak for an encoding; one where the font does too."""
ALONE = 20
"""Words from which a single text may speak for itself."""
LEAST_SHARE = 0.8
"""Of the words with marks, how many must be Vietnamese once decoded."""
MOST_VALID = 0.34
"""Of the words with marks, how many may be Vietnamese as they stand."""

_WORD = re.compile("[A-Za-z\u00a1-\u1fff\u20ab]{2,}")


class Encoding(StrEnum):
    """Bảng mã: the two that communes used, and each as a Vietnamese code page shows it."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    TCVN3_1258 = "TCVN3 (trang mã 1258)"
    VNI_1258 = "VNI (trang mã 1258)"

    @property
    def is_certain(self) -> bool:
        """Whether text may be decoded unasked; the code page's variants are taken for each other too often."""
        return self in (Encoding.TCVN3, Encoding.VNI)

    @property
    def family(self) -> "Encoding":
        """The encoding itself, whatever code page shows it."""
        return Encoding.VNI if self in (Encoding.VNI, Encoding.VNI_1258) else Encoding.TCVN3


@dataclass(frozen=True)
class Guess:
    """Phỏng đoán: what a text that was left as it stands may mean; for a question."""

    encoding: Encoding
    text: str


@dataclass(frozen=True)
class _Table:
    """What each code, as a file shows it, stands for; and what Vietnamese letters and marks no code is made of."""

    letters: Mapping[str, str]
    codes: re.Pattern[str]
    foreign: re.Pattern[str]

    def convert(self, text: str) -> str:
        return self.codes.sub(lambda code: self.letters[code[0]], text)

    def may_be_in(self, text: str) -> bool:
        """Whether no Vietnamese letter stands there that only Unicode has."""
        return not self.foreign.search(text)


def detect(cells: Sequence[tuple[str, str]]) -> Encoding | None:
    """The encoding of a file or column, from its texts and their fonts; None for Unicode, and where it is not clear.

    A variant of the Vietnamese code page is found only where it explains more than either encoding by itself.
    """
    weights = {encoding: _weight(encoding, cells) for encoding in Encoding}
    best = max(Encoding, key=lambda e: weights[e])
    is_clear = weights[best] > 0 and weights[Encoding.TCVN3] != weights[Encoding.VNI]
    return best if is_clear or (weights[best] and not best.is_certain) else None


def decode(text: str, encoding: Encoding, font: str = "") -> str:
    """The text in Unicode, not yet cleaned up; as it stands where it says at least as much so, or cannot be old.

    A font of the encoding decides what means something both ways; fonts .Vn…H show small letters as capitals.
    """
    said = family_of(font)
    if text.isascii() or said not in (None, encoding.family) or not _table(encoding).may_be_in(text):
        return text
    decoded, now = _shown(text, encoding, font), _sense(text)
    is_better = _sense(decoded) >= now if said else _sense(decoded) > now
    return decoded if is_better else text


def suspect(text: str, font: str = "", encoding: Encoding | None = None) -> Guess | None:
    """What a text that `decode` left alone may mean: by its font, by the file's encoding, or by itself."""
    said = family_of(font)
    family = said or (encoding.family if encoding else None)
    for tried in (e for e in Encoding if family in (None, e.family)):
        guess = _shown(text, tried, font)
        if guess == text or not _table(tried).may_be_in(text):
            continue
        if said or (encoding and _sense(guess)[0] >= max(1, _sense(text)[0])) or _speaks_alone(text, tried):
            return Guess(tried, guess)
    return None


def family_of(font: str) -> Encoding | None:
    """The encoding that a font is made for: .VnTime → TCVN3, VNI-Times → VNI."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else None


def shows_capitals(font: str) -> bool:
    """Whether it is a font .Vn…H, in which small letters are drawn as capitals."""
    return family_of(font) is Encoding.TCVN3 and font.strip().endswith("H")


def _shown(text: str, encoding: Encoding, font: str) -> str:
    decoded = _table(encoding).convert(text)
    return decoded.upper() if shows_capitals(font) else decoded


def _weight(encoding: Encoding, cells: Sequence[tuple[str, str]]) -> int:
    """By how many different words the encoding is the better reading; 0 where they do not suffice."""
    in_font = [text for text, font in cells if family_of(font) is encoding.family]
    others = [text for text, font in cells if family_of(font) in (None, encoding.family)]
    least = LEAST_EVIDENCE if sum(bool(_words([text])) for text in others) > 1 else ALONE
    return _evidence(encoding, in_font, 1) or _evidence(encoding, others, least)


def _evidence(encoding: Encoding, texts: Iterable[str], least: int) -> int:
    words, table = _words(texts), _table(encoding)
    now = sum(_is_valid(word) for word in words)
    if now > MOST_VALID * len(words):
        return 0
    after = sum(table.may_be_in(word) and is_syllable(table.convert(word)) for word in words)
    return after - now if after - now >= least and after >= LEAST_SHARE * len(words) else 0


def _speaks_alone(text: str, encoding: Encoding) -> bool:
    """Every word with marks is Vietnamese once decoded, and none as it stands; µm and où do not suffice."""
    words = _words([text])
    return any(len(w) > 2 for w in words) and all(
        is_syllable(_table(encoding).convert(w)) and not _is_valid(w) for w in words
    )


def _sense(text: str) -> tuple[int, int]:
    """How many marked words are Vietnamese; then, how few characters are not."""
    strange = sum(not c.isascii() and c not in _vietnamese() for c in unicodedata.normalize("NFC", text))
    return sum(_is_valid(w) for w in _WORD.findall(text) if not w.isascii()), -strange


def _words(texts: Iterable[str]) -> set[str]:
    """The different words with marks; a lone sign (µ, ×, §) says nothing."""
    return {word for text in texts for word in _WORD.findall(text) if not word.isascii()}


def _is_valid(word: str) -> bool:
    return is_syllable(unicodedata.normalize("NFC", word))


@cache
def _table(encoding: Encoding) -> _Table:
    """Read from the table of letters and bytes beside this file."""
    lines = files(__package__).joinpath(f"{encoding.family.lower()}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "letter"))]
    page = "cp1252" if encoding.is_certain else "cp1258"
    letters = {bytes.fromhex(code).decode(page): letter for letter, code in rows}
    longest_first = sorted(map(re.escape, letters), key=len, reverse=True)
    foreign = {*letters.values(), *map(chr, range(0x300, 0x370))} - set("".join(letters))
    return _Table(letters, re.compile("|".join(longest_first)), re.compile(f"[{''.join(sorted(foreign))}]"))


@cache
def _vietnamese() -> frozenset[str]:
    return frozenset(_table(Encoding.TCVN3).letters.values())
