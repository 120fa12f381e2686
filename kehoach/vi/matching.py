"""Which of the known names is meant (nhận tên đơn vị): however it is spelt; between two, nobody guesses."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kehoach.vi.lookalikes import clean, tone_key
from kehoach.vi.names import fold, tidy

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d+$)|\bsố (?=\S+$)")
_T_FOR_THON = re.compile(r"^t\.\s*")
_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        ("i một mot", "ii hai", "iii ba", "iv bốn tư", "v năm", "vi sáu", "vii bảy", "viii tám", "ix chín", "x mười"), 1
    )
    for word in words.split()
}
_GENERIC = {
    word: words[0]
    for words in (
        ("thôn", "thon", "khu dân cư", "kdc", "khu"),
        ("tổ dân phố", "tdp", "tổ"),
        ("khu phố", "kp"),
        ("bản",), ("xóm",), ("ấp",), ("buôn",), ("làng",), ("khóm",), ("phố",),
    )
    for word in words
}  # fmt: skip
"""Words for a kind of place; those of one row say the same."""
LEAST_LETTERS = 3
"""Names shorter than this differ from too many others in one letter."""

MOST_KEPT = 4096
"""Names whose keys are kept: the same units are asked for in file after file."""


class How(StrEnum):
    """Cách nhận ra một tên: from sure to open; what is not sure is listed, what is open is asked."""

    EXACT = "đúng mã hoặc tên"
    ALIAS = "đúng bí danh"
    SPELLING = "viết khác dấu thanh, chữ hoa hoặc khoảng trắng"
    NUMBER = "ghi số theo cách khác"
    GENERIC = "thiếu hoặc thừa từ chỉ loại"
    ACCENTS = "thiếu hoặc sai dấu"
    NEAR = "gần giống một tên"
    SEVERAL = "có thể là nhiều tên"
    NONE = "không có trong danh mục"


@dataclass(frozen=True)
class Match:
    """Kết quả nhận tên: how, and the keys it may be; exactly one where it is not open, none where nothing is near."""

    how: How
    candidates: tuple[str, ...] = ()

    @property
    def key(self) -> str | None:
        """Whose name it is; None where somebody must be asked."""
        return None if self.how in (How.NEAR, How.SEVERAL, How.NONE) else self.candidates[0]


def match_name(text: str, names: Mapping[str, Sequence[str]]) -> Match:
    """Which of the names (key → name, then aliases) is meant: the strictest way by which any fits decides.

    Two that fit equally are both candidates, never one of them. A number at the end is part of the name.
    """
    spelt = {key: (key, *many) for key, many in names.items()}
    own, others = {k: many[:2] for k, many in spelt.items()}, {k: many[2:] for k, many in spelt.items()}
    for how, known, fits in (
        (How.EXACT, own, _is_same),
        (How.ALIAS, others, _is_same),
        (How.SPELLING, spelt, _by(tone_key)),
        (How.NUMBER, spelt, _by(_toned)),
        (How.GENERIC, spelt, _but_generic(_toned_forms)),
        (How.ACCENTS, spelt, _but_generic(_bare_forms)),
        (How.NEAR, spelt, _is_near),
    ):
        found = tuple(key for key, many in known.items() if any(fits(text, name) for name in many))
        if found:
            return Match(how if len(found) == 1 else How.SEVERAL, found)
    return Match(How.NONE)


def _is_same(one: str, other: str) -> bool:
    return bool(tidy(one)) and tidy(one).casefold() == tidy(other).casefold()


def _by(key: Callable[[str], str]) -> Callable[[str, str], bool]:
    return lambda one, other: bool(key(one)) and key(one) == key(other)


def _but_generic(forms: Callable[[str], tuple[str, str, str]]) -> Callable[[str, str], bool]:
    """Same, or with a word for its kind left out of one of the two."""

    def fits(one: str, other: str) -> bool:
        (whole, kind, rest), (other_whole, other_kind, other_rest) = forms(one), forms(other)
        if not rest or not other_rest:
            return False
        is_kind_left_out = rest == other_whole or whole == other_rest
        return whole == other_whole or is_kind_left_out or (kind == other_kind and rest == other_rest)

    return fits


def _is_near(one: str, other: str) -> bool:
    """One letter apart, or the number left out; another number is another place."""
    (name, number), (other_name, other_number) = _numbered(one), _numbered(other)
    if number != other_number:
        return name == other_name != "" and "" in (number, other_number)
    return min(len(name), len(other_name)) >= LEAST_LETTERS and _one_slip(name, other_name)


def _one_slip(one: str, other: str) -> bool:
    """A letter too many, too few, wrong, or two of them swapped."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[at:], other[at:]
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] in (other_rest, other_rest[1:]) or rest == other_rest[1:]


@lru_cache(MOST_KEPT)
def _numbered(text: str) -> tuple[str, str]:
    """Name without its kind and accents, and the number at its end: "Thôn Đông 01" → ("dong", "1")."""
    head, _, last = _bare(_parts(text)[1]).rpartition(" ")
    return (head, last) if last.isdecimal() else (f"{head} {last}".strip(), "")


def _parts(text: str) -> tuple[str, str]:
    """The word for the kind of place and the rest: "KDC Đông" → ("thôn", "đông"); ("", all) without one."""
    words = _T_FOR_THON.sub("thôn ", clean(text).text.casefold()).split()
    for count in (3, 2, 1):
        kind = _GENERIC.get(" ".join(words[:count]))
        if kind and words[count:]:
            return kind, " ".join(words[count:])
    return "", " ".join(words)


@lru_cache(MOST_KEPT)
def _toned_forms(text: str) -> tuple[str, str, str]:
    """The whole, the word for its kind, the rest; with accents."""
    kind, rest = _parts(text)
    return _toned(text), kind, _toned(rest)


@lru_cache(MOST_KEPT)
def _bare_forms(text: str) -> tuple[str, str, str]:
    """The same without accents."""
    kind, rest = _parts(text)
    return _bare(text), kind, _bare(rest)


@lru_cache(MOST_KEPT)
def _toned(text: str) -> str:
    return tone_key(_plain_number(text))


def _bare(text: str) -> str:
    return fold(_plain_number(text))


def _plain_number(text: str) -> str:
    """The number at the end of a name in digits: I, một, 01, "số 1" → 1."""
    words = _GLUED.sub(" ", tidy(_PUNCTUATION.sub(" ", clean(text).text.casefold()))).split()
    last = words[-1] if words[1:] else ""
    number = str(int(last)) if last.isdecimal() else _NUMBERS.get(last, last)
    return " ".join([*words[:-1], number]) if number else " ".join(words)
