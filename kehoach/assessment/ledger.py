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
from kehoach.plan.model import Element, Plan
from kehoach.submission.model import Exact, State

_SILENT = (State.BLANK, State.NOT_ASKED)


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


def read_ledger(plan: Plan, dataset: Dataset) -> Ledger:
    """Dataset → ledger. Of several suppliers the plan's first counts, a later one where those before are silent."""
    rows: dict[tuple[str, str, str], list[tuple[int, Entry]]] = {}
    for row in dataset.by_value.to_dict("records"):
        if row[ELEMENT] in plan.elements:
            rank = _rank(plan, plan.elements[row[ELEMENT]], row[SUPPLIER])
            rows.setdefault((row[PERIOD], row[ELEMENT], row[UNIT]), []).append((rank, _entry(row)))
    return {key: _counting(found) for key, found in rows.items()}


def _entry(row: Mapping[Any, Any]) -> Entry:
    place = Place(row[SUPPLIER], row[FILE], row[SHEET], row[CELL])
    return Entry(row[VALUE], State(row[STATE]), place, bool(row[IS_ESTIMATE]))


def _rank(plan: Plan, element: Element, supplier: str) -> int:
    names = {supplier, *(u.kind for u in plan.units if u.code == supplier)}
    return next((n for n, s in enumerate(element.suppliers) if s in names), len(element.suppliers))


def _counting(found: list[tuple[int, Entry]]) -> Entry:
    ordered = [entry for _, entry in sorted(found, key=lambda f: f[0])]
    return next((e for e in ordered if e.state not in _SILENT), ordered[0])
