"""The foot of a document (cuối văn bản): recipients and signature, in a table of two columns or loose.

In: `document.Document`. Out: `Foot`. Loose, the signature stands above the recipients or below them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from kehoach.lint.decree import ANNEX, RECIPIENTS
from kehoach.lint.document import Document, Table
from kehoach.lint.paragraph import Line, Paragraph, lines_of

_LONGEST = 60
"""Letters of the longest line of a signature."""


@dataclass(frozen=True)
class Foot:
    """Cuối văn bản: recipients' side and signature's side, all paragraphs; the table they stand in, if any."""

    recipients: tuple[Paragraph, ...]
    signature: tuple[Paragraph, ...]
    table: Table | None

    @cached_property
    def label(self) -> Line | None:
        """ "Nơi nhận:"."""
        return next((line for p in self.recipients for line in lines_of(p) if RECIPIENTS.match(line.text)), None)

    @cached_property
    def listed(self) -> tuple[Line, ...]:
        """The recipients, a line each."""
        lines = [line for p in self.recipients for line in lines_of(p)]
        return tuple(lines[lines.index(self.label) + 1 :]) if self.label else ()

    @cached_property
    def signed(self) -> tuple[Line, ...]:
        """Powers, posts and the name."""
        return tuple(line for p in self.signature for line in lines_of(p) if not line.text.startswith("("))

    @property
    def name(self) -> Line | None:
        """Who signs: the last line, unless there is nothing but posts."""
        last = self.signed[-1] if self.signed else None
        return last if last and (len(self.signed) > 1 or not last.is_capitals) else None

    @property
    def posts(self) -> tuple[Line, ...]:
        """Everything above the name."""
        return self.signed[:-1] if self.name else self.signed

    @property
    def first(self) -> int:
        """The number of its first paragraph."""
        return min(p.number for p in (*self.recipients, *(self.signature if self.table is None else ())))


def find_foot(document: Document) -> Foot | None:
    """The last table with "Nơi nhận"; else the paragraphs from there on, and the signature beside them."""
    for table in reversed(document.tables):
        if len(table.rows[0].cells if table.rows else ()) > 1 and any(
            RECIPIENTS.match(p.text) for p in table.column(0)
        ):
            return Foot(table.column(0), table.column(-1), table)
    loose = [p for p in document.paragraphs if not p.cell]
    at = next((i for i, p in enumerate(loose) if RECIPIENTS.match(p.text)), None)
    return None if at is None else _loose(loose, at)


def _loose(paragraphs: Sequence[Paragraph], at: int) -> Foot:
    """A foot without a table, whose label is the paragraph at that place."""
    recipients = (paragraphs[at], *takewhile(_may_be_recipient, paragraphs[at + 1 :]))
    below = tuple(takewhile(lambda p: not ANNEX.match(p.text), paragraphs[at + len(recipients) :]))
    return Foot(recipients, _signed_above(paragraphs[:at]) or below, None)


def _may_be_recipient(paragraph: Paragraph) -> bool:
    """What is typed below "Nơi nhận" until the signature, all in capitals or set aside, or an annex begins."""
    lines = lines_of(paragraph)
    return not (ANNEX.match(paragraph.text) or (lines and lines[0].is_capitals) or _is_set_aside(paragraph))


def _signed_above(before: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The signature right above "Nơi nhận": short lines set aside, a post in capitals among them; () without one."""
    block = tuple(takewhile(lambda p: p.is_empty or _is_set_aside(p), reversed(before)))[::-1]
    has_post = any(line.is_capitals for p in block for line in lines_of(p))
    return block if has_post else ()


def _is_set_aside(paragraph: Paragraph) -> bool:
    """Whether it stands right of the middle: aligned so, or behind a tab."""
    is_aside = paragraph.align in ("right", "center") or paragraph.words.startswith("\t")
    return bool(paragraph.text) and is_aside and len(paragraph.text) <= _LONGEST
