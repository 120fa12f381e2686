from dataclasses import replace
from datetime import date

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.report.compose import compose_report
from kehoach.report.model import Fact, plain
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, block, facts, names, texts, words
from tests.tiny import tiny_plan

WAITING = Finding(
    "KT-70", Severity.CONFIRM, Place("C02"), "", "Trạm Y tế xã chưa gửi biểu.", "Nhắc gửi.",
    answers=(Answer.WITHOUT_UNIT,), open=True,
)  # fmt: skip


def test_the_head_leaves_number_and_day_to_the_clerk() -> None:
    head = compose_report(assessed(HALF_YEAR)).head
    assert (head.superior, head.issuer_lines) == ("UBND XÃ THỬ", ("BAN CHỈ ĐẠO", "PHONG TRÀO THỬ"))
    assert (head.symbol, head.number, head.signed_on, head.kind) == ("BC-BCĐ", None, None, "BÁO CÁO")
    assert (head.place, head.month, head.year) == ("Thử", 6, 2023)
    assert plain(head.subject) == "Kết quả thực hiện phong trào thử 6 tháng đầu năm 2023"
    assert head.addressees == ("Phòng Văn hóa và Thông tin huyện",)
    assert head.issuer_name == "Ban Chỉ đạo Phong trào thử xã Thử"


def test_addressees_become_as_above_and_without_any_they_are_named() -> None:
    assert compose_report(assessed(HALF_YEAR)).foot.recipients == (
        "Như trên",
        "Thành viên Ban Chỉ đạo xã",
        "Lưu: VT, VHXH",
    )
    assert compose_report(assessed(FIRST_QUARTER, Q1)).foot.recipients == (
        "Phòng VHTT huyện (b/c)",
        "Thành viên Ban Chỉ đạo xã",
        "Lưu: VT, VHXH",
    )


def test_who_signs() -> None:
    foot = compose_report(assessed(HALF_YEAR)).foot
    assert (foot.powers, foot.second_post, foot.signer) == (
        ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        "CHỦ TỊCH UBND XÃ",
        "Nguyễn Văn Thử",
    )
    plan = tiny_plan()
    deputy = replace(plan.issuer, powers="TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN", post="PHÓ TRƯỞNG BAN")
    period = replace(plan.periods[1], signer="Trần Thị Phó")
    plan = replace(plan, issuer=deputy, periods=(plan.periods[0], period))
    foot = compose_report(assessed(HALF_YEAR, plan=plan)).foot
    assert (foot.powers[1:], foot.signer) == (("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), "Trần Thị Phó")


def test_opening_the_day_of_the_numbers_and_closing() -> None:
    report = compose_report(assessed(HALF_YEAR))
    assert names(report)[:2] == ["mo_dau", "so_lieu.tinh_den"]
    assert words(report, "mo_dau").endswith("báo cáo kết quả 6 tháng đầu năm 2023 như sau:")
    assert words(report, "so_lieu.tinh_den").startswith("Số liệu tính đến ngày 14/6/2023.")
    assert names(report)[-1] == "ket"
    assert words(report, "ket").endswith("của Ban Chỉ đạo Phong trào thử xã Thử./.")


def test_a_plan_without_fixed_sentences_still_opens_and_closes() -> None:
    report = compose_report(assessed(HALF_YEAR, plan=replace(tiny_plan(), sentences=())))
    assert plain(report.head.subject).startswith("Kết quả thực hiện Kế hoạch số 01/KH-BCĐ")
    assert words(report, "mo_dau").startswith("Thực hiện Kế hoạch số 01/KH-BCĐ ngày 10/01/2023, Ban Chỉ đạo")
    assert words(report, "ket").endswith("./.")


def test_why_sums_begin_late_is_said_once() -> None:
    cut = words(compose_report(assessed(HALF_YEAR, earlier=None)), "so_lieu.tinh_den")
    assert "Chưa có số liệu của quý I năm 2023, nên số phát sinh chỉ tính từ ngày 15/3/2023" in cut
    assert "Chưa có số liệu" not in words(compose_report(assessed(HALF_YEAR)), "so_lieu.tinh_den")


def test_an_estimated_period_says_so() -> None:
    plan = tiny_plan()
    guess = replace(plan, periods=(plan.periods[0], replace(plan.periods[1], is_estimate=True)))
    report = compose_report(assessed(HALF_YEAR, plan=guess))
    assert "Số liệu của kỳ này là số ước thực hiện." in words(report, "so_lieu.tinh_den")
    assert words(report, "ct1.cau").startswith("a) Gia đình văn hóa: ước chưa đạt.")


def test_a_draft_says_what_it_waits_for_and_a_clean_report_is_none() -> None:
    assert compose_report(assessed(HALF_YEAR)).draft_reason == ""
    waiting = assessed(HALF_YEAR, findings=(WAITING, replace(WAITING, code="KT-71", open=False)))
    assert compose_report(waiting).draft_reason == "BẢN DỰ THẢO – còn 1 việc chờ xác nhận (xem kiem-tra.xlsx)"
    assert compose_report(waiting, final=True).draft_reason == ""
    blank = assessed({**HALF_YEAR, "uu_diem": {}})
    assert compose_report(blank).draft_reason == "BẢN DỰ THẢO – còn 1 đoạn cán bộ phải viết"


def test_doubts_and_late_units_are_not_in_the_report() -> None:
    report = compose_report(assessed(HALF_YEAR, findings=(WAITING,), missing=("C02",)))
    assert "Trạm Y tế" not in "\n".join(plain(t) for t in texts(report))


def test_identity_and_dates() -> None:
    report = compose_report(assessed(HALF_YEAR))
    assert report.identity == {"plan": "00001/01/KH-BCĐ/2023", "period": "2023-Q2", "kind": "báo cáo"}
    assert report.made_on == date(2023, 6, 14)
    later = compose_report(assessed(HALF_YEAR), made_on=date(2023, 7, 3))
    assert (later.made_on, later.head.month) == (date(2023, 7, 3), 7)


def test_block_ids_are_unique_and_fit_a_bookmark() -> None:
    found = names(compose_report(assessed(HALF_YEAR)))
    assert len(set(found)) == len(found)
    assert all(name.isascii() and len(name) <= 40 for name in found)


def test_every_number_in_the_body_is_a_fact_that_rests_on_cells() -> None:
    report = compose_report(assessed(HALF_YEAR))
    numbers = [f for f in facts(report) if f.id in ("ho_cn", "tong_ho", "ct1.gia_tri", "van_ban", "buoi_tt", "qd_so")]
    assert len(numbers) == 8
    assert all(f.rests_on and all(p.file for p in f.rests_on) for f in numbers)
    sentence = block(report, "van_ban.cau")
    assert not any(isinstance(p, str) and any(c.isdigit() for c in p) for p in getattr(sentence, "text", ()))


def test_the_same_assessment_composes_the_same_report() -> None:
    assert compose_report(assessed(HALF_YEAR)) == compose_report(assessed(HALF_YEAR))
    assert all(isinstance(f, Fact) and f.printed for f in facts(compose_report(assessed(HALF_YEAR))))
