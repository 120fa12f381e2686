"""Next year's plan from this one (kế hoạch năm sau): what stays true goes along, what a new plan must say waits.

Never targets, tasks or their evidence: those are the new plan's to promise. "năm 2026" in any words becomes "năm 2027".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kehoach.plan.element import Element
from kehoach.plan.lineage import baseline, heirs, known_sizes
from kehoach.plan.model import Plan
from kehoach.plan.period import Period, PeriodChoice
from kehoach.plan.placeholder import TargetWord, TaskWord, read_sentence
from kehoach.plan.section import ContentKind, Section, SentencePattern
from kehoach.plan.sheets import INFO_KEYS
from kehoach.plan.spell import TypedRow, spell_plan
from kehoach.plan.unit import Unit
from kehoach.plan.write import rows_workbook

Numbers = Mapping[tuple[str, str, str], Fraction]
"""(column of `Năm trước`, unit, element) → accepted number."""
WAITING = ("plan_number", "plan_date", "plan_title")
"""What of `Thông tin` only the new plan can say."""
_YEAR = re.compile(r"(\bnăm(?:\s+học)?\s+)(\d{4})(?:(\s*[-–]\s*)(\d{4}))?", re.IGNORECASE)


def next_year(plan: Plan, numbers: Numbers) -> Plan:
    """The plan of the year after; its number, date and title are still the old one's."""
    units = _units(plan, numbers)
    return replace(
        plan,
        issuer=replace(plan.issuer, year=plan.issuer.year + 1),
        periods=tuple(_period(plan, p) for p in plan.periods),
        units=units,
        elements={e.code: _element(plan, e, units) for e in plan.elements.values()},
        targets=(),
        parties=tuple(replace(p, duty="", units=_suppliers(plan, p.units, units)) for p in plan.parties),
        tasks=(),
        sections=tuple(s for old in plan.sections if (s := _section(plan, old))),
        sentences=tuple(_sentence(plan, s) for s in plan.sentences if not speaks_of_result(plan, s)),
        baselines=_baselines(plan, numbers),
        bases=tuple(b for b in plan.bases if b.until is None or b.until >= date(plan.issuer.year + 1, 1, 1)),
        notes=(),
        path=None,
    )


def next_year_rows(plan: Plan, numbers: Numbers) -> dict[str, list[TypedRow]]:
    """The same as typed rows, with the cells blank that wait for the new plan."""
    rows = spell_plan(next_year(plan, numbers))
    blank = {column.header for column in INFO_KEYS if column.key in WAITING}
    for row in rows["info"]:
        if row["key"] in blank:
            row.pop("value", None)
    return rows


def next_year_workbook(plan: Plan, numbers: Numbers) -> bytes:
    """The plan workbook of the year after, to be finished by the officer."""
    year = plan.issuer.year + 1
    return rows_workbook(next_year_rows(plan, numbers), year, date(year, 1, 1))


def speaks_of_result(plan: Plan, sentence: SentencePattern) -> bool:
    """Whether a sentence is a target's or a task's, or gives a result of one."""
    codes = {t.code for t in plan.targets} | {t.code for t in plan.tasks}
    is_own = sentence.code.partition(".")[0] in codes and "." in sentence.code
    return is_own or any(isinstance(part, TargetWord | TaskWord) for part in read_sentence(sentence.text))


def shifted(text: str, year: int) -> str:
    """ "năm 2026" → "năm 2027", "năm học 2026 - 2027" → "năm học 2027 - 2028"; years further away stay."""

    def one_on(found: str) -> str:
        return str(int(found) + 1) if year - 1 <= int(found) <= year + 1 else found

    return _YEAR.sub(lambda m: m[1] + one_on(m[2]) + (m[3] + one_on(m[4]) if m[4] else ""), text)


def _period(plan: Plan, period: Period) -> Period:
    """Every day a year on; the letter that asked for the report was last year's."""
    return replace(
        period,
        code=_code(period.code, plan.issuer.year),
        name=shifted(period.name, plan.issuer.year),
        start=_year_on(period.start),
        cutoff=_year_on(period.cutoff),
        units_due=_year_on(period.units_due),
        report_due=_year_on(period.report_due),
        cumulative_from=_year_on(period.cumulative_from),
        request="",
    )


