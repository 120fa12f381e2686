"""Sheet `Tổng hợp` (số của toàn xã): a row an element, its sum, how many gave it, the period before and last year."""

from collections.abc import Sequence
from fractions import Fraction

from kehoach.office.look import Column
from kehoach.plan.element import Element, Nature
from kehoach.plan.expression import Code
from kehoach.plan.lineage import baseline
from kehoach.report.facts import kind_name
from kehoach.summary.formula import block, cell, is_whole
from kehoach.summary.layout import FIRST, NOW, VALUE, VALUES, Layout
from kehoach.summary.look import SILENT_COLOUR
from kehoach.summary.page import Page
from kehoach.summary.shown import WORDS, signed, sum_format, value_format

COLUMNS = (
    *(Column("TT", 5), Column("Mục", 17), Column("Nội dung", 36), Column("Mã", 13), Column("Đơn vị tính", 9)),
    *(Column("Hỏi theo", 8), Column("Riêng kỳ này", 10), Column("Tính đến hết kỳ", 10), Column("Số nơi đã có", 8)),
    *(Column("Kỳ trước", 9), Column("Tăng, giảm so với kỳ trước", 10)),
    *(Column("Năm trước", 9), Column("Tăng, giảm so với năm trước", 10), Column("Ghi chú", 20)),
)
ALONE, GIVEN, BEFORE, AGAINST_BEFORE, LAST_YEAR, AGAINST_LAST_YEAR, NOTES = 6, 8, 9, 10, 11, 12, 13
NOTE = (
    "“Tính đến hết kỳ” là số cộng dồn từ {since} đối với số phát sinh, là số tại ngày chốt {until} đối với số còn lại. "
    "“Kỳ trước” là số riêng của kỳ trước. “…” là chưa có số; “–” là không có căn cứ để so sánh."
)
NO_BASIS = "–"


def write_totals(page: Page, layout: Layout, since: str, until: str) -> None:
    """Every number of the period, in the plan's order."""
    page.head("Tổng hợp toàn xã", NOTE.format(since=since, until=until), COLUMNS)
    for number, element in enumerate(layout.elements, 1):
        row = FIRST + number - 1
        page.number(row, 0, number, align="center")
        for column, text in enumerate((element.section, element.label, element.code), 1):
            page.text(row, column, text)
        page.text(row, 4, element.measure, align="center")
        page.text(row, 5, kind_name(layout.assessment.plan, element.subject), align="center")
        _write_sums(page, layout, row, element)
        _write_compared(page, layout, row, element)
        page.text(row, NOTES, _note(layout, element))
    last = FIRST + max(0, len(layout.elements) - 1)
    page.shade((FIRST, NOW), (last, NOW), f'{cell(FIRST, NOW)}="…"', bg_color=SILENT_COLOUR)
    page.shade((FIRST, GIVEN), (last, GIVEN), f"NOT({is_whole(cell(FIRST, GIVEN))})", bg_color=SILENT_COLOUR)
    for column in (AGAINST_BEFORE, AGAINST_LAST_YEAR):
        spot = cell(FIRST, column)
        page.shade((FIRST, column), (last, column), f"AND(ISNUMBER({spot}),{spot}<0)", font_color="#C00000", bold=True)
    page.finish(len(layout.elements), COLUMNS, 4, last)


def _write_sums(page: Page, layout: Layout, row: int, element: Element) -> None:
    total = layout.total(element.code)
    for column in (ALONE, NOW, GIVEN):
        page.text(row, column, NO_BASIS if column == NOW else "", align="center")
    if not total.is_addable:
        return
    if element.nature is Nature.FLOW:
        alone = layout.assessment.total(element.code, True).value
        page.formula(row, ALONE, _alone(layout, element), alone, sum_format(element))
    shown = value_format(element) if layout.is_alone(element) else sum_format(element)
    page.formula(row, NOW, _sum(layout, element), total.value, shown, bold=True)
    if layout.is_alone(element):
        counted = f'IF(ISNUMBER({cell(row, NOW)}),"01/01","00/01")'
        page.formula(row, GIVEN, counted, f"{len(total.given):02d}/01", WORDS, align="center")
        return
    table, column = layout.table(element), layout.table(element).column(element.code)
    stored = f"{sum(u in total.given for u in table.units):02d}/{len(table.units):02d}"
    page.formula(row, GIVEN, cell(table.sums + 1, column, table.sheet), stored, WORDS, align="center")


