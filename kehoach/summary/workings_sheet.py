"""Sheet `Cách tính` (số dùng để tính): the numbers of each target's formula, over the units that gave them all."""

from kehoach.assessment.model import Achievement, Total
from kehoach.assessment.values import tied
from kehoach.office.look import Column
from kehoach.plan.element import COMMUNE
from kehoach.plan.expression import Code, Expression
from kehoach.proof.sources import ELSEWHERE
from kehoach.report.facts import kind_name
from kehoach.summary.formula import UNKNOWN, calculated, cell
from kehoach.summary.layout import FIRST, WORKINGS, WORTH, Layout
from kehoach.summary.look import SILENT_COLOUR
from kehoach.summary.page import Page
from kehoach.summary.shown import COUNT, sum_format

COLUMNS = (
    *(Column("TT", 5), Column("Mã chỉ tiêu", 9), Column("Chỉ tiêu", 26), Column("Công thức", 24)),
    *(Column("Mã số liệu", 16), Column("Nội dung", 38), Column("Số dùng để tính", 12)),
    *(Column("Đã có số", 8), Column("Được hỏi", 8), Column("Dùng được", 8)),
)
GIVEN, ASKED, USED = 7, 8, 9
NOTE = (
    "Số dùng để tính cộng những nơi có đủ mọi số của công thức: nơi thiếu tử số thì mẫu số cũng chưa tính vào. "
    "Chỉ tiêu so với năm trước, kỳ trước hoặc với tổng số đơn vị chỉ tính khi mọi nơi đã có số."
)


def write_workings(page: Page, layout: Layout) -> None:
    """All targets, in the plan's order."""
    page.head("Số dùng để tính từng chỉ tiêu", NOTE, COLUMNS)
    for number, (result, code) in enumerate(layout.workings, 1):
        target, row = result.target, FIRST + number - 1
        unit = f", {layout.assessment.plan.name_of(target.unit)}" if target.unit else ""
        page.number(row, 0, number, align="center")
        page.text(row, 1, target.code, align="center")
        page.text(row, 2, target.short + unit)
        page.text(row, 3, target.expression.text)
        page.text(row, 4, f"{code.function}({code.code})" if code.function else code.code)
        _write_known(page, layout, row, code) if code.function else _write_sum(page, layout, row, result, code)
    last = FIRST + max(0, len(layout.workings) - 1)
    page.shade((FIRST, WORTH), (last, WORTH), f"NOT(ISNUMBER($G{FIRST + 1}))", bg_color=SILENT_COLOUR)
    page.shade(
        (FIRST, GIVEN), (last, USED), f"AND($J{FIRST + 1}<$I{FIRST + 1},$J{FIRST + 1}>0)", bg_color=SILENT_COLOUR
    )
    page.finish(len(layout.workings), COLUMNS, 3, last)


def _write_known(page: Page, layout: Layout, row: int, code: Code) -> None:
    """What no cell of the period holds."""
    plan = layout.assessment.plan
    what = kind_name(plan, code.code) if code.function == "dem" else plan.elements[code.code].label
    page.text(row, 5, f"{what}: {ELSEWHERE[code.function]}")
    unit = next(a.target.unit for n, (a, _) in enumerate(layout.workings, FIRST) if n == row)
    evaluate = layout.assessment.unit_value(code, unit) if unit else layout.assessment.evaluate(code)
    shown = COUNT if code.function == "dem" else sum_format(plan.elements[code.code])
    if evaluate is None:
        page.text(row, WORTH, UNKNOWN.strip('"'), align="right")
    else:
        page.number(row, WORTH, evaluate, shown, align="right")
    for column in (GIVEN, ASKED, USED):
        page.text(row, column, "")


def _write_sum(page: Page, layout: Layout, row: int, result: Achievement, code: Code) -> None:
    """The sum over the units that gave this and every other number of their kind."""
    plan, unit = layout.assessment.plan, result.target.unit
    element = plan.elements[code.code]
    of_whom = "" if element.subject == COMMUNE else f" ({kind_name(plan, element.subject)})"
    page.text(row, 5, element.label + of_whom + ("" if element in layout.elements else "; kỳ này không hỏi"))
    totals = {c: t.only(unit) if unit in t.shares else t for c, t in _totals(layout, result).items()}
    mine, total = tied(plan, tuple(totals.values()))[code.code], totals[code.code]
    cells = {c: layout.parts(c, unit) for c in totals if plan.elements[c].subject == element.subject}
    own, past = cells[code.code], "" if unit else layout.past(code.code)
    page.formula(row, GIVEN, f"COUNT({own})" if own else "0", len(total.given), align="center")
    page.formula(row, ASKED, f"ROWS({own})" if own else f"{len(total.expected)}", len(total.expected), align="center")
    is_asked = all(cells.values()) and total.is_addable
    used, worth = _used(tuple(cells.values())), _worth(tuple(cells.values()), own, past, row)
    page.formula(row, USED, used if all(cells.values()) else "0", len(mine.given), align="center")
    page.formula(row, WORTH, worth if is_asked else UNKNOWN, mine.value, sum_format(element), bold=True)


def _totals(layout: Layout, result: Achievement) -> dict[str, Total]:
    return {c.code: layout.total(c.code) for c in result.target.expression.codes if not c.function}


def _used(cells: tuple[str, ...]) -> str:
    """How many units gave all the numbers."""
    return f"SUMPRODUCT({','.join(f'--ISNUMBER({c})' for c in cells)})"


def _worth(cells: tuple[str, ...], own: str, past: str, row: int) -> str:
    there = cell(row, USED)
    summed = f"SUMPRODUCT({','.join(f'--ISNUMBER({c})' for c in cells)},{own})"
    if past:
        summed, there = f"{summed}+SUM({past})", f"{there}+COUNT({past})"
    return f"IF({there}=0,{UNKNOWN},{summed})"


def reached(layout: Layout, result: Achievement, expression: Expression) -> str:
    """A target's formula, or a part of it, over the workings; a part of the units is held against no whole."""
    formula = calculated(expression, lambda code: layout.worth(result, code))
    if not any(c.function for c in expression.codes):
        return formula
    rows = [layout.working(result, c) for c in expression.codes if not c.function]
    whole = [f"{cell(row, USED, WORKINGS)}={cell(row, ASKED, WORKINGS)}" for row in rows]
    return f"IF(AND({','.join(whole)}),{formula},{UNKNOWN})" if whole else formula
