"""Sheet `Theo thôn` and the like (theo đơn vị): a row a unit, a column an element, rates, sums."""

from itertools import groupby

from kehoach.assessment.model import Achievement
from kehoach.office.look import Column
from kehoach.plan.element import Element, Nature
from kehoach.plan.expression import Code
from kehoach.report.facts import kind_name
from kehoach.summary.formula import block, calculated, cell, holds, literal
from kehoach.summary.layout import FIRST, HEAD, NAMES, Layout, UnitTable
from kehoach.summary.look import BELOW_COLOUR, HEADER, SILENT_COLOUR
from kehoach.summary.page import Page
from kehoach.summary.shown import WORDS, is_said, sum_format, target_format, value_format
from kehoach.summary.workings_sheet import reached
from kehoach.vi.names import initial_capital

NOTE = (
    "Số phát sinh cộng từ {since} đến {until}; “…” là chưa có số, không tính là 0. Cột tỷ lệ: ô màu là chưa đạt. "
    "Bấm vào một ô rồi xem thanh công thức để biết số lấy từ dòng nào của trang Số liệu."
)
SECTION_HEIGHT = 32.0
SUM_LOOK = {"bold": True, "bg_color": "#F2F2F2"}


def write_units(page: Page, layout: Layout, table: UnitTable, since: str, until: str) -> None:
    """One kind of units."""
    called = kind_name(layout.assessment.plan, table.kind)
    columns = _columns(layout, table, called)
    page.head(f"Tổng hợp theo {called}", NOTE.format(since=since, until=until), columns)
    _write_sections(page, table)
    for number, unit in enumerate((*table.units, *table.past), 1):
        row = FIRST + number - 1
        page.number(row, 0, number, align="center")
        page.text(row, 1, layout.assessment.plan.name_of(unit) or unit)
        for element in table.elements:
            _write_part(page, layout, table, row, unit, element)
    for number, code in enumerate(table.rates):
        _write_rate(page, layout, table, NAMES + len(table.elements) + number, code)
    _write_sums(page, layout, table, called)
    silence = f'{cell(FIRST, NAMES)}="…"'
    page.shade((FIRST, NAMES), (table.sums, len(columns) - 1), silence, bg_color=SILENT_COLOUR)
    page.finish(len(table.units) + len(table.past), columns, NAMES, table.sums + 1)


def _columns(layout: Layout, table: UnitTable, called: str) -> tuple[Column, ...]:
    shorts = {a.target.code: a.target.short for a in layout.assessment.achievements}
    rates = (Column(f"Tỷ lệ: {shorts[code]}", 12) for code in table.rates)
    elements = (Column(_header(e), 12) for e in table.elements)
    return (Column("TT", 5), Column(initial_capital(called), 22), *elements, *rates)


def _header(element: Element) -> str:
    measure = f" ({element.measure})" if element.measure and element.measure not in element.label else ""
    return element.label + measure + (", cộng dồn" if element.nature is Nature.FLOW else "")


def _write_sections(page: Page, table: UnitTable) -> None:
    """Above the headers: what the elements belong to in the form."""
    start = NAMES
    for section, group in groupby(table.elements, lambda e: e.section):
        last = start + len(list(group)) - 1
        if last > start:
            page.sheet.merge_range(HEAD - 1, start, HEAD - 1, last, "", page.looks(**HEADER))
        page.text(HEAD - 1, start, section, text_wrap=True, **HEADER)
        start = last + 1
    page.sheet.set_row(HEAD - 1, SECTION_HEIGHT)


def _write_part(page: Page, layout: Layout, table: UnitTable, row: int, unit: str, element: Element) -> None:
    share = layout.total(element.code).shares.get(unit)
    look = {"align": "center"} if is_said(element) else {}
    formula, stored = layout.share(element.code, unit), share.value if share else None
    page.formula(row, table.column(element.code), formula, stored, value_format(element), **look)


def _write_rate(page: Page, layout: Layout, table: UnitTable, column: int, code: str) -> None:
    """The target unit by unit, coloured where it is not met; below, the commune's."""
    results = {a.target.unit: a for a in layout.assessment.achievements if a.target.code == code}
    rows = [(row, results.get(unit, results.get(""))) for row, unit in enumerate((*table.units, *table.past), FIRST)]
    for (row, result), unit in zip(rows, (*table.units, *table.past), strict=True):
        if result is None:
            page.text(row, column, "–", align="center")
            continue
        formula = calculated(result.target.expression, lambda c, r=row, u=unit: _at(layout, table, r, u, c))  # type: ignore[misc]
        worth = result.target.expression.value(lambda c, u=unit: layout.assessment.unit_value(c, u))  # type: ignore[misc]
        page.formula(row, column, formula, worth, target_format(result.target, worth))
    for result, group in groupby(rows, lambda each: each[1]):
        if result is not None:
            below = [row for row, _ in group]
            _shade_below(page, column, below[0], below[-1], result)
    _write_whole(page, layout, table, column, results.get(""))


def _shade_below(page: Page, column: int, first: int, last: int, result: Achievement) -> None:
    """A colour for what is not what was promised."""
    spot, target = cell(first, column), result.target
    met = holds(spot, target.comparison, literal(target.threshold))
    page.shade((first, column), (last, column), f"AND(ISNUMBER({spot}),NOT({met}))", **BELOW)


BELOW = {"bg_color": BELOW_COLOUR, "bold": True}


def _at(layout: Layout, table: UnitTable, row: int, unit: str, code: Code) -> str:
    """A code for one unit: the cell in its row; what no cell holds (last year, last period) as a number."""
    return literal(layout.assessment.unit_value(code, unit)) if code.function else cell(row, table.column(code.code))


def _write_whole(page: Page, layout: Layout, table: UnitTable, column: int, result: Achievement | None) -> None:
    if result is None:
        page.text(table.sums, column, "–", align="center", **SUM_LOOK)
        return
    formula = reached(layout, result, result.target.expression)
    shown = target_format(result.target, result.actual)
    page.formula(table.sums, column, formula, result.actual, shown, **SUM_LOOK)


def _write_sums(page: Page, layout: Layout, table: UnitTable, called: str) -> None:
    """The sum of what is there, and of how many units that is."""
    for row, words in ((table.sums, "Tổng cộng"), (table.sums + 1, f"Số {called} có số liệu")):
        page.text(row, 0, "", **SUM_LOOK)
        page.text(row, 1, words, **SUM_LOOK)
    for element in table.elements:
        column, total = table.column(element.code), layout.total(element.code)
        rows, asked = block(FIRST, table.sums - 1, column), block(FIRST, table.last, column)
        if total.is_addable:
            formula = f'IF(COUNT({rows})=0,"…",SUM({rows}))'
            page.formula(table.sums, column, formula, total.value, sum_format(element), **SUM_LOOK)
        else:
            page.text(table.sums, column, "–", align="center", **SUM_LOOK)
        given = sum(u in total.given for u in table.units)
        counted = f'TEXT(COUNT({asked}),"00")&"/"&TEXT(ROWS({asked}),"00")'
        page.formula(table.sums + 1, column, counted, f"{given:02d}/{len(table.units):02d}", WORDS, **SUM_LOOK)
    for number in range(len(table.rates)):
        page.text(table.sums + 1, NAMES + len(table.elements) + number, "", **SUM_LOOK)
