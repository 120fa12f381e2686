"""What became of units (sáp nhập, chia tách, đổi tên), and whose numbers belong together across such a day.

Units that merged hand their numbers on to the one they went into; the numbers of a unit that was split stay its own,
for nobody can say which part of them is whose.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache

from kehoach.plan.element import COMMUNE, Element, ElementKind, Nature
from kehoach.plan.model import Plan
from kehoach.plan.unit import Unit
from kehoach.vi.dates import print_date


def heirs(plan: Plan, code: str, on: date) -> tuple[str, ...]:
    """Đơn vị kế thừa: who goes on with a unit on a day: itself, the one it went into, or the several it became."""
    return _heirs(plan, on).get(code, ())


def same_ground(plan: Plan, code: str, then: date, now: date) -> tuple[str, ...]:
    """Cùng địa bàn: the units of `then` that together are one of `now`; () for what came out of a split.

    What is no unit (a task, a paragraph) is itself.
    """
    return _ground(plan, then, now).get(code, ()) if any(u.code == code for u in plan.units) else (code,)


def together(element: Element, numbers: Sequence[Fraction | None]) -> Fraction | None:
    """What units that became one said of an element, as one; None where any is silent, or yes and no meet."""
    known = [n for n in numbers if n is not None]
    if not known or len(known) < len(numbers):
        return None
    if element.kind is ElementKind.YES_NO and element.nature is not Nature.FLOW:
        return known[0] if len(set(known)) == 1 else None
    return sum(known, Fraction(0))


def baseline(plan: Plan, year: int, code: str, unit: str, now: date, short: str = "") -> Fraction | None:
    """Số năm trước: a unit's number of a year (`Năm trước`), of what it consisted of then; for "" the commune's.

    The commune's is its own row, else the sum over the units that existed then, or over those of now: all of them.
    `short` names a period of that year.
    """
    column, element, then = f"{year}-{short}" if short else str(year), plan.elements[code], date(year, 12, 31)

    def own(each: str) -> Fraction | None:
        number = plan.baselines.get((column, each, code))
        return None if number is None else Fraction(number)

    def of_unit(each: Unit) -> Fraction | None:
        if not each.is_active(then) and (typed := own(each.code)) is not None:
            return typed
        return together(element, [own(u) for u in same_ground(plan, each.code, then, now)])

    if unit:
        return of_unit(plan.unit(unit))
    communes = [n for u in plan.units if u.kind == COMMUNE and (n := own(u.code)) is not None]
    if communes or element.subject == COMMUNE or not element.is_additive:
        return communes[0] if communes else None
    of_kind = [u for u in plan.units if u.kind == element.subject]
    sums = (
        _all(own(u.code) for u in of_kind if u.is_active(then)),
        _all(of_unit(u) for u in of_kind if u.is_active(now)),
    )
    return next((s for s in sums if s is not None), None)


def known_sizes(plan: Plan, code: str, on: date) -> Mapping[str, int]:
    """Số đã biết of a unit on a day: its own of the first report, with those of the units it took in since.

    Of a unit formed since, its own come first; nothing is known of one that a part of another came to.
    """
    unit = next((u for u in plan.units if u.code == code), None)
    first = plan.periods[0].cutoff
    ended = [u for u in plan.units if u.until and u.until >= first and u.code != code]
    gone = [u for u in ended if code in heirs(plan, u.code, on)]
    if unit is None or not gone:
        return unit.base if unit else {}
    parts = [u for u in gone if len(heirs(plan, u.code, on)) > 1]
    existed = any(unit.is_active(u.until) for u in gone if u.until)
    if not existed and (unit.base or parts):
        return unit.base
    merged = [*([unit] if existed else []), *gone]
    common = () if parts else [c for c in merged[0].base if all(c in u.base for u in merged)]
    return {c: sum(u.base[c] for u in merged) for c in common}


def went_into(plan: Plan, unit: Unit) -> str:
    """ ", đã nhập vào Thôn Tân Lập sau ngày 30/06/2026"; "" for a unit that just ended, or has not."""
    if not unit.successors or unit.until is None:
        return ""
    what = "nhập vào" if len(unit.successors) == 1 else "chia thành"
    names = ", ".join(plan.unit(code).name for code in unit.successors)
    return f", đã {what} {names} sau ngày {print_date(unit.until)}"


@lru_cache(maxsize=64)
def _heirs(plan: Plan, on: date) -> Mapping[str, tuple[str, ...]]:
    units = {u.code: u for u in plan.units}

    def follow(code: str) -> Iterable[str]:
        if units[code].is_active(on):
            return (code,)
        last = units[code].until
        return (h for s in units[code].successors for h in follow(s)) if last and on > last else ()

    return {code: tuple(dict.fromkeys(follow(code))) for code in units}


@lru_cache(maxsize=64)
def _ground(plan: Plan, then: date, now: date) -> Mapping[str, tuple[str, ...]]:
    into = {u.code: heirs(plan, u.code, now) for u in plan.units if u.is_active(then)}
    split = {h for those in into.values() if len(those) > 1 for h in those}
    ground: dict[str, tuple[str, ...]] = {}
    for code, those in into.items():
        if len(those) == 1 and those[0] not in split:
            ground[those[0]] = (*ground.get(those[0], ()), code)
    return ground


def _all(numbers: Iterable[Fraction | None]) -> Fraction | None:
    given = list(numbers)
    known = [n for n in given if n is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(given) else None
