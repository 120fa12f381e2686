"""Expressions of the plan as formulas of Excel (công thức Excel): the same tree, written in cells.

Nothing is worked out here. Only what Excel 2010 has; what is unknown stays unknown, as in the report.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from kehoach.office.model import cell_ref
from kehoach.plan.expression import Code, Expression, Node, Number
from kehoach.report.unit_table import NONE_GIVEN

UNKNOWN = f'"{NONE_GIVEN}"'
"""What a formula gives where somebody was silent; no sum counts it."""
DIGITS = 12
"""Decimals that a comparison looks at: far finer than any rate of whole numbers, coarser than a computer's error."""


def cell(row: int, column: int, sheet: str = "") -> str:
    """A reference by row and column from 0; with a sheet, for use on another."""
    place = cell_ref(row + 1, column + 1)
    return f"'{sheet.replace(chr(39), chr(39) * 2)}'!{place}" if sheet else place


def block(first: int, last: int, column: int, sheet: str = "") -> str:
    """Rows of one column."""
    return f"{cell(first, column, sheet)}:{cell(last, column)}"


def words(text: str) -> str:
    """Words in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def literal(value: Fraction | None) -> str:
    """A number in a formula; unknown where there is none."""
    if value is None:
        return UNKNOWN
    return f"{(Decimal(value.numerator) / Decimal(value.denominator)):f}"


def calculated(expression: Expression, cell_of: Callable[[Code], str]) -> str:
    """The expression over cells: unknown where one of them is no number, or where it divides by zero."""
    cells = [cell_of(code) for code in expression.codes]
    body = _written(expression.root, cell_of)
    return known(cells, f"IFERROR({body},{UNKNOWN})") if cells else body


def known(cells: Sequence[str], body: str) -> str:
    """The body where all cells are numbers."""
    return f"IF(COUNT({','.join(cells)})={len(cells)},{body},{UNKNOWN})"


def together(cells: Sequence[str], is_either: bool) -> str:
    """Numbers that make up one: their sum; of a yes or no said by several, what all of them say. Silence stays so."""
    if not cells:
        return UNKNOWN
    listed = ",".join(cells)
    if len(cells) == 1:
        return known(cells, cells[0])
    if is_either:
        return f"IF(AND(COUNT({listed})={len(cells)},MIN({listed})=MAX({listed})),MIN({listed}),{UNKNOWN})"
    return known(cells, f"SUM({listed})")


def holds(value: str, operator: str, threshold: str) -> str:
    """A comparison that a computer's last digit does not decide."""
    return f"ROUND({value}-{threshold},{DIGITS}){operator}0"


def is_whole(coverage: str) -> str:
    """Whether a cell that says of how many units a number is ("07/08") names them all."""
    slash = f'FIND("/",{coverage})'
    return f"LEFT({coverage},{slash}-1)=MID({coverage},{slash}+1,9)"


def _written(node: Node, cell_of: Callable[[Code], str]) -> str:
    if isinstance(node, Number):
        return literal(node.value)
    if isinstance(node, Code):
        return cell_of(node)
    sides = [_written(o, cell_of) for o in node.operands]
    return f"(-{sides[0]})" if len(sides) == 1 else f"({sides[0]}{node.operator}{sides[1]})"
