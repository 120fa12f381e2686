"""`nhap-ho.xlsx` (nhập hộ): what units said by telephone, photo or paper, typed in by the officer, one row a value.

A row keeps its own cell as place and "nhập hộ" as source. A row that cannot be used is never skipped in silence: a
finding says what it lacks (KT-107; a unit that cannot be told: KT-39, KT-41).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.office.model import RawSheet
from kehoach.plan.element import Element
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.review.proxy_sheet import BETWEEN, Header, blank_sheet
from kehoach.review.read_table import Line, lines, open_ours, tables
from kehoach.review.typed import read_cell_of
from kehoach.review.unit_names import UNUSED, Unmatched, named_unit, respelt
from kehoach.submission.model import DataValue
from kehoach.vi.names import fold, nearest
from kehoach.vi.typed_date import read_typed_date

SOURCE = "nhập hộ"


@dataclass(frozen=True)
class _RowError(Exception):
    """Dòng không dùng được: the column at fault and one sentence."""

    header: Header
    say: str
    code: str = UNUSED


@dataclass(frozen=True)
class Proxies:
    """Nhập hộ của một kỳ: the values typed in, in the sheet's order, and what is to be said of the rows.

    Said are rows that cannot be used, of this period or of none that is known, and names that were understood anyway.
    """

    values: tuple[DataValue, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class ProxyFile:
    """Tệp nhập hộ, opened once for all periods: its name, and its tables (None without a file)."""

    name: str
    tables: tuple[RawSheet, ...] | None

    def of(self, plan: Plan, period: Period) -> Proxies:
        """What was typed in for a period."""
        read = tuple(self._read(plan, period))
        values = tuple(r for r in read if isinstance(r, DataValue))
        return Proxies(values, tuple(r for r in read if isinstance(r, Finding)))

    def _read(self, plan: Plan, period: Period) -> Iterator[DataValue | Finding]:
        if self.tables == ():
            yield _unreadable(self.name)
        for sheet in self.tables or ():
            for line in _lines(sheet):
                yield from _of_line(Place("", self.name, sheet.name), plan, period, line)


def proxy_workbook(plan: Plan) -> bytes:
    """The blank workbook, with the plan's periods, units and elements to choose from; same plan, same bytes."""
    return blank_sheet(plan)


def is_blank(path: Path) -> bool:
    """Whether it may be written anew: no file, or nothing typed in it. `MachineError` on a broken file."""
    sheets = _tables(path)
    return sheets is None or (bool(sheets) and not any(any(_lines(sheet)) for sheet in sheets))


def read_proxies(path: Path) -> ProxyFile:
    """The file as it lies there, or none. `MachineError` on a broken one."""
    return ProxyFile(path.name, _tables(path))


def _of_line(table: Place, plan: Plan, period: Period, line: Line) -> Iterator[DataValue | Finding]:
    try:
        if _period(plan, line) == period.code:
            yield _value(table, plan, period, line)
            yield from _respelt(table, plan, line)
            yield from _no_day(table, period, line)
    except _RowError as fault:
        yield _unused(table, line, fault)


def _tables(path: Path) -> tuple[RawSheet, ...] | None:
    """The sheets with our headers, whatever they are called now; None without a file."""
    workbook = open_ours(path)
    return tables(workbook, Header.ELEMENT) if workbook else None


def _lines(sheet: RawSheet) -> Iterator[Line]:
    return lines(sheet, tuple(Header), Header.ELEMENT)


def _value(table: Place, plan: Plan, period: Period, line: Line) -> DataValue:
    unit = _unit(plan, period, line, Header.UNIT)
    element = _element(plan, line)
    subject = _subject(plan, period, line, unit, element)
    if not line.text(Header.VALUE):
        raise _RowError(Header.VALUE, "Chưa ghi giá trị.")
    cell = line.cells[Header.VALUE]
    value, doubt = read_cell_of(period, element, subject, cell, replace(table, unit=unit.code, cell=cell.ref))
    if doubt:
        raise _RowError(Header.VALUE, doubt)
    return replace(value, source=SOURCE)


def _period(plan: Plan, line: Line) -> str:
    typed = fold(line.text(Header.PERIOD))
    found = next((p.code for p in plan.periods if typed in (fold(p.code), fold(p.short), fold(p.name))), None)
    if not found:
        raise _RowError(Header.PERIOD, f"Không có kỳ này; các kỳ: {', '.join(p.code for p in plan.periods)}.")
    return found


