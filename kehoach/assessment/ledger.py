"""The ledger (sổ số liệu): every value of every period by element and subject, the one that counts of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kehoach.dataset.model import (
    CELL,
    ELEMENT,
    FILE,
    IS_ESTIMATE,
    PERIOD,
    SHEET,
    STATE,
    SUPPLIER,
    UNIT,
    VALUE,
    Dataset,
)
from kehoach.finding import Place
from kehoach.submission.model import Exact, State

GIVEN = (State.NUMBER, State.TEXT, State.DATE, State.NIL)
"""States in which something was said."""


@dataclass(frozen=True)
class Entry:
    """Một giá trị: what was given, its state, its cell."""

    value: Exact | None
    state: State
    place: Place
    is_estimate: bool

    @property
    def number(self) -> Fraction | None:
        """The number; "không phát sinh" is 0; None for anything else."""
        if self.state is State.NIL:
            return Fraction(0)
        if self.state is State.NUMBER and isinstance(self.value, int | Decimal | Fraction):
            return Fraction(self.value)
        return None

    @property
    def said(self) -> str | date | None:
        """The text or date; None for anything else."""
        return self.value if isinstance(self.value, str | date) else None


Ledger = Mapping[tuple[str, str, str], Entry]
"""(period code, element code, subject) → the value that counts."""


def read_ledger(dataset: Dataset) -> Ledger:
    """Dataset → ledger. Of several sources at most one is not set aside: that one counts, whatever the others say."""
    ledger: dict[tuple[str, str, str], Entry] = {}
    for row in dataset.by_value.to_dict("records"):
        key, entry = (row[PERIOD], row[ELEMENT], row[UNIT]), _entry(row)
        if key not in ledger or entry.state in GIVEN:
            ledger[key] = entry
    return ledger


def _entry(row: Mapping[Any, Any]) -> Entry:
    place = Place(row[SUPPLIER], row[FILE], row[SHEET], row[CELL])
    return Entry(row[VALUE], State(row[STATE]), place, bool(row[IS_ESTIMATE]))
