"""A signed plan in Word is read by rules: plans of many shapes, each cell held against what stands in the document."""

from pathlib import Path

import pytest

from kehoach.plan.signed.read import read_signed_plan
from tests.plan.signed.counted import compared
from tests.plan.signed.documents import NAMES, plan_file

LEAST_SHARE = 0.97


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_read_cell_by_cell(name: str, tmp_path: Path) -> None:
    cells = list(compared(name, read_signed_plan(plan_file(name, tmp_path))))
    wrong = [cell for cell in cells if cell[1] != cell[2]]
    assert len(cells) > 30
    assert not wrong


def test_the_share_of_cells_right_without_a_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = [cell for name in NAMES for cell in compared(name, read_signed_plan(plan_file(name, tmp_path)))]
    right = sum(wanted == got for _, wanted, got in cells)
    with capsys.disabled():
        print(f"\n{right}/{len(cells)} ô đúng không cần sửa tay, {len(NAMES)} kế hoạch")
    assert right / len(cells) >= LEAST_SHARE
