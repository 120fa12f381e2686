"""Corrections (điều chỉnh số liệu): what an issued report said otherwise, a line a total that this report rests on."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kehoach.assessment.model import Assessment, Correction
from kehoach.plan.element import Nature
from kehoach.plan.expression import Code, Expression, ExpressionError, read_expression
from kehoach.plan.model import Plan
from kehoach.report.facts import ALONE, coverage_fact, print_exact
from kehoach.report.model import Fact, Paragraph, Text
from kehoach.vi.names import initial_lower

AT, ISSUED = "@", "da_ban_hanh"
"""In a fact's id: before the earlier period that a number is of, and after it where the number is as issued."""


def corrections(assessment: Assessment, facts: Sequence[Fact]) -> tuple[Paragraph, ...]:
    """A paragraph a correction, of those that `facts`, the report's own, rest on; none where nothing was corrected."""
    used = frozenset(key for fact in facts for key in _past(assessment, fact)) if assessment.corrections else ()
    return tuple(_line(assessment, c) for c in assessment.corrections if (c.now.code, c.period.code) in used)


def _past(assessment: Assessment, fact: Fact) -> Iterator[tuple[str, str]]:
    """(element, period) of the earlier numbers in a fact: flows that were added up, and last period's."""
    plan, period = assessment.plan, assessment.period
    before, summed = plan.before(period)[-1:], () if assessment.not_on_file else plan.earlier(period)
    for code in _codes(plan, fact):
        if code.function == "truoc":
            yield from ((code.code, p.code) for p in before)
        elif not code.function and plan.elements[code.code].nature is Nature.FLOW and not fact.id.startswith(ALONE):
            yield from ((code.code, p.code) for p in summed)


def _codes(plan: Plan, fact: Fact) -> tuple[Code, ...]:
    expression = _expression(plan, fact)
    return tuple(c for c in expression.codes if c.code in plan.elements) if expression else ()


def _expression(plan: Plan, fact: Fact) -> Expression | None:
    """What a number was worked out by; None for what is said in words."""
    name, _, word = fact.id.removeprefix(ALONE).partition(".")
    target = next((t for t in plan.targets if t.code == name), None)
    if target:
        return target.expression
    if isinstance(fact.value, int | Fraction) or ": " in fact.id:
        try:
            return read_expression(name if word else fact.id.removeprefix(ALONE).rpartition(": ")[2])
        except ExpressionError:
            return None
    return None


def _line(assessment: Assessment, correction: Correction) -> Paragraph:
    plan, period = assessment.plan, correction.period
    element, before, now = plan.elements[correction.now.code], correction.before, correction.now
    name = f"{element.code}{AT}{period.code}"
    assert now.value is not None
    issued = Fact(f"{name}.{ISSUED}", before.value, print_exact(element, before.value))
    current = Fact(name, now.value, print_exact(element, now.value), now.places)
    measure = f" {element.measure}" if element.measure else ""
    text: Text = (
        f"Số liệu {period.name} về {initial_lower(element.label)} điều chỉnh từ ",
        *(issued, *_of_units(plan, element.code, before.given, before.expected)),
        *(" thành ", current, measure, *_of_units(plan, element.code, now.given, now.expected)),
        f" so với {correction.issued.title}.",
    )
    return Paragraph(f"dieu_chinh.{name}", text)


def _of_units(plan: Plan, code: str, given: Sequence[str], expected: Sequence[str]) -> Text:
    """ " (số liệu của 07/08 thôn)" where not all gave a number."""
    if len(given) == len(expected):
        return ()
    return (" (số liệu của ", coverage_fact(plan, code, given, expected, plan.elements[code].subject), ")")
