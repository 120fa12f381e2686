"""Addresses (địa chỉ ô): "C7", "A1:B2", what a defined name points at, and formulas shared by many cells."""

import re
from functools import cache

from kehoach.office.model import UnreadableFile, column_letters, column_number

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

Area = tuple[int, int, int, int]

DIGITS = "0123456789"
_TARGET = re.compile(r"=?(?:'((?:[^']|'')+)'|([^'!\s]+))!(\$?[A-Za-z]+\$?\d+)(?::(\$?[A-Za-z]+\$?\d+))?")
_SHARED = re.compile(
    r""""[^"]*"|'(?:[^']|'')*'|\[[^\]]*\]"""
    r"|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])"
    r"|(?<![\w.$])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!$])"
    r"|(?<![\w.$])(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\w.(!$])"
)


def read_cell(ref: str) -> tuple[int, int]:
    """ "C7" → (7, 3). Raises UnreadableFile for anything else, and beyond the last cell of a sheet."""
    letters = ref.rstrip(DIGITS)
    digits = ref[len(letters) :]
    row = int(digits) if digits and len(digits) < 9 else 0
    if not 1 <= row <= LAST_ROW:
        raise UnreadableFile("dangerous", f"cell {ref[:40]!r}")
    return row, _column(letters)


def read_area(ref: str) -> Area:
    """ "A1:B2" → (1, 1, 2, 2): first row and column, last row and column."""
    first, _, last = ref.partition(":")
    return (*read_cell(first), *read_cell(last or first))


def read_target(formula: str) -> tuple[str, Area] | None:
    """What a defined name points at: "'Số liệu'!$C$7" → ("Số liệu", (7, 3, 7, 3)); None where it is no area."""
    found = _TARGET.fullmatch(formula.strip())
    if not found:
        return None
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    first, last = (found[part].replace("$", "").upper() if found[part] else "" for part in (3, 4))
    try:
        return sheet, read_area(f"{first}:{last or first}")
    except UnreadableFile:
        return None


def shift(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads that many rows and columns further on; what leaves the sheet becomes #REF!."""
    return _SHARED.sub(lambda found: _shifted(found, rows, columns), formula)


def _shifted(found: re.Match[str], rows: int, columns: int) -> str:
    if found[2]:
        parts = [_moved_column(found[1], found[2], columns), _moved_row(found[3], found[4], rows)]
        return "#REF!" if "#REF!" in parts else "".join(parts)
    if found[6]:
        parts = [_moved_column(found[5], found[6], columns), _moved_column(found[7], found[8], columns)]
        return "#REF!" if "#REF!" in parts else ":".join(parts)
    if found[10]:
        parts = [_moved_row(found[9], found[10], rows), _moved_row(found[11], found[12], rows)]
        return "#REF!" if "#REF!" in parts else ":".join(parts)
    return found[0]


def _moved_column(fixed: str, letters: str, by: int) -> str:
    column = column_number(letters) + (0 if fixed else by)
    return fixed + column_letters(column) if 1 <= column <= LAST_COLUMN else "#REF!"


def _moved_row(fixed: str, digits: str, by: int) -> str:
    row = int(digits) + (0 if fixed else by)
    return f"{fixed}{row}" if 1 <= row <= LAST_ROW else "#REF!"


@cache
def _column(letters: str) -> int:
    known = letters.isascii() and letters.isalpha() and len(letters) <= 3
    column = column_number(letters) if known else 0
    if not 1 <= column <= LAST_COLUMN:
        raise UnreadableFile("dangerous", f"column {letters[:40]!r}")
    return column
