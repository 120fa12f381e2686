"""A paragraph as it will be printed (đoạn văn): its letters, lines and effective properties.

Lengths are millimetres, sizes and spaces points. Text is NFC with usual spaces; what stands in the file is kept beside
it. Elements of the file's tree are carried along for the copies that are made of it, and for nothing else.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from kehoach.lint.cascade import Flat
from kehoach.lint.strokes import Stroke
from kehoach.office.word_markup import Element, millimetres
from kehoach.word.metrics import text_width

BLANKS = " \t\n"
SINGLE = 1.15
"""A single line of Times New Roman, as a share of its size."""


@dataclass(frozen=True)
class Run:
    """Đoạn chữ cùng định dạng. `fonts` are those its letters are printed in; `raw` is the text as the file has it."""

    text: str
    raw: str
    fonts: tuple[str, ...]
    size: float
    is_bold: bool
    is_italic: bool
    color: str
    highlight: str
    underline: str
    is_raised: bool
    element: Element = field(repr=False, compare=False)

    @property
    def is_visible(self) -> bool:
        """Whether anything of it is printed."""
        return bool(self.text.strip(BLANKS))


@dataclass(frozen=True)
class Cell:
    """Vị trí ô: which table, row and column (from 0), how many columns its row has, room for text, lower alignment."""

    table: int
    row: int
    column: int
    columns: int
    width: float
    is_low: bool

    @property
    def is_last(self) -> bool:
        """Whether it is the last of its row."""
        return self.column == self.columns - 1


class _Lettered:
    """What is made of runs."""

    runs: tuple[Run, ...]

    @property
    def visible(self) -> tuple[Run, ...]:
        """Runs of which something is printed."""
        return tuple(run for run in self.runs if run.is_visible)

    @property
    def is_bold(self) -> bool:
        """Whether every letter is bold."""
        return bool(self.visible) and all(run.is_bold for run in self.visible)


@dataclass(frozen=True, eq=False)
class Paragraph(_Lettered):
    """Đoạn văn bản. `number` counts all paragraphs from 1, 0 in headers and footers; `label` is Word's own number.

    `host` is the paragraph of the body it hangs at: itself, or the one its text box is anchored in.
    """

    number: int
    runs: tuple[Run, ...]
    look: Flat
    style: str
    section: int
    room: float
    element: Element = field(repr=False, compare=False)
    host: Element = field(repr=False, compare=False)
    label: str = ""
    cell: Cell | None = None
    box: int = 0
    shapes: tuple[Stroke, ...] = ()
    breaks_page: bool = False

    @cached_property
    def words(self) -> str:
        """The typed text, line ends and tabs as such."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """What is printed, on one line, with Word's own number."""
        return " ".join(f"{self.label} {self.words}".split())

    @property
    def is_empty(self) -> bool:
        """Whether it has no words."""
        return not self.text

    @property
    def align(self) -> str:
        """left, center, right, both, distribute."""
        return str(self.look.get("align", "left"))

    @property
    def before(self) -> float:
        """Points above."""
        return float(self.look.get("before", 0)) / 20

    @property
    def after(self) -> float:
        """Points below."""
        return float(self.look.get("after", 0)) / 20

    @property
    def left(self) -> float:
        """Millimetres from the left edge of its room."""
        return millimetres(self.look.get("left", 0))

    @property
    def right(self) -> float:
        """Millimetres from the right edge."""
        return millimetres(self.look.get("right", 0))

    @property
    def first(self) -> float:
        """Millimetres that the first line stands in, negative where it hangs out."""
        return millimetres(self.look.get("first", 0))

    @property
    def size(self) -> float:
        """Points of its largest letter."""
        return max((run.size for run in self.visible or self.runs), default=float(self.look.get("mark_size", 0)))

    @property
    def lines(self) -> float:
        """Line spacing in single lines, whatever rule it is given by."""
        line, rule = float(self.look.get("line", 240)), self.look.get("line_rule", "auto")
        return line / 240 if rule == "auto" else line / 20 / (SINGLE * self.size) if self.size else 1.0

    @property
    def line_height(self) -> float:
        """Points of one printed line."""
        line, rule = float(self.look.get("line", 240)), self.look.get("line_rule", "auto")
        single = SINGLE * self.size
        return {"auto": single * line / 240, "exact": line / 20}.get(str(rule), max(single, line / 20))

    @property
    def height(self) -> float:
        """Points it takes, without the spaces around."""
        return self.lines_until(None) * self.line_height

    @property
    def blank(self) -> float:
        """Points of its lines without words."""
        return sum(not piece.strip(BLANKS) for piece in self.words.split("\n")) * self.line_height

    def lines_until(self, end: "Line | None") -> float:
        """Printed lines above that line of it, empty ones too; all of them for None."""
        room = max(self.room - self.left - self.right, 1)
        counted = 0.0
        for line in split_lines(self, "\n"):
            if end is not None and line == end:
                break
            counted += max(1, -(-line.width // room))
        return counted


@dataclass(frozen=True)
class Line(_Lettered):
    """Dòng chữ: what stands between line breaks (or tabs) of a paragraph."""

    paragraph: Paragraph
    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """Its words, one space between them."""
        return " ".join(self.typed.split())

    @cached_property
    def typed(self) -> str:
        """Its words with the spaces that were typed."""
        return "".join(run.text for run in self.runs).strip(BLANKS)

    @cached_property
    def width(self) -> float:
        """Millimetres in print."""
        return sum(text_width(run.text.strip("\t\n"), run.size, run.is_bold, run.is_italic) for run in self.runs)

    @property
    def is_capitals(self) -> bool:
        """Whether no letter is small."""
        return self.text.upper() == self.text


def lines_of(paragraph: Paragraph, marks: str = "\n") -> tuple[Line, ...]:
    """The lines with words; `marks` are the characters that end one."""
    return tuple(line for line in split_lines(paragraph, marks) if line.text)


def split_lines(paragraph: Paragraph, marks: str) -> tuple[Line, ...]:
    """All lines, those without words too."""
    found: list[list[Run]] = [[]]
    for run in paragraph.runs:
        pieces = run.text.translate({ord(mark): "\0" for mark in marks}).split("\0")
        for position, piece in enumerate(pieces):
            if position:
                found.append([])
            found[-1].append(replace(run, text=piece))
    return tuple(Line(paragraph, tuple(runs)) for runs in found)
