"""What hands have changed in a report since it was written (chỗ sửa tay), block by block.

In: the document's XML and what we wrote. Out: the edits, in the report's order; and what a final document may not hold.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.office.word_markup import Element, parse, q
from kehoach.report.model import DRAFT_MARK, PROMPT_MARK
from kehoach.word.place import cells_of, marked_paragraphs, words_of
from kehoach.word.written import Baseline, WrittenBlock


@dataclass(frozen=True)
class Edit:
    """Chỗ sửa tay: a block's words as written, as they stand now ("" where it is gone), and numbers no longer there."""

    id: str
    before: str
    now: str
    lost: tuple[str, ...] = ()


def edits(document: bytes, baseline: Baseline) -> tuple[Edit, ...]:
    """The blocks whose words are others now. Number and date are the clerk's, and no edit."""
    found = marked_paragraphs(parse(document))
    compared = (_edit(b, found.get(b.bookmark)) for b in baseline.blocks if not is_the_clerks(b.id))
    return tuple(edit for edit in compared if edit)


def unfinished(document: bytes) -> tuple[str, ...]:
    """Words of a draft that still stand in the document: its mark, and what the officer was to write."""
    words = (" ".join(words_of(p).split()) for p in parse(document).iter(q("w:p")))
    return tuple(w for w in words if w.startswith(DRAFT_MARK) or PROMPT_MARK in w)


def is_the_clerks(id_: str) -> bool:
    """Whether a block holds the number and date that the clerk gives."""
    return id_ in ("dau.so", "dau.ngay") or id_.endswith(".kem_theo")


def _edit(block: WrittenBlock, paragraph: Element | None) -> Edit | None:
    now = "" if paragraph is None else _words(block, paragraph)
    if _folded(now) == _folded(block.text):
        return None
    lost = tuple(f.printed for f in block.facts if _folded(f.printed) not in _folded(now))
    return Edit(block.id, block.text, now, tuple(dict.fromkeys(lost)))


def _words(block: WrittenBlock, paragraph: Element) -> str:
    """Of a table all cells: its bookmark stands in the first one."""
    rows: Sequence[Sequence[str]] | None = cells_of(paragraph) if "\t" in block.text else None
    return words_of(paragraph) if rows is None else "\n".join("\t".join(cells) for cells in rows)


def _folded(text: str) -> str:
    """Level-1 headings and titles are printed in capitals, lines are broken where they fit."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
