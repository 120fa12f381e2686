"""What goes from `tra-lai/`, and what stays: nothing that anybody has touched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reply.leftover import untouched
from tests.form.returned import blank
from tests.reply.inbox import GOOD, back, mended, send
from tests.tiny import tiny_plan

FORM, MESSAGE = "T01-mot_T_2023-Q1_lan-2.xlsx", "T01.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What one run wrote."""
    place = tmp_path / "tra-lai"
    place.mkdir()
    for name, data in back(send(tmp_path, "2023-Q1", {"T01": {**GOOD, "ho_dk": 130}}), "2023-Q1").items():
        (place / name).write_bytes(data)
    return place


def gone(folder: Path, period: str = "2023-Q1") -> list[str]:
    plan = tiny_plan()
    return [path.name for path in untouched(plan, plan.period(period), folder)]


def test_what_we_wrote_and_nobody_touched_is_ours(folder: Path) -> None:
    assert gone(folder) == [FORM, MESSAGE]


def test_a_renamed_one_is_still_ours(folder: Path) -> None:
    (folder / FORM).rename(folder / "Thôn Một.xlsx")
    assert gone(folder) == ["Thôn Một.xlsx", MESSAGE]


def test_a_form_that_somebody_saved_again_stays_and_so_does_its_message(folder: Path) -> None:
    (folder / FORM).write_bytes(mended((folder / FORM).read_bytes(), {"ho_dk": 90}))
    assert gone(folder) == []


def test_an_edited_message_stays(folder: Path) -> None:
    (folder / MESSAGE).write_bytes((folder / MESSAGE).read_bytes() + "Cảm ơn bác!".encode())
    assert gone(folder) == [FORM]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ghi chú.txt", "Gọi lại thôn Một".encode),
        ("biểu trắng.xlsx", lambda: blank(("T01", "2023-Q1"))),
        ("hỏng.xlsx", lambda: b"PK\x03\x04"),
        ("thư.docx", lambda: b"PK"),
    ],
)
def test_what_the_officer_put_there_stays(folder: Path, name: str, content: Callable[[], bytes]) -> None:
    (folder / name).write_bytes(content())
    assert gone(folder) == [FORM, MESSAGE]


def test_another_period_s_stay(folder: Path) -> None:
    assert gone(folder, "2023-Q2") == []


def test_no_folder_nothing_to_do(tmp_path: Path) -> None:
    assert gone(tmp_path / "tra-lai") == []
