"""Every expression of a typed plan (công thức), in braces too, with place and use; unreadable ones left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from kehoach.plan.columns import Holds
from kehoach.plan.expression import Code, Expression, ExpressionError, read_expression
from kehoach.plan.placeholder import Amount, Part, TargetWord, TaskWord, UnitList, read_sentence
from kehoach.plan.sheets import CHECKS, SHEETS, TARGETS
from kehoach.plan.table import Book, Row

UNIT_NAME = "don_vi"
"""Stands for the unit's name in the sentence of a check."""


class Use(Enum):
    """Dùng để làm gì: over the commune's totals, over one subject's numbers, or printed alone."""

    TOTAL = auto()
    SUBJECT = auto()
    ALONE = auto()


@dataclass(frozen=True)
class Formula:
    """Công thức: an expression, where it stands, what it is used for; `kind` where it is about units of one kind."""

    row: Row
    key: str
    expression: Expression
    use: Use
    kind: str = ""


@dataclass(frozen=True)
class Braces:
    """Ngoặc nhọn: one readable placeholder and where it stands."""

    row: Row
    key: str
    part: Part


def formulas(book: Book) -> Iterator[Formula]:
    """All expressions, sheet by sheet."""
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.holds in (Holds.VALUE, Holds.COMPARISON):
                yield from (f for row in book.rows(sheet) if (f := _typed(row, column.key)))
    yield from (formula for braces in placeholders(book) if (formula := _in_braces(braces)))


def placeholders(book: Book) -> Iterator[Braces]:
    """Everything in braces that can be read."""
    for sheet in SHEETS:
        for column in sheet.columns:
            for row in book.rows(sheet) if column.holds is Holds.SENTENCE else ():
                yield from (Braces(row, column.key, part) for part in parts_of(row.text(column.key)))


def parts_of(text: str) -> tuple[Part, ...]:
    """Words and placeholders of a sentence; nothing where it cannot be read."""
    try:
        return read_sentence(text)
    except ExpressionError:
        return ()


def _typed(row: Row, key: str) -> Formula | None:
    try:
        expression = read_expression(row.text(key))
    except ExpressionError:
        return None
    is_about_one = row.sheet is CHECKS or (row.sheet is TARGETS and bool(row.text("unit")))
    return Formula(row, key, expression, Use.SUBJECT if is_about_one else Use.TOTAL)


def _in_braces(braces: Braces) -> Formula | None:
    part = braces.part
    if isinstance(part, UnitList):
        return Formula(braces.row, braces.key, part.condition, Use.SUBJECT, part.kind)
    if not isinstance(part, Amount) or part.expression.root == Code(UNIT_NAME):
        return None
    if braces.row.sheet is CHECKS:
        return Formula(braces.row, braces.key, part.expression, Use.SUBJECT)
    root = part.expression.root
    alone = isinstance(root, Code) and not root.function
    return Formula(braces.row, braces.key, part.expression, Use.ALONE if alone else Use.TOTAL)


def result_words(book: Book) -> Iterator[tuple[Braces, TargetWord | TaskWord]]:
    """Placeholders for the result of a target or the state of a task."""
    for braces in placeholders(book):
        if isinstance(braces.part, TargetWord | TaskWord):
            yield braces, braces.part
