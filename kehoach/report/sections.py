"""Sections (mục) of the body and annexes (phụ lục): in the plan's order, the empty ones dropped, the rest numbered.

Numbering is the decree's (Decree 30, Annex I, II.6.c): I., 1., a), in the Vietnamese alphabet.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.assessment.model import Assessment
from kehoach.plan.section import ContentKind, Section
from kehoach.report.contents import fill
from kehoach.report.coverage import joined
from kehoach.report.model import Annex, Block, Heading, Paragraph, Table, Text, is_prompt, plain
from kehoach.report.own_words import own_words
from kehoach.report.sentences import say_text
from kehoach.vi.numbers import print_roman

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of the points: no f, j, w, z, no ă, â, ê, ô, ơ, ư."""
_OWN_MARK = re.compile(r"\s*([-–+•*]|\d+[.)]|[a-zđ]\))\s")
WIDEST_UPRIGHT = 8
"""Columns an upright page holds; a table with more makes its annex wide."""


def marker(level: int, number: int) -> str:
    """What stands before the nth heading or point of a level: "IV.", "4.", "đ)", and below that "-"."""
    if level == 1:
        return f"{print_roman(number)}."
    if level == 2:
        return f"{number}."
    if level > 3:
        return "-"
    round_, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] * (round_ + 1) + ")"


@dataclass(frozen=True)
class _Node:
    section: Section
    under: "tuple[_Node, ...]"


def annexes(assessment: Assessment) -> tuple[Annex, ...]:
    """The annexes that have something to show."""
    made = (_annex(assessment, s) for s in _chosen(assessment) if s.level == 0)
    return tuple(a for a in made if a.blocks)


def _annex(assessment: Assessment, section: Section) -> Annex:
    blocks = tuple(b for c in section.contents for b in fill(assessment, section, c, frozenset()).blocks)
    is_wide = any(len(b.columns) > WIDEST_UPRIGHT for b in blocks if isinstance(b, Table))
    title = "".join(p if isinstance(p, str) else p.printed for p in _title(assessment, section))
    return Annex(f"{section.code}.phu_luc", title, blocks, is_wide)


def body(assessment: Assessment, final: bool = False) -> tuple[Block, ...]:
    """Headings and what stands under them; in a final report no prompt, and so no heading over prompts alone."""
    chosen = _chosen(assessment)
    in_annex = frozenset(c.kind for s in chosen if s.level == 0 for c in s.contents)
    blocks: list[Block] = []
    number = 0
    for node in _tree([s for s in chosen if s.level > 0]):
        found = _Writer(assessment, in_annex, final).node(node, number + 1)
        number += bool(found)
        blocks += found
    return tuple(blocks)


def unwritten(assessment: Assessment) -> tuple[str, ...]:
    """What the officer has still to write, by its label: each is a prompt in the draft."""
    contents = (c for s in _chosen(assessment) for c in s.contents if c.kind is ContentKind.TEXT)
    codes = dict.fromkeys(code for content in contents for code in content.codes)
    elements = assessment.plan.elements
    return tuple(elements[c].label for c in codes if any(map(is_prompt, own_words(assessment, c))))


def _chosen(assessment: Assessment) -> list[Section]:
    return [s for s in assessment.plan.sections if s.is_on and s.periods.covers(assessment.period)]


def _tree(sections: Sequence[Section]) -> tuple[_Node, ...]:
    """A flat list with levels → what stands under what."""
    nodes: list[_Node] = []
    rest = list(sections)
    while rest:
        head = rest.pop(0)
        under = next((n for n, s in enumerate(rest) if s.level <= head.level), len(rest))
        nodes.append(_Node(head, _tree(rest[:under])))
        rest = rest[under:]
    return tuple(nodes)


def _title(assessment: Assessment, section: Section) -> Text:
    return say_text(assessment, section.title) or (section.title,)


@dataclass(frozen=True)
class _Writer:
    """Writes one section with all under it."""

    assessment: Assessment
    in_annex: frozenset[ContentKind]
    is_final: bool

    def node(self, node: _Node, number: int) -> list[Block]:
        """The blocks of a section, its heading first; none where neither it nor anything under it has a word."""
        section = node.section
        blocks, count = self._own(section, is_alone=not node.under)
        for child in node.under:
            found = self.node(child, count + 1)
            count += bool(found)
            blocks += found
        title = _title(self.assessment, section)
        heading = Heading(f"{section.code}.de_muc", section.level, marker(section.level, number), title)
        return [heading, *blocks] if blocks else []

    def _own(self, section: Section, is_alone: bool) -> tuple[list[Block], int]:
        """What stands right under the heading, and how many points it counts. A list with one point has no number."""
        blocks: list[Block] = []
        points: list[int] = []
        for content in section.contents:
            filled = fill(self.assessment, section, content, self.in_annex)
            new = [*(Paragraph(item.id, item.text) for item in filled.items), *filter(self._is_shown, filled.blocks)]
            is_list = bool(points) and content.kind is ContentKind.TEXT
            points += [len(blocks) + n for n, b in enumerate(new) if n < len(filled.items) or (is_list and _goes_on(b))]
            blocks += new
        if len(points) > 1 or not is_alone:
            for number, place in enumerate(points, 1):
                blocks[place] = _numbered(blocks[place], marker(section.level + 1, number))
        return blocks, len(points)

    def _is_shown(self, block: Block) -> bool:
        return not (self.is_final and is_prompt(block))


def _goes_on(block: Block) -> bool:
    """Whether a paragraph of the officer's goes on with the list before it: not where it brings its own mark."""
    return isinstance(block, Paragraph) and not block.is_prompt and not _OWN_MARK.match(plain(block.text))


def _numbered(block: Block, mark: str) -> Block:
    return replace(block, text=joined((f"{mark} ", *block.text))) if isinstance(block, Paragraph) else block