def _year_on(day: date) -> date:
    """29 February becomes the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _code(code: str, year: int) -> str:
    return f"{year + 1}{code[4:]}" if code.startswith(str(year)) else code


def _choice(plan: Plan, periods: PeriodChoice) -> PeriodChoice:
    return PeriodChoice(tuple(_code(code, plan.issuer.year) for code in periods.codes))


def _units(plan: Plan, numbers: Numbers) -> tuple[Unit, ...]:
    """Units that are there when the last period closes, with the sizes they were last found to have."""
    last = plan.periods[-1].cutoff
    kept = [u for u in plan.units if u.is_active(last)]
    names = {u.code for u in kept}
    return tuple(
        replace(unit, parent=unit.parent if unit.parent in names else "", base=_sizes(plan, unit, numbers, last))
        for unit in kept
    )


def _sizes(plan: Plan, unit: Unit, numbers: Numbers, last: date) -> dict[str, int]:
    """The sizes that units of its kind are known by: as last reported, else as the plan knew them."""
    codes = dict.fromkeys(code for u in plan.units if u.kind == unit.kind for code in u.base)
    known = {c: Fraction(n) for c, n in known_sizes(plan, unit.code, last).items()}
    reported = {c: numbers.get((str(plan.issuer.year), unit.code, c), known.get(c)) for c in codes}
    return {c: int(n) for c, n in reported.items() if n is not None}


def _suppliers(plan: Plan, codes: Iterable[str], units: Iterable[Unit]) -> tuple[str, ...]:
    """Units and kinds that are named; of a unit that is gone, who went on with it."""
    here = {u.code for u in units}
    known = {u.code for u in plan.units}
    found = (heirs(plan, c, plan.periods[-1].cutoff) if c in known and c not in here else (c,) for c in codes)
    return tuple(dict.fromkeys(code for those in found for code in those))


def _element(plan: Plan, element: Element, units: Iterable[Unit]) -> Element:
    year = plan.issuer.year
    return replace(
        element,
        label=shifted(element.label, year),
        help=shifted(element.help, year),
        section=shifted(element.section, year),
        periods=_choice(plan, element.periods),
        suppliers=_suppliers(plan, element.suppliers, units),
    )


def _section(plan: Plan, section: Section) -> Section | None:
    """Without what shows a target; a section that holds nothing else is left out."""
    held = tuple(c for c in section.contents if c.kind is not ContentKind.CHART)
    title, periods = shifted(section.title, plan.issuer.year), _choice(plan, section.periods)
    return replace(section, title=title, periods=periods, contents=held) if held or not section.contents else None


def _sentence(plan: Plan, sentence: SentencePattern) -> SentencePattern:
    text = shifted(sentence.text, plan.issuer.year)
    return replace(sentence, text=text, periods=_choice(plan, sentence.periods))


def _baselines(plan: Plan, numbers: Numbers) -> Mapping[tuple[str, str, str], Decimal]:
    """The year before last by its year alone, then last year's, in the order of elements and units."""
    last = plan.periods[-1].cutoff
    units, codes = [u.code for u in plan.units if u.is_active(last)], list(plan.elements)
    year = plan.issuer.year - 1
    named = {e for column, _, e in plan.baselines if column == str(year)}
    oldest = {(str(year), u, e): baseline(plan, year, e, u, last) for e in named for u in units}
    all_ = {key: n for key, n in {**oldest, **numbers}.items() if n is not None and key[1] in units}
    found = {key: Decimal(n.numerator) / Decimal(n.denominator) for key, n in all_.items()}

    def place(key: tuple[str, str, str]) -> tuple[int, int, bool, str]:
        column, unit, code = key
        return codes.index(code), units.index(unit), column != str(plan.issuer.year), column

    return {key: found[key] for key in sorted(found, key=place)}
