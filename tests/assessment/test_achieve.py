from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.assessment.achieve import still_needed
from kehoach.assessment.assess import assess
from kehoach.assessment.model import Achievement, Verdict
from kehoach.plan.expression import compare, read_expression
from kehoach.plan.model import Plan
from kehoach.plan.target import Before, Target
from kehoach.plan.unit import Unit
from kehoach.report.facts import target_coverage
from tests.examples import examples
from tests.reviewed import Given, review_of
from tests.tiny import Q2, tiny_plan

VILLAGES = ("T01", "T02", "T03")
DECISION: dict[str, dict[str, Given]] = {"qd_so": {"X": "15/QĐ-UBND"}, "qd_ngay": {"X": date(2023, 6, 1)}}


def result(values: dict[str, dict[str, Given]], code: str = "ct1", plan: Plan | None = None) -> Achievement:
    plan = plan or tiny_plan()
    return assess(plan, review_of(plan, "2023-Q2", {**DECISION, **values})).achievement(code)


def families(recognised: dict[str, Given], households: dict[str, Given]) -> dict[str, dict[str, Given]]:
    return {"ho_cn": recognised, "tong_ho": households}


def commune_of(plan: Plan, households: tuple[int, ...]) -> Plan:
    """The tiny plan with as many villages as sizes given."""
    villages = tuple(
        Unit(f"T{n:02d}", f"Thôn {n}", "thon", "thôn", base={"tong_ho": h}) for n, h in enumerate(households, 1)
    )
    return replace(plan, units=(*(u for u in plan.units if u.kind != "thon"), *villages))


def test_one_household_short_at_962_of_1119() -> None:
    sizes = (168, 152, 139, 121, 147, 133, 118, 141)
    recognised = (145, 131, 120, 103, 127, 114, 101, 121)
    assert (sum(sizes), sum(recognised)) == (1119, 962)
    plan = commune_of(tiny_plan(), sizes)
    villages = [u.code for u in plan.units if u.kind == "thon"]
    found = result(
        families(dict(zip(villages, recognised, strict=True)), dict(zip(villages, sizes, strict=True))), plan=plan
    )
    assert found.verdict is Verdict.NOT_MET
    assert (found.actual, found.short_by, found.short_measure) == (Fraction(962, 1119), 1, "hộ")
    one_more = dict(zip(villages, (146, *recognised[1:]), strict=True))
    met = result(families(one_more, dict(zip(villages, sizes, strict=True))), plan=plan)
    assert (met.verdict, met.short_by) == (Verdict.EXCEEDED, None)


def test_against_plan_and_last_year_exactly() -> None:
    found = result(families({"T01": 86, "T02": 103, "T03": 69}, {"T01": 100, "T02": 120, "T03": 80}))
    assert (found.verdict, found.against_plan) == (Verdict.MET, 0)
    assert found.last_year == Fraction(250, 298)
    assert found.against_last_year == Fraction(258, 300) - Fraction(250, 298)
    assert [(p.unit, p.numerator, p.denominator) for p in found.parts] == [
        ("T01", 86, 100),
        ("T02", 103, 120),
        ("T03", 69, 80),
    ]


def test_a_quarter_is_not_held_against_a_whole_year() -> None:
    plan = tiny_plan()
    always = replace(plan.elements["ho_cn"], periods=replace(Q2, codes=()))
    plan = replace(
        plan,
        elements={**plan.elements, "ho_cn": always},
        targets=(replace(plan.targets[0], before=Before.ESTIMATE),),
    )
    values = families({"T01": 50, "T02": 50, "T03": 50}, {"T01": 100, "T02": 120, "T03": 80})
    early = assess(plan, review_of(plan, "2023-Q1", values)).achievement("ct1")
    assert (early.verdict, early.last_year, early.against_last_year) == (Verdict.LIKELY_NOT_MET, None, None)
    same = {("2022-Q1", u, c): v for (_, u, c), v in plan.baselines.items()}
    plan = replace(plan, baselines={**plan.baselines, **same})
    early = assess(plan, review_of(plan, "2023-Q1", values)).achievement("ct1")
    assert early.against_last_year == Fraction(150, 300) - Fraction(250, 298)
    now = families({"T01": 86, "T02": 104, "T03": 69}, values["tong_ho"])
    later = assess(plan, review_of(plan, "2023-Q2", {**DECISION, **now}, {"2023-Q1": values})).achievement("ct1")
    assert later.against_last_period == Fraction(259 - 150, 300)
    silent = families({"T01": 86, "T02": 104}, values["tong_ho"])
    part = assess(plan, review_of(plan, "2023-Q2", {**DECISION, **silent}, {"2023-Q1": values})).achievement("ct1")
    assert (part.last_period, part.against_last_period) == (Fraction(1, 2), None)


