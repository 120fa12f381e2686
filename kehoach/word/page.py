"""Pages and sections (trang, phần): size, margins, and the page number, centred above, from page 2 (I.1 to I.3, I.7).

In: whether a section lies, and whether it counts anew. Out: sectPr and the two header parts.
"""

from kehoach.word.markup import properties, twips
from kehoach.word.standard import PAGE, Component

NUMBERED, BLANK = "rIdNumbered", "rIdBlank"
"""Relationship ids of the two headers."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def section(is_wide: bool = False, is_annex: bool = False) -> str:
    """The properties of a section; an annex begins a page and counts from 1."""
    width, height = (PAGE.height, PAGE.width) if is_wide else (PAGE.width, PAGE.height)
    turned = ' w:orient="landscape"' if is_wide else ""
    margins = {
        "top": PAGE.top,
        "right": PAGE.right,
        "bottom": PAGE.bottom,
        "left": PAGE.left,
        "header": PAGE.header,
        "footer": PAGE.header,
        "gutter": 0,
    }
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    start = '<w:pgNumType w:start="1"/>' if is_annex else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBERED}"/>'
        f'<w:headerReference w:type="first" r:id="{BLANK}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/><w:pgMar {sides}/>{start}<w:titlePg/></w:sectPr>'
    )


def section_end(properties_of_section: str = "") -> str:
    """A paragraph of one point after the last table; inside the document it closes a section."""
    return f"<w:p>{properties(Component.SECTION_END, section=properties_of_section)}</w:p>"


def numbered_header() -> str:
    """The header with the page number."""
    return _header(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def blank_header() -> str:
    """The header of first pages."""
    return _header("")


def _header(content: str) -> str:
    return f'<w:hdr xmlns:w="{_W}"><w:p>{properties(Component.PAGE_NUMBER)}{content}</w:p></w:hdr>'
