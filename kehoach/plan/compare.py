"""A new plan held against the one at work (so kế hoạch mới với kế hoạch đang dùng): new, changed, no longer named.

Rows are paired by what they say, not by code: a plan that was written anew numbers its targets anew.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kehoach.finding import Place
from kehoach.plan.columns import Sheet
from kehoach.plan.names import Names
from kehoach.plan.sheets import INFO, PARTIES, RECIPIENTS, TARGETS, TASKS
from kehoach.plan.table import Book, Row
from kehoach.plan.texts import read_threshold
from kehoach.vi.dates import read_date
from kehoach.vi.names import fold
from kehoach.vi.quoted import shortened

ALIKE = 0.72
"""How much two texts must share to be one target or task, their numbers left out."""
_NUMBERS = re.compile(r"[\d.,/%]+")
_LONGEST = 90


class Turn(StrEnum):
    """Khác thế nào."""

    NEW = "mới"
    CHANGED = "đổi"
    GONE = "không nêu nữa"


@dataclass(frozen=True)
class Difference:
    """Khác biệt: what it is about, from which text to which ("" where there was none), and where both stand."""

    turn: Turn
    sheet: str
    about: str
    column: str
    old: str
    new: str
    old_place: Place | None
    new_place: Place | None

    @property
    def line(self) -> str:
        """ "Chỉ tiêu đổi: “Hộ nghèo”, Mức giao: 60 → 65 (ke-hoach.xlsx Chỉ tiêu!F4; ke-hoach-moi.xlsx Chỉ tiêu!F4)"."""
        where = "; ".join(str(place) for place in (self.old_place, self.new_place) if place)
        about, old, new = (shortened(text, _LONGEST) for text in (self.about, self.old, self.new))
        change = f", {self.column}: {old or '(trống)'} → {new}" if self.column else ""
        return f"{self.sheet} {self.turn}: “{about}”{change} ({where})"


def differences(old: Book, new: Book) -> tuple[Difference, ...]:
    """All that a new plan says otherwise, sheet by sheet; what the new one leaves blank is no difference."""
    return tuple(d for compared in _SHEETS for d in _of_sheet(old, new, compared))


@dataclass(frozen=True)
class _Compared:
    """How a sheet is compared: which columns, and what a row is called."""

    sheet: Sheet
    name: str
    columns: tuple[str, ...]
    alike: Callable[[str, str], float]


def _same_words(one: str, other: str) -> float:
    """How much two texts share when the numbers they promise are left out."""
    first, second = (_NUMBERS.sub(" ", fold(text)) for text in (one, other))
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()


def _same_name(one: str, other: str) -> float:
    return float(fold(one) == fold(other))


_SHEETS = (
    _Compared(INFO, "key", ("value",), _same_name),
    _Compared(TARGETS, "text", ("comparison", "threshold", "measure"), _same_words),
    _Compared(TASKS, "text", ("lead", "coordination", "time"), _same_words),
    _Compared(PARTIES, "name", ("duty",), _same_name),
    _Compared(RECIPIENTS, "name", ("purpose",), _same_name),
)


@dataclass(frozen=True)
class Pair:
    """Cặp dòng: a row of the new plan, the old one that it goes on with, and whether it says otherwise."""

    new: Row
    old: Row | None
    changes: tuple[Difference, ...]


def pairs(old: Book, new: Book, sheet: Sheet) -> tuple[Pair, ...]:
    """The new plan's rows in order, each with its old one."""
    compared = next(c for c in _SHEETS if c.sheet is sheet)
    after = _rows(new, sheet)
    found = _paired(_rows(old, sheet), after, compared)
    made = ((row, found.get(row.index)) for row in after)
    return tuple(Pair(row, o, tuple(_changes(old, new, compared, o, row)) if o else ()) for row, o in made)


def _of_sheet(old: Book, new: Book, compared: _Compared) -> Iterator[Difference]:
    before, after = (_rows(book, compared.sheet) for book in (old, new))
    pairs = _paired(before, after, compared)
    for row in after:
        if partner := pairs.get(row.index):
            yield from _changes(old, new, compared, partner, row)
        elif compared.sheet is not INFO:
            yield _whole(Turn.NEW, compared, row)
    met = {row.index for row in pairs.values()}
    if after and compared.sheet is not INFO:
        yield from (_whole(Turn.GONE, compared, row) for row in before if row.index not in met)


def _rows(book: Book, sheet: Sheet) -> tuple[Row, ...]:
    """The commune's rows that were not ended by an amendment."""
    return tuple(row for row in book.rows(sheet) if not row.text("unit") and not row.text("until"))


def _paired(before: Sequence[Row], after: Sequence[Row], compared: _Compared) -> dict[int, Row]:
    """Index of a new row → the old one that it is most like; the best pairs first, each row once."""
    scored = [
        (score, -new.index, -old.index, new, old)
        for new in after
        for old in before
        for called in (old.text(compared.name), *old.parts("aliases"))
        if (score := compared.alike(new.text(compared.name), called)) >= ALIKE
    ]
    found: dict[int, Row] = {}
    taken: set[int] = set()
    for _, _, _, new, old in sorted(scored, key=lambda s: s[:3], reverse=True):
        if new.index not in found and old.index not in taken:
            found[new.index] = old
            taken.add(old.index)
    return found


def _changes(old: Book, new: Book, compared: _Compared, before: Row, after: Row) -> Iterator[Difference]:
    for key in compared.columns:
        was, now = before.text(key), after.text(key)
        if now and _meaning(old, before, key) != _meaning(new, after, key):
            about, column = after.text(compared.name), compared.sheet.column(key).header
            yield Difference(
                Turn.CHANGED, compared.sheet.name, about, column, was, now, before.place(key), after.place(key)
            )


def _meaning(book: Book, row: Row, key: str) -> object:
    """What a cell stands for, however it is typed: parties by name, values by number, days by date."""
    text = row.text(key)
    if key in ("lead", "coordination"):
        return tuple(fold(_party(book, part)) for part in row.parts(key))
    if key == "threshold":
        return read_threshold(text, row.text("measure")) or fold(text)
    return read_date(text) or fold(text)


def _party(book: Book, text: str) -> str:
    names, code = Names(book), Names(book).party(text)
    row = next((r for r in names.book.rows(PARTIES) if r.text("code") == code), None)
    return row.text("name") if row else text


def _whole(turn: Turn, compared: _Compared, row: Row) -> Difference:
    name, place = row.text(compared.name), row.place(compared.name)
    at = (None, place) if turn is Turn.NEW else (place, None)
    return Difference(turn, compared.sheet.name, name, "", "", "", *at)
