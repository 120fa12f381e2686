"""What a missing number can be (khoảng của số còn thiếu), and what may be said of an interval for certain."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from kehoach.finding import Severity
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.expression import COMPARISONS, Code, Expression, Interval, Operation
from kehoach.plan.model import Plan

Limits = Mapping[str, tuple[str, ...]]
"""Element code → codes that it cannot exceed in the same unit."""


def read_limits(plan: Plan) -> Limits:
    """The checks `a <= b` (or `b >= a`) that no accepted number may break: those of the level "cần sửa"."""
    limits: dict[str, tuple[str, ...]] = {}
    for check in plan.checks:
        if check.severity == Severity.CORRECT and (pair := _pair(check.expression)):
            limits[pair[0]] = (*limits.get(pair[0], ()), pair[1])
    return limits


def _pair(expression: Expression) -> tuple[str, str] | None:
    root = expression.root
    if not isinstance(root, Operation) or root.operator not in ("<=", "<", ">=", ">"):
        return None
    codes = [o.code for o in root.operands if isinstance(o, Code) and not o.function]
    if len(codes) < 2:
        return None
    return (codes[0], codes[1]) if root.operator in ("<=", "<") else (codes[1], codes[0])


def missing(
    plan: Plan, limits: Limits, element: Element, known: Callable[[str], Fraction | None], base: Mapping[str, int]
) -> Interval:
    """What a number that nobody gave can be: exactly the base known of the unit, else from nothing to its upper bound.

    `known(code)` is what the same subject gave for another element; `base` its sizes in the sheet `Đơn vị`.
    """
    if element.code in base:
        return Interval(Fraction(base[element.code]), Fraction(base[element.code]))
    low = min(Fraction(0), Fraction(element.low or 0))
    highs = [h for code in _above(limits, element.code) if (h := _ceiling(plan, code, known, base)) is not None]
    return Interval(low, max(low, min(highs))) if highs else Interval(low, None)


def _above(limits: Limits, code: str) -> tuple[str, ...]:
    found = [code]
    for each in found:
        found += [c for c in limits.get(each, ()) if c not in found]
    return tuple(found)


def _ceiling(
    plan: Plan, code: str, known: Callable[[str], Fraction | None], base: Mapping[str, int]
) -> Fraction | None:
    if (value := known(code)) is not None:
        return value
    if code in base:
        return Fraction(base[code])
    element = plan.elements.get(code)
    if element is None:
        return None
    highest = Fraction(1) if element.kind is ElementKind.YES_NO else None
    stated = None if element.high is None else Fraction(element.high)
    return min((h for h in (highest, stated) if h is not None), default=None)


def exactly(value: Fraction | None) -> Interval | None:
    """The interval of a known number; None for an unknown one."""
    return None if value is None else Interval(value, value)


def surely(left: Interval | None, operator: str, right: Interval | None) -> bool | None:
    """Whether the comparison holds (True) or fails (False) whatever the values are; None where that is open."""
    if left is None or right is None:
        return None
    if operator in ("<", "<="):
        return surely(right, {"<": ">", "<=": ">="}[operator], left)
    if operator in ("=", "<>"):
        same = _same(left, right)
        return same if same is None or operator == "=" else not same
    strict = operator == ">"
    if _beats(left.low, right.high, strict):
        return True
    return False if _beats(right.low, left.high, not strict) else None


def _beats(one: Fraction | None, other: Fraction | None, strict: bool) -> bool:
    return one is not None and other is not None and (one > other if strict else one >= other)


def _same(left: Interval, right: Interval) -> bool | None:
    if left.is_exact and right.is_exact:
        return left.low == right.low
    apart = _beats(left.low, right.high, True) or _beats(right.low, left.high, True)
    return False if apart else None


def surely_holds(comparison: Expression, look_up: Callable[[Code], Interval | None]) -> bool | None:
    """Whether a comparison over codes holds or fails for certain; None where that is open."""
    root = comparison.root
    if not isinstance(root, Operation) or root.operator not in COMPARISONS:
        return None
    left, right = (Expression(comparison.text, side).bounds(look_up) for side in root.operands)
    return surely(left, root.operator, right)
