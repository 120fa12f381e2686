"""Exact values (giá trị đúng) of any kind, and how offices write them where only the value is known."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kehoach.vi.dates import print_date
from kehoach.vi.numbers import print_number

Exact = int | Decimal | Fraction | str | date
"""What a value may be: counts int, money and areas Decimal, rates Fraction, yes/no 1 or 0, text, dates."""


def print_value(value: Exact | None, decimals: int = 2) -> str:
    """Numbers with their groups, days as dd/mm/yyyy, text as it is; "" for none."""
    if value is None or isinstance(value, str):
        return value or ""
    return print_date(value) if isinstance(value, date) else print_number(value, decimals)
