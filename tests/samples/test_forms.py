"""The forms the sample's plan leads to: short enough for one page, and answered to the last required cell."""

import pytest

from kehoach.form.layout import lay_out_form
from kehoach.plan.element import ElementKind
from kehoach.plan.model import Plan
from samples.fill import typed_value
from samples.plan_text import SOURCE
from samples.quarter import read_quarter

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_village_form_has_one_page_of_rows(quarter: str, sample_plan: Plan) -> None:
    form = lay_out_form(sample_plan, sample_plan.unit("T01"), sample_plan.period(quarter))
    assert form is not None
    assert 24 <= len(form.fields) + len(form.sections) <= 32


@pytest.mark.parametrize("quarter", QUARTERS)
def test_all_nineteen_units_are_asked_something_and_leave_nothing_blank(quarter: str, sample_plan: Plan) -> None:
    period = sample_plan.period(quarter)
    typed = read_quarter(SOURCE / f"{quarter}.txt", sample_plan)
    for unit in (u for u in sample_plan.units if u.kind != "xa"):
        form = lay_out_form(sample_plan, unit, period)
        assert form is not None, unit.code
        required = {f.element.code for f in form.fields if f.element.is_required}
        if unit.code in typed:
            assert required <= {element for element, _ in typed[unit.code]}, unit.code


def test_what_a_hand_types_is_what_excel_keeps() -> None:
    assert typed_value(ElementKind.COUNT, "132") == 132
    assert typed_value(ElementKind.AMOUNT, "12,5") == 12.5
    assert typed_value(ElementKind.COUNT, "kps") == "không phát sinh"
    assert typed_value(ElementKind.TEXT, "186/QĐ-UBND") == "186/QĐ-UBND"
