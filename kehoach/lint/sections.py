"""Sections of a document (phần): page, margins, headers and footers, what a section inherits from the one before.

In: the package and the body. Out: `document.Section`s in order, as the pages are displayed.
"""

from collections.abc import Callable, Iterator, Mapping

from kehoach.lint.document import Edge, Section
from kehoach.lint.paragraph import Paragraph
from kehoach.office.model import UnreadableFile
from kehoach.office.word_markup import Element, is_on, millimetres, number, q, value
from kehoach.office.word_package import Package

_LETTER = {"w": 12240.0, "h": 15840.0}
"""What Word takes for a page without a size, twips."""
_SIDES = ("top", "bottom", "left", "right", "gutter")
ReadParagraph = Callable[[Element], Paragraph]


def read_sections(package: Package, body: Element, read: ReadParagraph) -> tuple[Section, ...]:
    """All sections; a document without any has Word's own page."""
    found: list[Section] = []
    for element in _properties(body):
        before = found[-1] if found else None
        found.append(_section(package, element, len(found), before, read))
    if not found:
        raise UnreadableFile("damaged", "no section")
    return tuple(found)


def _properties(body: Element) -> Iterator[Element]:
    """Those of paragraphs of the first level, then the body's own."""
    for paragraph in body.iter(q("w:p")):
        yield from paragraph.iterfind(f"{q('w:pPr')}/{q('w:sectPr')}")
    last = body.find(q("w:sectPr"))
    yield body.makeelement(q("w:sectPr")) if last is None else last


def _section(package: Package, element: Element, place: int, before: Section | None, read: ReadParagraph) -> Section:
    size, counting = element.find(q("w:pgSz")), element.find(q("w:pgNumType"))
    width, height = (number(value(size, f"w:{side}")) or _LETTER[side] for side in ("w", "h"))
    start = number(value(counting, "w:start"))
    title = element.find(q("w:titlePg"))
    return Section(
        place,
        millimetres(width),
        millimetres(height),
        _margins(element.find(q("w:pgMar"))),
        _edges(package, element, "header", {} if before is None else before.headers, read),
        _edges(package, element, "footer", {} if before is None else before.footers, read),
        title is not None and is_on(title),
        None if start is None else int(start),
        value(counting, "w:fmt") or "decimal",
        value(element.find(q("w:type"))) or "nextPage",
        element,
    )


def _margins(element: Element | None) -> Mapping[str, float]:
    """Millimetres; the gutter counts to the left, where pages are bound (I.3)."""
    given = {side: abs(number(value(element, f"w:{side}")) or 0) for side in _SIDES}
    given["left"] += given.pop("gutter")
    return {side: millimetres(length) for side, length in given.items()}


def _edges(
    package: Package, element: Element, kind: str, inherited: Mapping[str, Edge], read: ReadParagraph
) -> Mapping[str, Edge]:
    found = dict(inherited)
    for reference in element.iterchildren(q(f"w:{kind}Reference")):
        relation = package.relations.get(value(reference, "r:id") or "")
        if relation is not None and package.has(relation.part):
            found[value(reference, "w:type") or "default"] = _edge(package.tree(relation.part), read)
    return found


def _edge(root: Element, read: ReadParagraph) -> Edge:
    elements = [p for p in root.iter(q("w:p")) if not any(a.tag == q("mc:Fallback") for a in p.iterancestors())]
    paragraphs = tuple(read(e) for e in elements)
    return Edge(paragraphs, tuple(p for p in paragraphs if _has_page_number(p.element)))


def _has_page_number(paragraph: Element) -> bool:
    codes = [e.text or "" for e in paragraph.iter(q("w:instrText"))]
    codes += [value(e, "w:instr") or "" for e in paragraph.iter(q("w:fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes) or "PAGE" in "".join(codes).split()
