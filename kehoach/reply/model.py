"""A reply (phiếu trả lại): what one unit must mend, and the form of the next round it does so in."""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.form.model import Field, Form
from kehoach.submission.model import DataValue
from kehoach.vi.values import Exact

Name = tuple[str, str]
"""(element, subject)."""


@dataclass(frozen=True)
class Spot:
    """Ô cần sửa: a cell of the new form, and what was read there as typed ("" where nothing stood)."""

    field: Field
    read: str

    @property
    def ref(self) -> str:
        """Địa chỉ kiểu A1."""
        return self.field.ref


@dataclass(frozen=True)
class Mending:
    """Chỗ cần sửa: one cause with its cells (none: the whole file), what is wrong and what to do, a sentence each."""

    spots: tuple[Spot, ...]
    say: str
    do: str


@dataclass(frozen=True)
class Reply:
    """Phiếu trả lại của một đơn vị.

    `form` is of the next round; `answers` is what the unit gave, `doubts` under which codes each was asked about on
    reading; `nil_sections` are names of the sections whose blanks it called "không phát sinh"; `previous` is its own
    last period.
    """

    form: Form
    mendings: tuple[Mending, ...]
    answers: Mapping[Name, DataValue]
    doubts: Mapping[Name, frozenset[str]]
    nil_sections: tuple[str, ...]
    previous: Mapping[Name, Exact]

    @property
    def is_carried(self) -> bool:
        """Whether answers of the unit stand in the form again; none do where its file could not be read."""
        return any(value.typed for value in self.answers.values()) or bool(self.nil_sections)

    @property
    def spots(self) -> Mapping[str, tuple[Mending, Spot]]:
        """Every cell in question by the field's name; of several causes the first."""
        found: dict[str, tuple[Mending, Spot]] = {}
        for mending in self.mendings:
            for spot in mending.spots:
                found.setdefault(spot.field.name, (mending, spot))
        return found