def _sum(layout: Layout, element: Element) -> str:
    """The sum of the units in their sheet; about the commune itself, the values."""
    if layout.is_alone(element):
        [unit] = layout.total(element.code).shares
        return layout.share(element.code, unit)
    table = layout.table(element)
    return cell(table.sums, table.column(element.code), table.sheet)


def _alone(layout: Layout, element: Element) -> str:
    """The values of this period alone, which stand together in their sheet."""
    names = [n for s in layout.assessment.total(element.code, True).shares.values() for n in s.names]
    rows = sorted(layout.row(name) for name in names)
    if not rows:
        return '"…"'
    cells = block(rows[0], rows[-1], VALUE, VALUES)
    return f'IF(COUNT({cells})=0,"…",SUM({cells}))'


def _write_compared(page: Page, layout: Layout, row: int, element: Element) -> None:
    """What it was, and the difference where both are whole."""
    whole, is_flow = layout.total(element.code), element.nature is Nature.FLOW
    now = layout.assessment.total(element.code, True) if is_flow else whole
    pairs = ((BEFORE, ALONE if is_flow else NOW, _before(layout, element), now.value),
             (LAST_YEAR, NOW, _last_year(layout, element), whole.value))  # fmt: skip
    for column, own, then, value in pairs:
        if then is None or not whole.is_addable:
            page.text(row, column, NO_BASIS, align="center")
            page.text(row, column + 1, NO_BASIS, align="center")
            continue
        page.number(row, column, then, sum_format(element), align="right")
        here, there = cell(row, own), cell(row, column)
        formula = f'IF(AND(ISNUMBER({here}),{is_whole(cell(row, GIVEN))}),{here}-{there},"{NO_BASIS}")'
        stored = value - then if value is not None and whole.is_complete else NO_BASIS
        page.formula(row, column + 1, formula, stored, signed(sum_format(element)))


def _before(layout: Layout, element: Element) -> Fraction | None:
    """The last period's own; None where this is the first that asks."""
    plan, period = layout.assessment.plan, layout.assessment.period
    asked = [p for p in plan.before(period) if element.periods.covers(p)]
    return layout.assessment.evaluate(Code(element.code, "truoc")) if asked else None


def _last_year(layout: Layout, element: Element) -> Fraction | None:
    """The same period of last year; else its end, where this is a state, or the end of this year as well."""
    plan, period = layout.assessment.plan, layout.assessment.period
    year = plan.issuer.year - 1
    same = baseline(plan, year, element.code, "", period.cutoff, period.short)
    is_whole = element.nature is not Nature.FLOW or not plan.after(period)
    return baseline(plan, year, element.code, "", period.cutoff) if same is None and is_whole else same


def _note(layout: Layout, element: Element) -> str:
    """Who is silent, and what is an estimate or last period's."""
    total, plan = layout.total(element.code), layout.assessment.plan
    silent = [plan.name_of(u) for u in total.expected if u not in total.given]
    carried = [plan.name_of(u) for u in total.carried]
    notes = (
        f"chưa có: {_some(silent)}" if silent else "",
        f"dùng số kỳ trước: {_some(carried)}" if carried else "",
        "có số ước" if total.is_estimate else "",
    )
    return "; ".join(filter(None, notes))


def _some(names: Sequence[str]) -> str:
    more = f" và {len(names) - 3} nơi khác" if len(names) > 3 else ""
    return ", ".join(filter(None, names[:3])) + more
