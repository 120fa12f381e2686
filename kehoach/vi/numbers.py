"""Numbers as offices print them (cách viết số): dot for thousands, decimal comma, small counts padded.

Rounding happens here and nowhere else, half up, on paper only.
"""

from decimal import Decimal
from fractions import Fraction

MOST_DECIMALS = 6
"""How many decimals a guarded rate may grow to before it is printed as it is."""

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def round_half_up(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Rounded half away from zero to that many decimals, exactly."""
    scaled = Fraction(value) * 10**decimals
    whole = int(abs(scaled) + Fraction(1, 2))
    return Decimal(-whole if scaled < 0 else whole).scaleb(-decimals)


def print_number(value: Fraction | Decimal | int, decimals: int = 2) -> str:
    """1234.5 → "1.234,5"; trailing zeros after the comma are dropped."""
    rounded = round_half_up(value, decimals)
    whole, _, rest = f"{abs(rounded):.{decimals}f}".partition(".")
    sign = "-" if rounded < 0 else ""
    groups = f"{int(whole):,}".replace(",", ".")
    return sign + groups + (f",{rest.rstrip('0')}" if rest.rstrip("0") else "")


def print_count(value: Fraction | Decimal | int) -> str:
    """8 → "08", 1119 → "1.119", 0 → "0": counts below ten are padded in administrative prose."""
    text = print_number(value)
    return text.zfill(2) if text.isdigit() and len(text) == 1 and text != "0" else text


def print_percent(rate: Fraction, against: Fraction | None = None) -> str:
    """962/1119 → "85,97%". Where rounding would hide on which side of `against` the rate lies, decimals are added."""
    decimals = 2
    while against is not None and decimals < MOST_DECIMALS and _lies(rate, against, decimals):
        decimals += 1
    return print_number(rate * 100, decimals) + "%"


def print_points(difference: Fraction) -> str:
    """A difference of two rates, unsigned: 1/50 → "2 điểm %", never torn by a line's end, never printed as none."""
    decimals = 2
    while difference != 0 and decimals < MOST_DECIMALS and round_half_up(difference * 100, decimals) == 0:
        decimals += 1
    return print_number(abs(difference) * 100, decimals) + " điểm\N{NO-BREAK SPACE}%"


def print_roman(number: int) -> str:
    """4 → "IV"; for quarters and headings, below 40."""
    text = ""
    for size, letters in _ROMAN:
        while number >= size:
            text += letters
            number -= size
    return text


def _lies(rate: Fraction, against: Fraction, decimals: int) -> bool:
    """Whether the rounded text would put the rate on another side of the threshold than the exact value."""
    shown, limit = Fraction(round_half_up(rate * 100, decimals)), against * 100
    return (shown > limit) - (shown < limit) != (rate * 100 > limit) - (rate * 100 < limit)
