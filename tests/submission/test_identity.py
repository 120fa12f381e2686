"""Whose a file is when only its head says so: however the name is spelt, and nobody's where it could be two."""

from dataclasses import replace

import pytest

from kehoach.office.model import CellKind, RawCell, RawSheet, RawWorkbook
from kehoach.plan.model import Plan
from kehoach.submission.identity import seen_stamp
from tests.tiny import tiny_plan


def plan_with(*names: str) -> Plan:
    plan = tiny_plan()
    villages = [u for u in plan.units if u.kind == "thon"]
    named = {u.code: replace(u, name=name) for u, name in zip(villages, names, strict=True)}
    return replace(plan, units=tuple(named.get(u.code, u) for u in plan.units))


def headed(*lines: str) -> RawWorkbook:
    cells = {(row, 1): RawCell(row, 1, CellKind.TEXT, line) for row, line in enumerate(lines, 1)}
    return RawWorkbook((RawSheet("Số liệu", cells),))


PLAN = plan_with("Thôn Nà Hoà", "Thôn Na Lay", "Thôn Ná Lây")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Thôn Nà Hoà", "T01"),
        ("THÔN NÀ HÒA", "T01"),
        ("Thon Na Hoa", "T01"),
        ("Thôn Na Lay", "T02"),
        ("Thôn Ná Lây", "T03"),
        ("Thon Na Lây", None),
        ("Thôn Nà Hoàng", None),
        ("Thôn Nà Hoà 2", None),
        ("Thôn Nà Hoà II", None),
    ],
)
def test_the_head_names_one_unit_or_none(name: str, unit: str | None) -> None:
    head = headed(f"{name} – Biểu số liệu {PLAN.periods[0].name}", f"Kế hoạch số {PLAN.issuer.plan_number}")
    stamp = seen_stamp(head, PLAN)
    assert (stamp and stamp.unit) == unit


def test_the_first_line_that_names_a_unit_names_the_sender() -> None:
    lines = (f"Thon Na Hoa – Biểu số liệu {PLAN.periods[0].name}", PLAN.issuer.plan_number, "Gửi về: Thôn Ná Lây")
    stamp = seen_stamp(headed(*lines), PLAN)
    assert stamp and stamp.unit == "T01"
