"""What a target promises, in words (mức giao): "từ 86% trở lên", "dưới 5%", "không để xảy ra"."""

from fractions import Fraction

from kehoach.plan.target import Target
from kehoach.vi.numbers import print_count, print_number, print_percent

NONE_AT_ALL = "không để xảy ra"
_WORDS = {">": "trên ", "<": "dưới ", "<=": "không quá "}


def measured(target: Target, value: Fraction) -> str:
    """A value with the target's unit of measure: "86%", "01 tiêu chí"."""
    if target.is_percent:
        return print_percent(value)
    printed = print_count(value) if value.denominator == 1 else print_number(value)
    return f"{printed} {target.measure}".strip()


def promised(target: Target) -> str:
    """The promised value: "86%", "01 tiêu chí"."""
    return measured(target, target.threshold)


def promised_at_least(target: Target) -> str:
    """The promise with its direction: "từ 86% trở lên"."""
    if target.threshold == 0 and target.comparison in ("<=", "="):
        return NONE_AT_ALL
    if target.comparison == ">=" and not (target.is_percent and target.threshold == 1):
        return f"từ {promised(target)} trở lên"
    return _WORDS.get(target.comparison, "") + promised(target)
