"""The dataset (bộ số liệu): every value of every period read, in one frame, and who has sent what."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kehoach.finding import Finding
from kehoach.plan.period import Period
from kehoach.submission.model import Change, Submission

PERIOD, UNIT, ELEMENT, VALUE, STATE = "period", "unit", "element", "value", "state"
FILE, SHEET, CELL = "file", "sheet", "cell"
SUPPLIER, TYPED, SOURCE, IS_ESTIMATE = "supplier", "typed", "source", "is_estimate"
CSV_COLUMNS = (PERIOD, UNIT, ELEMENT, VALUE, STATE, FILE, SHEET, CELL)
COLUMNS = (*CSV_COLUMNS, SUPPLIER, TYPED, SOURCE, IS_ESTIMATE)
"""Columns of `by_value`. `unit` is what the value is about (unit, task, d1 …), `supplier` who gave it; VALUE is an
object column of exact values (int, Decimal, Fraction, str, date, None); the others are plain str and bool."""


@dataclass(frozen=True)
class Reception:
    """Tình hình gửi: units expected in the period, those received (code → file), and those that are missing."""

    expected: tuple[str, ...]
    received: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Expected units that sent nothing, in the plan's order."""
        return tuple(u for u in self.expected if u not in self.received)


@dataclass(frozen=True)
class Dataset:
    """Bộ số liệu: `by_value`, one row a value, this period and earlier ones; never changed in place.

    `receptions` by period code; `on_file` are the periods that have at least one submission.
    """

    period: Period
    by_value: pd.DataFrame
    receptions: Mapping[str, Reception]
    submissions: tuple[Submission, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]

    @property
    def reception(self) -> Reception:
        """Tình hình gửi of the period itself."""
        return self.receptions[self.period.code]

    @property
    def on_file(self) -> tuple[str, ...]:
        """Codes of the periods with at least one received unit."""
        return tuple(code for code, r in self.receptions.items() if r.received)
