"""How many questions the officer meets: in the sample year, and when every thôn makes three faults."""

from pathlib import Path

from tests.conftest import QUARTERS
from tests.faults.messy import PERIOD, counted, findings, spoil_all

ASKED = (0, 0, 2, 1)
"""Questions in each quarter of the sample."""


def test_the_sample_year_asks_little(own_sample_folder: Path) -> None:
    found = findings(own_sample_folder)
    assert [counted(found[quarter]).questions for quarter in QUARTERS] == list(ASKED)


def test_a_messy_quarter_asks_no_more_than_what_can_change_the_report(own_sample_folder: Path) -> None:
    faults = spoil_all(own_sample_folder)
    found = findings(own_sample_folder)[PERIOD]
    messy = counted(found)
    print(f"{faults} faults: {messy}")
    assert faults == 24
    assert 8 <= messy.questions - ASKED[-1] <= 2 * faults // 3
    assert messy.questions + messy.looks + messy.noted <= faults + 4
    asked = [(f.element, f.subject) for f in found if f.open and f.element]
    assert len(asked) == len(set(asked)), "one cause, once"
