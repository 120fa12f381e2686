"""Every letter passes our own linter: two communes, before and after July 2025, few and many, in time and too late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kehoach.finding import Severity
from kehoach.letter.remind import Urged, reminder_files
from kehoach.letter.request import request_files
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.submission.inbox import forms_of
from samples.make import sample_plan
from samples.plan_text import SOURCE
from tests.tiny import tiny_plan

COMMUNES = {
    "board": sample_plan(SOURCE),
    "committee": sample_plan(SOURCE.parent / "van-thuong"),
    "no list of recipients": replace(tiny_plan(), recipients=(), periods=tiny_plan().periods[:1]),
}


def letters(plan: Plan, period: Period) -> dict[str, bytes]:
    forms = forms_of(plan, period)
    places = {code: form.file_name for code, form in forms.items()}
    found = {"request": request_files(plan, period, forms, places)["cong-van-de-nghi.docx"]}
    in_time, late = period.units_due - timedelta(days=2), period.report_due + timedelta(days=2)
    for count, day in ((1, in_time), (len(forms), late)):
        urged = Urged(tuple(forms.values())[:count], ())
        found[f"{count} on {day}"] = reminder_files(plan, period, urged, day, places)["cong-van-don-doc.docx"]
    return found


@pytest.mark.parametrize("name", COMMUNES)
def test_no_error_and_no_warning(name: str) -> None:
    plan = COMMUNES[name]
    for body_size in (14, 13):
        sized = replace(plan, issuer=replace(plan.issuer, body_size=body_size))
        for letter, data in letters(sized, plan.periods[-1 if body_size == 14 else 0]).items():
            found = lint_parts(word_parts(data), letter)
            assert [f.line for f in found if f.severity is not Severity.NOTED] == []


def test_same_plan_same_bytes() -> None:
    plan = tiny_plan()
    assert letters(plan, plan.periods[0]) == letters(tiny_plan(), plan.periods[0])
    assert plan.periods[0].cutoff == date(2023, 3, 14)
