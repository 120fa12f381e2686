"""Each cell by itself (từng ô): is it filled where it must be, and is it what its column holds?"""

from collections.abc import Callable, Iterator, Mapping

from kehoach.finding import Finding, Place
from kehoach.plan import mistakes as k
from kehoach.plan.choices import ROLES
from kehoach.plan.columns import Column, Holds
from kehoach.plan.contents import ContentError, read_contents
from kehoach.plan.expression import COMPARISONS, Expression, ExpressionError, Operation, read_expression
from kehoach.plan.names import Names
from kehoach.plan.placeholder import read_sentence
from kehoach.plan.sheets import BASELINES, ELEMENTS, INFO, INFO_KEYS, PERIODS, RECIPIENTS, SHEETS, UNITS
from kehoach.plan.table import Row, info_column
from kehoach.plan.texts import print_list, read_choice, read_list, read_number, read_threshold, read_whole
from kehoach.plan.times import read_time
from kehoach.vi.dates import read_date

YEAR = "2026"
"""Stands in examples where the plan's own year is not known."""


def check_cells(names: Names) -> Iterator[Finding]:
    """KP-07 … KP-10, KP-21 … KP-24, KP-32, KP-38, KP-39: every cell against its column."""
    book = names.book
    for sheet in SHEETS:
        for row in book.rows(sheet):
            for column in sheet.columns:
                if (sheet.key, column.key) not in book.absent:
                    yield from _cell(row, column.key, column)
    for row in book.rows(INFO):
        if known := info_column(row.text("key")):
            yield from _cell(row, "value", known)


def check_presence(names: Names) -> Iterator[Finding]:
    """KP-05, KP-06: what a plan cannot do without."""
    book = names.book
    for sheet in (INFO, PERIODS, UNITS, ELEMENTS):
        if not book.rows(sheet) and (sheet.key, sheet.columns[0].key) not in book.absent:
            yield k.NO_ROWS.at(Place(file=book.file, sheet=sheet.name))
    for column in INFO_KEYS if book.rows(INFO) else ():
        if column.is_required and column.key not in book.info:
            yield k.NO_INFO.at(Place(file=book.file, sheet=INFO.name), name=column.header, note=column.note)


def check_open_cells(names: Names) -> Iterator[Finding]:
    """KP-08, KP-10: cells of the open columns."""
    for row in names.book.rows(UNITS):
        for head, text in row.open_texts.items():
            if read_whole(text) is None:
                yield k.BAD_NUMBER.at(row.place(head), text, what="số nguyên")
    for row in names.book.rows(BASELINES):
        for head, text in row.open_texts.items():
            if read_number(text) is None:
                yield k.BAD_NUMBER.at(row.place(head), text, what="số")
    for row in names.book.rows(RECIPIENTS):
        for head, text in row.open_texts.items():
            if read_choice(text, ROLES) is None:
                yield _bad_choice(row.place(head), text, head, ROLES)


def _cell(row: Row, key: str, column: Column) -> Iterator[Finding]:
    text, place = row.text(key), row.place(key)
    if not text:
        if column.is_required:
            yield k.BLANK.at(place, header=column.header, note=column.note)
    elif column.choices:
        for part in read_list(text) if column.holds.is_list else (text,):
            if read_choice(part, column.choices) is None:
                yield _bad_choice(place, part, column.header, column.choices)
    elif column.holds in _CHECKS:
        yield from _CHECKS[column.holds](row, place, text)


def _bad_choice(place: Place, text: str, header: str, choices: tuple[str, ...]) -> Finding:
    return k.BAD_CHOICE.at(
        place, text, header=header, choices=print_list(choices), hint=k.did_you_mean(text, tuple(map(str, choices)))
    )


def _date(_: Row, place: Place, text: str) -> Iterator[Finding]:
    if read_date(text) is None:
        yield k.BAD_DATE.at(place, text, year=YEAR)


def _whole(_: Row, place: Place, text: str) -> Iterator[Finding]:
    if read_whole(text) is None:
        yield k.BAD_NUMBER.at(place, text, what="số nguyên")


def _number(_: Row, place: Place, text: str) -> Iterator[Finding]:
    if read_number(text) is None:
        yield k.BAD_NUMBER.at(place, text, what="số")


def _threshold(row: Row, place: Place, text: str) -> Iterator[Finding]:
    if read_threshold(text, row.text("measure")) is None:
        yield k.BAD_THRESHOLD.at(place, text)


def _time(_: Row, place: Place, text: str) -> Iterator[Finding]:
    if read_time(text, int(YEAR)) is None:
        yield k.BAD_TIME.at(place, text, year=YEAR, hint="")


def _value(_: Row, place: Place, text: str) -> Iterator[Finding]:
    yield from _expression(place, text, wants_comparison=False)


def _comparison(_: Row, place: Place, text: str) -> Iterator[Finding]:
    yield from _expression(place, text, wants_comparison=True)


def _expression(place: Place, text: str, wants_comparison: bool) -> Iterator[Finding]:
    try:
        expression = read_expression(text)
    except ExpressionError as error:
        yield k.BAD_EXPRESSION.at(place, text, why=str(error))
        return
    if compares(expression) and not wants_comparison:
        yield k.NOT_A_VALUE.at(place, text)
    elif wants_comparison and not compares(expression):
        yield k.NOT_A_COMPARISON.at(place, text)


def _sentence(_: Row, place: Place, text: str) -> Iterator[Finding]:
    try:
        read_sentence(text)
    except ExpressionError as error:
        yield k.BAD_BRACES.at(place, text, why=str(error))


def _contents(_: Row, place: Place, text: str) -> Iterator[Finding]:
    try:
        read_contents(text)
    except ContentError as error:
        yield k.BAD_CONTENTS.at(place, text, why=str(error))


def compares(expression: Expression) -> bool:
    """Whether an expression is a comparison."""
    return isinstance(expression.root, Operation) and expression.root.operator in COMPARISONS


_CHECKS: Mapping[Holds, Callable[[Row, Place, str], Iterator[Finding]]] = {
    Holds.DATE: _date,
    Holds.WHOLE: _whole,
    Holds.NUMBER: _number,
    Holds.THRESHOLD: _threshold,
    Holds.TIME: _time,
    Holds.VALUE: _value,
    Holds.COMPARISON: _comparison,
    Holds.SENTENCE: _sentence,
    Holds.CONTENTS: _contents,
}
