"""Margins, spaces between paragraphs and lines put right (lề, giãn cách): rules 3 to 7, 29, 62, 64, 66."""

from collections.abc import Iterator

from kehoach.lint.compare import length, points
from kehoach.lint.document import Section
from kehoach.lint.mend.element import paragraph_property
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rules.page import SIDES
from kehoach.lint.rules.paragraphs import gaps, is_out, lines_said
from kehoach.office.word_markup import Element, number, q, value
from kehoach.word.standard import FIRST_LINE, LEAST_GAP, LINES_ALLOWED

_TWIPS = 1440 / 25.4
_SINGLE = 240


def fit_margins(parts: Parts) -> Iterator[str]:
    """Each margin to the nearest that the decree allows."""
    for section in parts.document.sections:
        for side, (name, allowed) in SIDES.items():
            given = section.margins[side]
            wanted = min(max(given, allowed[0]), allowed[1])
            if abs(wanted - given) > 0.5:
                _set_margin(section, side, wanted)
                yield f"Lề {name}: {length(given)} thành {length(wanted)}."


def _set_margin(section: Section, side: str, millimetres: float) -> None:
    margins = section.element.find(q("w:pgMar"))
    if margins is None:
        margins = section.element.makeelement(q("w:pgMar"))
        size = section.element.find(q("w:pgSz"))
        section.element.insert(0 if size is None else section.element.index(size) + 1, margins)
    gutter = (number(value(margins, "w:gutter")) or 0) if side == "left" else 0
    margins.set(q(f"w:{side}"), str(round(millimetres * _TWIPS - gutter)))


def fit_gaps(parts: Parts) -> Iterator[str]:
    """Six points after each paragraph of the body that stands too near to the next."""
    near = [p for p, gap in gaps(parts) if gap < LEAST_GAP - 0.02]
    for paragraph in near:
        spacing = paragraph_property(paragraph.element, "spacing")
        spacing.attrib.pop(q("w:afterAutospacing"), None)
        spacing.set(q("w:after"), str(round(LEAST_GAP * 20)))
        if paragraph.look.get("contextual"):
            paragraph_property(paragraph.element, "contextualSpacing").set(q("w:val"), "0")
    if near:
        yield f"ND30-64: để {len(near)} đoạn cách đoạn sau {points(LEAST_GAP)} pt."


def fit_lines(parts: Parts) -> Iterator[str]:
    """Line spacing to the nearest that is allowed."""
    low, high = LINES_ALLOWED
    wrong = [p for p in parts.body if lines_said(p)]
    for paragraph in wrong:
        _set_lines(paragraph, min(max(paragraph.lines, low), high))
    if wrong:
        yield f"ND30-66: sửa giãn dòng của {len(wrong)} đoạn."


def fit_indents(parts: Parts) -> Iterator[str]:
    """A first line stands in where a paragraph begins at the margin; lists and typed blanks are left alone."""
    flush = [p for p in parts.body if not p.left and not p.label and p.first >= 0 and is_out(p)]
    for paragraph in flush:
        indent = paragraph_property(paragraph.element, "ind")
        for name in ("w:hanging", "w:hangingChars", "w:firstLineChars"):
            indent.attrib.pop(q(name), None)
        indent.set(q("w:firstLine"), str(round(FIRST_LINE * _TWIPS)))
    if flush:
        yield f"ND30-62: lùi dòng đầu {length(FIRST_LINE)} ở {len(flush)} đoạn."


def fit_nation(parts: Parts) -> Iterator[str]:
    """Quốc hiệu and Tiêu ngữ single-spaced."""
    lines = [line for line in (parts.head.nation, parts.head.motto) if line]
    spaced = [x.paragraph for x in lines if x.paragraph.lines > 1.01 or x.paragraph.after > 2]
    for paragraph in spaced:
        _set_lines(paragraph, 1)
        paragraph_property(paragraph.element, "spacing").set(q("w:after"), "0")
    if spaced:
        yield "ND30-29: để Quốc hiệu, Tiêu ngữ cách nhau dòng đơn."


def _set_lines(paragraph: Paragraph, lines: float) -> None:
    spacing: Element = paragraph_property(paragraph.element, "spacing")
    spacing.set(q("w:line"), str(round(lines * _SINGLE)))
    spacing.set(q("w:lineRule"), "auto")
