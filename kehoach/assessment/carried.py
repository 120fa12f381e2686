"""What next year holds itself against (số liệu chuyển sang năm sau): a period's accepted numbers, unit by unit."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.assessment.model import Assessment
from kehoach.plan.model import COMMUNE, TASKS, Element, ElementKind, Nature

Name = tuple[str, str]
"""(unit code, element code)."""


def accepted_numbers(assessment: Assessment) -> dict[Name, Fraction]:
    """Every number that stands at the end of the period, flows since the year began.

    A flow whose earlier periods are not on file is left out: it would be less than the year's. What a unit gave before
    it was split is in the commune's own number alone.
    """
    return {name: number for element in _asked(assessment) for name, number in _of_element(assessment, element)}


def _asked(assessment: Assessment) -> Iterator[Element]:
    """Elements that are numbers about units, and that add up to the whole of the time so far."""
    for element in assessment.plan.elements.values():
        is_number = element.kind.is_number or element.kind is ElementKind.RATE
        is_whole = element.nature is not Nature.FLOW or not assessment.not_on_file
        if is_number and is_whole and element.subject != TASKS:
            yield element


def _of_element(assessment: Assessment, element: Element) -> Iterator[tuple[Name, Fraction]]:
    total = assessment.total(element.code, False)
    for unit in total.given:
        number = total.shares[unit].value
        if number is not None:
            yield (unit, element.code), number
    if total.past and total.is_complete and total.value is not None:
        communes = (u.code for u in assessment.plan.units if u.kind == COMMUNE)
        yield from (((unit, element.code), total.value) for unit in communes)
