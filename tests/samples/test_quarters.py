"""The story of the year in the source text: believable from quarter to quarter, one slip, two missing units."""

import pytest

from kehoach.plan.model import Plan
from samples.plan_text import SOURCE
from samples.quarter import Typed, read_quarter

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
VILLAGES = [f"T0{n}" for n in range(1, 9)]


@pytest.fixture(scope="module")
def year(sample_plan: Plan) -> dict[str, Typed]:
    return {quarter: read_quarter(SOURCE / f"{quarter}.txt", sample_plan) for quarter in QUARTERS}


def numbers(typed: Typed, element: str) -> dict[str, int]:
    return {
        subject: int(text)
        for answers in typed.values()
        for (code, subject), text in answers.items()
        if code == element and text.isdigit()
    }


def broken(year: dict[str, Typed], smaller: str, larger: str) -> list[tuple[str, str]]:
    return [
        (quarter, subject)
        for quarter, typed in year.items()
        for subject, value in numbers(typed, smaller).items()
        if value > numbers(typed, larger).get(subject, value)
    ]


def test_who_has_not_sent(year: dict[str, Typed], sample_plan: Plan) -> None:
    reporting = {u.code for u in sample_plan.units if u.kind != "xa"}
    assert [reporting - typed.keys() for typed in year.values()] == [set(), set(), {"T07"}, {"C05"}]


def test_the_one_slip_of_the_pen_is_the_only_broken_chain(year: dict[str, Typed]) -> None:
    assert broken(year, "ho_dk", "tong_ho") == [("2023-Q3", "T03")]
    chains = ("ho_de_nghi ho_dk", "ho_cn ho_de_nghi", "ho_3nam ho_cn", "ho_giay_khen ho_3nam", "dam_cuoi_vm dam_cuoi")
    more = ("dam_tang_vm dam_tang", "nguoi_tham_gia tong_khau", "nguoi_tdtt_tx nguoi_tham_gia", "gd_the_thao tong_ho")
    assert [broken(year, *pair.split()) for pair in chains + more] == [[]] * 9


def test_registrations_grow_and_recognition_misses_by_one_household(year: dict[str, Typed]) -> None:
    registered = [sum(numbers(typed, "ho_dk").values()) for typed in year.values()]
    assert registered[:2] == [1063, 1068]
    assert registered[3] == 1068
    recognised, households = (sum(numbers(year["2023-Q4"], code).values()) for code in ("ho_cn", "tong_ho"))
    assert (recognised, households) == (962, 1119)
    assert recognised * 100 < 86 * households <= (recognised + 1) * 100


def test_people_taking_part_only_grow_and_pass_45_percent(year: dict[str, Typed]) -> None:
    for village in VILLAGES:
        parts = [numbers(typed, "nguoi_tham_gia").get(village) for typed in year.values()]
        known = [p for p in parts if p is not None]
        assert known == sorted(known), village
    shares = [sum(numbers(t, "nguoi_tham_gia").values()) / 4985 for t in (year["2023-Q1"], year["2023-Q4"])]
    assert shares[0] < 0.45 < shares[1] < 0.47


def test_what_is_built_stands_in_the_next_quarters(year: dict[str, Typed]) -> None:
    for standing in ("nvh", "nvh_dat_chuan"):
        for village in VILLAGES:
            answers = [typed.get(village, {}).get((standing, village)) for typed in year.values()]
            seen = [a for a in answers if a]
            assert seen == sorted(seen, key=lambda a: a == "có"), (standing, village)


def test_criteria_listed_are_as_many_as_counted(year: dict[str, Typed]) -> None:
    office = year["2023-Q4"]["DCXD"]
    assert len(set(office["ntm_ds", ""].split(", "))) == int(office["ntm_dat", ""])
    assert [typed["DCXD"]["ntm_dat", ""] for typed in year.values()] == ["14", "14", "14", "15"]


def test_decisions_are_of_the_last_quarter_only(year: dict[str, Typed]) -> None:
    for quarter, typed in year.items():
        decided = {code for code, _ in typed["VHXH"] if code in ("ho_cn", "thon_cn", "qd_gdvh_so", "qd_thon_so")}
        assert bool(decided) == (quarter == "2023-Q4")
