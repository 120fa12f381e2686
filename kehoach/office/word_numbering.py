"""Numbers that Word puts before paragraphs by itself (đánh số tự động): "1.", "a)", "-".

In: numbering.xml and, paragraph after paragraph, which list and level each is of. Out: the label as printed, and the
indents that come with it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.office.word_markup import Element, number, q, value
from kehoach.vi.numbers import print_roman

_BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "•", "\uf0d8": "•", "o": "o"}
_PLACE = re.compile(r"%([1-9])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""Word counts by the Latin alphabet, which is the mistake that rule ND30-73 looks for."""


_MOST_ROMAN = 399


@dataclass(frozen=True)
class Level:
    """Cấp của danh sách: how it counts, its text ("%1."), where it starts, and its `w:pPr` with the indents."""

    form: str
    text: str
    start: int
    properties: Element | None


@dataclass(frozen=True)
class Numbering:
    """Các danh sách: list id → levels."""

    lists: Mapping[str, Mapping[int, Level]]

    def level(self, list_id: str | None, level: int) -> Level | None:
        """None where the paragraph is of no list."""
        return self.lists.get(list_id or "", {}).get(level)


def read_numbering(root: Element | None) -> Numbering:
    """The part; no lists where there is none."""
    if root is None:
        return Numbering({})
    abstract = {value(a, "w:abstractNumId"): a for a in root.iterchildren(q("w:abstractNum"))}
    lists = {}
    for each in root.iterchildren(q("w:num")):
        base = abstract.get(value(each.find(q("w:abstractNumId"))))
        levels = {} if base is None else _levels(base)
        for changed in each.iterchildren(q("w:lvlOverride")):
            levels |= _levels(changed)
        lists[value(each, "w:numId") or ""] = levels
    return Numbering(lists)


def _levels(container: Element) -> dict[int, Level]:
    found = {}
    for each in container.iterchildren(q("w:lvl")):
        start = number(value(each.find(q("w:start"))))
        found[int(number(value(each, "w:ilvl")) or 0)] = Level(
            value(each.find(q("w:numFmt"))) or "decimal",
            value(each.find(q("w:lvlText"))) or "",
            int(1 if start is None else start),
            each.find(q("w:pPr")),
        )
    return found


class Counter:
    """Bộ đếm: the labels of a document's paragraphs in order; it remembers where each list stands."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._at: dict[str, dict[int, int]] = {}

    def label(self, list_id: str | None, level: int) -> str:
        """The next label of that list and level; "" where the paragraph is of no list."""
        here = self._numbering.level(list_id, level)
        if here is None or list_id is None:
            return ""
        if here.form == "bullet":
            return _BULLETS.get(here.text, here.text)
        counts = self._at.setdefault(list_id, {})
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [d for d in counts if d > level]:
            del counts[deeper]
        return _PLACE.sub(lambda found: self._printed(list_id, int(found[1]) - 1, counts), here.text)

    def _printed(self, list_id: str, level: int, counts: Mapping[int, int]) -> str:
        of = self._numbering.level(list_id, level)
        return "" if of is None else counted(of.form, counts.get(level, of.start))


def counted(form: str, count: int) -> str:
    """3 in Word's form of counting: "3", "III", "c"."""
    if form in ("upperRoman", "lowerRoman") and 0 < count <= _MOST_ROMAN:
        roman = print_roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = _LETTERS[(count - 1) % len(_LETTERS)]
        return letter if form == "lowerLetter" else letter.upper()
    return f"{count:02d}" if form == "decimalZero" else "" if form == "none" else str(count)
