"""The one function that adds up (cộng tổng), in which silence stays silence: never zero, never left out unsaid."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kehoach.dataset.model import CELL, ELEMENT, FILE, PERIOD, SHEET, STATE, SUPPLIER, UNIT, VALUE
from kehoach.finding import Place
from kehoach.submission.model import State


@dataclass(frozen=True)
class Sum:
    """Tổng: `value` None where nobody gave a number; `given` and `missing` share out the subjects asked."""

    value: Fraction | None
    given: tuple[str, ...]
    missing: tuple[str, ...]
    places: tuple[Place, ...]


def total_of(frame: pd.DataFrame, element: str, periods: Collection[str], subjects: Sequence[str]) -> Sum:
    """The sum of an element over subjects and periods. A subject has given its number if it did in each period.

    "Không phát sinh" counts as zero; blank, unreadable, never asked and set aside count as nothing said.
    """
    parts: dict[str, dict[str, tuple[Fraction, Place]]] = {subject: {} for subject in subjects}
    wanted = frame[(frame[ELEMENT] == element) & frame[PERIOD].isin(list(periods)) & frame[UNIT].isin(list(subjects))]
    columns = (wanted[c].tolist() for c in (PERIOD, UNIT, VALUE, STATE, SUPPLIER, FILE, SHEET, CELL))
    for period, subject, value, state, *place in zip(*columns, strict=True):
        number = _number(value, State(state))
        if number is not None:
            parts[subject][period] = number, Place(*place)
    given = tuple(s for s in subjects if len(parts[s]) == len(set(periods)))
    numbers = [part for s in given for part in parts[s].values()]
    return Sum(
        value=sum((n for n, _ in numbers), Fraction(0)) if numbers else None,
        given=given,
        missing=tuple(s for s in subjects if s not in given),
        places=tuple(place for _, place in numbers),
    )


def _number(value: object, state: State) -> Fraction | None:
    if state is State.NIL:
        return Fraction(0)
    return Fraction(value) if state is State.NUMBER and isinstance(value, int | Decimal | Fraction) else None
