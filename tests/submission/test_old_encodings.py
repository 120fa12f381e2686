"""Files typed in TCVN3 or VNI: read as they were meant, listed with before and after, asked where it is not sure."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kehoach.finding import Severity
from kehoach.form.head import IDENTITY
from kehoach.form.model import NIL
from kehoach.plan.edition import STAMP_SHEET
from kehoach.submission.inbox import forms_of
from kehoach.submission.model import State, Submission
from kehoach.submission.read import read_submission
from tests.form.returned import OFFICE, VILLAGE, filled
from tests.tiny import tiny_plan
from tests.vi.old_text import written

PLAN = tiny_plan()
PERIOD = PLAN.period(OFFICE[1])
FORMS = forms_of(PLAN, PERIOD)
TEXTS = {
    "qd_so": "05/QĐ-UBND của xã",
    "uu_diem.d1": "Nhân dân đồng tình hưởng ứng, phong trào được tiếp tục thực hiện rộng khắp ở các thôn bản",
    "uu_diem.d2": "Cấp ủy, chính quyền quan tâm chỉ đạo; Mặt trận và các đoàn thể phối hợp chặt chẽ",
    "uu_diem.d3": "Hữu Lũng",
}
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Submission]:
    def reads(values: Mapping[str, object], fonts: Mapping[str, str] | None = None) -> Submission:
        path = tmp_path / "VP.xlsx"
        path.write_bytes(filled(OFFICE, values, lambda workbook: dress(workbook, fonts or {})))
        return read_submission(path, "VP.xlsx", PLAN, PERIOD, FORMS)

    return reads


def dress(workbook: Workbook, fonts: Mapping[str, str]) -> None:
    for name, font in fonts.items():
        [(sheet, ref)] = workbook.defined_names[name].destinations
        workbook[sheet][ref.replace("$", "")].font = Font(name=font)


def texts(submission: Submission) -> dict[str, object]:
    """Texts by the name of their cell."""
    found = [v for v in submission.values if v.state is State.TEXT]
    return {v.element if v.element == "qd_so" else f"{v.element}.{v.subject}": v.value for v in found}


def open_codes(submission: Submission) -> list[str]:
    return [f.code for f in submission.findings if f.open]


@pytest.mark.parametrize(("name", "code"), [("tcvn3", "KT-33"), ("vni", "KT-35")])
def test_a_file_in_an_old_font_is_read_and_listed(read: Callable[..., Submission], name: str, code: str) -> None:
    old = {key: written(text, name) for key, text in TEXTS.items()}
    submission = read(old, dict.fromkeys(old, FONTS[name]))
    assert texts(submission) == TEXTS
    assert {(c.typed, c.taken, c.code) for c in submission.changes} == {(old[k], TEXTS[k], code) for k in TEXTS}
    [listed] = submission.findings
    assert (listed.code, listed.severity, listed.open) == (code, Severity.NOTED, False)
    assert f"mã cũ {name.upper()}" in listed.say


@pytest.mark.parametrize(("name", "code"), [("tcvn3", "KT-33"), ("vni", "KT-35")])
def test_with_its_fonts_lost_the_words_decide(read: Callable[..., Submission], name: str, code: str) -> None:
    submission = read({key: written(text, name) for key, text in TEXTS.items()})
    assert texts(submission) == TEXTS
    assert {c.code for c in submission.changes} == {code}


def test_capitals_of_a_capital_font(read: Callable[..., Submission]) -> None:
    submission = read({"uu_diem.d1": written("quyết thắng", "tcvn3")}, {"uu_diem.d1": ".VnTimeH"})
    assert "QUYẾT THẮNG" in {v.value for v in submission.values}
    assert [f.code for f in submission.findings] == ["KT-34"]


def test_a_lone_text_without_its_font_is_asked_about(read: Callable[..., Submission]) -> None:
    submission = read({"uu_diem.d1": written("Quyết Thắng", "tcvn3")})
    [question] = [f for f in submission.findings if f.open]
    assert (question.code, question.severity) == ("KT-33", Severity.CONFIRM)
    assert "có phải “Quyết Thắng” không?" in question.say
    assert not submission.changes


def test_a_word_that_means_something_both_ways_is_asked_about(read: Callable[..., Submission]) -> None:
    values = {key: written(text, "tcvn3") for key, text in TEXTS.items()} | {"qd_so": "Lòng"}
    submission = read(values)
    assert open_codes(submission) == ["KT-33"]
    assert "có phải “Lũng” không?" in next(f.say for f in submission.findings if f.open)


def test_what_the_form_offers_is_never_decoded(read: Callable[..., Submission]) -> None:
    values = {key: written(text, "tcvn3") for key, text in TEXTS.items()} | {"van_ban": NIL}
    submission = read(values, dict.fromkeys(values, ".VnTime"))
    assert {v.element: v.state for v in submission.values}["van_ban"] is State.NIL


def test_numbers_with_old_words_are_read(read: Callable[..., Submission]) -> None:
    values = {key: written(text, "tcvn3") for key, text in TEXTS.items()} | {"van_ban": written("3 văn bản", "tcvn3")}
    submission = read(values, dict.fromkeys(values, ".VnTime"))
    assert {v.element: v.value for v in submission.values}["van_ban"] == 3


def test_unicode_is_silent_whatever_its_font(read: Callable[..., Submission]) -> None:
    for fonts in ({}, dict.fromkeys(TEXTS, "Arial")):
        submission = read(TEXTS, fonts)
        assert texts(submission) == TEXTS
        assert (submission.changes, submission.findings) == ((), ())


def test_decomposed_and_look_alike_text_is_put_right_and_listed(read: Callable[..., Submission]) -> None:
    odd = {
        "qd_so": "'05/QÐ-UBND",
        "uu_diem.d1": unicodedata.normalize("NFD", TEXTS["uu_diem.d1"]),
        "uu_diem.d2": f" {TEXTS['uu_diem.d2']}\n",
    }
    submission = read(odd)
    assert texts(submission) == {
        "qd_so": "05/QĐ-UBND", "uu_diem.d1": TEXTS["uu_diem.d1"], "uu_diem.d2": TEXTS["uu_diem.d2"]
    }  # fmt: skip
    assert [c.code for c in submission.changes] == ["KT-42", "KT-36", "KT-43"]
    assert [(f.code, f.severity) for f in submission.findings] == [
        (code, Severity.NOTED) for code in ("KT-42", "KT-36", "KT-43")
    ]
    assert submission.findings[1].say == "Đã chuẩn hóa Unicode 1 ô."


def test_a_choice_without_accents_is_used_and_looked_at(read: Callable[..., Submission]) -> None:
    submission = read({"trang_thai.nv1": "dang lam", "trang_thai.nv2": "đã song"})
    [look, question] = sorted(submission.findings, key=lambda f: f.open)
    assert (look.code, look.severity, look.open) == ("KT-39", Severity.LOOK, False)
    assert (question.code, question.open) == ("KT-109", True)
    assert "có phải “đã xong” không?" in question.say


@pytest.mark.parametrize("name", FONTS)
def test_a_head_typed_anew_in_an_old_font_says_whose_it_is(tmp_path: Path, name: str) -> None:
    def retype(workbook: Workbook) -> None:
        del workbook[STAMP_SHEET]
        for row in workbook.worksheets[0].iter_rows():
            for cell in (c for c in row if isinstance(c.value, str) and not isinstance(c, MergedCell)):
                cell.value = None if cell.value.startswith(IDENTITY) else written(cell.value, name)
                cell.font = Font(name=FONTS[name])

    path = tmp_path / "a.xlsx"
    path.write_bytes(filled(VILLAGE, {"tong_ho": 100}, retype))
    period = PLAN.period(VILLAGE[1])
    submission = read_submission(path, "a.xlsx", PLAN, period, forms_of(PLAN, period))
    assert submission.stamp and (submission.stamp.unit, submission.stamp.period) == VILLAGE
