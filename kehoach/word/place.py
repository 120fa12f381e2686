"""Where the blocks of a report stand in its document now (vị trí khối), after whatever hands it went through.

In: the document's XML and what we wrote. Out: paragraphs by block, their words, and words put in place of others.
"""

from collections.abc import Callable, Sequence

from kehoach.office.word_markup import Element, q, value
from kehoach.word.written import Baseline

_MARKS = {q("w:br"): "\n", q("w:cr"): "\n", q("w:tab"): "\t"}


def paragraphs_of(root: Element, baseline: Baseline | None, chosen: Callable[[str], bool]) -> Sequence[Element]:
    """The paragraphs of the chosen blocks that still carry their bookmark, in the document's order."""
    names = {b.bookmark for b in baseline.blocks if chosen(b.id)} if baseline else set()
    marks = (m for m in root.iter(q("w:bookmarkStart")) if value(m, "w:name") in names)
    return [p for mark in marks if (p := _paragraph(mark)) is not None]


def marked_paragraphs(root: Element) -> dict[str, Element]:
    """Bookmark name → the paragraph it begins in."""
    marks = ((value(m, "w:name") or "", _paragraph(m)) for m in root.iter(q("w:bookmarkStart")))
    return {name: paragraph for name, paragraph in marks if paragraph is not None}


def _paragraph(mark: Element) -> Element | None:
    """The one around the mark; a mark between paragraphs belongs to the next."""
    around = next(mark.iterancestors(q("w:p")), None)
    return around if around is not None else next(mark.itersiblings(q("w:p")), None)


def words_of(paragraph: Element) -> str:
    """What is printed: text, line ends, tabs; nothing that tracking has struck out."""
    return "".join(_MARKS.get(piece.tag, piece.text or "") for piece in _pieces(paragraph))


def cells_of(paragraph: Element) -> tuple[tuple[str, ...], ...] | None:
    """The words of the table around a paragraph, row by row; None outside of tables."""
    table = next(paragraph.iterancestors(q("w:tbl")), None)
    if table is None:
        return None
    return tuple(
        tuple("\n".join(map(words_of, cell.iter(q("w:p")))) for cell in row.iterchildren(q("w:tc")))
        for row in table.iterchildren(q("w:tr"))
    )


def write_over(paragraph: Element, span: tuple[int, int], words: str) -> None:
    """New words in place of those from `span[0]` to `span[1]`, in the look of the first letter they replace."""
    at, start, end = 0, *span
    left = words
    for piece in _pieces(paragraph):
        text = _MARKS.get(piece.tag, piece.text or "")
        begin, stop = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if begin < stop and piece.tag not in _MARKS:
            piece.text = text[:begin] + left + text[stop:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            left = ""
        elif begin < stop:
            piece.getparent().remove(piece)


def _pieces(paragraph: Element) -> Sequence[Element]:
    tags = {q("w:t"), *_MARKS}
    runs = (r for r in paragraph.iter(q("w:r")) if next(r.iterancestors(q("w:p")), None) is paragraph)
    return [p for run in runs for p in run if p.tag in tags]
