"""Text of a plan cell ↔ the value it stands for (chữ trong ô): lists, numbers, choices, dates."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kehoach.vi.names import fold, tidy

SEPARATOR = ";"

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")
_SAME_CHOICE = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "bằng": "="}
_CODE_IN_HEADER = re.compile(r"\(([^()]*)\)\s*$")


def tidy_lines(text: str) -> str:
    """Each line tidied, empty ones at the ends dropped: a cell may hold several lines."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def read_list(text: str) -> tuple[str, ...]:
    """ "a; b;" → ("a", "b")."""
    return tuple(part for piece in text.split(SEPARATOR) if (part := tidy(piece)))


def print_list(parts: Sequence[str]) -> str:
    """("a", "b") → "a; b"."""
    return f"{SEPARATOR} ".join(parts)


def read_number(text: str) -> Decimal | None:
    """ "1.119" → 1119, "0,5" and "0.5" → 0.5; a dot before groups of three is for thousands. Else None."""
    bare = text.replace(" ", "").replace("\u00a0", "")
    if _GROUPED.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    return Decimal(bare.replace(",", ".")) if _PLAIN.fullmatch(bare) and bare.isascii() else None


def read_whole(text: str) -> int | None:
    """A whole number, however written; None for anything else."""
    number = read_number(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def print_exact(number: Decimal | int) -> str:
    """Every digit, decimal comma, no groups: what `read_number` reads back."""
    text = f"{Decimal(number):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def read_threshold(text: str, measure: str) -> Fraction | None:
    """A promised value in the scale of its expression: "86" or "86%" with measure "%" → 43/50."""
    is_percent = measure.strip() == "%"
    number = read_number(text.strip().removesuffix("%") if is_percent else text)
    if number is None:
        return None
    return Fraction(number) / 100 if is_percent else Fraction(number)


def print_threshold(threshold: Fraction, measure: str) -> str:
    """The reverse; a value that no decimal number can hold is cut at 28 digits."""
    value = threshold * 100 if measure == "%" else threshold
    return print_exact(Decimal(value.numerator) / Decimal(value.denominator))


def read_choice(text: str, choices: Sequence[str]) -> str | None:
    """The one of `choices` that is meant, whatever its case and accents; None where none is."""
    wanted = fold(_SAME_CHOICE.get(text.strip(), text))
    return next((choice for choice in choices if fold(choice) == wanted), None)


def code_in(header: str) -> str:
    """The code in an open column's header: "Số hộ (tong_ho)" → "tong_ho"; without brackets the header itself."""
    match = _CODE_IN_HEADER.search(header)
    return match[1].strip() if match else header
