"""Datasets written down by hand: this period's values and earlier ones, by element and subject."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd

from kehoach.dataset import model as d
from kehoach.finding import Finding
from kehoach.plan.model import Plan
from kehoach.submission.model import Change, Exact, State, Submission

Given = Exact | State | None
Values = Mapping[tuple[str, str], Given]

SUPPLIERS = {"van_ban": "VP", "qd_so": "VP", "qd_ngay": "VP", "ho_cn": "VP", "uu_diem": "VP", "trang_thai": "VP"}
UNITS = ("T01", "T02", "T03", "C01", "C02", "VP")


def state_of(value: Given) -> State:
    if isinstance(value, State):
        return value
    if value is None:
        return State.BLANK
    if isinstance(value, str):
        return State.TEXT
    return State.DATE if isinstance(value, date) else State.NUMBER


def supplier_of(element: str, subject: str) -> str:
    return SUPPLIERS.get(element, "VP" if subject.startswith(("nv", "d", "X")) else subject)


def records(period: str, values: Values, files: Mapping[str, str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for number, ((element, subject), value) in enumerate(values.items(), 1):
        supplier = supplier_of(element, subject)
        known = None if isinstance(value, State) else value
        found.append(
            {
                d.PERIOD: period,
                d.UNIT: subject,
                d.ELEMENT: element,
                d.VALUE: known,
                d.STATE: state_of(value).value,
                d.FILE: files.get(supplier, f"{supplier}.xlsx"),
                d.SHEET: "Số liệu",
                d.CELL: f"C{number}",
                d.SUPPLIER: supplier,
                d.TYPED: f"{known:%d/%m/%Y}" if isinstance(known, date) else "" if known is None else str(known),
                d.SOURCE: "",
                d.IS_ESTIMATE: False,
            }
        )
    return found


def frame(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    columns = {c: pd.Series([r[c] for r in rows], dtype=object if c == d.VALUE else None) for c in d.COLUMNS}
    return pd.DataFrame(columns)


def dataset(
    plan: Plan,
    period: str,
    values: Values,
    earlier: Mapping[str, Values] | None = None,
    missing: Sequence[str] = (),
    findings: Sequence[Finding] = (),
    submissions: Sequence[Submission] = (),
    changes: Sequence[Change] = (),
) -> d.Dataset:
    earlier = earlier or {}
    received = {u: f"{u}.xlsx" for u in UNITS if u not in missing}
    rows = [row for code, each in earlier.items() for row in records(code, each, {})] + records(
        period, values, received
    )
    past = {code: d.Reception(UNITS, {u: f"{u}.xlsx" for u in UNITS}) for code in earlier}
    return d.Dataset(
        plan.period(period),
        frame(rows),
        {**past, period: d.Reception(UNITS, received)},
        tuple(submissions),
        tuple(changes),
        tuple(findings),
    )


def value_of(data: d.Dataset, element: str, subject: str) -> tuple[object, State]:
    rows = data.by_value
    row = rows[(rows[d.PERIOD] == data.period.code) & (rows[d.ELEMENT] == element) & (rows[d.UNIT] == subject)].iloc[0]
    return row[d.VALUE], State(row[d.STATE])


FIRST: Values = {
    ("tong_ho", "T01"): 100,
    ("tong_ho", "T02"): 120,
    ("tong_ho", "T03"): 80,
    ("ho_dk", "T01"): 90,
    ("ho_dk", "T02"): 110,
    ("ho_dk", "T03"): 70,
    ("buoi_tt", "T01"): 2,
    ("buoi_tt", "T02"): 3,
    ("buoi_tt", "T03"): 1,
    ("kinh_phi", "T01"): Decimal("12.5"),
    ("nvh", "T01"): 1,
    ("cq_dat", "C01"): 1,
    ("cq_dat", "C02"): 1,
    ("van_ban", "X"): 4,
    ("trang_thai", "nv1"): "đang làm",
    ("minh_chung", "nv1"): None,
    ("uu_diem", "d1"): "Các thôn đều đăng ký.",
}
"""A first quarter with nothing to say."""

SECOND: Values = {
    **FIRST,
    ("buoi_tt", "T01"): 4,
    ("ho_cn", "T01"): 85,
    ("ho_cn", "T02"): 100,
    ("ho_cn", "T03"): 70,
    ("qd_so", "X"): "12/QĐ-UBND",
    ("qd_ngay", "X"): date(2023, 6, 1),
}
"""A second quarter, concluding, with nothing to say after `FIRST`."""
