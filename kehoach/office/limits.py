"""What Excel refuses (giới hạn của Excel): the one place where drop-downs, notes and names are made.

Excel opens a workbook that breaks one of these limits with "We found a problem with some content" and throws parts of
it away. Whoever asks for such a thing has a bug of ours, so everything here raises ValueError before a file exists.
Lengths count as Excel counts them, in UTF-16 units.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from kehoach.office.model import column_letters
from kehoach.office.notes import OUR_AUTHOR
from kehoach.office.text import clean, escape

TITLE_LENGTH = 32
PROMPT_LENGTH = 255
ERROR_LENGTH = 225
INLINE_LIST_LENGTH = 255
FORMULA_LENGTH = 255
SHEET_NAME_LENGTH = 31
CELL_LENGTH = 32_767
NAME_LENGTH = 255
NOTE_WIDTH = 320
"""Pixels of a comment."""

Kind = Literal["list", "custom", "textLength"]

_FORBIDDEN_IN_SHEET_NAME = frozenset("[]:*?/\\")
_NAME = re.compile(r"[^\W\d][\w.]*")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*|[Cc][0-9]*|[Rr][0-9]*[Cc][0-9]*")


@dataclass(frozen=True)
class Words:
    """Lời nhắc và lời báo lỗi of one answer cell: shown when it is chosen, and when a wrong entry is typed."""

    prompt_title: str = ""
    prompt: str = ""
    error_title: str = "Chưa đúng"
    error: str = "Giá trị vừa nhập không dùng được ở ô này. Đề nghị nhập lại."


def longest(words: Words, most: int) -> DataValidation:
    """A text of at most so many characters."""
    return _validation("textLength", words, str(most), "lessThanOrEqual")


def _validation(
    kind: Kind,
    words: Words,
    formula: str,
    operator: Literal["lessThanOrEqual"] | None = None,
    warn_only: bool = False,
) -> DataValidation:
    """A rule for answer cells, with its Vietnamese texts; blank is always allowed.

    With `warn_only` Excel lets the entry stand after asking.
    """
    for text, most, what in (
        (words.prompt_title, TITLE_LENGTH, "prompt title"),
        (words.prompt, PROMPT_LENGTH, "prompt"),
        (words.error_title, TITLE_LENGTH, "error title"),
        (words.error, ERROR_LENGTH, "error text"),
        (formula, FORMULA_LENGTH + 2 if kind == "list" else FORMULA_LENGTH, "formula"),
    ):
        _refuse_long(text, most, what)
    return DataValidation(
        type=kind,
        operator=operator,
        formula1=formula,
        allow_blank=True,
        showInputMessage=bool(words.prompt),
        showErrorMessage=True,
        errorStyle="warning" if warn_only else "stop",
        promptTitle=words.prompt_title or None,
        prompt=words.prompt or None,
        errorTitle=words.error_title or None,
        error=words.error or None,
    )


def choice(words: Words, options: Sequence[str], warn_only: bool = False) -> DataValidation:
    """One of a few words, kept in the rule itself: no comma or quote in a word, 255 characters in all."""
    if not options or any(o != o.strip() or not o or "," in o or '"' in o for o in options):
        raise ValueError(f"Excel cannot keep these options in a rule: {options!r}")
    joined = ",".join(options)
    _refuse_long(joined, INLINE_LIST_LENGTH, "inline list")
    return _validation("list", words, f'"{joined}"', warn_only=warn_only)


def choice_from(words: Words, cells: str, warn_only: bool = False) -> DataValidation:
    """One of the words that stand in `cells`: a range with absolute references (`'Danh mục'!$A$2:$A$9`) or a name."""
    return _validation("list", words, cells.removeprefix("="), warn_only=warn_only)


def custom(words: Words, formula: str) -> DataValidation:
    """Whatever makes `formula` true; relative references count from the first cell the rule is given to."""
    return _validation("custom", words, formula.removeprefix("="))


def note(text: str) -> Comment:
    """A comment on a cell (ghi chú), tall enough to show its whole text."""
    _refuse_long(text, CELL_LENGTH, "comment")
    lines = sum(1 + len(line) * 7 // NOTE_WIDTH for line in text.split("\n"))
    return Comment(clean(text), OUR_AUTHOR, height=30 + 18 * lines, width=NOTE_WIDTH)


def sheet_name(name: str) -> str:
    """The name itself, where Excel takes it."""
    _refuse_long(name, SHEET_NAME_LENGTH, "sheet name")
    bad = not name.strip() or name != clean(name) or _FORBIDDEN_IN_SHEET_NAME.intersection(name)
    if bad or name[0] == "'" or name[-1] == "'" or name.casefold() == "history":
        raise ValueError(f"Excel refuses this sheet name: {name!r}")
    return name


def add_name(workbook: Workbook, name: str, sheet: str, row: int, column: int) -> None:
    """A workbook-level name for one cell; refuses what Excel would take for a cell, and a name given twice."""
    _refuse_long(name, NAME_LENGTH, "defined name")
    if not _NAME.fullmatch(name) or _CELL_LIKE.fullmatch(name):
        raise ValueError(f"Excel refuses this name: {name!r}")
    if name.casefold() in {known.casefold() for known in workbook.defined_names}:
        raise ValueError(f"the name {name!r} is given twice")
    target = f"{quote_sheetname(sheet)}!${column_letters(column)}${row}"
    workbook.defined_names[name] = DefinedName(name, attr_text=target)


def write_text(cell: Cell, text: str) -> None:
    """Writes `text` as text, whatever it looks like: never a formula, an error or a number. After the cell's style."""
    kept = clean(text)
    _refuse_long(kept, CELL_LENGTH, "cell text")
    cell.value = escape(kept) or None
    if kept:
        cell.data_type = "s"
    # Excel would otherwise turn the text into a formula as soon as somebody edits the cell.
    cell.quotePrefix = kept[:1] in ("=", "+", "-", "@") if kept else False


def _refuse_long(text: str, most: int, what: str) -> None:
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if length > most:
        raise ValueError(f"Excel refuses a {what} of {length} characters (at most {most}): {text[:60]!r}…")
