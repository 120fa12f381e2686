"""The plan → typed rows, the reverse of `plan.build`: what an officer would have typed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kehoach.plan import choices as c
from kehoach.plan import sheets as s
from kehoach.plan.check import Check
from kehoach.plan.contents import print_contents
from kehoach.plan.element import TASKS, Element
from kehoach.plan.issuer import Issuer
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.section import Section, SentencePattern
from kehoach.plan.target import Target
from kehoach.plan.task import Party, Task
from kehoach.plan.texts import print_exact, print_list, print_threshold
from kehoach.plan.unit import Unit
from kehoach.vi.dates import print_date

TypedRow = dict[str, str]


def spell_plan(plan: Plan) -> dict[str, list[TypedRow]]:
    """Every sheet's rows, in order; empty cells are left out."""
    kinds = {unit.kind: unit.kind_name for unit in plan.units} | {TASKS: s.TASKS.name.lower()}
    rows = {
        s.INFO: _info(plan.issuer),
        s.PERIODS: [_period(period) for period in plan.periods],
        s.UNITS: [_unit(unit, plan.elements) for unit in plan.units],
        s.ELEMENTS: [_element(element, kinds) for element in plan.elements.values()],
        s.TARGETS: [_target(target) for target in plan.targets],
        s.PARTIES: [_party(party, kinds) for party in plan.parties],
        s.TASKS: [_task(task) for task in plan.tasks],
        s.CHECKS: [_check(check) for check in plan.checks],
        s.SECTIONS: [_section(section) for section in plan.sections],
        s.SENTENCES: [_sentence(sentence) for sentence in plan.sentences],
        s.RECIPIENTS: [{"name": r.name, "purpose": r.purpose, **r.roles} for r in plan.recipients],
        s.BASELINES: _baselines(plan.baselines),
        s.BASES: [{"text": b.text, "since": _day(b.since), "until": _day(b.until)} for b in plan.bases],
    }
    return {sheet.key: [_without_blanks(row) for row in typed] for sheet, typed in rows.items()}


def _without_blanks(row: TypedRow) -> TypedRow:
    return {key: text for key, text in row.items() if text}


def _info(issuer: Issuer) -> list[TypedRow]:
    special = {
        "plan_date": print_date(issuer.plan_date),
        "name_lines": "\n".join(issuer.name_lines),
        "is_paper": c.PAPER if issuer.is_paper else c.ELECTRONIC,
    }
    known = [
        {"key": column.header, "value": special.get(column.key, str(getattr(issuer, column.key))), "help": column.note}
        for column in s.INFO_KEYS
    ]
    return known + [{"key": key, "value": value} for key, value in issuer.extra.items()]


def _period(period: Period) -> TypedRow:
    return {
        "code": period.code,
        "name": period.name,
        "start": print_date(period.start),
        "cutoff": print_date(period.cutoff),
        "units_due": print_date(period.units_due),
        "report_due": print_date(period.report_due),
        "cumulative_from": print_date(period.cumulative_from),
        "request": period.request,
        "addressees": print_list(period.addressees),
        "signer": period.signer,
        "is_estimate": c.ESTIMATE if period.is_estimate else c.OFFICIAL,
    }


def _unit(unit: Unit, elements: Mapping[str, Element]) -> TypedRow:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind_name": unit.kind_name,
        "parent": unit.parent,
        "aliases": print_list(unit.aliases),
        "since": _day(unit.since),
        "until": _day(unit.until),
        "successors": print_list(unit.successors),
        "reporter": unit.reporter,
        "phone": unit.phone,
        **{f"{elements[code].label} ({code})": str(size) for code, size in unit.base.items()},
    }


def _element(element: Element, kinds: Mapping[str, str]) -> TypedRow:
    return {
        "code": element.code,
        "label": element.label,
        "measure": element.measure,
        "kind": element.kind,
        "nature": element.nature,
        "is_additive": _yes(element.is_additive),
        "subject": kinds.get(element.subject, element.subject),
        "suppliers": print_list([kinds.get(supplier, supplier) for supplier in element.suppliers]),
        "periods": print_list(element.periods.codes),
        "section": element.section,
        "help": element.help,
        "choices": print_list(element.choices),
        "low": _number(element.low),
        "high": _number(element.high),
        "is_estimate": c.YES if element.is_estimate else "",
        "is_required": "" if element.is_required else c.NO,
        "rows": "" if element.rows == 1 else str(element.rows),
    }


def _target(target: Target) -> TypedRow:
    return {
        "code": target.code,
        "text": target.text,
        "short": target.short,
        "expression": target.expression.text,
        "comparison": target.comparison,
        "threshold": print_threshold(target.threshold, target.measure),
        "measure": target.measure,
        "concludes": print_list(target.concludes.codes),
        "before": target.before,
        "evidence": print_list(target.evidence),
        "lead": target.lead,
        "since": _day(target.since),
        "until": _day(target.until),
        "unit": target.unit,
        "amendment": target.amendment,
    }


def _party(party: Party, kinds: Mapping[str, str]) -> TypedRow:
    return {
        "code": party.code,
        "name": party.name,
        "aliases": print_list(party.aliases),
        "units": print_list([kinds.get(unit, unit) for unit in party.units]),
        "duty": party.duty,
    }


def _task(task: Task) -> TypedRow:
    return {
        "code": task.code,
        "text": task.text,
        "short": task.short,
        "lead": print_list(task.lead),
        "coordination": print_list(task.coordination),
        "time": task.time,
        "evidence": task.evidence,
        "since": _day(task.since),
        "until": _day(task.until),
        "amendment": task.amendment,
    }


def _check(check: Check) -> TypedRow:
    return {
        "code": check.code,
        "expression": check.expression.text,
        "severity": check.severity,
        "sentence": check.sentence,
    }


def _section(section: Section) -> TypedRow:
    return {
        "code": section.code,
        "level": str(section.level),
        "title": section.title,
        "contents": print_contents(section.contents),
        "periods": print_list(section.periods.codes),
        "is_on": "" if section.is_on else c.NO,
    }


def _sentence(sentence: SentencePattern) -> TypedRow:
    return {
        "code": sentence.code,
        "section": sentence.section,
        "text": sentence.text,
        "periods": print_list(sentence.periods.codes),
        "when": sentence.when.text if sentence.when else "",
        "verdicts": print_list(sentence.verdicts),
    }


def _baselines(baselines: Mapping[tuple[str, str, str], Decimal]) -> list[TypedRow]:
    rows: dict[tuple[str, str], TypedRow] = {}
    for (column, unit, element), value in baselines.items():
        rows.setdefault((unit, element), {"unit": unit, "element": element})[column] = print_exact(value)
    return list(rows.values())


def _yes(said: bool) -> str:
    return c.YES if said else c.NO


def _day(day: date | None) -> str:
    return print_date(day) if day else ""


def _number(number: Decimal | None) -> str:
    return "" if number is None else print_exact(number)
