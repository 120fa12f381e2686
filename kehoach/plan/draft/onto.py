"""A signed plan laid onto a plan workbook that is there already (kế hoạch mới trên sổ đang có).

Next year's: units, numbers and wording come from last year, promises from the new plan; a target promised again keeps
its formula, evidence and sentences. The same year's, amended: what changed gets a second row in force from the
amending document's day, what is new is added, nothing is taken away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kehoach.plan.columns import Sheet
from kehoach.plan.compare import Pair, pairs
from kehoach.plan.draft.chosen import choose, promised_cells
from kehoach.plan.draft.generic import add_comparison
from kehoach.plan.draft.model import Cell, Draft, Mark, Sheets, Standing, asked, from_plan, proposed
from kehoach.plan.draft.parties import Parties
from kehoach.plan.draft.rows import add_bases, draft_of, due_cell, party_cells, task_cells
from kehoach.plan.draft.slips import NO_REPORTING, slips_of
from kehoach.plan.draft.targets import add_target
from kehoach.plan.draft.units import Units, ask_for_kind, units_at_work
from kehoach.plan.next_year import shifted
from kehoach.plan.sheets import INFO, INFO_KEYS, PARTIES, PERIODS, SENTENCES, TARGETS, TASKS, UNITS
from kehoach.plan.signed.model import SignedPlan, SignedTarget
from kehoach.plan.spell import TypedRow
from kehoach.plan.table import open_book
from kehoach.plan.texts import print_list
from kehoach.vi.dates import print_date, read_date
from kehoach.vi.names import fold

TypedRows = Mapping[str, Sequence[TypedRow]]
ENDS = "Ngày trước khi văn bản sửa đổi được ký; xem lại ngày áp dụng."
STARTS = "Ngày ký văn bản sửa đổi; xem lại ngày áp dụng."
AGAIN = "Chỉ tiêu này năm trước đã có: giữ công thức, căn cứ, câu chữ của năm trước."
A_YEAR_ON = "Hạn năm trước cộng một năm; xem lại theo kế hoạch, văn bản yêu cầu báo cáo."
_AS_BEFORE = ("short", "expression", "concludes", "before", "evidence", "lead")


def next_year_draft(rows: TypedRows, plan: SignedPlan, last: TypedRows) -> Draft:
    """Next year's `rows` with the new plan's promises; `last` are last year's, targets and their sentences included."""
    ground = _Ground.of(rows, plan)
    _tell_about_plan(ground.sheets, plan)
    ground.add_parties()
    _set_deadlines(ground.sheets, plan)
    known = {pair.new.index: pair.old.texts for pair in _pairs(last, plan, TARGETS) if pair.old}
    year = plan.year or 1
    for number, (target, code) in enumerate(zip(plan.targets, _codes("ct"), strict=False)):
        old = known.get(number, {})
        if old.get("measure") == target.measure:
            _promise_again(ground.sheets, code, target, old, last[SENTENCES.key], year - 1)
        else:
            ground.add_targets([target], year)
    for task, code in zip(plan.tasks, _codes("nv"), strict=False):
        ground.sheets.add(TASKS, task_cells(code, task, ground.parties))
    add_bases(ground.sheets, plan)
    return ground.sheets.draft(slips_of(plan))


def amended_draft(rows: TypedRows, plan: SignedPlan) -> Draft:
    """The plan at work with what an amending document says otherwise."""
    ground = _Ground.of(rows, plan)
    ground.add_parties()
    for sheet, made in (
        (TARGETS, {n: promised_cells("", target) for n, target in enumerate(plan.targets)}),
        (TASKS, {n: task_cells("", task, ground.parties) for n, task in enumerate(plan.tasks)}),
    ):
        _amend(ground, sheet, _pairs(rows, plan, sheet), made)
    return ground.sheets.draft(tuple(slip for slip in slips_of(plan) if slip.code != NO_REPORTING.code))


@dataclass(frozen=True)
class _Ground:
    """What is there already, ready to be written on."""

    sheets: Sheets
    parties: Parties
    units: Units
    plan: SignedPlan

    @classmethod
    def of(cls, rows: TypedRows, plan: SignedPlan) -> "_Ground":
        sheets = Sheets({key: [dict(row) for row in typed] for key, typed in rows.items()})
        return cls(sheets, Parties(plan, rows[PARTIES.key]), units_at_work(rows), plan)

    def add_parties(self) -> None:
        """New ones get a row; what the plan says of known ones is added to theirs."""
        here = {row["code"]: (index, row) for index, row in enumerate(self.sheets.rows[PARTIES.key])}
        for party in self.parties.all:
            if party.code not in here:
                self.sheets.add(PARTIES, party_cells(party, self.units))
                continue
            index, row = here[party.code]
            if party.aliases:
                row["aliases"] = print_list(party.aliases)
            if party.duty and not row.get("duty"):
                self.sheets.put(PARTIES, index, "duty", from_plan(party.duty))

    def add_targets(self, targets: Sequence[SignedTarget], year: int) -> None:
        """Targets that are new here, with all that they need."""
        for chosen in choose(targets, self.sheets.codes(TARGETS)):
            kinds = {row["kind_name"] for row in self.sheets.rows[UNITS.key]}
            for kind in dict.fromkeys(self.units.village if k == "thôn" else k for k in chosen.kinds):
                if kind not in {*kinds, "xã"}:
                    ask_for_kind(self.sheets, kind, self.units.village)
            add_target(self.sheets, chosen, self.parties, self.units, year)
            add_comparison(self.sheets, chosen)


