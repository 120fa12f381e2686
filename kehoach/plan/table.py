"""The plan as typed (kế hoạch ở dạng chữ): rows of text by sheet, each cell with its place, without meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kehoach.finding import Place
from kehoach.plan.columns import Column, Sheet
from kehoach.plan.sheets import INFO, INFO_KEYS, SHEETS
from kehoach.plan.texts import read_list, tidy_lines
from kehoach.vi.names import fold, tidy

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Sheet key → rows; a row maps column keys (open columns: their header) to text."""
Places = Mapping[tuple[str, int, str], Place]
"""(sheet key, row index, column key) → where that cell stands; the index of headers is `HEADER`."""
HEADER = -1


@dataclass(frozen=True)
class Row:
    """Dòng: one row's texts by column key (open columns by header), and where they stand."""

    sheet: Sheet
    index: int
    texts: Mapping[str, str]
    places: Places = field(default_factory=dict, repr=False)

    def text(self, key: str) -> str:
        """The text of that column, "" where nothing stands."""
        return self.texts.get(key, "")

    def parts(self, key: str) -> tuple[str, ...]:
        """The text of that column as a list."""
        return read_list(self.text(key))

    @classmethod
    def of(cls, sheet: Sheet, index: int, texts: Mapping[str, str], places: Places) -> "Row":
        """A row whose texts are tidied and whose blank cells are left out."""
        tidied = {tidy(key): tidy_lines(text) for key, text in texts.items()}
        return cls(sheet, index, {key: text for key, text in tidied.items() if text}, places)

    @property
    def says_something(self) -> bool:
        """Whether it holds more than our own explanations."""
        return bool(self.texts.keys() - {"help"} if self.sheet is INFO else self.texts)

    def place(self, key: str) -> Place:
        """Where that cell stands; without places, the sheet and which row of it."""
        known = self.places.get((self.sheet.key, self.index, key))
        return known or Place(sheet=self.sheet.name, cell=f"dòng {self.index + 1} cột “{self.header(key)}”")

    def header_place(self, key: str) -> Place:
        """Where the header of that column stands."""
        known = self.places.get((self.sheet.key, HEADER, key))
        return known or Place(sheet=self.sheet.name, cell=f"cột “{self.header(key)}”")

    def header(self, key: str) -> str:
        """What stands above that column."""
        return next((c.header for c in self.sheet.columns if c.key == key), key)

    @property
    def open_texts(self) -> dict[str, str]:
        """Texts of the open columns (cột thêm), by header."""
        known = {column.key for column in self.sheet.columns}
        return {key: text for key, text in self.texts.items() if key not in known}


@dataclass(frozen=True)
class Book:
    """Sổ: all rows that say something, by sheet key; (sheet key, column key) of columns that are not there at all.

    `file` is the workbook's name, "" where there is none.
    """

    tables: Mapping[str, tuple[Row, ...]]
    absent: frozenset[tuple[str, str]] = frozenset()
    file: str = ""

    def rows(self, sheet: Sheet) -> tuple[Row, ...]:
        """The rows of a sheet in order."""
        return self.tables[sheet.key]

    @cached_property
    def info(self) -> dict[str, Row]:
        """Rows of `Thông tin` by key of `INFO_KEYS`; the first where a key is typed twice."""
        found: dict[str, Row] = {}
        for row in self.rows(INFO):
            if column := info_column(row.text("key")):
                found.setdefault(column.key, row)
        return found


def info_column(text: str) -> Column | None:
    """The entry of `INFO_KEYS` a typed Mục means, by header or key; None for an extra one."""
    return next((c for c in INFO_KEYS if fold(text) == fold(c.header) or text == c.key), None)


def open_book(rows: Rows, places: Places | None = None) -> Book:
    """Rows as handed over → tidy book without blank rows; row indices stay."""
    return Book({sheet.key: _table(sheet, rows.get(sheet.key, ()), places or {}) for sheet in SHEETS})


def _table(sheet: Sheet, rows: Sequence[Mapping[str, str]], places: Places) -> tuple[Row, ...]:
    made = (Row.of(sheet, index, texts, places) for index, texts in enumerate(rows))
    return tuple(row for row in made if row.says_something)
