"""WordprocessingML, the few forms we write (mã đánh dấu): runs, paragraphs, cells, tables in lawful order.

In: texts and measures. Out: strings of XML, parsed once when the document is whole, so a table of 3,000 rows costs what
its text costs. Whatever a person typed passes through `clean` and `escaped`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kehoach.report.model import Fact, Text, plain
from kehoach.report.texts import facts_of
from kehoach.word.standard import Align, Component

TWIPS_PER_MM = 1440 / 25.4
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"([\n\t])")


@dataclass(frozen=True)
class Marked:
    """Khối có dấu trang: XML in three pieces; the bookmark of block `id` goes around the middle one."""

    id: str
    text: str
    facts: tuple[Fact, ...]
    before: str
    inner: str
    after: str


Flow = Iterable[str | Marked]
"""Document content in order: bare XML and blocks that carry a bookmark."""


@dataclass(frozen=True)
class Layout:
    """Trình bày riêng: what one paragraph has beside its style. Indents are millimetres, `before`, `after` points."""

    align: Align | None = None
    before: float | None = None
    after: float | None = None
    left: float = 0
    right: float = 0
    hanging: float = 0
    has_line_above: bool = False
    keep_next: bool = False


PLAIN = Layout()


def twips(millimetres: float) -> int:
    """25.4 → 1440."""
    return round(millimetres * TWIPS_PER_MM)


def clean(text: str) -> str:
    """NFC, line ends as "\\n", without what XML cannot hold."""
    return _NOT_XML.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def escaped(text: str) -> str:
    """For element content."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Quoted, for an attribute."""
    return quoteattr(clean(text))


def run(text: str, is_highlighted: bool = False) -> str:
    """One run in its paragraph's style; line ends and tabs become Word's own."""
    look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if is_highlighted else ""
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    pieces = (p for p in _BREAKS.split(clean(text)) if p)
    body = "".join(marks.get(p) or f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in pieces)
    return f"<w:r>{look}{body}</w:r>" if body else ""


def properties(component: Component, layout: Layout = PLAIN, section: str = "") -> str:
    """A paragraph's properties: its style, then what it has of its own."""
    keep = "<w:keepNext/>" if layout.keep_next else ""
    border = (
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        if layout.has_line_above
        else ""
    )
    align = f'<w:jc w:val="{layout.align}"/>' if layout.align else ""
    own = f"{keep}{border}{_spacing(layout)}{_indent(layout)}{align}"
    return f'<w:pPr><w:pStyle w:val="{component}"/>{own}{section}</w:pPr>'


def _spacing(layout: Layout) -> str:
    given = {"before": layout.before, "after": layout.after}
    sides = "".join(f' w:{side}="{round(points * 20)}"' for side, points in given.items() if points is not None)
    return f"<w:spacing{sides}/>" if sides else ""


def _indent(layout: Layout) -> str:
    if not (layout.left or layout.right or layout.hanging):
        return ""
    hanging = f' w:hanging="{twips(layout.hanging)}"' if layout.hanging else ' w:firstLine="0"'
    return f'<w:ind w:left="{twips(layout.left)}" w:right="{twips(layout.right)}"{hanging}/>'


def paragraph(component: Component, text: str = "", layout: Layout = PLAIN) -> str:
    """A paragraph that is no block of its own."""
    return f"<w:p>{properties(component, layout)}{run(text)}</w:p>"


def block(
    id_: str,
    component: Component,
    text: Text,
    layout: Layout = PLAIN,
    shown: str | None = None,
    is_highlighted: bool = False,
) -> Marked:
    """A paragraph with a bookmark. `shown` is what is printed where it differs from the words (broken lines)."""
    words = clean(plain(text))
    inner = run(words if shown is None else shown, is_highlighted)
    return Marked(id_, words, facts_of(text), f"<w:p>{properties(component, layout)}", inner, "</w:p>")


def cell(width: int, content: Flow, vertical: str = "top") -> Flow:
    """A table cell; `width` in twips."""
    align = f'<w:vAlign w:val="{vertical}"/>' if vertical != "top" else ""
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>'
    yield from content
    yield "</w:tc>"


def row(cells: Iterable[Flow]) -> Flow:
    """A table row."""
    yield row_start()
    for each in cells:
        yield from each
    yield "</w:tr>"


def row_start(is_header: bool = False) -> str:
    """A row that does not break across pages; a header row is repeated on each."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_header else ''}</w:trPr>"


def table(style: str, widths: Sequence[int], rows: Iterable[Flow]) -> Flow:
    """A table of exact column widths in twips."""
    opened, closed = table_ends(style, widths)
    yield opened
    for each in rows:
        yield from each
    yield closed


def table_ends(style: str, widths: Sequence[int]) -> tuple[str, str]:
    """How a table begins and ends: centred, so that it fills the text width in every version of Word."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    opened = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return opened, "</w:tbl>"
