"""The sample year as LibreOffice opens, saves and prints it: same dataset, one-page forms."""

from pathlib import Path

import pytest

from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import CELL, ELEMENT, SHEET, STATE, TYPED, UNIT, VALUE
from kehoach.plan.read import read_plan
from kehoach.submission.inbox import read_inbox
from tests.conftest import QUARTERS
from tests.libreoffice import convert, needs_libreoffice, page_count

pytestmark = needs_libreoffice
SAID = [UNIT, ELEMENT, VALUE, STATE, SHEET, CELL, TYPED]


@pytest.mark.parametrize("quarter", ["2023-Q1", "2023-Q4"])
def test_forms_saved_again_by_libreoffice_give_the_same_dataset(
    quarter: str, sample_folder: Path, tmp_path: Path
) -> None:
    plan = read_plan(sample_folder / "input_templates" / "ke-hoach.xlsx")
    period = plan.period(quarter)
    sent = sample_folder / "input_templates" / quarter
    convert(sorted(sent.glob("*.xlsx")), "xlsx", tmp_path)
    before = merge_submissions(plan, period, read_inbox(plan, period, sent))
    after = merge_submissions(plan, period, read_inbox(plan, period, tmp_path))
    assert after.reception == before.reception
    assert len(before.by_value) > 200
    assert after.by_value[SAID].values.tolist() == before.by_value[SAID].values.tolist()
    assert [(f.code, f.place, f.read) for f in after.findings] == [(f.code, f.place, f.read) for f in before.findings]


@pytest.mark.parametrize("quarter", QUARTERS)
def test_every_village_and_agency_form_prints_on_one_page(quarter: str, sample_folder: Path, tmp_path: Path) -> None:
    forms = sorted((sample_folder / "input_templates" / quarter).glob("[TC]0*.xlsx"))
    assert len(forms) == 13
    convert(forms, "pdf", tmp_path)
    assert {form.stem: page_count(tmp_path / f"{form.stem}.pdf") for form in forms} == {f.stem: 1 for f in forms}
