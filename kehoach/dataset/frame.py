"""Values as rows of the one table (bảng số liệu), and back: exact values stay objects, silence stays None."""

from collections.abc import Iterable, Iterator

import pandas as pd

from kehoach.dataset.model import COLUMNS, IS_ESTIMATE, Dataset
from kehoach.finding import Place
from kehoach.submission.model import DataValue, State

Row = tuple[str, DataValue]
"""(period code, value)."""
Key = tuple[str, str, str]
"""(period code, element, subject)."""
_STATES = {state.value: state for state in State}


def frame_of(rows: Iterable[Row]) -> pd.DataFrame:
    """The frame of `COLUMNS`, a row a value, in their order."""
    cells = [_cells(period, value) for period, value in rows]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object).astype({IS_ESTIMATE: bool})


def rows_of(dataset: Dataset) -> Iterator[Row]:
    """Every row of a dataset in its order, earlier periods included."""
    columns = (dataset.by_value[name].tolist() for name in COLUMNS)
    for row in zip(*columns, strict=True):
        period, subject, element, value, state, file, sheet, cell, supplier, typed, source, is_estimate = row
        place = Place(supplier, file, sheet, cell)
        yield period, DataValue(element, subject, value, _STATES[state], place, typed, source, bool(is_estimate))


def counting_values(dataset: Dataset) -> dict[Key, DataValue]:
    """The value that counts of each name: of several sources the one that says something, else the first not set aside.

    Names stand in the order of the table.
    """
    found: dict[Key, DataValue] = {}
    for period, value in rows_of(dataset):
        key = (period, value.element, value.subject)
        if key not in found or value.state.weight > found[key].state.weight:
            found[key] = value
    return found


def _cells(period: str, value: DataValue) -> tuple[object, ...]:
    place = value.place
    return (
        *(period, value.subject, value.element, value.value, value.state.value),
        *(place.file, place.sheet, place.cell, place.unit),
        *(value.typed, value.source, value.is_estimate),
    )
