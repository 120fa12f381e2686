"""One period against another (so hai kỳ): targets, the commune's numbers, units that came, went or changed."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.assessment.model import Achievement, Assessment, Total
from kehoach.explain.tree import Branch, some
from kehoach.plan.element import Element, Nature
from kehoach.report.facts import name_in_sentence, reached
from kehoach.vi.numbers import print_number

MOST_NUMBERS = 12
SAME = "Hai kỳ không có gì khác nhau."


def between(before: Assessment, now: Assessment) -> tuple[Branch, ...]:
    """What changed from a period to a later one. Flows are told of each period alone, states as they stood."""
    parts = (
        Branch("Chỉ tiêu:", tuple(_targets(before, now))),
        Branch("Toàn xã, số tại ngày chốt:", tuple(_totals(before, now, False))),
        Branch("Toàn xã, số phát sinh riêng từng kỳ:", tuple(_totals(before, now, True))),
        Branch("Từng đơn vị (số tại ngày chốt):", tuple(_units(before, now))),
    )
    return tuple(part for part in parts if part.under) or (Branch(SAME),)


def _targets(before: Assessment, now: Assessment) -> Iterator[Branch]:
    was = {(a.target.code, a.target.unit): a for a in before.achievements}
    for result in now.achievements:
        earlier = was.get((result.target.code, result.target.unit))
        where = f" ({now.plan.name_of(result.target.unit)})" if result.target.unit else ""
        line = f"{result.target.code} {result.target.short}{where}"
        if earlier is None:
            yield Branch(f"{line}: mới có, {_result(result)}")
        elif _result(earlier) != _result(result):
            yield Branch(f"{line}: {_result(earlier)} → {_result(result)}")


def _result(result: Achievement) -> str:
    value = reached(result.target, result.actual) if result.actual is not None and result.may_be_told else ""
    return ", ".join(filter(None, (value, str(result.verdict).lower())))


def _totals(before: Assessment, now: Assessment, alone: bool) -> Iterator[Branch]:
    """A part of the units is put beside the whole, and not held against it."""
    for element in now.plan.elements.values():
        if element.kind.is_number and element.is_additive and alone == (element.nature is Nature.FLOW):
            was, is_ = (a.total(element.code, alone) for a in (before, now))
            if was.value is None or is_.value is None or was.value == is_.value:
                continue
            whole = was.is_complete and is_.is_complete
            words = _turned(was.value, is_.value, element) if whole else f"{_part(was)} → {_part(is_)}"
            yield Branch(f"{element.label}: {words}")


def _part(total: Total) -> str:
    return f"{print_number(total.value or 0)} (của {len(total.given):02d}/{len(total.expected):02d} nơi)"


def _turned(was: Fraction, now: Fraction, element: Element) -> str:
    word = "tăng" if now > was else "giảm"
    numbers = f"{print_number(was)} → {print_number(now)} {element.measure}".strip()
    return f"{numbers}, {word} {print_number(abs(now - was))}"


def _units(before: Assessment, now: Assessment) -> Iterator[Branch]:
    """States alone: flows start anew in each period."""
    plan, here = now.plan, {u.code for u in before.plan.active_units(before.period)}
    for unit in plan.active_units(now.period):
        lines = tuple(_unit(before, now, unit.code)) if unit.code in here else (Branch("đơn vị mới của kỳ này"),)
        if lines:
            yield Branch(name_in_sentence(unit), some(lines, MOST_NUMBERS, "số"))
    still = {u.code for u in plan.active_units(now.period)}
    for unit in before.plan.active_units(before.period):
        if unit.code not in still:
            yield Branch(name_in_sentence(unit), (Branch("kỳ này không còn là đơn vị riêng"),))


def _unit(before: Assessment, now: Assessment, unit: str) -> Iterator[Branch]:
    for element in now.plan.elements.values():
        if not element.kind.is_number or element.nature is Nature.FLOW:
            continue
        was, is_ = (a.total(element.code, False).shares.get(unit) for a in (before, now))
        if was and is_ and was.value is not None and is_.value is not None and was.value != is_.value:
            yield Branch(f"{element.label}: {_turned(was.value, is_.value, element)}")
