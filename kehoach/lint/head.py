"""The head of a document (đầu văn bản): which words stand left and right, in a table, text boxes or behind tabs.

In: `document.Document`. Out: `Head`. The left side is agency and number, the right one Quốc hiệu and date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from kehoach.lint.decree import ADDRESSEE, AGENCY_WORDS, DASHES, DATE, NUMBER, PLACE_WORDS, RECIPIENTS
from kehoach.lint.document import Document, Table
from kehoach.lint.paragraph import Line, Paragraph, lines_of
from kehoach.vi.names import fold

_SEARCHED = 30
"""So many paragraphs from the beginning may belong to a head that is no table."""
_OFFICIAL_LETTER = "v/v"


class Form(StrEnum):
    """Cách dựng đầu văn bản."""

    TABLE = "bảng"
    BOXES = "hộp chữ"
    TABS = "phím Tab"
    NONE = "không có"


@dataclass(frozen=True)
class Head:
    """Đầu văn bản: lines with words, and all paragraphs of each side, empty ones too.

    `superior`, `issuer`, `nation`, `motto`, `number`, `date` are lines; empty or None where not found. `last` is the
    number of its last paragraph. `matter` are "V/v …" and the lines that follow it, of a công văn alone.
    """

    form: Form
    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    superior: tuple[Line, ...]
    issuer: tuple[Line, ...]
    nation: Line | None
    motto: Line | None
    number: Line | None
    date: Line | None
    matter: tuple[Line, ...]
    last: int
    table: Table | None = None

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn."""
        return bool(self.matter)

    @property
    def issuer_name(self) -> str:
        """The issuer on one line."""
        return " ".join(line.text for line in self.issuer)


def is_nation(line: Line) -> bool:
    """Whether it is Quốc hiệu, however spelled."""
    return fold(line.text).startswith(("cong hoa xa hoi", "cong hoa xhcn"))


def is_motto(line: Line) -> bool:
    """Whether it is Tiêu ngữ, however spelled."""
    return fold(line.text).startswith("doc lap") and "hanh phuc" in fold(line.text)


def find_head(document: Document) -> Head:
    """The head; its form is NONE where there is no Quốc hiệu beside an agency."""
    for table in document.tables[:3]:
        if _holds_nation(table.paragraphs) and any(len(row.cells) > 1 for row in table.rows):
            return _from_table(table)
    start = document.paragraphs[:_SEARCHED]
    boxed = next((p.box for p in start if p.box and _holds_nation((p,))), 0)
    if boxed:
        return _from_boxes(start, boxed)
    return _from_tabs(start)


def _holds_nation(paragraphs: Sequence[Paragraph]) -> bool:
    return any(is_nation(line) for p in paragraphs for line in lines_of(p, "\n\t"))


def _from_table(table: Table) -> Head:
    left, right = table.column(0), table.column(-1)
    if _holds_nation(left) and not _holds_nation(right):
        left, right = right, left
    return _head(Form.TABLE, left, right, _sides(left), _sides(right), table)


def _from_boxes(start: Sequence[Paragraph], boxed: int) -> Head:
    """Quốc hiệu in one box; the agency in the other, or outside of it."""
    right = [p for p in start if p.box == boxed]
    others = [p for p in start if p.box and p.box != boxed and p.box <= boxed + 2]
    left = others or [p for p in start if not p.box and p.number <= max(r.number for r in right) + 6 and _is_left(p)]
    return _head(Form.BOXES, left, right, _sides(left), _sides(right))


def _is_left(paragraph: Paragraph) -> bool:
    return all(line.is_capitals or NUMBER.match(line.text) for line in lines_of(paragraph))


def _from_tabs(start: Sequence[Paragraph]) -> Head:
    """Agency and Quốc hiệu on one line with tabs between, or all under one another."""
    at = next((i for i, p in enumerate(start) if _holds_nation((p,))), None)
    if at is None:
        return _head(Form.NONE, (), (), (), ())
    above = takewhile(lambda p: not ADDRESSEE.match(p.text) and not RECIPIENTS.match(p.text), start[: at + 8])
    zone = [p for p in above if not p.box and (p.number <= start[at].number or _is_head_words(p))]
    left: list[Line] = []
    right: list[Line] = []
    for paragraph in zone:
        for line in lines_of(paragraph):
            pieces = lines_of(replace(paragraph, runs=line.runs), "\t")
            if len(pieces) > 1:
                left, right = [*left, pieces[0]], [*right, pieces[-1]]
            elif pieces and (is_nation(pieces[0]) or is_motto(pieces[0]) or DATE.match(pieces[0].text)):
                right.append(pieces[0])
            else:
                left += pieces
    has_tabs = any("\t" in p.words.strip() for p in zone)
    return _head(Form.TABS if has_tabs else Form.NONE, zone, zone, tuple(left), tuple(right))


def _is_head_words(paragraph: Paragraph) -> bool:
    lines = lines_of(paragraph, "\n\t")
    return (
        not lines
        or any(is_motto(x) or _is_letter(x) or DATE.match(x.text) or NUMBER.match(x.text) for x in lines)
        or ("\t" in paragraph.words.strip())
    )


def _sides(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    return tuple(line for p in paragraphs for line in lines_of(p))


def _head(
    form: Form,
    left: Sequence[Paragraph],
    right: Sequence[Paragraph],
    left_lines: Sequence[Line],
    right_lines: Sequence[Line],
    table: Table | None = None,
) -> Head:
    words = [line for line in left_lines if not DASHES.match(line.text.replace(" ", ""))]
    number = next((line for line in words if NUMBER.match(line.text)), None)
    ends = next((i for i, line in enumerate(words) if line is number or _is_letter(line)), len(words))
    superior, issuer = _agencies(words[:ends])
    about = next((i for i, line in enumerate(words) if _is_letter(line)), len(words))
    return Head(
        form,
        tuple(left),
        tuple(right),
        superior,
        issuer,
        next((line for line in right_lines if is_nation(line)), None),
        next((line for line in right_lines if is_motto(line)), None),
        number,
        next((line for line in right_lines if DATE.match(line.text)), None),
        tuple(words[about:]),
        max((p.number for p in (*left, *right)), default=0),
        table,
    )


def _is_letter(line: Line) -> bool:
    return line.text.casefold().startswith(_OFFICIAL_LETTER)


def _agencies(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Superior and issuer: by weight, else by how a superior's name begins."""
    bold = [line.is_bold for line in lines]
    ends = 0
    if len(lines) > 1:
        if any(bold) and not bold[0]:
            ends = bold.index(True)
        elif AGENCY_WORDS.match(lines[0].text):
            ends = next(_name_ends(lines))
    return tuple(lines[:ends]), tuple(lines[ends:])


def _name_ends(lines: Sequence[Line]) -> Iterator[int]:
    """After the line that begins with an agency's word and those that name its place; 0 if nothing follows."""
    at = 1
    while at < len(lines) and PLACE_WORDS.match(lines[at].text):
        at += 1
    yield at if at < len(lines) else 0
