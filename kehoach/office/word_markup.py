"""WordprocessingML as it is read (mã đánh dấu): names of elements, safe parsing, numbers in attributes.

In: bytes of a part. Out: an lxml tree that no entity and no network was asked for.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from kehoach.office.model import UnreadableFile

Element = Any
"""An lxml element; lxml itself says nothing of types."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": W,
    "r": R,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
MOST = 1e9
"""Beyond every length in a document, in whatever unit; not-a-number is no less."""

_OFF = ("0", "false", "off")


@cache
def q(name: str) -> str:
    """ "w:p" as lxml spells it."""
    prefix, local = name.split(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def parse(data: bytes) -> Element:
    """The tree of a part; UnreadableFile where it is broken, carries a document type, or lies too deep."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("damaged", str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile("dangerous", "document type")
    return root


def serialized(root: Element) -> bytes:
    """The tree as a part again."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def value(element: Element | None, name: str = "w:val") -> str | None:
    """An attribute, None where element or attribute is absent."""
    return None if element is None else element.get(q(name))


def is_on(element: Element) -> bool:
    """Whether a switch (`w:b`, `w:keepNext`) is on: present and not set to off."""
    return (value(element) or "1").lower() not in _OFF


def number(text: str | None) -> float | None:
    """An attribute's number; None for none and for what no document means. Lengths with a unit are points × 20."""
    if text is None:
        return None
    units = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0}
    try:
        given = float(text[:-2]) * units[text[-2:]] if text[-2:] in units else float(text)
    except ValueError:
        return None
    return given if abs(given) <= MOST else None


def millimetres(twips: float) -> float:
    """1440 → 25.4."""
    return twips * 25.4 / 1440


def blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body, cell or text box, in order, through the wrappers that mean nothing."""
    for child in container:
        if child.tag in (q("w:p"), q("w:tbl")):
            yield child
        elif child.tag == q("w:sdt"):
            yield from (b for content in child.iterchildren(q("w:sdtContent")) for b in blocks(content))
        elif child.tag in (q("w:customXml"), q("w:ins"), q("w:smartTag")):
            yield from blocks(child)


def table_rows(table: Element) -> Iterator[Element]:
    """Rows of a table, through the same wrappers."""
    for child in table:
        if child.tag == q("w:tr"):
            yield child
        elif child.tag == q("w:sdt"):
            yield from (r for content in child.iterchildren(q("w:sdtContent")) for r in table_rows(content))


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph, each once though Word writes them twice."""
    for content in paragraph.iter(q("w:txbxContent")):
        ancestors = [a.tag for a in content.iterancestors()]
        if q("mc:Fallback") not in ancestors and q("w:txbxContent") not in ancestors:
            yield content


_WRAPPERS = tuple(
    q(f"w:{name}") for name in ("hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "customXml", "dir", "bdo")
)
_CONTROL = q("w:sdt")
_SIGNS = {
    q("w:tab"): "\t",
    q("w:ptab"): "\t",
    q("w:cr"): "\n",
    q("w:noBreakHyphen"): "-",
    q("w:sym"): "□",
}
NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\u00ad": ""})
"""Signs that a reader does not see, or takes for a space or a hyphen."""


def run_elements(container: Element) -> Iterator[Element]:
    """The `w:r` of a paragraph that will be printed, in order."""
    for child in container:
        if child.tag == q("w:r"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from run_elements(child)
        elif child.tag == _CONTROL:
            for content in child.iterchildren(q("w:sdtContent")):
                yield from run_elements(content)


def typed(element: Element) -> str:
    """A run's text as the file has it."""
    return "".join(_piece(child) for child in element)


def _piece(child: Element) -> str:
    if child.tag == q("w:t"):
        return child.text or ""
    if child.tag == q("w:br"):
        return "" if value(child, "w:type") in ("page", "column") else "\n"
    return _SIGNS.get(child.tag, "")
