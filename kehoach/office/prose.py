"""A document as people read it (đọc văn bản): lines and tables in order, without looks. From .docx and .txt.

In: a path. Out: `Prose`. Raises UnreadableFile, with what the file really is, for everything else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.office.model import UnreadableFile
from kehoach.office.read import only_unreadable, regular_bytes
from kehoach.office.sniff import ZIP, refuse_other_files
from kehoach.office.word_file import word_parts
from kehoach.office.word_markup import (
    NO_BREAK,
    Element,
    blocks,
    number,
    q,
    run_elements,
    table_rows,
    text_boxes,
    typed,
    value,
)
from kehoach.office.word_numbering import Counter, Numbering, read_numbering
from kehoach.office.word_package import MAIN, Package

MOST_BASED_ON = 30
"""Styles based on one another in a ring end here."""
MOST_SPAN = 60
"""Columns of the widest table that makes sense."""
MOST_CONTROLS = 0.02
"""A text with more signs of no meaning than this is no text."""

_SPACES = re.compile(r"[^\S\t\n]+")
_GAP = re.compile(r"(?<=\S) {4,}(?=\S)")
"""Two columns, set apart by spaces."""
_LABEL = re.compile(r"(?:[-–—+*•]|[IVXLC]{1,6}[./)-]|\d{1,2}(?:\.\d{1,2})*[./)-]|[a-zđ][.)]|[A-H][./-])\s|[-–—+•]\S")
_OPEN_END = re.compile(r"[,(–—-]$|\b(?:và|của|theo|số|với|cho|tại|về|do|từ|đến)$")
_ENDED = re.compile(r"[.;:!?…/]$")
_SHORT = 14
"""A line shorter than this is no line that a page or a wrap has broken."""


@dataclass(frozen=True)
class TextTable:
    """Bảng: rows of cells on the table's grid, a cell the lines it holds. Merged cells stand in each place."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, row by row, those of a merged cell once."""
        found: list[str] = []
        above: tuple[tuple[str, ...], ...] = ()
        for row in self.rows:
            for at, cell in enumerate(row):
                is_repeated = (at > 0 and row[at - 1] is cell) or (at < len(above) and above[at] is cell)
                found += () if is_repeated else cell
            above = row
        return tuple(found)


Prose = tuple[str | TextTable, ...]
"""Lines (automatic numbers in front, as printed) and tables, in reading order; empty lines are left out."""


def read_prose(path: Path) -> Prose:
    """The lines and tables of a .docx or a .txt. Raises UnreadableFile, and nothing else."""
    with only_unreadable():
        return prose_of(regular_bytes(path), path.suffix.lower() == ".txt")


def prose_of(data: bytes, is_text: bool = False) -> Prose:
    """The same for bytes at hand; `is_text` where the name says .txt."""
    if data.startswith(ZIP) or not is_text:
        return _word(word_parts(data))
    return plain_prose(_decoded(data))


def plain_prose(text: str) -> Prose:
    """The lines of a text, broken paragraphs joined."""
    return tuple(joined(_line(_GAP.sub("\t", line)) for line in text.splitlines()))


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Lines that say something; what a page's end or a blank line has broken apart is one again."""
    held = ""
    for line in lines:
        if held and line.strip() and _goes_on(held, line):
            held = f"{held} {line}"
        elif line.strip():
            if held:
                yield held
            held = line
    if held:
        yield held


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the one before: nothing was ended, and nothing is begun."""
    if _LABEL.match(line) or _ENDED.search(before) or before.upper() == before or len(before) < _SHORT:
        return False
    return line[0].islower() or bool(_OPEN_END.search(before))


def _decoded(data: bytes) -> str:
    """UTF-8 or, with its mark, UTF-16. Raises UnreadableFile for pictures, .doc and all that is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse_other_files(data)
        raise UnreadableFile("not-word", "no UTF-8") from None
    controls = sum(unicodedata.category(c) == "Cc" and c not in "\t\r\n\f\v" for c in text)
    if not text.strip():
        raise UnreadableFile("empty")
    if data.startswith(b"%PDF") or controls > len(text) * MOST_CONTROLS:
        refuse_other_files(data)
    return text


