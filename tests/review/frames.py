"""Datasets written down by hand: this period's values and earlier ones, by element and subject."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from kehoach.dataset import model as d
from kehoach.dataset.frame import Row, counting_values, frame_of
from kehoach.finding import Finding, Place
from kehoach.plan.model import Plan
from kehoach.submission.model import Change, DataValue, State, Submission
from tests.reviewed import Given, state_of

Values = Mapping[tuple[str, str], Given]

SUPPLIERS = {"van_ban": "VP", "qd_so": "VP", "qd_ngay": "VP", "ho_cn": "VP", "uu_diem": "VP", "trang_thai": "VP"}
UNITS = ("T01", "T02", "T03", "C01", "C02", "VP")


def supplier_of(element: str, subject: str) -> str:
    return SUPPLIERS.get(element, "VP" if subject.startswith(("nv", "d", "X")) else subject)


def rows(period: str, values: Values, files: Mapping[str, str]) -> Iterator[Row]:
    for number, ((element, subject), given) in enumerate(values.items(), 1):
        supplier = supplier_of(element, subject)
        place = Place(supplier, files.get(supplier, f"{supplier}.xlsx"), "Số liệu", f"C{number}")
        value = None if isinstance(given, State) else given
        typed = f"{value:%d/%m/%Y}" if isinstance(value, date) else "" if value is None else str(value)
        yield period, DataValue(element, subject, value, state_of(given), place, typed)


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
    every = [row for code, each in earlier.items() for row in rows(code, each, {})]
    past = {code: d.Reception(UNITS, {u: f"{u}.xlsx" for u in UNITS}) for code in earlier}
    return d.Dataset(
        plan.period(period),
        frame_of([*every, *rows(period, values, received)]),
        {**past, period: d.Reception(UNITS, received)},
        tuple(submissions),
        tuple(changes),
        tuple(findings),
    )


def value_of(data: d.Dataset, element: str, subject: str) -> tuple[object, State]:
    value = counting_values(data)[data.period.code, element, subject]
    return value.value, value.state


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
