"""The dataset as `so-lieu.csv` (tệp số liệu): one row a value, for any program, the same bytes each time."""

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kehoach.dataset.model import CSV_COLUMNS, PERIOD, VALUE, Dataset
from kehoach.vi.values import Exact

MOST_DECIMALS = 15
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def dataset_csv(dataset: Dataset) -> bytes:
    """UTF-8 with BOM, comma, decimal point; the rows of the dataset's own period."""
    frame = dataset.by_value
    own = frame[frame[PERIOD] == dataset.period.code]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    columns = (own[column].tolist() for column in CSV_COLUMNS)
    for row in zip(*columns, strict=True):
        writer.writerow(
            [_value(cell) if name == VALUE else _text(cell) for name, cell in zip(CSV_COLUMNS, row, strict=True)]
        )
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _value(value: Exact | None) -> str:
    """A number with a decimal point, a day as 2023-03-14, text guarded; nothing for what is no value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    return _decimal(value) if isinstance(value, Fraction) else f"{Decimal(value):f}"


def _decimal(rate: Fraction) -> str:
    """Cut at the digits that a spreadsheet keeps."""
    digits = round(rate * 10**MOST_DECIMALS)
    return f"{Decimal(f'{digits}E-{MOST_DECIMALS}'):f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula; unpaired surrogates cannot be written."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{clean}" if clean.startswith(_STARTS_A_FORMULA) else clean
