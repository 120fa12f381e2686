"""The outline of a plan (dàn ý): which line stands under which, from the labels before them.

In: `office.prose`. Out: a tree of `Item`s. Roman numbers over arabic ones, those over letters, dashes, crosses; a line
without a label belongs to the one above, unless it is a title in capitals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.office.prose import Prose, TextTable

PART, CHAPTER, NUMBER, LETTER, DASH, CROSS, PLAIN = 0, 1, 2, 5, 6, 7, 8
"""Ranks: the lower, the higher in the tree. Between NUMBER and LETTER lie 1.1 and 1.1.1."""
MOST_TITLE = 120
"""A title in capitals is no longer than this."""

_LABELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (PART, re.compile(r"(phần (?:thứ \w+|[IVX]+|\d+)[.:]?|[A-H][./-](?=\s+[^\W\d_]{2}))\s*", re.IGNORECASE)),
    (CHAPTER, re.compile(r"([IVX]{1,5})\s*[.)/-]\s*(?=\S)")),
    (NUMBER + 2, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?\s+")),
    (NUMBER + 1, re.compile(r"(\d{1,2}\.\d{1,2})[.)]?\s+")),
    (NUMBER, re.compile(r"(\d{1,2})(?:\s*[.)/]\s*|-\s+)(?=[^\W\d_“\"'(*]|\d{1,3}\s*%|[“\"'(*]|\d+ )")),
    (LETTER, re.compile(r"([a-zđ])\s*[.)]\s+")),
    (DASH, re.compile(r"([-–—])\s*(?=[^\s\d]|\d)")),
    (CROSS, re.compile(r"([+•*·▪])\s*(?=\S)")),
)
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|_{2,}")
"""Left over where italics were turned into plain text."""


@dataclass(frozen=True)
class Item:
    """Mục: one line without its label (`rank` says which kind it had), the table under it, and what stands below."""

    rank: int
    text: str
    children: "tuple[Item, ...]" = ()
    table: TextTable | None = None

    def walk(self) -> "Iterator[Item]":
        """Itself and everything below, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def whole(self) -> str:
        """Its text and that of everything below, one sentence after another."""
        return " ".join(item.text for item in self.walk() if item.text)


def read_outline(prose: Prose) -> tuple[Item, ...]:
    """The items of the first level."""
    flat = [_table(part) if isinstance(part, TextTable) else _item(part) for part in prose]
    return tuple(_nested(flat))


def _item(line: str) -> Item:
    bare = _EMPHASIS.sub("", line).replace("\t", " ").strip() if "*" in line or "__" in line else line.strip()
    for rank, pattern in _LABELS:
        if found := pattern.match(bare):
            return Item(rank, bare[found.end() :].strip())
    is_title = bare.upper() == bare and any(c.isalpha() for c in bare) and len(bare) <= MOST_TITLE
    return Item(CHAPTER if is_title else PLAIN, bare)


def _table(table: TextTable) -> Item:
    return Item(PLAIN, "", (), table)


def _nested(flat: Sequence[Item]) -> Iterator[Item]:
    """Each item with the following ones of a greater rank as its children."""
    at = 0
    while at < len(flat):
        head = flat[at]
        end = at + 1
        while end < len(flat) and flat[end].rank > head.rank:
            end += 1
        yield Item(head.rank, head.text, tuple(_nested(flat[at + 1 : end])), head.table)
        at = end
