"""Whatever the officer points at leads to formula, files and cells; what cannot be meant is answered by what can."""

from dataclasses import replace
from functools import cache

import pytest

from kehoach.assessment.model import Assessment
from kehoach.errors import UseError
from kehoach.explain.find import explained
from kehoach.explain.sentences import sentences
from kehoach.plan.section import Content, ContentKind, Section
from kehoach.report.compose import compose_report
from kehoach.report.model import Report
from kehoach.report.texts import facts_of, texts_of
from kehoach.submission.model import State
from tests.summary.books import WHOLE, assessed
from tests.tiny import ALL, tiny_plan


@cache
def tiny() -> tuple[Report, Assessment]:
    said = {"buoi_tt": {"T01": 2, "T02": State.NIL, "T03": None}, "van_ban": {"X": 4}}
    tasks = {"trang_thai": {"nv1": "đã xong"}, "minh_chung": {"nv1": "Kế hoạch 05/KH"}}
    chart = Section("pl_bd", 0, "Biểu đồ", (Content(ContentKind.CHART, "ct1"),), ALL)
    plan = tiny_plan()
    assessment = assessed({**WHOLE, **said, **tasks}, replace(plan, sections=(*plan.sections, chart)))
    return compose_report(assessment), assessment


def told(what: str) -> list[str]:
    return [line for branch in explained(*tiny(), what) for line in branch.lines()]


@pytest.mark.parametrize("what", ["ct1", "CT1", "“ct1”"])
def test_a_target_leads_to_every_cell(what: str) -> None:
    lines = told(what)
    assert lines[0] == "ct1 Tỷ lệ gia đình văn hóa: 86% · Đạt"
    assert "  = 258 / 300" in lines and "  năm trước: 83,89%" in lines
    assert "    2023-Q2 T02 Thôn Hai: 103 ← T02.xlsx Số liệu!C5" in lines


def test_counts_and_years_before_are_named() -> None:
    assert "  dem(co_quan) = 2: đếm trong trang Đơn vị của tệp kế hoạch" in told("ct2")


@pytest.mark.parametrize("what", ["258", "258 hộ", "258/300"])
def test_a_number_of_the_report_leads_to_its_sentence_and_its_cells(what: str) -> None:
    lines = told(what)
    assert lines[0] == "258 · ho_cn: Số hộ được công nhận"
    assert lines[1].startswith("  trong báo cáo, ct1.cau: “") and "258/300 hộ được công nhận" in lines[1]
    assert "  ← T01.xlsx Số liệu: C5 = 86" in lines


def test_a_number_is_known_however_it_is_typed() -> None:
    assert told("86%") == told("86 %")
    assert told("86%")[0].startswith("86% · ct1.")


def test_a_number_that_stands_in_a_cell_alone_leads_there() -> None:
    lines = told("103")
    assert "ô có số này: T02 Thôn Hai, ho_cn Số hộ được công nhận: 103 ← T02.xlsx Số liệu!C5" in lines


@pytest.mark.parametrize(
    "what",
    [
        "Có 258/300 hộ được công nhận (Quyết định số",
        "có 258/300 HO DUOC CONG NHAN",
        "Có 258/300\N{NO-BREAK SPACE}hộ\nđược công nhận",
        "ct1.cau",
    ],
)
def test_a_sentence_is_found_as_it_was_copied(what: str) -> None:
    lines = told(what)
    assert lines[0].startswith("ct1.cau: “") and "Có 258/300 hộ được công nhận" in lines[0]
    assert "  300 · tong_ho: Tổng số hộ" in lines and "    ← T03.xlsx Số liệu: C5 = 80" in lines
    assert any("15/QĐ-UBND · qd_so" in line for line in lines)


def test_several_sentences_copied_at_once_are_all_told() -> None:
    report, _ = tiny()
    both = told("ct1.cau")[0].split("“", 1)[1] + " " + told("ct2.cau")[0].split("“", 1)[1]
    assert {line.split(":")[0] for line in told(both) if not line.startswith(" ")} >= {"ct1.cau", "ct2.cau"}
    assert report.blocks


@pytest.mark.parametrize("what", ["T02", "t02", "Thôn Hai", "thon hai", "Thôn 2"])
def test_a_unit_says_its_part_its_values_and_what_waits(what: str) -> None:
    lines = told(what)
    assert lines[:2] == ["T02 Thôn Hai (thôn)", "  biểu: T02.xlsx"]
    assert "  ct1 Gia đình văn hóa: 103/120 = 85,83% (cả xã: từ 86% trở lên)" in lines
    assert "  nvh Có nhà văn hóa: không ← T02.xlsx Số liệu!C5" in lines
    assert "  buoi_tt Số buổi tuyên truyền: không phát sinh ← T02.xlsx Số liệu!C5" in lines


def test_silence_is_told_as_silence() -> None:
    lines = told("buoi_tt")
    assert lines[0] == "buoi_tt Số buổi tuyên truyền: 2 buổi (của 02/03 thôn)"
    assert any(line.startswith("  2023-Q2 T03 Thôn Ba: để trống") for line in lines)


def test_who_is_not_in_a_sum_is_named() -> None:
    lines = told("tổ chức 02 buổi tuyên truyền")
    assert lines[0].startswith("van_ban.cau: “")
    at = lines.index("  02 · buoi_tt: Số buổi tuyên truyền")
    assert "    chưa cộng, vì chưa đủ số: Thôn Ba" in lines[at:]


def test_everything_that_is_printed_can_be_asked_about() -> None:
    report, _ = tiny()
    texts = [text for _, text in texts_of(report)]
    assert sum(bool(told(fact.printed)) for text in texts for fact in facts_of(text)) > 20
    for sentence in sentences(report):
        assert told(sentence.block) and told(sentence.words)
    assert "85,83% · ct1.T02: kết quả riêng Thôn Hai của “Gia đình văn hóa”; kế hoạch từ 86% trở lên" in told("85,83%")


def test_a_task_leads_to_what_proves_it() -> None:
    lines = told("nv1")
    assert lines[0].startswith("nv1 Xây dựng kế hoạch giai đoạn: Hoàn thành")
    assert "  minh chứng: Kế hoạch 05/KH" in lines and any(line.startswith("  ← ") for line in lines)


def test_a_name_of_one_thing_is_explained_and_of_several_listed() -> None:
    assert told("đăng ký")[0].startswith("ho_dk Số hộ đăng ký")
    assert told("văn hóa")[0].endswith("mục có chữ “văn hóa”; hỏi lại bằng mã:")
    assert "  nvh  Có nhà văn hóa" in told("văn hóa")


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("ho_cnn", "Có phải “ho_cn”"),
        ("Thôn Haai", "Có phải “Thôn Hai”"),
        ("Có 259 hộ gia đình được công nhận năm nay", "Có phải câu ct1.cau"),
        ("777", "Số sửa tay trong Word không có nguồn để tìm. Có thể hỏi: mã chỉ tiêu (ct1)"),
        ("", "Có thể hỏi"),
        ("ho_cn.T99", "Có thể hỏi"),
        ("=cmd|' /c calc'!A1", "Có thể hỏi"),
    ],
)
def test_what_is_not_there_is_answered_by_what_can_be_asked(what: str, asked: str) -> None:
    with pytest.raises(UseError) as refused:
        told(what)
    assert asked in str(refused.value)
