"""What refers to something else (liên kết): every code, name and kind stands in the sheet it belongs to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.finding import Finding, Place
from kehoach.plan import mistakes as k
from kehoach.plan.columns import Holds, Sheet
from kehoach.plan.contents import known_contents
from kehoach.plan.element import TASKS as TASKS_KIND
from kehoach.plan.names import Names
from kehoach.plan.placeholder import BasisWord, TargetWord, UnitList
from kehoach.plan.section import ContentKind
from kehoach.plan.sheets import BASES, ELEMENTS, PARTIES, PERIODS, SECTIONS, SHEETS, TARGETS, TASKS, UNITS
from kehoach.plan.texts import code_in, print_list, read_list
from kehoach.plan.verify.formulas import formulas, placeholders, result_words


@dataclass(frozen=True)
class _Link:
    """How a reference is looked up, in which sheets, and what to say where it is not there."""

    find: Callable[[Names, str], str | None]
    sheets: tuple[Sheet, ...]
    mistake: k.Mistake
    known: Callable[[Names], tuple[str, ...]]


def _unit_names(names: Names) -> tuple[str, ...]:
    return (*names.codes(UNITS), *(row.text("name") for row in names.book.rows(UNITS)))


def _party_names(names: Names) -> tuple[str, ...]:
    return (*names.codes(PARTIES), *(row.text("name") for row in names.book.rows(PARTIES)))


_ELEMENT = _Link(Names.element, (ELEMENTS,), k.NO_ELEMENT, lambda names: names.codes(ELEMENTS))
_KIND = _Link(Names.kind, (UNITS,), k.NO_KIND, lambda names: (*names.kind_names, TASKS.name.lower()))
_PARTY = _Link(Names.party, (PARTIES,), k.NO_PARTY, _party_names)
_UNIT = _Link(Names.unit, (UNITS,), k.NO_UNIT, _unit_names)
_LINKS: Mapping[Holds, _Link] = {
    Holds.ELEMENT: _ELEMENT,
    Holds.ELEMENTS: _ELEMENT,
    Holds.KIND: _KIND,
    Holds.PARTY: _PARTY,
    Holds.PARTIES: _PARTY,
    Holds.PERIODS: _Link(Names.period, (PERIODS,), k.NO_PERIOD, lambda names: names.codes(PERIODS)),
    Holds.SECTION: _Link(Names.section, (SECTIONS,), k.NO_SECTION, lambda names: names.codes(SECTIONS)),
    Holds.UNIT: _UNIT,
    Holds.UNITS: _UNIT,
    Holds.UNITS_OR_KINDS: _Link(
        Names.unit_or_kind, (UNITS,), k.NO_UNIT, lambda names: (*_unit_names(names), *names.kind_names)
    ),
}


def check_columns(names: Names) -> Iterator[Finding]:
    """KP-15 … KP-20: cells that name something of another sheet."""
    for sheet in SHEETS:
        for column in sheet.columns:
            link = _LINKS.get(column.holds)
            for row in names.book.rows(sheet) if link else ():
                text = row.text(column.key)
                for part in read_list(text) if column.holds.is_list else filter(None, (text,)):
                    if link:
                        yield from _followed(names, link, row.place(column.key), part, text)


def check_formulas(names: Names) -> Iterator[Finding]:
    """KP-15, KP-17: codes and kinds in expressions, typed or in braces."""
    for formula in formulas(names.book):
        place, text = formula.row.place(formula.key), formula.row.text(formula.key)
        for code in formula.expression.codes:
            if code.function == "dem":
                yield from _kind(names, place, code.code, text)
            elif code.code not in names.elements:
                yield from _element(names, place, code.code, text)
    for braces in placeholders(names.book):
        if isinstance(braces.part, UnitList):
            yield from _kind(names, braces.row.place(braces.key), braces.part.kind, braces.row.text(braces.key))


def check_contents(names: Names) -> Iterator[Finding]:
    """KP-15, KP-17, KP-28, KP-29, KP-30: what a section's texts, tables and charts are made of."""
    for row in names.book.rows(SECTIONS):
        place, text = row.place("contents"), row.text("contents")
        for content in known_contents(row.text("contents")):
            if content.kind is ContentKind.TABLE:
                yield from _kind(names, place, content.subject, text)
            if content.kind is ContentKind.CHART:
                yield from _result(names, TARGETS, content.subject, place, text)
            for code in content.codes:
                if code not in names.elements:
                    yield from _element(names, place, code, text)


def check_headers(names: Names) -> Iterator[Finding]:
    """KP-15: codes in the headers of the open columns of `Đơn vị`, once a column."""
    first = {head: row for row in reversed(names.book.rows(UNITS)) for head in row.open_texts}
    for head, row in first.items():
        yield from _followed(names, _ELEMENT, row.header_place(head), code_in(head), head)


def check_bases(names: Names) -> Iterator[Finding]:
    """KP-58: documents that a sentence cites by their number."""
    known = [row.text("text") for row in names.book.rows(BASES)]
    for braces in placeholders(names.book):
        part = braces.part
        if isinstance(part, BasisWord) and not any(part.number in text for text in known):
            place = braces.row.place(braces.key)
            yield k.NO_SUCH_BASIS.at(place, braces.row.text(braces.key), number=part.number)


def check_results(names: Names) -> Iterator[Finding]:
    """KP-28: targets and tasks that a sentence speaks of."""
    for braces, part in result_words(names.book):
        is_target = isinstance(part, TargetWord)
        code = part.target if isinstance(part, TargetWord) else part.task
        place, text = braces.row.place(braces.key), braces.row.text(braces.key)
        yield from _result(names, TARGETS if is_target else TASKS, code, place, text)


def _result(names: Names, sheet: Sheet, code: str, place: Place, text: str) -> Iterator[Finding]:
    known = names.targets if sheet is TARGETS else names.tasks
    if code not in known and not _is_absent(names, (sheet,)):
        hint = k.did_you_mean(code, tuple(sorted(known)))
        yield k.NO_SUCH_RESULT.at(place, text, what=sheet.name.lower(), name=code, hint=hint)


def _element(names: Names, place: Place, code: str, text: str) -> Iterator[Finding]:
    """Codes in expressions count case and all, for that is how they are looked up."""
    if not _is_absent(names, (ELEMENTS,)) and code not in names.misspelt:
        yield k.NO_ELEMENT.at(place, text, name=code, hint=k.did_you_mean(code, names.codes(ELEMENTS)))


def _kind(names: Names, place: Place, kind: str, text: str) -> Iterator[Finding]:
    """A kind of unit by its code; tasks are not counted or listed."""
    if kind not in names.kinds and not _is_absent(names, (UNITS,)):
        yield k.NO_KIND.at(
            place, text, name=kind, hint=k.did_you_mean(kind, names.kinds), kinds=print_list(names.told_kinds)
        )


def _followed(names: Names, link: _Link, place: Place, part: str, text: str) -> Iterator[Finding]:
    if link.find(names, part) is None and not _is_absent(names, link.sheets):
        yield link.mistake.at(
            place,
            text,
            name=part,
            hint=k.did_you_mean(part, link.known(names)),
            kinds=print_list((*names.kind_names, TASKS_KIND.replace("_", " "))),
            periods=print_list(names.codes(PERIODS)),
        )


def _is_absent(names: Names, sheets: tuple[Sheet, ...]) -> bool:
    """Whether the sheet looked into is not there at all: that has been said, and nothing can be found in it."""
    return any((sheet.key, "code") in names.book.absent for sheet in sheets)
