"""What next year holds itself against (số liệu chuyển sang năm sau): a period's accepted numbers, unit by unit."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from kehoach.assessment.model import Assessment
from kehoach.plan.element import COMMUNE, TASKS, Element, ElementKind, Nature
from kehoach.plan.lineage import same_ground, together

Name = tuple[str, str]
"""(unit code, element code)."""


def accepted_numbers(assessment: Assessment, on: date) -> dict[Name, Fraction]:
    """Every number that stands at the end of the period, flows since the year began, of the units there are `on` a day.

    A unit that others merged into since has theirs too. What is no unit's alone, because one was split, stands as the
    commune's own number. A flow whose earlier periods are not on file is left out: it would be less than the year's.
    """
    return {name: number for element in _asked(assessment) for name, number in _of_element(assessment, element, on)}


def _asked(assessment: Assessment) -> Iterator[Element]:
    """Elements that are numbers about units, and that add up to the whole of the time so far."""
    for element in assessment.plan.elements.values():
        is_number = element.kind.is_number or element.kind is ElementKind.RATE
        is_whole = element.nature is not Nature.FLOW or not assessment.not_on_file
        if is_number and is_whole and element.subject != TASKS:
            yield element


def _of_element(assessment: Assessment, element: Element, on: date) -> Iterator[tuple[Name, Fraction]]:
    plan, total = assessment.plan, assessment.total(element.code, False)
    here = [u.code for u in plan.units if u.kind == element.subject and u.is_active(on)]
    found: dict[str, Fraction] = {}
    for unit in here:
        ground = same_ground(plan, unit, assessment.period.cutoff, on)
        number = together(element, [total.shares[u].value if u in total.shares else None for u in ground])
        if number is not None:
            found[unit] = number
    yield from (((unit, element.code), number) for unit, number in found.items())
    if total.is_complete and total.value is not None and total.value != sum(found.values()):
        yield from (((u.code, element.code), total.value) for u in plan.units if u.kind == COMMUNE)