def test_a_rate_is_over_those_that_gave_both_and_is_compared_with_nothing() -> None:
    found = result(families({"T01": 86, "T02": 104}, {"T01": 100, "T02": 120, "T03": 80}))
    assert (found.numerator, found.denominator, found.actual) == (190, 220, Fraction(190, 220))
    assert (found.against_plan, found.against_last_year, found.short_by) == (None, None, None)
    assert found.silent == ("T03",)
    assert found.verdict is Verdict.NO_BASIS


def test_a_missing_village_cannot_turn_what_is_certain() -> None:
    households: dict[str, Given] = {"T01": 100, "T02": 120}
    assert result(families({"T01": 10, "T02": 20}, households)).verdict is Verdict.NOT_MET
    lenient = replace(tiny_plan().targets[0], threshold=Fraction(1, 2))
    plan = replace(tiny_plan(), targets=(lenient,))
    assert result(families({"T01": 100, "T02": 120}, households), plan=plan).verdict is Verdict.EXCEEDED
    assert result(families({"T01": 70, "T02": 80}, households), plan=plan).verdict is Verdict.MET
    assert result(families({"T01": 70, "T02": 79}, households), plan=plan).verdict is Verdict.NO_BASIS


def test_a_count_of_units_never_counts_a_silent_one_as_failed() -> None:
    found = result({"cq_dat": {"C01": 1}}, "ct2")
    assert (found.verdict, found.actual, found.numerator, found.denominator) == (Verdict.NO_BASIS, None, 1, 2)
    assert (found.silent, found.short_by) == (("C02",), None)
    assert result({"cq_dat": {"C01": 1, "C02": 1}}, "ct2").verdict is Verdict.MET
    failed = result({"cq_dat": {"C01": 0, "C02": 1}}, "ct2")
    assert (failed.verdict, failed.short_by, failed.short_measure) == (Verdict.NOT_MET, 1, "cơ quan")
    assert result({"cq_dat": {"C01": 0}}, "ct2").verdict is Verdict.NOT_MET


def test_evidence_is_named_when_it_lacks() -> None:
    full = families({"T01": 90, "T02": 110, "T03": 75}, {"T01": 100, "T02": 120, "T03": 80})
    assert result(full).verdict is Verdict.EXCEEDED
    found = result({**full, "qd_ngay": {"X": None}})
    assert (found.verdict, found.lacking) == (Verdict.NO_BASIS, ("qd_ngay",))


def test_nothing_at_all() -> None:
    found = result({})
    assert (found.verdict, found.actual, found.silent) == (Verdict.NO_DATA, None, VILLAGES)
    assert result({"tong_ho": {"T01": 100, "T02": 120, "T03": 80}}).verdict is Verdict.NO_DATA


def test_of_what_no_period_has_asked_yet_nobody_is_silent() -> None:
    plan = tiny_plan()
    plan = replace(plan, targets=tuple(replace(t, before=Before.FOLLOW) for t in plan.targets))
    asked: dict[str, dict[str, Given]] = {"tong_ho": {"T01": 100, "T02": 120, "T03": 80}}
    found = assess(plan, review_of(plan, "2023-Q1", asked)).achievement("ct1")
    assert (found.verdict, found.actual, found.silent) == (Verdict.UNDER_WAY, None, ())
    assert target_coverage(plan, found) is None
    asked["tong_ho"].pop("T02")
    assert assess(plan, review_of(plan, "2023-Q1", asked)).achievement("ct1").silent == ("T02",)


