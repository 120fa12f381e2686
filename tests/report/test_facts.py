"""Printed rates: on the side of the promise that they are on."""

from fractions import Fraction

import pytest

from kehoach.plan.expression import read_expression
from kehoach.report.facts import print_rate
from tests.tiny import tiny_plan


@pytest.mark.parametrize("text", ["ho_cn / tong_ho", "goc(ho_cn) / goc(tong_ho)", "truoc(ho_cn)/truoc(tong_ho)"])
def test_a_rate_of_a_target_is_not_rounded_onto_its_threshold_in_any_year(text: str) -> None:
    plan = tiny_plan()
    just_below = plan.targets[0].threshold - Fraction(1, 50_000)
    assert print_rate(plan, read_expression(text), just_below) == "85,998%"
    assert print_rate(plan, read_expression("ho_dk / tong_ho"), just_below) == "86%"
