"""A period's folder: every file read in one order, and of several from one unit the one that counts."""

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from kehoach.errors import MachineError
from kehoach.finding import Answer, Severity
from kehoach.form.model import NIL
from kehoach.plan.edition import STAMP_SHEET
from kehoach.submission.folder import workbook_files
from kehoach.submission.inbox import read_inbox
from kehoach.submission.model import Submission
from tests.examples import examples
from tests.form.returned import VILLAGE, blank, filled
from tests.tiny import tiny_plan

PLAN = tiny_plan()
Q1 = PLAN.periods[0]
FULL = {"tong_ho": 100, "ho_dk": 95, "buoi_tt": 2, "kinh_phi": NIL, "nvh": "có"}


def of_round(number: int) -> Callable[[Workbook], object]:
    def spoil(workbook: Workbook) -> None:
        for row in workbook[STAMP_SHEET].iter_rows():
            if row[0].value == "round":
                row[1].value = str(number)

    return spoil


def lay(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)


def used(submissions: tuple[Submission, ...]) -> list[str]:
    return [s.file for s in submissions if s.is_used and not s.is_empty]


def said(submissions: tuple[Submission, ...]) -> list[tuple[str, str]]:
    return [(s.file, f.code) for s in submissions for f in s.findings]


def test_an_absent_or_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert read_inbox(PLAN, Q1, tmp_path / "khong-co") == read_inbox(PLAN, Q1, tmp_path) == ()


def test_sub_folders_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/T01.xlsx", "a/Thôn Hai.xlsx", "c.xlsx"):
        path = tmp_path / unicodedata.normalize("NFD", name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(blank(VILLAGE))
    names = [s.file for s in read_inbox(PLAN, Q1, tmp_path)]
    assert names == ["a/Thôn Hai.xlsx", "b/T01.xlsx", "c.xlsx"]


def test_two_names_that_look_alike_are_two_files(tmp_path: Path) -> None:
    for form, households in (("NFC", 100), ("NFD", 101)):
        name = unicodedata.normalize(form, "Biểu gửi lại.xlsx")
        (tmp_path / name).write_bytes(filled(VILLAGE, {**FULL, "tong_ho": households}))
    read = read_inbox(PLAN, Q1, tmp_path)
    assert [s.file for s in read] == ["Biểu gửi lại.xlsx", "Biểu gửi lại (2).xlsx"]
    assert [f.code for s in read for f in s.findings] == ["KT-65"]


def test_a_name_is_shown_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "Zalo \u202e\n.xlsx").write_bytes(blank(VILLAGE))
    assert [s.file for s in read_inbox(PLAN, Q1, tmp_path)] == ["Zalo ??.xlsx"]


def test_a_folder_that_is_none_stops_before_its_units_count_as_missing(tmp_path: Path) -> None:
    (tmp_path / "2023-Q1").write_bytes(b"")
    with pytest.raises(MachineError, match="2023-Q1"):
        read_inbox(PLAN, Q1, tmp_path / "2023-Q1")