def _codes(prefix: str) -> Iterator[str]:
    return (f"{prefix}{number}" for number in range(1, 1000))


def _pairs(old: TypedRows, plan: SignedPlan, sheet: Sheet) -> tuple[Pair, ...]:
    return pairs(open_book(old), open_book(draft_of(plan).rows), sheet)


def _tell_about_plan(sheets: Sheets, plan: SignedPlan) -> None:
    """What the new plan says of itself and of who signs."""
    keys = {column.header: column.key for column in INFO_KEYS}
    for index, row in enumerate(sheets.rows[INFO.key]):
        said = plan.info.get(keys.get(row["key"], ""))
        if said and fold(said.text) != fold(row.get("value", "")):
            sheets.put(INFO, index, "value", from_plan(said))


def _set_deadlines(sheets: Sheets, plan: SignedPlan) -> None:
    """The new plan's own where it sets any; else last year's, a year on."""
    for index, row in enumerate(sheets.rows[PERIODS.key]):
        code, cutoff = row["code"].partition("-")[2], read_date(row["cutoff"])
        sheets.put(PERIODS, index, "report_due", proposed(row["report_due"], A_YEAR_ON))
        for key, is_ours in (("units_due", False), ("report_due", True)):
            usual_day = read_date(row[key])
            is_said = any(d.period == code and d.is_ours is is_ours for d in plan.deadlines)
            if is_said and usual_day and cutoff:
                sheets.put(PERIODS, index, key, due_cell(plan, code, is_ours, usual_day, cutoff))
        latest = max(d for d in (read_date(row["units_due"]), read_date(row["report_due"])) if d)
        row["report_due"] = print_date(latest)


def _promise_again(
    sheets: Sheets, code: str, target: SignedTarget, old: Mapping[str, str], sentences: Sequence[TypedRow], year: int
) -> None:
    """A target that last year's plan had too: measured, proved and told as it was."""

    def of_now(text: str) -> str:
        return shifted(re.sub(rf"\b{old['code']}\.", f"{code}.", text.replace(f"{year}-", f"{year + 1}-")), year)

    kept = {key: Cell(of_now(old[key]), Mark(Standing.USUAL, AGAIN)) for key in _AS_BEFORE if old.get(key)}
    sheets.add(TARGETS, {**promised_cells(code, target), **kept})
    for row in sentences:
        if row["code"].startswith(f"{old['code']}."):
            sheets.add(SENTENCES, {key: of_now(text) for key, text in row.items()})


def _amend(ground: _Ground, sheet: Sheet, found: Sequence[Pair], made: Mapping[int, Mapping[str, Cell | str]]) -> None:
    """The sheet's rows again: a changed one is ended and followed by its new one; new ones stand at the end."""
    changed = {pair.old.index: pair.new.index for pair in found if pair.old and pair.changes}
    new = [pair.new.index for pair in found if pair.old is None]
    sheets, start, ended = ground.sheets, *_since(ground.plan)
    rows, sheets.rows[sheet.key] = sheets.rows[sheet.key], []
    for index, row in enumerate(rows):
        sheets.add(sheet, {**row, "until": ended} if index in changed else row)
        if index in changed:
            sheets.add(sheet, {**row, **_said(made[changed[index]]), "code": row["code"], **start})
    if sheet is TARGETS:
        before = len(sheets.rows[sheet.key])
        ground.add_targets([ground.plan.targets[number] for number in new], ground.plan.year or 1)
        for index in range(before, len(sheets.rows[sheet.key])):
            for key, cell in start.items():
                sheets.put(sheet, index, key, cell)
        return
    taken = sheets.codes(sheet)
    free = (code for code in _codes("nv") if code not in taken)
    for number, code in zip(new, free, strict=False):
        sheets.add(sheet, {**made[number], "code": code, **start})


def _said(cells: Mapping[str, Cell | str]) -> dict[str, Cell | str]:
    """What the document says, without what is only asked for or cut short."""
    kept = {key: cell for key, cell in cells.items() if key not in ("code", "short", "evidence")}
    return {key: cell for key, cell in kept.items() if isinstance(cell, Cell) and cell.text}


def _since(plan: SignedPlan) -> tuple[dict[str, Cell], Cell]:
    """From when on, by which document; and until when the old row holds."""
    day, number = read_date(plan.info["plan_date"].text), plan.info["plan_number"].text
    document = f"Kế hoạch số {number} ngày {print_date(day)}" if day and number else ""
    amendment = proposed(document, STARTS) if document else asked("Chưa đọc được số, ngày của văn bản sửa đổi.")
    if day is None:
        missing = asked("Chưa đọc được ngày của văn bản sửa đổi.")
        return {"since": missing, "amendment": amendment}, missing
    start = proposed(print_date(day), STARTS)
    return {"since": start, "amendment": amendment}, proposed(print_date(day - timedelta(days=1)), ENDS)
