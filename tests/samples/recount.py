"""A second count of the sample year, in plain Python over openpyxl: nothing of `kehoach` is used.

Every workbook of a quarter's folder is opened; each workbook-level name is an answer cell, `element` or
`element.subject`; the hidden sheet says whose workbook it is.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

Counted = dict[tuple[str, str], Decimal]
"""(element, subject) → the number typed; what is about the whole commune has the subject "X"."""

YES_NO = {"có": Decimal(1), "không": Decimal(0)}


def numbers_of(folder: Path) -> Counted:
    """Every number typed into the forms of one quarter."""
    return {key: value for path in sorted(folder.glob("*.xlsx")) for key, value in _numbers(path)}


def totals_of(folder: Path) -> dict[str, Decimal]:
    """Each element added up over whoever gave a number."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for (element, _), value in numbers_of(folder).items():
        totals[element] += value
    return dict(totals)


def nil_of(folder: Path) -> set[tuple[str, str]]:
    """Where "không phát sinh" was typed."""
    return {key for path in folder.glob("*.xlsx") for key, typed in _typed(path) if typed == "không phát sinh"}


def senders_of(folder: Path) -> set[str]:
    """Units whose workbook holds at least one answer."""
    return {_unit(_opened(path)) for path in folder.glob("*.xlsx") if any(v is not None for _, v in _typed(path))}


def _numbers(path: Path) -> Iterator[tuple[tuple[str, str], Decimal]]:
    for key, typed in _typed(path):
        if isinstance(typed, int | float):
            yield key, Decimal(str(typed))
        elif isinstance(typed, str) and typed in YES_NO:
            yield key, YES_NO[typed]


def _typed(path: Path) -> Iterator[tuple[tuple[str, str], object]]:
    workbook = _opened(path)
    unit = _unit(workbook)
    whole = unit if unit[0] in "TC" and unit[1:].isdigit() else "X"
    for name, defined in workbook.defined_names.items():
        if name.startswith("_"):
            continue
        ((sheet, ref),) = defined.destinations
        element, _, subject = name.partition(".")
        yield (element, subject or whole), workbook[sheet][ref.replace("$", "")].value


def _unit(workbook: Workbook) -> str:
    rows = workbook["_kehoach"].iter_rows(min_col=1, max_col=2, values_only=True)
    return next(str(value) for key, value in rows if key == "unit")


@cache
def _opened(path: Path) -> Workbook:
    return load_workbook(path)
