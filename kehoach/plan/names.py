"""Who and what a word in the plan means (tra mã): units, kinds, parties, elements and periods, by code or by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kehoach.plan.columns import Sheet
from kehoach.plan.element import TASKS as TASKS_KIND
from kehoach.plan.sheets import ELEMENTS, PARTIES, PERIODS, SECTIONS, TARGETS, TASKS, UNITS
from kehoach.plan.table import Book, Row
from kehoach.vi.names import code_of, fold


@dataclass(frozen=True)
class Names:
    """Bảng tra: of a book, mistakes and all; every look-up gives the code as it stands in its sheet, or None."""

    book: Book

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Codes of the kinds of units, in order of appearance."""
        named = (code_of(row.text("kind_name")) for row in self.book.rows(UNITS))
        return tuple(dict.fromkeys(kind for kind in named if kind))

    @cached_property
    def kind_names(self) -> tuple[str, ...]:
        """The kinds as typed."""
        return tuple(dict.fromkeys(k for row in self.book.rows(UNITS) if (k := row.text("kind_name"))))

    @cached_property
    def told_kinds(self) -> tuple[str, ...]:
        """The kinds as typed, with the code that an expression takes: "cơ quan (co_quan)"."""
        return tuple(name if name == (code := code_of(name)) else f"{name} ({code})" for name in self.kind_names)

    def codes(self, sheet: Sheet) -> tuple[str, ...]:
        """The codes of a sheet, in order."""
        return tuple(row.text("code") for row in self.book.rows(sheet) if row.text("code"))

    @cached_property
    def elements(self) -> dict[str, Row]:
        """Rows of `Số liệu` by code."""
        return {row.text("code"): row for row in reversed(self.book.rows(ELEMENTS))}

    @cached_property
    def misspelt(self) -> frozenset[str]:
        """Codes of elements that stand in their own rows in another shape: what misses them is told there."""
        codes = self.codes(ELEMENTS)
        return frozenset(code_of(code) for code in codes) - set(codes)

    def element(self, text: str) -> str | None:
        """A data-element code, whatever its case."""
        return self._found(self._elements, text)

    def unit(self, text: str) -> str | None:
        """A unit by code, name or alias."""
        return self._found(self._units, text)

    def party(self, text: str) -> str | None:
        """A party by code, name or alias."""
        return self._found(self._parties, text)

    def section(self, text: str) -> str | None:
        """A section of the report by code."""
        return self._found(self._sections, text)

    def kind(self, text: str) -> str | None:
        """A kind of unit, or that of tasks."""
        code = code_of(text)
        return code if code in self.kinds or code == TASKS_KIND else None

    def unit_or_kind(self, text: str) -> str | None:
        """A unit or, where it is none, a kind of unit."""
        kind = code_of(text)
        return self.unit(text) or (kind if kind in self.kinds else None)

    def period(self, text: str) -> str | None:
        """A period's code or its part after the year."""
        return self._found(self._periods, text)

    @cached_property
    def targets(self) -> frozenset[str]:
        """Codes of targets."""
        return frozenset(self.codes(TARGETS))

    @cached_property
    def tasks(self) -> frozenset[str]:
        """Codes of tasks."""
        return frozenset(self.codes(TASKS))

    @cached_property
    def _elements(self) -> Mapping[str, str]:
        return _by_code(self.codes(ELEMENTS))

    @cached_property
    def _sections(self) -> Mapping[str, str]:
        return _by_code(self.codes(SECTIONS))

    @cached_property
    def _periods(self) -> Mapping[str, str]:
        codes = self.codes(PERIODS)
        return _by_code((*codes, *filter(None, (code.partition("-")[2] for code in codes))))

    @cached_property
    def _units(self) -> Mapping[str, str]:
        return _by_name(self.book.rows(UNITS))

    @cached_property
    def _parties(self) -> Mapping[str, str]:
        return _by_name(self.book.rows(PARTIES))

    @staticmethod
    def _found(known: Mapping[str, str], text: str) -> str | None:
        return known.get(fold(text))


def _by_code(codes: Iterable[str]) -> dict[str, str]:
    return {fold(code): code for code in codes}


def _by_name(rows: tuple[Row, ...]) -> dict[str, str]:
    """Codes win over names, names over aliases, earlier rows over later ones."""
    aliases = {fold(alias): row.text("code") for row in reversed(rows) for alias in row.parts("aliases")}
    names = {fold(row.text("name")): row.text("code") for row in reversed(rows)}
    codes = {fold(row.text("code")): row.text("code") for row in reversed(rows)}
    return aliases | names | codes
