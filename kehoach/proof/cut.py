"""A paragraph's run cut at its facts (cắt tại dữ kiện), so that something can be said of each; the words stay.

In: a paragraph as the writer made it, and its text. Out: for each fact the run that prints it.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise

from kehoach.office.word_markup import Element, q
from kehoach.report.model import Fact, Text
from kehoach.word.markup import clean

_SPACES = re.compile(r"\s+")
_MARKS = {q("w:br"): "\n", q("w:tab"): "\t"}


def fact_runs(paragraph: Element, text: Text) -> list[Sequence[Element]]:
    """The run of each fact, in order; none of them where the words do not stand there as composed."""
    facts = sum(isinstance(part, Fact) for part in text)
    runs = paragraph.findall(q("w:r"))
    match = _pattern(text).search(_words(runs[0])) if len(runs) == 1 and facts else None
    if match is None:
        return [()] * facts
    spans = [match.span(number) for number in range(1, facts + 1)]
    pieces = _cut(runs[0], sorted({edge for span in spans for edge in span}))
    return [[pieces[start]] if start in pieces and start < end else () for start, end in spans]


def _pattern(text: Text) -> re.Pattern[str]:
    """The whole text, however its lines are broken and its letters raised, with a group for each fact."""
    parts = (f"({_words_of(p.printed)})" if isinstance(p, Fact) else _words_of(p) for p in text)
    return re.compile("".join(parts), re.IGNORECASE)


def _words_of(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in _SPACES.split(clean(words)))


def _words(run: Element) -> str:
    return "".join(_MARKS.get(child.tag, child.text or "") for child in run)


def _cut(run: Element, edges: Sequence[int]) -> dict[int, Element]:
    """Runs in place of one, by where in its words they begin."""
    bounds = sorted({0, *edges, len(_words(run))})
    pieces = {start: _part(run, start, end) for start, end in pairwise(bounds)}
    for piece in pieces.values():
        run.addprevious(piece)
    run.getparent().remove(run)
    return pieces


def _part(run: Element, start: int, end: int) -> Element:
    """The run with nothing but the words from `start` to `end`."""
    part = deepcopy(run)
    at = 0
    for child in list(part):
        if child.tag == q("w:rPr"):
            continue
        words = _MARKS.get(child.tag, child.text or "")
        kept = words[max(start - at, 0) : max(end - at, 0)]
        at += len(words)
        if not kept:
            part.remove(child)
        elif child.tag not in _MARKS:
            child.text = kept
    return part