def _line(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(NO_BREAK)).strip(" ")


def _word(parts: Mapping[str, bytes]) -> Prose:
    package = Package(parts)
    body = package.tree(MAIN).find(q("w:body"))
    if body is None:
        raise UnreadableFile("damaged", "no body")
    return tuple(_Reader(read_numbering(package.only("numbering")), package.only("styles")).read(body))


class _Reader:
    """Reads a body in order; remembers where each automatic list stands."""

    def __init__(self, numbering: Numbering, styles: Element | None) -> None:
        self._counter = Counter(numbering)
        elements = [] if styles is None else styles.iterchildren(q("w:style"))
        self._styles = {value(style, "w:styleId") or "": style for style in elements}

    def read(self, container: Element) -> Iterator[str | TextTable]:
        """Lines and tables; broken paragraphs are joined as long as no table stands between."""
        lines: list[str] = []
        for element in blocks(container):
            if element.tag == q("w:tbl"):
                yield from joined(lines)
                lines = []
                yield self._table(element)
            else:
                lines += self._lines(element)
        yield from joined(lines)

    def _lines(self, paragraph: Element) -> Iterator[str]:
        label = self._label(paragraph)
        text = "".join(map(typed, run_elements(paragraph)))
        lines = [_line(line) for line in text.split("\n")]
        if label and any(lines):
            first = next(i for i, line in enumerate(lines) if line)
            lines[first] = f"{label} {lines[first]}"
        yield from lines
        for box in text_boxes(paragraph):
            for item in self.read(box):
                yield from [item] if isinstance(item, str) else item.lines

    def _label(self, paragraph: Element) -> str:
        """The automatic number: of the paragraph itself, else of its style."""
        list_, level = self._listed(paragraph.find(q("w:pPr")), 0)
        return self._counter.label(list_, int(number(level) or 0)).strip()

    def _listed(self, properties: Element | None, depth: int) -> tuple[str | None, str | None]:
        """List and level; each is looked for in the style, and in what that is based on, where it is not said."""
        if properties is None or depth > MOST_BASED_ON:
            return None, None
        own = properties.find(q("w:numPr"))
        list_ = None if own is None else value(own.find(q("w:numId")))
        level = None if own is None else value(own.find(q("w:ilvl")))
        if list_ is not None:
            return list_, level
        style = self._styles.get(value(properties.find(q("w:pStyle"))) or "") if depth == 0 else None
        return (None, level) if style is None else self._of_style(style, level, depth + 1)

    def _of_style(self, style: Element, level: str | None, depth: int) -> tuple[str | None, str | None]:
        list_, own = self._listed(style.find(q("w:pPr")), depth)
        if list_ is None and depth <= MOST_BASED_ON:
            base = self._styles.get(value(style.find(q("w:basedOn"))) or "")
            return (None, None) if base is None else self._of_style(base, level, depth + 1)
        return list_, level or own

    def _table(self, table: Element) -> TextTable:
        rows: list[tuple[tuple[str, ...], ...]] = []
        for row in table_rows(table):
            rows.append(tuple(self._cells(row, rows[-1] if rows else ())))
        return TextTable(tuple(rows))

    def _cells(self, row: Element, above: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        at = 0
        for cell in row.iterchildren(q("w:tc")):
            own = {each.tag: each for each in cell.iterfind(f"{q('w:tcPr')}/*")}
            merged = own.get(q("w:vMerge"))
            goes_on = merged is not None and value(merged) in (None, "continue") and at < len(above)
            lines = above[at] if goes_on else tuple(self._cell_lines(cell))
            span = max(1, min(int(number(value(own.get(q("w:gridSpan")))) or 1), MOST_SPAN))
            yield from [lines] * span
            at += span

    def _cell_lines(self, cell: Element) -> Iterator[str]:
        """All its lines, those of nested tables included."""
        for item in self.read(cell):
            yield from [item] if isinstance(item, str) else item.lines
