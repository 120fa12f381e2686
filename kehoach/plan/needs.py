"""What is asked of whom in a period (số liệu cần hỏi): nothing that no target, task, check, sentence or table needs."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kehoach.plan.element import TASKS, Element, Nature
from kehoach.plan.expression import Code, Expression
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.placeholder import Amount, UnitList, read_sentence
from kehoach.plan.section import Section, SentencePattern
from kehoach.plan.unit import Unit


def asked_elements(plan: Plan, unit: Unit, period: Period) -> tuple[Element, ...]:
    """The elements a unit is asked for in a period, in the sheet's order; none of a unit gone at the cut-off."""
    if not unit.is_active(period.cutoff):
        return ()
    needed = needed_codes(plan, period)
    return tuple(
        e for e in plan.elements.values() if e.code in needed and e.periods.covers(period) and supplies(unit, e)
    )


def supplies(unit: Unit, element: Element) -> bool:
    """Whether the unit, or its kind, is among the suppliers; without suppliers, whether the element is about it."""
    if element.suppliers:
        return unit.code in element.suppliers or unit.kind in element.suppliers
    return unit.kind == element.subject


def flow_start(plan: Plan, period: Period) -> date:
    """From which day flows (phát sinh) are asked: a plan's first period catches up from where sums begin."""
    return period.start if plan.before(period) else min(period.start, period.cumulative_from)


@lru_cache(maxsize=256)
def needed_codes(plan: Plan, period: Period) -> frozenset[str]:
    """Codes of all elements that the report of a period, its checks, or a later report that adds up to it rest on."""
    needed = {c.code for c in _said(plan, period) if not c.function}
    needed |= {c.code for c in _said_next(plan, period) if c.function == "truoc"}
    needed |= _added_up_later(plan, period) | _of_tasks(plan)
    return frozenset(_with_check_bases(plan, needed))


def _with_check_bases(plan: Plan, needed: set[str]) -> set[str]:
    """A number that is needed is checked, so what it is held against is needed too."""
    while True:
        bases = {
            code
            for check in plan.checks
            if needed & set(check.expression.elements[:1])
            for code in _now(check.expression)
        }
        if bases <= needed:
            return needed
        needed = needed | bases


def _now(expression: Expression) -> set[str]:
    return {code.code for code in expression.codes if not code.function}


def _said_next(plan: Plan, period: Period) -> Iterator[Code]:
    if later := plan.after(period):
        yield from _said(plan, later[0])
        yield from (code for check in plan.checks for code in check.expression.codes)


def _added_up_later(plan: Plan, period: Period) -> set[str]:
    """Flows that a later report gives as a sum since the year began."""
    later = [p for p in plan.periods if period in plan.earlier(p)]
    codes = {code.code for p in later for code in _said(plan, p) if not code.function}
    return {c for c in codes if c in plan.elements and plan.elements[c].nature is Nature.FLOW}


def _of_tasks(plan: Plan) -> set[str]:
    return {e.code for e in plan.elements.values() if e.subject == TASKS} if plan.tasks else set()


def _said(plan: Plan, period: Period) -> Iterator[Code]:
    """Every code that a target, sentence, text or table of the period's report refers to."""
    open_sections = [s for s in plan.sections if s.is_on and s.periods.covers(period)]
    for target in plan.targets_in(period):
        yield from (*target.expression.codes, *map(Code, target.evidence))
    for section in open_sections:
        yield from _of_section(section)
    places = {"", *(s.code for s in open_sections)}
    for sentence in plan.sentences:
        if sentence.section in places and sentence.periods.covers(period):
            yield from _of_sentence(sentence)


def _of_section(section: Section) -> Iterator[Code]:
    yield from _of_text(section.title)
    for content in section.contents:
        yield from map(Code, content.codes)


def _of_sentence(sentence: SentencePattern) -> Iterator[Code]:
    yield from _of_text(sentence.text)
    if sentence.when:
        yield from sentence.when.codes


def _of_text(text: str) -> Iterator[Code]:
    for part in read_sentence(text):
        if isinstance(part, Amount):
            yield from part.expression.codes
        elif isinstance(part, UnitList):
            yield from part.condition.codes
