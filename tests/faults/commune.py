"""A commune's folder on the disk: two thôn and the office send real workbooks, and the whole road reads them."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import Dataset
from kehoach.finding import Finding
from kehoach.finding_codes import finding_code
from kehoach.form.layout import lay_out_form
from kehoach.form.model import NIL, Form
from kehoach.form.write import drawn_form, form_workbook
from kehoach.plan.model import Plan
from kehoach.review.model import OfficerAnswer, Review
from kehoach.review.proxy import proxy_workbook, read_proxies
from kehoach.review.review import review_dataset
from kehoach.submission.inbox import read_inbox
from tests.form.returned import answered
from tests.tiny import tiny_plan

Spoil = Callable[[Workbook], object]

Good = Mapping[str, Mapping[str, Mapping[str, object]]]
FIRST: dict[str, Mapping[str, object]] = {
    "T01": {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 2, "kinh_phi": NIL, "nvh": "có"},
    "T02": {"tong_ho": 120, "ho_dk": 110, "buoi_tt": 3, "kinh_phi": 12.5, "nvh": "không"},
    "VP": {"van_ban": 4, "trang_thai.nv1": "đang làm", "trang_thai.nv2": "đang làm", "uu_diem.d1": "Các thôn đều làm."},
}
SECOND: dict[str, Mapping[str, object]] = {
    "T01": {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 4, "kinh_phi": NIL, "nvh": "có"},
    "T02": {"tong_ho": 120, "ho_dk": 110, "buoi_tt": 1, "kinh_phi": 20, "nvh": "không"},
    "VP": {
        **FIRST["VP"],
        "ho_cn.T01": 85,
        "ho_cn.T02": 100,
        "qd_so": "12/QĐ-UBND",
        "qd_ngay": "01/6/2023",
    },
}
GOOD: Good = {"2023-Q1": FIRST, "2023-Q2": SECOND}


@cache
def small_plan() -> Plan:
    """The tiny commune with two thôn and its office."""
    plan = tiny_plan()
    return replace(plan, units=tuple(u for u in plan.units if u.code in ("X", "T01", "T02", "VP")))


class Commune:
    """A working folder in which everything is as it should be, until a test sends something else."""

    def __init__(self, root: Path, plan: Plan | None = None, good: Good = GOOD) -> None:
        self.root, self.plan, self.good = root, plan or small_plan(), good
        for period, by_unit in good.items():
            for unit in by_unit:
                self.send(unit, period=period)

    def send(
        self,
        unit: str = "T01",
        values: Mapping[str, object] | None = None,
        spoil: Spoil = id,
        period: str = "2023-Q1",
        name: str = "",
        data: bytes | None = None,
    ) -> Path:
        """One file into the inbox: the unit's good answers with some of them otherwise, or any bytes."""
        folder = self.root / period
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / (name or f"{unit}.xlsx")
        path.write_bytes(self._filled(unit, period, values or {}, spoil) if data is None else data)
        return path

    def _filled(self, unit: str, period: str, values: Mapping[str, object], spoil: Spoil) -> bytes:
        typed = {**self.good.get(period, {}).get(unit, {}), **values}
        if spoil is id:
            return filled_well(self.plan, unit, period, tuple(typed.items()))
        return filled(self.plan, unit, period, typed, spoil)

    @property
    def proxies(self) -> Path:
        return self.root / "nhap-ho.xlsx"

    def type_in(self, *rows: tuple[object, ...]) -> None:
        """Rows of nhap-ho.xlsx: period, unit, element, subject, value."""
        workbook = openpyxl.load_workbook(io.BytesIO(proxy_workbook(self.plan)))
        for number, row in enumerate(rows, 5):
            for column, content in enumerate(row, 1):
                workbook["Nhập hộ"].cell(number, column).value = content
        workbook.save(self.proxies)

    def review(self, period: str = "2023-Q1", *answers: OfficerAnswer) -> Review:
        """The period and all before it, through the doors that the commands use; `answers` are the period's."""
        earlier: tuple[Dataset, ...] = ()
        for each in self.plan.periods:
            submissions = read_inbox(self.plan, each, self.root / each.code)
            typed_in = read_proxies(self.proxies).of(self.plan, each)
            data = merge_submissions(self.plan, each, submissions, earlier, typed_in.values)
            data = replace(data, findings=(*data.findings, *typed_in.findings))
            review = review_dataset(self.plan, data, answers if each.code == period else ())
            if each.code == period:
                return review
            earlier = (*earlier, review.accepted)
        raise KeyError(period)

    def findings(self, period: str = "2023-Q1") -> list[Finding]:
        """All that is said, each as the table of codes allows."""
        found = list(self.review(period).findings)
        for each in found:
            known = finding_code(each.code)
            assert known and known.allows(each.severity), each
            assert each.say.endswith((".", "?")) and each.do.endswith((".", "?")), each
        return found

    def one(self, period: str = "2023-Q1") -> Finding:
        """The one thing that is said."""
        [finding] = self.findings(period)
        return finding


@cache
def blank(plan: Plan, unit: str, period: str) -> bytes:
    return form_workbook(_form(plan, unit, period), plan, {})


def filled(plan: Plan, unit: str, period: str, values: Mapping[str, object], spoil: Spoil = id) -> bytes:
    """The blank form as it was drawn, with values typed where its names point, then spoiled."""
    return answered(drawn_form(_form(plan, unit, period), plan, {}), values, spoil)


def _form(plan: Plan, unit: str, period: str) -> Form:
    form = lay_out_form(plan, plan.unit(unit), plan.period(period))
    assert form is not None
    return form


@cache
def filled_well(plan: Plan, unit: str, period: str, values: tuple[tuple[str, object], ...]) -> bytes:
    """The same, made once for all tests that want just these answers."""
    return filled(plan, unit, period, dict(values))


def cell_of(plan: Plan, unit: str, period: str, name: str) -> str:
    """Where an answer stands: "B9"."""
    field = next(f for f in _form(plan, unit, period).fields if f.name == name)
    return f"{openpyxl.utils.get_column_letter(field.column)}{field.row}"
