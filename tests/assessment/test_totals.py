from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.plan.element import Nature
from kehoach.plan.expression import Code, Interval
from kehoach.plan.model import Plan
from kehoach.plan.unit import Unit
from kehoach.submission.model import State
from tests.reviewed import review_of
from tests.tiny import Q2, element, tiny_plan

Q1, SECOND = "2023-Q1", "2023-Q2"


def assessed(values: dict, earlier: dict | None = None, period: str = SECOND, plan: Plan | None = None) -> Assessment:  # type: ignore[type-arg]
    plan = plan or tiny_plan()
    return assess(plan, review_of(plan, period, values, earlier))


def test_silence_stays_silence() -> None:
    total = assessed({"tong_ho": {"T01": 100, "T02": None, "T03": State.UNREADABLE}}).total("tong_ho", False)
    assert (total.value, total.given, total.expected) == (100, ("T01",), ("T01", "T02", "T03"))
    assert not total.is_complete
    nobody = assessed({"tong_ho": {"T01": State.SET_ASIDE}}).total("tong_ho", False)
    assert nobody.value is None
    assert assessed({}).total("tong_ho", False).value is None


def test_nothing_to_report_is_nought() -> None:
    total = assessed({"buoi_tt": {"T01": 2, "T02": State.NIL, "T03": 0}}, {Q1: {}}, Q1).total("buoi_tt", False)
    assert (total.value, total.is_complete) == (2, True)


def test_flows_add_up_over_the_accumulation_and_states_do_not() -> None:
    this = {"buoi_tt": {"T01": 1, "T02": 2, "T03": 3}, "tong_ho": {"T01": 100, "T02": 120, "T03": 80}}
    before = {"buoi_tt": {"T01": 10, "T02": 20, "T03": 30}, "tong_ho": {"T01": 1, "T02": 1, "T03": 1}}
    found = assessed(this, {Q1: before})
    assert found.total("buoi_tt", False).value == 66
    assert found.total("buoi_tt", True).value == 6
    assert found.total("tong_ho", False).value == 300
    assert found.not_on_file == ()


def test_a_flow_silent_in_an_earlier_period_is_not_known_since_the_beginning() -> None:
    found = assessed({"buoi_tt": {"T01": 1, "T02": 2, "T03": 3}}, {Q1: {"buoi_tt": {"T01": 10, "T03": 30}}})
    total = found.total("buoi_tt", False)
    assert (total.value, total.given) == (44, ("T01", "T03"))
    assert total.bounds == Interval(Fraction(46), None)


def test_without_the_earlier_period_on_file_a_flow_is_of_this_period_alone() -> None:
    found = assessed({"buoi_tt": {"T01": 1, "T02": 2, "T03": 3}})
    assert found.total("buoi_tt", False).value == 6
    assert [p.code for p in found.not_on_file] == [Q1]


def test_what_the_year_asks_once_still_stands_later() -> None:
    plan = tiny_plan()
    once = replace(plan.elements["ho_dk"], periods=replace(Q2, codes=("Q1",)))
    plan = replace(plan, elements={**plan.elements, "ho_dk": once})
    asked_in_q1 = {Q1: {"ho_dk": {"T01": 90, "T02": 100, "T03": 70}}}
    assert assessed({}, asked_in_q1, plan=plan).total("ho_dk", False).value == 260
    state = replace(once, nature=Nature.STATE)
    plan = replace(plan, elements={**plan.elements, "ho_dk": state})
    assert assessed({}, asked_in_q1, plan=plan).total("ho_dk", False).value is None


def test_a_lasting_value_that_is_asked_again_and_left_blank_is_missing() -> None:
    earlier = {Q1: {"ho_dk": {"T01": 90, "T02": 100, "T03": 70}}}
    found = assessed({"ho_dk": {"T01": 91, "T02": None, "T03": State.NOT_ASKED}}, earlier)
    assert found.total("ho_dk", False).shares["T02"].value is None
    assert found.total("ho_dk", False).value == 161


def test_of_several_sources_the_one_not_set_aside_counts() -> None:
    plan = tiny_plan()
    review = review_of(plan, SECOND, {"ho_cn": {"T01": 80, "T02": 90, "T03": State.SET_ASIDE}})
    frame = review.accepted.by_value
    office = frame.assign(supplier="VP", file="VP.xlsx", state=str(State.SET_ASIDE))
    office["value"] = pd.Series([None, None, None], dtype=object)
    for both in (pd.concat([office, frame]), pd.concat([frame, office])):
        found = assess(plan, replace(review, accepted=replace(review.accepted, by_value=both)))
        shares = found.total("ho_cn", False).shares
        assert [shares[u].value for u in ("T01", "T02", "T03")] == [80, 90, None]
        assert shares["T01"].places[0].file == "T01.xlsx"


def test_units_that_came_or_went_count_for_the_periods_they_lived_in() -> None:
    plan = tiny_plan()
    went = replace(plan.units[1], until=date(2023, 4, 1), successors=("T02",))
    came = Unit("T04", "Thôn Bốn", "thon", "thôn", since=date(2023, 4, 1))
    plan = replace(plan, units=(plan.units[0], went, *plan.units[2:], came))
    found = assessed(
        {"buoi_tt": {"T02": 1, "T03": 1, "T04": 5}, "tong_ho": {"T02": 10, "T03": 20, "T04": 30}},
        {Q1: {"buoi_tt": {"T01": 7, "T02": 1, "T03": 1}}},
        plan=plan,
    )
    assert (found.total("buoi_tt", False).value, found.total("buoi_tt", False).is_complete) == (16, True)
    assert found.total("tong_ho", False).expected == ("T02", "T03", "T04")


def test_numbers_that_are_no_sum_are_not_added() -> None:
    plan = tiny_plan()
    years = element("nam_lt", "Số năm liên tục", is_additive=False)
    plan = replace(plan, elements={**plan.elements, "nam_lt": years})
    found = assessed({"nam_lt": {"T01": 5, "T02": 1, "T03": 2}}, plan=plan)
    assert found.total("nam_lt", False).value is None
    assert found.unit_value(Code("nam_lt"), "T01") == 5


def test_last_period_baseline_and_count() -> None:
    households = {"tong_ho": {"T01": 100, "T02": 120, "T03": 80}}
    first = assessed(households, period=Q1)
    assert first.evaluate(Code("tong_ho", "truoc")) == 98 + 119 + 81
    second = assessed(households, {Q1: {"tong_ho": {"T01": 99, "T02": 120, "T03": 80}}})
    assert second.evaluate(Code("tong_ho", "truoc")) == 299
    assert second.evaluate(Code("tong_ho", "goc")) == 298
    assert second.evaluate(Code("ho_dk", "goc")) is None
    assert second.evaluate(Code("thon", "dem")) == 3
    assert second.unit_value(Code("tong_ho", "goc"), "T03") == 81
    assert assessed(households).evaluate(Code("tong_ho", "truoc")) is None


def test_a_baseline_that_lacks_a_unit_is_none_and_the_communes_own_row_goes_before() -> None:
    plan = tiny_plan()
    without = {k: v for k, v in plan.baselines.items() if k != ("2022", "T03", "ho_cn")}
    found = assessed({}, plan=replace(plan, baselines=without))
    assert found.evaluate(Code("ho_cn", "goc")) is None
    own = replace(plan, baselines={**without, ("2022", "X", "ho_cn"): Decimal(260)})
    assert assessed({}, plan=own).evaluate(Code("ho_cn", "goc")) == 260
