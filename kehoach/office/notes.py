"""What a workbook says outside of its cells (ghi chú, hộp chữ): comments with their authors, and texts of drawings."""

from kehoach.office.model import RawNote
from kehoach.office.strings import checked
from kehoach.office.xml import names, parse

OUR_AUTHOR = "kehoach"
"""Who signs the comments that we write ourselves."""
MOST_NOTES = 500
"""Comments and text boxes of one sheet that are looked at."""

_COMMENT_TAGS = names("author", "comment", "t")
_DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
_SHEET_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
)
_TEXT_TAGS = {**names("t", spaces=_DRAWING), **names("txBody", spaces=_SHEET_DRAWING)}


def read_comments(data: bytes) -> tuple[RawNote, ...]:
    """The part comments1.xml, in its own order."""
    found: list[RawNote] = []
    authors: list[str] = []
    pieces: list[str] = []
    texts: list[str] = []
    of_cell: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = _COMMENT_TAGS.get(name)
        if tag == "comment":
            of_cell.clear()
            of_cell.update(attributes)
            texts.clear()
        if tag:
            pieces.clear()

    def end(name: str) -> None:
        tag = _COMMENT_TAGS.get(name)
        if tag == "author":
            authors.append("".join(pieces))
        elif tag == "t":
            texts.append("".join(pieces))
        elif tag == "comment" and len(found) < MOST_NOTES:
            number = of_cell.get("authorId", "")
            author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
            found.append(RawNote(checked("".join(texts)), of_cell.get("ref", ""), author))

    parse(data, start, end, pieces.append)
    return tuple(found)


def read_text_boxes(data: bytes) -> tuple[RawNote, ...]:
    """The texts of a part drawing1.xml, one a shape."""
    found: list[RawNote] = []
    pieces: list[str] = []
    texts: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if tag := _TEXT_TAGS.get(name):
            (pieces if tag == "t" else texts).clear()

    def end(name: str) -> None:
        tag = _TEXT_TAGS.get(name)
        if tag == "t":
            texts.append("".join(pieces))
        elif tag == "txBody" and len(found) < MOST_NOTES:
            found.append(RawNote(checked(" ".join(texts))))

    parse(data, start, end, pieces.append)
    return tuple(found)
