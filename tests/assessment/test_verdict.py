from dataclasses import replace
from fractions import Fraction

import pytest

from kehoach.assessment.model import Verdict
from kehoach.assessment.verdict import Grounds, verdict
from kehoach.plan.expression import Interval
from kehoach.plan.target import Before, Target
from tests.tiny import tiny_plan

PLAN = tiny_plan()
FIRST, LAST = PLAN.periods


def target(**more: object) -> Target:
    return replace(PLAN.targets[0], **more)  # type: ignore[arg-type]


def grounds(low: int, high: int, **more: object) -> Grounds:
    """Bounds in percent."""
    found = Grounds(Interval(Fraction(low, 100), Fraction(high, 100)), True, True, False, False)
    return replace(found, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (86, 86, Verdict.MET),
        (87, 87, Verdict.EXCEEDED),
        (85, 85, Verdict.NOT_MET),
        (80, 85, Verdict.NOT_MET),
        (85, 87, Verdict.NO_BASIS),
        (86, 90, Verdict.MET),
        (87, 90, Verdict.EXCEEDED),
        (80, 86, Verdict.NO_BASIS),
    ],
)
def test_at_the_year_end_only_what_no_missing_number_can_turn_round(low: int, high: int, expected: Verdict) -> None:
    assert verdict(target(), LAST, grounds(low, high)) is expected


def test_all_of_something_is_reached_and_never_exceeded() -> None:
    assert verdict(target(threshold=Fraction(1)), LAST, grounds(120, 120)) is Verdict.MET
    assert verdict(target(comparison="="), LAST, grounds(86, 86)) is Verdict.MET
    assert verdict(target(comparison="<="), LAST, grounds(10, 10)) is Verdict.MET
    assert verdict(target(comparison=">"), LAST, grounds(90, 90)) is Verdict.MET


def test_without_evidence_or_numbers_nothing_is_claimed() -> None:
    assert verdict(target(), LAST, grounds(90, 90, lacks_evidence=True)) is Verdict.NO_BASIS
    assert verdict(target(), LAST, grounds(10, 10, lacks_evidence=True)) is Verdict.NO_BASIS
    assert verdict(target(), LAST, grounds(90, 90, has_data=False)) is Verdict.NO_DATA
    assert verdict(target(), LAST, Grounds(None, True, True, False, False)) is Verdict.NO_BASIS


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (Before.SILENT, Verdict.NOT_YET),
        (Before.FOLLOW, Verdict.UNDER_WAY),
        (Before.ESTIMATE, Verdict.LIKELY_MET),
    ],
)
def test_before_its_period_a_target_is_not_concluded(before: Before, expected: Verdict) -> None:
    assert verdict(target(before=before), FIRST, grounds(90, 90)) is expected


def test_before_its_period_without_numbers() -> None:
    silent = grounds(0, 0, has_data=False)
    assert verdict(target(before=Before.SILENT), FIRST, silent) is Verdict.NOT_YET
    assert verdict(target(before=Before.FOLLOW), FIRST, silent) is Verdict.NO_DATA
    assert verdict(target(before=Before.FOLLOW), FIRST, replace(silent, was_asked=False)) is Verdict.UNDER_WAY
    assert verdict(target(before=Before.ESTIMATE), FIRST, silent) is Verdict.NO_DATA
    assert verdict(target(before=Before.ESTIMATE), FIRST, grounds(80, 90)) is Verdict.NO_BASIS
    assert verdict(target(before=Before.ESTIMATE), FIRST, grounds(80, 80)) is Verdict.LIKELY_NOT_MET


def test_an_estimate_is_never_a_result() -> None:
    estimated = replace(LAST, is_estimate=True)
    assert verdict(target(), estimated, grounds(90, 90, lacks_evidence=True)) is Verdict.LIKELY_MET
    assert verdict(target(), estimated, grounds(80, 80)) is Verdict.LIKELY_NOT_MET
    assert verdict(target(), LAST, grounds(90, 90, is_estimate=True)) is Verdict.LIKELY_MET
    assert verdict(target(), LAST, grounds(80, 90, is_estimate=True)) is Verdict.NO_BASIS
