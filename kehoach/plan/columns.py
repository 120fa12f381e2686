"""What a column and a sheet of the plan workbook are (cột, trang): name, explanation, and what their cells hold."""

from dataclasses import dataclass
from enum import Enum, auto


class Holds(Enum):
    """Ô chứa gì: how the text of a column's cells is read, and what it must resolve to."""

    TEXT = auto()
    CODE = auto()
    """The row's own code."""
    DATE = auto()
    WHOLE = auto()
    NUMBER = auto()
    THRESHOLD = auto()
    CHOICES = auto()
    """Several of `Column.choices`."""
    TIME = auto()
    PERIODS = auto()
    UNIT = auto()
    UNITS = auto()
    KIND = auto()
    UNITS_OR_KINDS = auto()
    ELEMENT = auto()
    ELEMENTS = auto()
    PARTY = auto()
    PARTIES = auto()
    SECTION = auto()
    VALUE = auto()
    """An expression that is a number."""
    COMPARISON = auto()
    SENTENCE = auto()
    CONTENTS = auto()

    @property
    def is_list(self) -> bool:
        """Whether a cell may hold several, separated by ";"."""
        return self in (
            Holds.CHOICES,
            Holds.PERIODS,
            Holds.UNITS,
            Holds.UNITS_OR_KINDS,
            Holds.ELEMENTS,
            Holds.PARTIES,
        )


@dataclass(frozen=True)
class Column:
    """Cột: `key` is what code calls it, `header` what stands in the sheet; `note` explains it to the officer."""

    key: str
    header: str
    width: int
    note: str = ""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    holds: Holds = Holds.TEXT

    @property
    def explanation(self) -> str:
        """What stands in grey under the header: the note, and the choices unless it names them; "" without both."""
        is_listed = all(choice in self.note for choice in self.choices)
        listed = "" if is_listed else f"Chọn: {'; '.join(self.choices)}."
        return " ".join(filter(None, (self.note, listed)))


@dataclass(frozen=True)
class Sheet:
    """Trang: name, columns, what it is for (printed above the table). `open_column` says what further columns mean."""

    key: str
    name: str
    purpose: str
    columns: tuple[Column, ...]
    open_column: str = ""

    def column(self, key: str) -> Column:
        """The column of that key; KeyError where there is none."""
        return {column.key: column for column in self.columns}[key]
