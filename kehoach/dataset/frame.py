"""Values as rows of the one table (bảng số liệu): exact values stay objects, silence stays None."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from kehoach.dataset.model import COLUMNS, IS_ESTIMATE, PERIOD, Dataset
from kehoach.submission.model import DataValue

Row = tuple[Any, ...]


def by_value_of(period: str, values: Iterable[DataValue], earlier: Iterable[Sequence[Row]] = ()) -> pd.DataFrame:
    """The frame of `COLUMNS`: rows of earlier periods as they are, then this period's values in their order."""
    rows = [row for rows in earlier for row in rows] + [_row(period, value) for value in values]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype({IS_ESTIMATE: bool})


def rows_of_period(dataset: Dataset) -> list[Row]:
    """A dataset's own period as rows, without the earlier ones that it carries along."""
    frame = dataset.by_value
    own = frame[frame[PERIOD] == dataset.period.code]
    return list(zip(*(own[column].tolist() for column in COLUMNS), strict=True))


def _row(period: str, value: DataValue) -> Row:
    place = value.place
    return (
        *(period, value.subject, value.element, value.value, value.state.value),
        *(place.file, place.sheet, place.cell, place.unit),
        *(value.typed, value.source, value.is_estimate),
    )
