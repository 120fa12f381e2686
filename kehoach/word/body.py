"""The body (nội dung văn bản): headings, paragraphs, tables in order, of the report itself and of its annexes.

In: blocks of `report.model`. Out: flow. Headings by form "b" of Annex I, V.6; prompts are highlighted in a draft and
left out of a final report.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from kehoach.report.model import Block, Chart, Heading, Paragraph, Table, Text, is_prompt, plain
from kehoach.word.chart import chart_flow
from kehoach.word.markup import Flow, Layout, Marked, block, clean
from kehoach.word.metrics import text_width as measured
from kehoach.word.standard import END_MARK, FIRST_LINE, LEAST_GAP, LOOKS, Component
from kehoach.word.table import table_flow

_HEADINGS = {1: Component.HEADING_1, 2: Component.HEADING_2, 3: Component.HEADING_3}
_LINES_WITH_SIGNATURE = 2
"""So many lines of the body, at least, stand on the signature's page."""


def body_flow(blocks: Sequence[Block], text_width: float, is_final: bool, is_signed: bool = True) -> Flow:
    """The blocks; those that are signed end with "./.", and their last lines stay on the signature's page."""
    shown = [b for b in blocks if not (is_final and is_prompt(b))]
    if is_signed:
        shown = _ended(shown)
    kept = _kept_with_signature(shown, text_width) if is_signed else 0
    for position, each in enumerate(shown):
        stays = position >= len(shown) - kept
        follows_table = position > 0 and isinstance(shown[position - 1], Table)
        layout = Layout(keep_next=stays, before=LEAST_GAP if follows_table else None)
        yield from _block_flow(each, layout, text_width)


def _kept_with_signature(shown: Sequence[Block], width: float) -> int:
    """How many blocks at the end it takes, so that what moves along with the signature leaves no gap behind it."""
    lines = 0
    for kept, each in enumerate(reversed(shown), 1):
        lines += _least_lines(each, width)
        if lines >= _LINES_WITH_SIGNATURE:
            return kept
    return len(shown)


def _least_lines(each: Block, width: float) -> int:
    """Lines that a block surely has, in the smaller of the two sizes."""
    if isinstance(each, Table | Chart):
        return _LINES_WITH_SIGNATURE
    look = LOOKS[Component.BODY]
    return math.ceil((FIRST_LINE + measured(clean(plain(each.text)), min(look.sizes))) / width)


def _block_flow(each: Block, layout: Layout, text_width: float) -> Flow:
    if isinstance(each, Table):
        return table_flow(each, text_width)
    if isinstance(each, Chart):
        return chart_flow(each, text_width)
    return (_heading(each, layout) if isinstance(each, Heading) else _paragraph(each, layout),)


def _heading(heading: Heading, layout: Layout) -> Marked:
    level = min(max(heading.level, 1), len(_HEADINGS))
    text: Text = (f"{heading.number} ", *heading.text) if heading.number else heading.text
    shown = plain(text).upper() if level == 1 else None
    return block(heading.id, _HEADINGS[level], text, replace(layout, keep_next=False), shown)


def _paragraph(paragraph: Paragraph, layout: Layout) -> Marked:
    return block(paragraph.id, Component.BODY, paragraph.text, layout, is_highlighted=paragraph.is_prompt)


def _ended(blocks: list[Block]) -> list[Block]:
    """With the mark that closes the body, once."""
    if not blocks or not isinstance(blocks[-1], Paragraph) or blocks[-1].is_prompt:
        return blocks
    last = blocks[-1]
    if plain(last.text).endswith(END_MARK):
        return blocks
    *words, tail = last.text or ("",)
    closed = (tail.rstrip(" ."), END_MARK) if isinstance(tail, str) else (tail, END_MARK)
    return [*blocks[:-1], replace(last, text=(*words, *closed))]
