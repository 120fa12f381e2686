"""A file that was read (tệp đã đọc), for what is said of it as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kehoach.finding import Finding, Place
from kehoach.form.model import Form, Located
from kehoach.office.model import RawWorkbook
from kehoach.submission.model import Change, DataValue


@dataclass(frozen=True)
class ReadFile:
    """Tệp đã đọc: the workbook and what was made of it."""

    place: Place
    workbook: RawWorkbook
    form: Form
    located: tuple[Located, ...]
    values: tuple[DataValue, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    not_asked: int = 0

    def at(self, sheet: str, cell: str) -> Place:
        """A cell of the file."""
        return Place(self.place.unit, self.place.file, sheet, cell)

    @cached_property
    def certain(self) -> Mapping[str, Located]:
        """Answers by key, of those whose cell is known without doubt."""
        return {a.key: a for a in self.located if a.ref and not a.doubt}

    @cached_property
    def by_place(self) -> Mapping[Place, DataValue]:
        """What was read in each cell."""
        return {v.place: v for v in self.values}

    def value(self, answer: Located) -> DataValue:
        """What was read in an answer's cell."""
        return self.by_place[self.at(answer.sheet, answer.ref)]
