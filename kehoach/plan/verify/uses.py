"""What numbers are used for (cách dùng số liệu): what cannot be added up, computed or printed is not."""

from collections.abc import Iterator

from kehoach.finding import Finding
from kehoach.plan import mistakes as k
from kehoach.plan.choices import YES
from kehoach.plan.contents import known_contents
from kehoach.plan.element import COMMUNE, ElementKind
from kehoach.plan.element import TASKS as TASKS_KIND
from kehoach.plan.expression import LISTED
from kehoach.plan.names import Names
from kehoach.plan.placeholder import Amount, UnitList
from kehoach.plan.section import Content, ContentKind
from kehoach.plan.sheets import CHECKS, ELEMENTS, SECTIONS, UNITS
from kehoach.plan.table import Row
from kehoach.plan.texts import read_choice
from kehoach.plan.verify.cells import compares
from kehoach.plan.verify.formulas import Formula, Use, formulas, placeholders
from kehoach.vi.names import code_of

_COMPUTED = (ElementKind.COUNT, ElementKind.AMOUNT, ElementKind.YES_NO, ElementKind.RATE)


def check_uses(names: Names) -> Iterator[Finding]:
    """KP-25, KP-26, KP-27, KP-29: each element of each expression, once a cell and cause."""
    seen: set[tuple[str, str]] = set()
    for formula in formulas(names.book):
        for code in formula.expression.codes:
            row = names.elements.get(code.code)
            if row is not None and code.function != "dem":
                for finding in _listed(formula, row) if code.function == LISTED else _misused(names, formula, row):
                    if (str(finding.place), finding.say) not in seen:
                        seen.add((str(finding.place), finding.say))
                        yield finding


def check_braces(names: Names) -> Iterator[Finding]:
    """KP-22, KP-23: a number where units are chosen, a comparison where a number is printed."""
    for braces in placeholders(names.book):
        part, place, text = braces.part, braces.row.place(braces.key), braces.row.text(braces.key)
        if isinstance(part, UnitList) and not compares(part.condition):
            yield k.NOT_A_COMPARISON.at(place, part.condition.text)
        if isinstance(part, Amount) and compares(part.expression):
            yield k.NOT_A_VALUE.at(place, part.expression.text or text)


def check_contents(names: Names) -> Iterator[Finding]:
    """KP-29, KP-30: tables of what is asked of their kind, texts of paragraphs."""
    for row in names.book.rows(SECTIONS):
        for content in known_contents(row.text("contents")):
            for code in content.codes:
                element = names.elements.get(code)
                if element is not None:
                    yield from _misplaced(names, row, content, element)


def check_additive(names: Names) -> Iterator[Finding]:
    """KP-54: a rate or a text said to be additive; the commune's rate is never a sum or a mean of rates."""
    for row in names.book.rows(ELEMENTS):
        kind = kind_of(row)
        if kind and not kind.is_number and _says_additive(row):
            yield k.RATE_ADDED.at(row.place("is_additive"), row.text("is_additive"), kind=kind)


def check_kinds(names: Names) -> Iterator[Finding]:
    """KP-60: a kind of unit that nobody asks anything of, and near to one that is asked."""
    elements = names.book.rows(ELEMENTS)
    asked = {code_of(text) for row in elements for text in (row.text("subject"), *row.parts("suppliers"))}
    named = {names.unit(part) for row in elements for part in row.parts("suppliers")}
    idle: dict[str, list[Row]] = {}
    for row in names.book.rows(UNITS):
        kind = code_of(row.text("kind_name"))
        if kind and kind not in {*asked, COMMUNE} and row.text("code") not in named:
            idle.setdefault(kind, []).append(row)
    known = tuple(name for name in names.kind_names if code_of(name) in asked)
    for row, *others in idle.values():
        kind, place = row.text("kind_name"), row.place("kind_name")
        name = row.text("name") + (f" và {len(others)} nơi nữa" if others else "")
        if hint := k.did_you_mean(kind, known):
            yield k.MISTYPED_KIND.at(place, kind, name=name, hint=hint)


def kind_of(element: Row) -> ElementKind | None:
    """The kind of an element; None where the cell cannot be read."""
    kind = read_choice(element.text("kind"), tuple(ElementKind))
    return ElementKind(kind) if kind else None


def is_commune(element: Row) -> bool:
    """Whether there is one value for the whole commune."""
    return code_of(element.text("subject")) == COMMUNE


def _misused(names: Names, formula: Formula, element: Row) -> Iterator[Finding]:
    kind, name = kind_of(element), element.text("code")
    place, text = formula.row.place(formula.key), formula.row.text(formula.key)
    if formula.kind and code_of(element.text("subject")) != formula.kind:
        yield from _other_subject(names, formula.row, formula.key, element, formula.kind)
    elif kind is None:
        return
    elif formula.use is Use.ALONE and not _adds_up(element, kind):
        if kind is ElementKind.PARAGRAPHS or not is_commune(element):
            mistake = k.NOT_ADDITIVE if kind.is_number else k.NOT_PRINTABLE
            yield mistake.at(place, text, name=name, kind=kind)
    elif formula.use is not Use.ALONE and kind not in _COMPUTED:
        if not _is_printed_of_one(formula):
            yield k.NOT_A_NUMBER.at(place, text, name=name, kind=kind)
    elif formula.use is Use.TOTAL and not is_commune(element) and not _adds_up(element, kind):
        yield k.NOT_ADDITIVE.at(place, text, name=name)


def _listed(formula: Formula, element: Row) -> Iterator[Finding]:
    """A list is a text, and only checks compare one."""
    kind = kind_of(element)
    if kind and (kind is not ElementKind.TEXT or formula.row.sheet is not CHECKS):
        place, text = formula.row.place(formula.key), formula.row.text(formula.key)
        yield k.NOT_A_NUMBER.at(place, text, name=element.text("code"), kind=kind)


def _is_printed_of_one(formula: Formula) -> bool:
    """A code alone in the sentence of a check prints whatever the unit gave."""
    return formula.row.sheet is CHECKS and formula.key == "sentence" and len(formula.expression.codes) == 1


def _misplaced(names: Names, row: Row, content: Content, element: Row) -> Iterator[Finding]:
    kind, subject = kind_of(element), code_of(element.text("subject"))
    if content.kind is ContentKind.TABLE and content.subject != subject and subject != TASKS_KIND:
        yield from _other_subject(names, row, "contents", element, content.subject)
    if content.kind is ContentKind.TEXT and kind not in (ElementKind.PARAGRAPHS, None):
        yield k.NOT_PARAGRAPHS.at(row.place("contents"), row.text("contents"), name=element.text("code"))


def _other_subject(names: Names, row: Row, key: str, element: Row, wanted: str) -> Iterator[Finding]:
    """Silent where one of the two kinds is unknown: that has been said."""
    asked = element.text("subject")
    if wanted in names.kinds and names.kind(asked):
        yield k.OTHER_SUBJECT.at(row.place(key), row.text(key), name=element.text("code"), asked=asked, wanted=wanted)


def _adds_up(element: Row, kind: ElementKind) -> bool:
    return _says_additive(element) if element.text("is_additive") else kind.is_number


def _says_additive(element: Row) -> bool:
    return read_choice(element.text("is_additive"), (YES,)) is not None