def test_what_is_no_answer_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, T01=filled(VILLAGE, FULL))
    for name in (".DS_Store", "Thumbs.db", "kiem-tra.xlsx", "bao-cao.docx", "tai-ve.crdownload", "ban-truoc/T01.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"khac")
    assert [p.name for p in workbook_files(tmp_path)] == ["T01.xlsx"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "ngoai", tmp_path / "trong"
    outside.mkdir()
    inside.mkdir()
    lay(outside, T01=filled(VILLAGE, FULL))
    (inside / "thu-muc").symlink_to(outside, target_is_directory=True)
    (inside / "tep.xlsx").symlink_to(outside / "T01.xlsx")
    [submission] = read_inbox(PLAN, Q1, inside)
    assert (submission.file, submission.is_used) == ("tep.xlsx", False)


def test_an_open_file_is_noted_and_a_lone_lock_is_looked_at(tmp_path: Path) -> None:
    lay(tmp_path, T01=filled(VILLAGE, FULL))
    (tmp_path / "~$T01.xlsx").write_bytes(bytes(165))
    (tmp_path / "~$T09.xlsx").write_bytes(bytes(165))
    locks = {s.file: s.findings[0] for s in read_inbox(PLAN, Q1, tmp_path) if s.file.startswith("~$")}
    assert {f.code for f in locks.values()} == {"KT-03"}
    assert locks["~$T01.xlsx"].severity is Severity.NOTED
    assert locks["~$T09.xlsx"].severity is Severity.LOOK


def test_a_later_round_replaces_an_earlier(tmp_path: Path) -> None:
    lay(tmp_path, a=filled(VILLAGE, FULL | {"tong_ho": 101}, of_round(2)), b=filled(VILLAGE, FULL))
    submissions = read_inbox(PLAN, Q1, tmp_path)
    assert (used(submissions), said(submissions)) == (["a.xlsx"], [("b.xlsx", "KT-101")])


def test_a_later_round_still_blank_replaces_nothing(tmp_path: Path) -> None:
    lay(tmp_path, a=filled(VILLAGE, {}, of_round(2)), b=filled(VILLAGE, FULL))
    assert used(read_inbox(PLAN, Q1, tmp_path)) == ["b.xlsx"]


def test_the_blank_form_beside_the_filled_one_is_not_mentioned(tmp_path: Path) -> None:
    lay(tmp_path, T01=blank(VILLAGE), T01_gui=filled(VILLAGE, FULL))
    submissions = read_inbox(PLAN, Q1, tmp_path)
    assert (used(submissions), said(submissions)) == (["T01_gui.xlsx"], [])


def test_of_equal_copies_the_plainest_name_is_used(tmp_path: Path) -> None:
    (tmp_path / "T01 (1).xlsx").write_bytes(filled(VILLAGE, FULL | {"tong_ho": "100"}))
    lay(tmp_path, T01=filled(VILLAGE, FULL))
    submissions = read_inbox(PLAN, Q1, tmp_path)
    assert (used(submissions), said(submissions)) == (["T01.xlsx"], [("T01 (1).xlsx", "KT-64")])


def test_two_that_differ_are_asked_and_neither_is_used(tmp_path: Path) -> None:
    lay(tmp_path, a=filled(VILLAGE, FULL), b=filled(VILLAGE, FULL | {"tong_ho": 110, "buoi_tt": None}))
    (tmp_path / "b (1).xlsx").write_bytes((tmp_path / "b.xlsx").read_bytes())
    submissions = read_inbox(PLAN, Q1, tmp_path)
    assert used(submissions) == []
    assert said(submissions) == [("a.xlsx", "KT-65"), ("b (1).xlsx", "KT-64")]
    [question] = submissions[0].findings
    assert (question.severity, question.open, question.answers[0]) == (Severity.CONFIRM, True, Answer.USE_FILE)
    assert "Tổng số hộ: 100 / 110" in question.say and "Số buổi tuyên truyền: 2 / trống" in question.say
    assert all(s.values for s in submissions), "an answer may still choose either"


def test_the_question_changes_when_a_file_does(tmp_path: Path) -> None:
    keys = []
    for households in (110, 111):
        lay(tmp_path, a=filled(VILLAGE, FULL), b=filled(VILLAGE, FULL | {"tong_ho": households}))
        keys.append(read_inbox(PLAN, Q1, tmp_path)[0].findings[0].key)
    assert keys[0] != keys[1]


@examples(10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.permutations(["x", "y", "z"]))
def test_which_file_counts_does_not_hang_on_the_order_of_writing(names: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "-".join(names)
    folder.mkdir(exist_ok=True)
    contents = {"x": filled(VILLAGE, FULL), "y": filled(VILLAGE, FULL), "z": blank(VILLAGE)}
    lay(folder, **{name: contents[name] for name in names})
    assert used(read_inbox(PLAN, Q1, folder)) == ["x.xlsx"]


@pytest.mark.render
def test_another_program_s_save_changes_no_value(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    sent, saved = tmp_path / "gui", tmp_path / "luu"
    sent.mkdir()
    lay(sent, T01=filled(VILLAGE, FULL | {"kinh_phi": 12.5}))
    where = f"-env:UserInstallation=file://{tmp_path}/lo"
    subprocess.run(
        [soffice, where, "--headless", "--convert-to", "xlsx", "--outdir", saved, sent / "T01.xlsx"],
        check=True,
        capture_output=True,
    )
    [one], [other] = read_inbox(PLAN, Q1, sent), read_inbox(PLAN, Q1, saved)
    assert replace(one, digest="") == replace(other, digest="")
    assert one.values and not one.findings
