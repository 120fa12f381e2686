from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.assessment.bounds import missing, read_limits, surely, surely_holds
from kehoach.plan.check import Check
from kehoach.plan.expression import COMPARISONS, Interval, compare, read_expression
from tests.tiny import tiny_plan


def bounds_of(code: str, known: dict[str, int], base: dict[str, int] | None = None, **of_element: object) -> Interval:
    plan = tiny_plan()
    element = replace(plan.elements[code], **of_element)  # type: ignore[arg-type]
    plan = replace(plan, elements={**plan.elements, code: element})
    known_of = {c: Fraction(v) for c, v in known.items()}
    return missing(plan, read_limits(plan), element, known_of.get, base or {})


def span(low: int, high: int | None) -> Interval:
    return Interval(Fraction(low), None if high is None else Fraction(high))


def test_a_missing_number_lies_between_nought_and_what_it_cannot_exceed() -> None:
    assert bounds_of("ho_cn", {"ho_dk": 90}) == span(0, 90)
    assert bounds_of("ho_cn", {"ho_dk": 90, "tong_ho": 80}) == span(0, 80)
    assert bounds_of("ho_cn", {"tong_ho": 100}) == span(0, 100)
    assert bounds_of("ho_cn", {}, {"tong_ho": 118}) == span(0, 118)
    assert bounds_of("ho_cn", {"tong_ho": 120}, {"tong_ho": 118}) == span(0, 120)
    assert bounds_of("ho_cn", {}) == span(0, None)


def test_a_known_base_is_exactly_the_base() -> None:
    assert bounds_of("tong_ho", {}, {"tong_ho": 118}) == span(118, 118)


def test_yes_or_no_is_one_at_most_and_the_plans_highest_holds() -> None:
    assert bounds_of("nvh", {}) == span(0, 1)
    assert bounds_of("buoi_tt", {}, high=Decimal(12)) == span(0, 12)


def test_only_checks_that_no_accepted_number_may_break_are_bounds() -> None:
    plan = tiny_plan()
    doubtful = Check("KT-54.1", read_expression("tong_ho <= buoi_tt"), "cần xem", "")
    turned = Check("KT-62.1", read_expression("ho_dk >= nvh"), "cần sửa", "")
    limits = read_limits(replace(plan, checks=(*plan.checks, doubtful, turned)))
    assert limits == {"ho_cn": ("ho_dk",), "ho_dk": ("tong_ho",), "nvh": ("ho_dk",)}


intervals = st.builds(
    lambda a, b: Interval(Fraction(min(a, b)), Fraction(max(a, b))), st.integers(-5, 5), st.integers(-5, 5)
)


@given(intervals, st.sampled_from(COMPARISONS), intervals)
def test_what_is_sure_of_two_intervals_holds_for_every_pair_in_them(left: Interval, sign: str, right: Interval) -> None:
    def points(side: Interval) -> list[Fraction]:
        assert side.low is not None
        assert side.high is not None
        return [side.low + Fraction(n, 2) for n in range(int((side.high - side.low) * 2) + 1)]

    outcomes = {compare(a, sign, b) for a in points(left) for b in points(right)}
    said = surely(left, sign, right)
    assert said is None if len(outcomes) > 1 else said is outcomes.pop()


@pytest.mark.parametrize("sign", COMPARISONS)
def test_nothing_is_sure_of_the_unbounded_or_unknown(sign: str) -> None:
    assert surely(None, sign, span(1, 1)) is None
    assert surely(Interval(None, None), sign, span(1, 1)) is None


def test_conditions_hold_only_for_certain() -> None:
    of = {"a_b": span(3, 5), "c_d": span(2, 2)}
    assert surely_holds(read_expression("a_b > c_d"), lambda c: of.get(c.code)) is True
    assert surely_holds(read_expression("a_b > c_d + 2"), lambda c: of.get(c.code)) is None
    assert surely_holds(read_expression("a_b <= 2"), lambda c: of.get(c.code)) is False
    assert surely_holds(read_expression("x_y > 0"), lambda c: of.get(c.code)) is None
    assert surely_holds(read_expression("a_b + c_d"), lambda c: of.get(c.code)) is None