@pytest.mark.parametrize(
    ("comparison", "threshold", "poor", "over"),
    [
        ("<", "1/20", 20, 6),
        ("<=", "1/20", 20, 5),
        ("<", "1/20", 15, 1),
        ("<=", "1/20", 15, None),
        ("<", "1/20", 14, None),
    ],
)
def test_what_is_too_many_is_the_least_that_meets(comparison: str, threshold: str, poor: int, over: int | None) -> None:
    plan = tiny_plan()
    target = replace(plan.targets[0], comparison=comparison, threshold=Fraction(threshold))
    found = result(
        families({"T01": poor, "T02": 0, "T03": 0}, {"T01": 100, "T02": 120, "T03": 80}),
        plan=replace(plan, targets=(target,)),
    )
    assert (found.over_by, found.short_by) == (over, None)
    if over:
        assert compare(Fraction(poor - over, 300), comparison, target.threshold)
        assert not compare(Fraction(poor - over + 1, 300), comparison, target.threshold)


def test_what_has_happened_does_not_become_less() -> None:
    plan = tiny_plan()
    none = replace(plan.targets[0], expression=read_expression("buoi_tt"), comparison="<=", threshold=Fraction(0))
    found = result({"buoi_tt": {"T01": 1, "T02": 1, "T03": 0}}, plan=replace(plan, targets=(none,)))
    assert found.over_by is None


def test_an_increment_over_the_baseline() -> None:
    plan = tiny_plan()
    grown = Target(
        "ct3", "Thêm 25 hộ đăng ký", "Hộ đăng ký thêm", read_expression("tong_ho - goc(tong_ho)"), ">=",
        Fraction(5), "hộ", Q2, Before.FOLLOW,
    )  # fmt: skip
    plan = replace(plan, targets=(grown,))
    found = result({"tong_ho": {"T01": 100, "T02": 120, "T03": 80}}, "ct3", plan)
    assert (found.verdict, found.actual, found.short_by) == (Verdict.NOT_MET, 2, 3)
    partial = result({"tong_ho": {"T01": 100, "T02": 120}}, "ct3", plan)
    assert (partial.actual, partial.verdict) == (None, Verdict.NOT_MET)


def test_a_target_allotted_to_a_unit_is_judged_on_that_unit() -> None:
    plan = tiny_plan()
    plan = replace(plan, targets=(*plan.targets, replace(plan.targets[0], unit="T02", threshold=Fraction(9, 10))))
    values = families({"T01": 1, "T02": 107, "T03": 1}, {"T01": 100, "T02": 120, "T03": 80})
    found = assess(plan, review_of(plan, "2023-Q2", {**DECISION, **values}))
    own = next(a for a in found.achievements if a.target.unit)
    assert (own.actual, own.short_by, own.verdict) == (Fraction(107, 120), 1, Verdict.NOT_MET)
    assert own.last_year == Fraction(100, 119)
    assert found.achievement("ct1").actual == Fraction(109, 300)


def test_a_target_applies_between_its_days() -> None:
    plan = tiny_plan()
    ended = replace(plan.targets[0], until=date(2023, 5, 1))
    later = replace(plan.targets[1], since=date(2023, 7, 1))
    assert assess(replace(plan, targets=(ended, later)), review_of(plan, "2023-Q2", {})).achievements == ()


def test_a_number_said_to_be_about_right_is_an_estimate_unless_it_always_is() -> None:
    plan = tiny_plan()
    values = families({"T01": 86, "T02": 104, "T03": 70}, {"T01": 100, "T02": 120, "T03": 80})
    review = review_of(plan, "2023-Q2", {**DECISION, **values}, estimates=[("ho_cn", "T02")])
    assert assess(plan, review).achievement("ct1").verdict is Verdict.LIKELY_MET
    by_nature = replace(plan.elements["ho_cn"], is_estimate=True)
    plan = replace(plan, elements={**plan.elements, "ho_cn": by_nature})
    found = assess(plan, review).achievement("ct1")
    assert (found.verdict, found.is_estimate) == (Verdict.EXCEEDED, True)