def _unit(plan: Plan, period: Period, line: Line, header: Header) -> Unit:
    try:
        return named_unit(plan, period, line.text(header))
    except Unmatched as wrong:
        raise _RowError(header, wrong.say, wrong.code) from wrong


def _respelt(table: Place, plan: Plan, line: Line) -> Iterator[Finding]:
    """Names of units that were understood though they are written otherwise."""
    units = [line.cells[h] for h in (Header.UNIT, Header.SUBJECT) if h in line.cells]
    for cell in units:
        if found := respelt(plan, str(cell.value), replace(table, cell=cell.ref)):
            yield found


def _no_day(table: Place, period: Period, line: Line) -> Iterator[Finding]:
    """KT-56: what was typed for the day a number was told, and is none; the number holds."""
    typed = line.text(Header.SAID_ON)
    reading = read_typed_date(typed, period.start, period.cutoff)
    if typed and reading.value is None:
        place = replace(table, cell=line.cells[Header.SAID_ON].ref)
        say = f"Ngày nhập hộ ghi “{typed}”: {reading.doubt}; số ở dòng này vẫn được dùng."
        yield Finding("KT-56", Severity.LOOK, place, typed, say, "Ghi lại dạng ngày/tháng/năm.")


def _element(plan: Plan, line: Line) -> Element:
    typed = line.text(Header.ELEMENT)
    named = [e for e in plan.elements.values() if _names(typed, e.code)]
    named = named or [e for e in plan.elements.values() if _names(typed, e.label)]
    if len(named) == 1:
        return named[0]
    say = "Nhiều mục cùng tên; ghi mã số liệu." if named else "Không có mục này; ghi mã số liệu hoặc đúng nội dung."
    raise _RowError(Header.ELEMENT, say + _guess(typed, (e.label for e in plan.elements.values())))


def _subject(plan: Plan, period: Period, line: Line, unit: Unit, element: Element) -> str:
    """What the value is about: named under `Về`, else the unit itself, else the only thing it can be about."""
    subjects = plan.subjects(element, period)
    typed = line.text(Header.SUBJECT)
    if not typed:
        likely = unit.code if unit.code in subjects else subjects[0] if len(subjects) == 1 else ""
        if likely:
            return likely
        raise _RowError(Header.SUBJECT, "Ghi rõ số này là về đơn vị nào, nhiệm vụ nào.")
    code = next((s for s in subjects if _names(typed, s)), "") or _unit(plan, period, line, Header.SUBJECT).code
    if code not in subjects:
        raise _RowError(Header.SUBJECT, "Mục này không hỏi về nơi đó.")
    return code


def _names(typed: str, *names: str) -> bool:
    """Whether `typed` is one of the names, or a drop-down's "code - name" that begins with one."""
    wanted = fold(typed)
    return bool(wanted) and any(wanted == fold(n) or wanted.startswith(fold(n) + BETWEEN) for n in names)


def _guess(typed: str, names: Iterable[str]) -> str:
    near = nearest(typed, tuple(dict.fromkeys(names))) if typed else None
    return f" Có phải “{near}” không?" if near else ""


def _unreadable(file: str) -> Finding:
    return Finding(
        code=UNUSED,
        severity=Severity.CORRECT,
        place=Place("", file),
        read=file,
        say=f"Tệp {file} không còn tiêu đề cột “{Header.ELEMENT}” nên chưa đọc được dòng nào.",
        do=f"Ghi lại hàng tiêu đề: {', '.join(Header)}.",
        answers=(Answer.DROP,),
    )


def _unused(table: Place, line: Line, fault: _RowError) -> Finding:
    cell = line.cells.get(fault.header)
    ref = cell.ref if cell else f"A{line.row}"
    return Finding(
        code=fault.code,
        severity=Severity.CORRECT if fault.code == UNUSED else Severity.CONFIRM,
        place=replace(table, cell=ref),
        read=line.text(fault.header),
        say=f"Dòng nhập hộ này chưa dùng được, cột {fault.header}: {fault.say}",
        do=f"Sửa dòng {line.row} trong tệp {table.file}.",
        subject=ref,
        answers=(Answer.DROP,),
    )
