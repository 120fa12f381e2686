"""Numbers that the plan's table of villages holds (số ghi cho từng thôn): known sizes, last year's, allotted targets.

Read only where the header of a column names one thing asked of villages; every cell is to be looked at.
"""

import re
from collections.abc import Iterable, Sequence

from kehoach.plan.catalogue.read import Column, columns, plain, recognised, says
from kehoach.plan.draft.chosen import Chosen
from kehoach.plan.draft.model import Cell, Sheets, proposed
from kehoach.plan.draft.units import Units
from kehoach.plan.expression import read_expression
from kehoach.plan.sheets import BASELINES, ELEMENTS, TARGETS, UNITS
from kehoach.plan.signed.model import SignedFigure, SignedPlan
from kehoach.plan.spell import TypedRow
from kehoach.plan.texts import read_threshold, read_whole
from kehoach.vi.names import initial_capital

READ = "Lấy từ bảng các thôn của kế hoạch, cột “{header}”; xem lại."
_BRACKETS = re.compile(r"\([^()]*\)")
_LAST_YEAR = r"(?:dau nam|nam truoc|cuoi nam {before}|nam {before}|31 12 {before})"
_PROMISING = re.compile(r"^(?:(?:chi tieu|muc|ke hoach|giao|duoc giao|so|ty le|ti le|tong so)\b\s*)+|\s*\bnam \d{4}$")


def add_figures(sheets: Sheets, plan: SignedPlan, chosen: Sequence[Chosen], units: Units) -> None:
    """Known sizes into `Đơn vị`, last year's into `Năm trước`, allotted values into `Chỉ tiêu`."""
    by_header: dict[str, dict[str, SignedFigure]] = {}
    for figure in plan.figures:
        by_header.setdefault(figure.header, {}).setdefault(figure.village, figure)
    taken: set[str] = set()
    for header, figures in ((header, tuple(found.values())) for header, found in by_header.items()):
        column, is_last = _column(header, plan.year)
        if column:
            key = f"{column.code} {is_last}"
            if column.code in sheets.codes(ELEMENTS) and key not in taken:
                _add_numbers(sheets, column, figures, plan.year if is_last else 0)
            taken.add(key)
            continue
        fitting = [one for one in chosen if _is_of(one, header, sheets, units)]
        if len(fitting) == 1 and fitting[0].code not in taken:
            taken.add(fitting[0].code)
            _allot(sheets, fitting[0], figures)


def _column(header: str, year: int) -> tuple[Column | None, bool]:
    """What a column holds, and whether it is last year's."""
    title = plain(_BRACKETS.sub(" ", header))
    before = re.compile(rf"\s*\b{_LAST_YEAR.format(before=year - 1)}\b\s*")
    bare, found = before.subn("", title)
    return next((c for c in columns() if bare in map(plain, c.phrases)), None), bool(found)


def _add_numbers(sheets: Sheets, column: Column, figures: Iterable[SignedFigure], year: int) -> None:
    rows = {row["name"]: index for index, row in enumerate(sheets.rows[UNITS.key])}
    for figure in figures:
        number = read_whole(figure.value)
        if number is None or figure.village not in rows:
            continue
        index = rows[figure.village]
        cell = proposed(str(number), READ.format(header=figure.header))
        if year:
            code = sheets.rows[UNITS.key][index]["code"]
            sheets.add(BASELINES, {"unit": code, "element": column.code, str(year - 1): cell})
        elif column.size:
            sheets.put(UNITS, index, f"{column.size} ({column.code})", cell)


def _is_of(one: Chosen, header: str, sheets: Sheets, units: Units) -> bool:
    """Whether a column's header names what a target measures, and each village can be held to it by itself."""
    row = next((r for r in sheets.rows[TARGETS.key] if r["code"] == one.code), {})
    asked = {r["code"]: r["subject"] for r in sheets.rows[ELEMENTS.key]}
    codes = read_expression(row["expression"]).codes if row else ()
    if not codes or any(code.function or asked.get(code.code) != units.village for code in codes):
        return False
    target = one.target
    is_rate = "%" in header or says(header, "tỷ lệ")
    if is_rate is not (target.measure == "%"):
        return False
    if one.indicator:
        return recognised(header, target.measure, target.change) is one.indicator
    bare = _PROMISING.sub("", plain(_BRACKETS.sub(" ", header))).strip()
    return len(bare.split()) > 1 and (says(target.what, bare) or says(bare, target.what))


def _allot(sheets: Sheets, one: Chosen, figures: Iterable[SignedFigure]) -> None:
    """A row of `Chỉ tiêu` for each village that has a value of its own."""
    whole: TypedRow = next(row for row in sheets.rows[TARGETS.key] if row["code"] == one.code)
    codes = {row["name"]: row["code"] for row in sheets.rows[UNITS.key]}
    for figure in figures:
        value, why = figure.value.removesuffix("%").strip(), READ.format(header=figure.header)
        if figure.village in codes and read_threshold(value, one.target.measure) is not None:
            gap = "" if one.target.measure == "%" else " "
            text = f"{initial_capital(whole['short'])}: {value}{gap}{one.target.measure}"
            kept = {key: whole[key] for key in ("short", "expression", "concludes", "before") if whole.get(key)}
            marked = {"text": text, "comparison": whole["comparison"], "threshold": value, "measure": whole["measure"]}
            cells: dict[str, Cell | str] = {key: proposed(said, why) for key, said in marked.items()}
            sheets.add(TARGETS, {"code": one.code, **kept, **cells, "unit": codes[figure.village]})