@given(
    st.sampled_from((">=", ">", "=")),
    st.fractions(0, 1, max_denominator=200),
    st.integers(1, 2000).flatmap(lambda b: st.tuples(st.integers(0, b), st.just(b))),
)
def test_what_is_still_needed_is_the_least_that_meets(sign: str, threshold: Fraction, rate: tuple[int, int]) -> None:
    target = replace(tiny_plan().targets[0], comparison=sign, threshold=threshold)
    a, b = rate
    more = still_needed(target, Fraction(a, b), Fraction(a), Fraction(b))
    reach = ">=" if sign == "=" else sign
    if compare(Fraction(a, b), reach, threshold):
        assert more is None
    else:
        assert more is not None
        assert more >= 1
        assert compare(Fraction(a + more, b), reach, threshold)
        assert not compare(Fraction(a + more - 1, b), reach, threshold)


villages = st.integers(1, 40).flatmap(
    lambda h: st.tuples(st.just(h), st.integers(0, h), st.booleans(), st.booleans(), st.integers(0, h))
)
CLAIMS = (Verdict.MET, Verdict.EXCEEDED, Verdict.NOT_MET)


@examples(30)
@given(st.lists(villages, min_size=1, max_size=4))
def test_a_claim_holds_however_the_missing_numbers_turn_out(drawn: list[tuple[int, int, bool, bool, int]]) -> None:
    plan = commune_of(tiny_plan(), tuple(h for h, *_ in drawn))
    codes = [u.code for u in plan.units if u.kind == "thon"]
    pairs = list(zip(codes, drawn, strict=True))
    recognised: dict[str, Given] = {c: n for c, (_, n, gone, _, _) in pairs if not gone}
    households: dict[str, Given] = {c: h for c, (h, _, _, gone, _) in pairs if not gone}
    found = result(families(recognised, households), plan=plan)
    whole = sum(h for h, *_ in drawn)
    worst = sum(0 if gone else n for _, n, gone, _, _ in drawn)
    best = sum(h if gone else n for h, n, gone, _, _ in drawn)
    turned_out = sum(late if gone else n for _, n, gone, _, late in drawn)
    if found.bounds is not None:
        assert found.bounds.low is not None
        assert found.bounds.low <= Fraction(turned_out, whole)
        assert found.bounds.high is None or Fraction(turned_out, whole) <= found.bounds.high
    if found.verdict is Verdict.NOT_MET:
        assert 100 * best < 86 * whole
    elif found.verdict is Verdict.EXCEEDED:
        assert 100 * worst > 86 * whole
    elif found.verdict is Verdict.MET:
        assert 100 * worst >= 86 * whole
    elif recognised and households:
        assert found.verdict is Verdict.NO_BASIS
        assert 100 * worst < 86 * whole <= 100 * best


@examples(25)
@given(st.lists(villages, min_size=2, max_size=4), st.integers(0, 3))
def test_one_more_unknown_never_makes_a_claim(drawn: list[tuple[int, int, bool, bool, int]], lost: int) -> None:
    plan = commune_of(tiny_plan(), tuple(h for h, *_ in drawn))
    codes = [u.code for u in plan.units if u.kind == "thon"]
    recognised: dict[str, Given] = {c: n for c, (_, n, gone, _, _) in zip(codes, drawn, strict=True) if not gone}
    households: dict[str, Given] = {c: h for c, (h, *_) in zip(codes, drawn, strict=True)}
    before = result(families(recognised, households), plan=plan)
    fewer = {c: n for c, n in recognised.items() if c != codes[lost % len(codes)]}
    after = result(families(fewer, households), plan=plan)
    if after.verdict in CLAIMS:
        assert before.verdict in CLAIMS
        assert (before.verdict is Verdict.NOT_MET) == (after.verdict is Verdict.NOT_MET)


def test_a_target_of_commune_and_villages_rests_on_the_villages() -> None:
    plan = tiny_plan()
    mixed = replace(plan.targets[0], expression=read_expression("van_ban / tong_ho"), evidence=())
    found = result({"van_ban": {"X": 3}, "tong_ho": {"T01": 100, "T02": 120}}, plan=replace(plan, targets=(mixed,)))
    assert [p.unit for p in found.parts] == list(VILLAGES)
    coverage = target_coverage(plan, found)
    assert coverage and coverage.printed == "02/03 thôn"
