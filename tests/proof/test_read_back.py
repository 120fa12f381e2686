"""The report read back: silent where all agrees, loud about every number that does not."""

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kehoach import cli, terminal
from kehoach.finding import Place
from kehoach.proof.read_back import ReadBackError, read_back
from kehoach.report.compose import compose_report
from kehoach.report.model import Paragraph, Report, plain
from kehoach.word.write import report_document
from tests.conftest import QUARTERS
from tests.proof.documents import quarter, tiny, with_fact, with_words
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, pattern, with_last_numbers
from tests.tiny import tiny_plan

pytestmark = pytest.mark.xdist_group("sample-reports")


def differences(data: bytes, report: Report) -> str:
    """What the tiny commune's document is told to be wrong in; "" where nothing is."""
    try:
        read_back(data, report, tiny()[0])
    except ReadBackError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("code", QUARTERS)
def test_silent_about_every_quarter_of_the_sample(code: str) -> None:
    walked = quarter(code)
    read_back(report_document(walked.report), walked.report, walked.assessment)


@pytest.mark.parametrize("final", [False, True])
def test_silent_about_drafts_and_final_ones(final: bool) -> None:
    for assessment in (tiny()[0], assessed(FIRST_QUARTER, Q1), assessed({}, Q1)):
        report = compose_report(assessment, final)
        read_back(report_document(report), report, assessment)


@pytest.mark.parametrize(
    "text",
    [
        "Có {ho_cn}/{tong_ho} hộ ({ho_cn/tong_ho}), kỳ này {ky: buoi_tt} buổi, cả thảy {buoi_tt} buổi.",
        "Kinh phí {kinh_phi} triệu đồng; {so thon: nvh = 1}/{dem(thon)} thôn có nhà: {ds thon: nvh = 1}.",
        "Quyết định số {qd_so} ngày {qd_ngay}; {ct1.gia_tri}, {ct1.so_ke_hoach} so với mức {ct1.muc}.",
        "Việc {nv1.trang_thai}: {nv1.minh_chung} ({nv1.chu_tri}, {nv1.thoi_gian}).",
    ],
)
def test_silent_about_every_kind_of_fact(text: str) -> None:
    plan = tiny_plan()
    plan = replace(plan, sentences=(*plan.sentences, pattern("cau_thu.cau", text)))
    assessment = assessed(HALF_YEAR, plan=plan)
    report = compose_report(assessment)
    assert any(b.id == "cau_thu.cau" for b in report.blocks)
    read_back(report_document(report), report, assessment)


def test_silent_about_last_period_s_numbers() -> None:
    carried = {("tong_ho", "T02"), ("nvh", "T03"), ("kinh_phi", "T01"), ("van_ban", "X")}
    assessment = with_last_numbers(carried, HALF_YEAR)
    report = compose_report(assessment)
    read_back(report_document(report), report, assessment)


def test_silent_where_files_of_periods_that_are_not_added_up_go_by_the_same_names() -> None:
    text = "Có {buoi_tt} buổi, {kinh_phi} triệu đồng, {van_ban} văn bản."
    plan = tiny_plan()
    first, second = plan.periods
    alone = (first, replace(second, cumulative_from=second.start))
    plan = replace(plan, periods=alone, sentences=(*plan.sentences, pattern("cau_thu.cau", text)))
    assessment = assessed(HALF_YEAR, plan=plan)
    report = compose_report(assessment)
    said = [plain(b.text) for b in report.blocks if isinstance(b, Paragraph) and b.id == "cau_thu.cau"]
    assert said == ["Có 06 buổi, 3,5 triệu đồng, 03 văn bản."]
    read_back(report_document(report), report, assessment)


def test_a_changed_number_in_a_sentence_is_found() -> None:
    walked = quarter("2023-Q4")
    data = with_words(report_document(walked.report), "85,97%", "86,97%")
    with pytest.raises(ReadBackError, match=r"ct1\.cau: in .*86,97%"):
        read_back(data, walked.report, walked.assessment)


def test_a_changed_cell_of_a_table_is_found() -> None:
    walked = quarter("2023-Q4")
    data = with_words(report_document(walked.report), ">2.296</w:t>", ">2.269</w:t>")
    with pytest.raises(ReadBackError, match=r"in “2\.269”, đúng ra “2\.296”"):
        read_back(data, walked.report, walked.assessment)


def test_a_lost_bookmark_is_a_lost_block() -> None:
    report = tiny()[1]
    data = with_words(report_document(report), 'w:name="kh_ct1_cau"', 'w:name="kh_x"')
    assert "ct1.cau: không có trong văn bản" in differences(data, report)


def test_a_printed_form_that_says_another_number_is_found() -> None:
    wrong = with_fact(tiny()[1], "ct1.gia_tri", printed="86%")
    assert "ct1.gia_tri in “86%”" in differences(report_document(wrong), wrong)


def test_a_value_that_its_cells_do_not_come_to_is_found() -> None:
    wrong = with_fact(tiny()[1], "ct1.gia_tri", value=Fraction(9, 10), printed="90%")
    assert "ct1.gia_tri in “90%” (9/10), tính lại: 257/300" in differences(report_document(wrong), wrong)


def test_a_number_that_names_other_cells_is_found() -> None:
    wrong = with_fact(tiny()[1], "ct1.gia_tri", rests_on=(Place("T01", "khac.xlsx", "Số liệu", "C7"),))
    assert "ct1.gia_tri" in differences(report_document(wrong), wrong)


def test_a_verdict_and_a_state_that_are_not_the_assessments_are_found() -> None:
    for fact in ("ct1.ket_luan", "nv1.trang_thai"):
        wrong = with_fact(tiny()[1], fact, value="Vượt xa", printed="vượt xa")
        assert f"{fact} in “vượt xa”" in differences(report_document(wrong), wrong)


def test_a_fact_that_nobody_knows_is_found() -> None:
    wrong = with_fact(tiny()[1], "ct1.gia_tri", id="khong_co")
    assert "khong_co" in differences(report_document(wrong), wrong)


def test_every_target_and_task_is_mentioned() -> None:
    assessment, report = tiny()
    told = tuple(b for b in report.blocks if b.id.partition(".")[0] not in ("ct1", "nv1", "chi_tieu", "nhiem_vu"))
    short = replace(report, blocks=told, annexes=())
    assert {t.code for t in assessment.plan.targets} >= {"ct1"}
    found = differences(report_document(short), short)
    assert "ct1: không được nhắc đến" in found
    assert "nv1: không được nhắc đến" in found


def test_a_difference_is_our_bug_and_nothing_is_written(
    own_sample_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "kehoach.outputs.report_document", lambda report: with_words(report_document(report), "85,97%", "86%", 99)
    )
    monkeypatch.setattr(sys, "argv", ["kehoach", "build", "-p", "2023-Q4", "-C", str(own_sample_folder)])
    monkeypatch.chdir(own_sample_folder)
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == terminal.OUR_BUG
    assert "lỗi của chính nó" in capsys.readouterr().err
    assert "86%" in (own_sample_folder / "kehoach-loi.txt").read_text(encoding="utf-8")
    assert not [p for p in own_sample_folder.glob("output/**/*") if p.is_file()]


@pytest.mark.parametrize("code", QUARTERS)
def test_every_target_and_task_of_the_plan_is_spoken_of_in_the_body(code: str) -> None:
    walked = quarter(code)
    body = "\n".join(plain(b.text) for b in walked.report.blocks if isinstance(b, Paragraph))
    names = [row.short for row in (*walked.plan.targets, *walked.plan.tasks)]
    assert len(names) == 14
    assert [name for name in names if name not in body] == []
