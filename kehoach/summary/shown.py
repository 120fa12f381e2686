"""How numbers are shown (dạng số): formats by which Excel prints with its own signs what the report prints."""

from fractions import Fraction

from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.promise import promised, promised_at_least
from kehoach.plan.target import Target
from kehoach.vi.numbers import print_percent, round_half_up

COUNT, AMOUNT, RATE, YES_NO, WORDS = "#,##0", "#,##0.0#;-#,##0.0#;0", "0.00%", '"có";;"không"', "General"
_FORMATS = {ElementKind.AMOUNT: AMOUNT, ElementKind.RATE: RATE}


def is_said(element: Element) -> bool:
    """Whether a unit's number is a yes or no, not a count of them."""
    return element.kind is ElementKind.YES_NO and element.nature is not Nature.FLOW


def value_format(element: Element) -> str:
    """One unit's value."""
    return YES_NO if is_said(element) else sum_format(element)


def sum_format(element: Element) -> str:
    """A sum: of yes and no, a count."""
    return _FORMATS.get(element.kind, COUNT)


def target_format(target: Target, value: Fraction | None) -> str:
    """A target's value, with as many decimals as keep it on its own side of the threshold."""
    if target.is_percent:
        printed = print_percent(value, target.threshold) if value is not None else ""
        decimals = max(2, len(printed.partition(",")[2]) - 1)
        return f"0.{'0' * decimals}%"
    return COUNT if value is None or value.denominator == 1 else AMOUNT


def promise_format(target: Target) -> str:
    """The promised number in its words: "từ 86% trở lên" shows what is 0,86."""
    before, _, after = promised_at_least(target).partition(promised(target))
    if promised_at_least(target) == before:
        return f"{WORDS};{WORDS};{_words(before)}"
    unit = promised(target).lstrip("0123456789.,%")
    number = _number(target)
    return f"{_words(before)}{number}{_words(unit + after)}"


def measured_format(measure: str) -> str:
    """A count with its measure: "1 hộ"."""
    return f"{COUNT}{_words(f' {measure}')}" if measure else COUNT


def _words(text: str) -> str:
    """Words in a number format, which knows no quote within quotes."""
    bare = text.replace('"', "”")
    return f'"{bare}"' if text else ""


def _number(target: Target) -> str:
    scaled = target.threshold * 100 if target.is_percent else target.threshold
    decimals = next((n for n in range(3) if Fraction(round_half_up(scaled, n)) == scaled), 2)
    number = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    return f"{number}%" if target.is_percent else number


def signed(number_format: str) -> str:
    """A difference, with its sign."""
    positive = number_format.partition(";")[0]
    return f"+{positive};-{positive};0"
