"""The census of codes: each has a workbook that shows it, with place, sentence and action, and a good one is silent.

`tests/expected/phat-hien.txt` holds what the officer reads of each fault; `make expect` writes it anew.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.finding import Finding
from kehoach.finding_codes import FINDING_CODES
from tests.faults import test_between, test_file, test_sheet
from tests.faults.census import FAULTS, Q1, Q2, communes
from tests.faults.commune import Commune
from tests.faults.test_logic import contradictions
from tests.review import test_answers

EXPECTED = Path(__file__).parent.parent / "expected" / "phat-hien.txt"
MET_OTHERWISE: dict[str, tuple[Callable[..., None], ...]] = {
    "KT-09": (test_file.test_9_copies_are_told_by_content_and_not_by_name,),
    "KT-12": (test_file.test_12_a_result_that_cannot_be_written_stops_before_anything_is,),
    "KT-14": (test_file.test_14_a_sheet_that_declares_only_its_first_cell_is_read_whole,),
    "KT-32": (test_sheet.test_32_a_form_has_no_example_figures_to_be_left_in,),
    "KT-72": (test_between.test_72_a_build_says_what_changed_since_the_last,),
    "KT-73": (
        test_between.test_73_a_day_after_the_cut_off_is_looked_at_and_the_form_says_the_window,
        test_between.test_73_every_form_says_from_when_to_when,
    ),
    "KT-106": (test_answers.test_a_half_answer_waits_says_what_it_lacks_and_is_kept,),
}
"""Codes that no workbook of a unit shows: met without a word, told by a command, or about the officer's own answers."""


def test_every_code_has_its_fault() -> None:
    assert {*FAULTS, *MET_OTHERWISE} == {c.code for c in FINDING_CODES}
    assert not set(FAULTS) & set(MET_OTHERWISE)
    assert {c.code for c in FINDING_CODES if not c.severities} <= set(MET_OTHERWISE)


def test_a_good_commune_of_each_kind_says_nothing(tmp_path: Path) -> None:
    assert {fault.where for fault in FAULTS.values()} == set(communes())
    for where, make in communes().items():
        good = make(tmp_path / where)
        if where == "sample":
            assert contradictions(good) == []
        else:
            assert [f for p in good.good for f in good.findings(p)] == [], where


def test_each_fault_is_told_with_its_place_its_sentence_and_what_to_do(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = "".join(f"{line}\n" for code in FAULTS for line in said(code, tmp_path / code))
    if request.config.getoption("--expect"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")


def said(code: str, root: Path) -> list[str]:
    """What is read of one fault: whether it waits, place, sentence, action; under its own code alone."""
    fault = FAULTS[code]
    commune = communes()[fault.where](root)
    fault.act(commune)
    lines = [line(f) for f in commune.findings(fault.period) if f.code == code]
    assert len(lines) == 1, f"{code}: {lines}"
    return lines


def line(finding: Finding) -> str:
    waits = " (chờ)" if finding.open else ""
    return f"{finding.code} {finding.severity}{waits} · {finding.line.removeprefix(finding.code).lstrip(' :')}"


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return communes()["plain"](tmp_path)


@pytest.mark.parametrize("period", [Q1, Q2])
def test_every_place_of_a_finding_can_be_gone_to(commune: Commune, period: str) -> None:
    """The file is in the folder, the sheet in the file; what is no file's is a unit's."""
    FAULTS["KT-16"].act(commune)
    FAULTS["KT-24"].act(commune)
    for finding in commune.findings(period):
        assert not finding.place.file or (commune.root / period / finding.place.file).is_file()
        assert finding.place.file or finding.place.unit
