"""Words of plan and period that sentences and titles hold."""

from dataclasses import replace
from datetime import date

import pytest

from kehoach.plan.period import Period
from kehoach.report.words import ahead_until, next_name
from tests.tiny import tiny_plan


def period(code: str, name: str, month: int) -> Period:
    first = tiny_plan().periods[0]
    return replace(first, code=f"2023-{code}", name=name, cutoff=first.cutoff.replace(month=month))


QUARTERS = (
    ("Q1", "quý I năm 2023", 3),
    ("Q2", "6 tháng đầu năm 2023", 6),
    ("Q3", "9 tháng đầu năm 2023", 9),
    ("Q4", "năm 2023", 12),
)


@pytest.mark.parametrize(
    ("names", "ahead"),
    [
        (QUARTERS, ["quý II năm 2023", "6 tháng cuối năm 2023", "quý IV năm 2023", "năm 2024"]),
        (
            tuple((c, f"quý {n} năm 2023", m) for (c, _, m), n in zip(QUARTERS, ("I", "II", "III", "IV"), strict=True)),
            ["quý II năm 2023", "quý III năm 2023", "quý IV năm 2023", "năm 2024"],
        ),
        ((QUARTERS[1], QUARTERS[3]), ["6 tháng cuối năm 2023", "năm 2024"]),
        ((("T04", "tháng 4 năm 2023", 4), ("T05", "tháng 5 năm 2023", 5)), ["tháng 5 năm 2023", "năm 2024"]),
        (
            (QUARTERS[0], ("T4", "tháng 4 năm 2023", 4), QUARTERS[1]),
            ["quý II năm 2023", "quý II năm 2023", "năm 2024"],
        ),
    ],
)
def test_the_time_ahead_is_not_the_year_so_far(names: tuple[tuple[str, str, int], ...], ahead: list[str]) -> None:
    plan = replace(tiny_plan(), periods=tuple(period(*each) for each in names))
    assert [next_name(plan, each) for each in plan.periods] == ahead


def test_the_time_ahead_ends_with_its_month_and_half_way_with_the_year() -> None:
    plan = replace(tiny_plan(), periods=tuple(period(*each) for each in QUARTERS))
    ends = [ahead_until(plan, each) for each in plan.periods]
    assert ends == [date(2023, 6, 30), date.max, date(2023, 12, 31), date.max]
