from dataclasses import replace
from datetime import date
from fractions import Fraction

from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import Content, ContentKind, Section
from kehoach.plan.target import Before
from kehoach.report.closing import closing_lines
from kehoach.report.compose import compose_report
from kehoach.report.model import Heading, Paragraph, Report, plain
from kehoach.report.sections import LETTERS, marker
from kehoach.report.sentences import say_text
from kehoach.submission.model import State
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, block, names, pattern, with_last_numbers, words
from tests.reviewed import Given
from tests.tiny import Q2, tiny_plan

SENTENCES = (Content(ContentKind.SENTENCES),)


def section(code: str, level: int, *contents: Content, **more: object) -> Section:
    return Section(code, level, code.upper(), contents, PeriodChoice(), **more)  # type: ignore[arg-type]


def plan_of(*sections: Section, **sentences: str) -> Plan:
    patterns = tuple(pattern(f"cau_{code}", text, code) for code, text in sentences.items())
    return replace(tiny_plan(), sections=sections, sentences=patterns)


def headings(report: Report) -> list[str]:
    return [f"{b.number} {plain(b.text)}" for b in report.blocks if isinstance(b, Heading)]


def composed(plan: Plan, values: dict[str, dict[str, Given]] = HALF_YEAR) -> Report:
    return compose_report(assessed(values, plan=plan))


def test_markers_follow_the_decree() -> None:
    assert [marker(1, n) for n in (1, 4, 9)] == ["I.", "IV.", "IX."]
    assert [marker(2, n) for n in (1, 12)] == ["1.", "12."]
    assert [marker(3, n) for n in range(1, 9)] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]
    assert marker(4, 3) == "-"
    assert not set(LETTERS) & set("fjwzăâêôơư")
    assert len({marker(3, n) for n in range(1, 60)}) == 59


def test_empty_sections_are_dropped_and_the_rest_numbered() -> None:
    plan = plan_of(
        section("mot", 1, *SENTENCES),
        section("hai", 1),
        section("hai_mot", 2, *SENTENCES),
        section("hai_hai", 2, *SENTENCES),
        section("hai_ba", 2),
        section("hai_ba_a", 3, *SENTENCES),
        section("hai_ba_b", 3, *SENTENCES),
        section("ba", 1),
        section("bon", 1, *SENTENCES),
        hai_hai="Có.",
        hai_ba_b="Có.",
        bon="Có.",
    )
    assert headings(composed(plan)) == ["I. HAI", "1. HAI_HAI", "2. HAI_BA", "a) HAI_BA_B", "II. BON"]


def test_sections_that_are_off_or_of_another_period_are_not_there() -> None:
    off = section("tat", 1, *SENTENCES, is_on=False)
    other = replace(section("quy_i", 1, *SENTENCES), periods=replace(Q2, codes=("Q1",)))
    plan = plan_of(off, other, section("con", 1, *SENTENCES), tat="Có.", quy_i="Có.", con="Có.")
    assert headings(composed(plan)) == ["I. CON"]


def test_titles_take_words_of_the_plan() -> None:
    report = compose_report(assessed(FIRST_QUARTER, Q1))
    assert headings(report)[-1] == "IV. Nhiệm vụ quý II năm 2023"


def test_every_target_and_task_is_mentioned_even_when_nobody_said_anything() -> None:
    report = compose_report(assessed({}, earlier=None))
    for code in ("ct1.cau", "ct2.cau", "nv1.trang_thai", "nv2.trang_thai"):
        assert code in names(report)
    assert words(report, "ct1.cau") == "a) Gia đình văn hóa: chưa có số liệu. Kế hoạch từ 86% trở lên."
    assert words(report, "nv1.trang_thai") == "a) Kế hoạch giai đoạn: chưa có số liệu."


def test_targets_without_a_sentence_of_the_plan_are_said_plainly() -> None:
    plan = replace(tiny_plan(), sentences=())
    report = composed(plan)
    assert words(report, "ct1.cau") == (
        "a) Gia đình văn hóa: chưa đạt. Thực hiện 257/300, bằng 85,67%; kế hoạch từ 86% trở lên."
    )
    assert words(report, "ct2.cau") == "b) Cơ quan văn hóa: đạt. Thực hiện 02/02, bằng 100%; kế hoạch 100%."
    one = composed(plan, {**HALF_YEAR, "cq_dat": {"C01": 1}})
    assert words(one, "ct2.cau") == (
        "b) Cơ quan văn hóa: chưa đủ căn cứ. Đã có số liệu 01/02 (số liệu của 01/02 cơ quan); kế hoạch 100%."
    )
    early = compose_report(assessed(FIRST_QUARTER, Q1, plan))
    assert words(early, "ct1.cau") == "a) Gia đình văn hóa: chưa đến kỳ đánh giá. Kế hoạch từ 86% trở lên."


def test_a_target_with_a_sentence_of_its_own_is_not_called_too_early_twice() -> None:
    report = compose_report(assessed(FIRST_QUARTER, Q1))
    assert words(report, "ct1.cau") == ("a) Gia đình văn hóa. Có 270/300 hộ đăng ký, đạt 90%; chưa đến kỳ bình xét.")
    assert words(composed(tiny_plan()), "ct1.cau").startswith("a) Gia đình văn hóa: chưa đạt. Có 257/300 hộ được")


def test_tasks_say_their_state_their_evidence_and_what_is_unproved() -> None:
    report = composed(tiny_plan())
    assert words(report, "nv1.trang_thai") == "a) Kế hoạch giai đoạn: hoàn thành (Kế hoạch số 4/KH-BCĐ)."
    assert words(report, "nv2.trang_thai") == "b) Tuyên truyền: thực hiện thường xuyên."
    unproved = composed(tiny_plan(), {**HALF_YEAR, "minh_chung": {}})
    assert words(unproved, "nv1.trang_thai") == (
        "a) Kế hoạch giai đoạn: đang thực hiện; đã báo xong, chưa có minh chứng."
    )
    late = composed(tiny_plan(), {**HALF_YEAR, "trang_thai": {"nv1": "đang làm"}})
    assert words(late, "nv1.trang_thai") == "a) Kế hoạch giai đoạn: quá hạn (quý I năm 2023)."
    own = replace(tiny_plan(), sentences=(pattern("nv2.cau", "Đã tổ chức {buoi_tt} buổi.", ""),))
    assert words(composed(own), "nv2.trang_thai") == "b) Tuyên truyền: thực hiện thường xuyên. Đã tổ chức 12 buổi."


def test_what_the_next_period_has_to_do() -> None:
    first = compose_report(assessed(FIRST_QUARTER, Q1))
    assert words(first, "nv1.ky_sau") == (
        "1. Xây dựng kế hoạch giai đoạn (quý I năm 2023; Công chức Văn hóa - Xã hội xã chủ trì)."
    )
    assert words(first, "tiep_theo.thuong_xuyen") == "3. Tiếp tục các nhiệm vụ thường xuyên: tuyên truyền."
    assert words(first, "tiep_theo.chi_tieu") == (
        "2. Phấn đấu hoàn thành các chỉ tiêu năm 2023: Gia đình văn hóa (từ 86% trở lên); Cơ quan văn hóa (100%)."
    )
    short = compose_report(assessed({**FIRST_QUARTER, "cq_dat": {"C01": 1, "C02": 0}}, Q1))
    assert words(short, "tiep_theo.chi_tieu").endswith("Cơ quan văn hóa (100%, còn thiếu 01 cơ quan).")
    assert "tiep_theo.de_muc" not in names(composed(tiny_plan()))
    late = composed(tiny_plan(), {**HALF_YEAR, "trang_thai": {"nv1": "đang làm"}})
    assert words(late, "nv1.ky_sau").startswith("Tiếp tục hoàn thành: kế hoạch giai đoạn (quý I năm 2023;")
    unknown = composed(tiny_plan(), {**HALF_YEAR, "trang_thai": {}})
    assert words(unknown, "nv1.trang_thai") == "a) Kế hoạch giai đoạn: chưa có số liệu."
    assert "nv1.ky_sau" not in names(unknown)


def test_what_begins_later_waits_and_the_earliest_deadline_goes_first() -> None:
    plan, (soon, *_) = tiny_plan(), tiny_plan().tasks
    later = replace(soon, code="nv3", short="Thi", time="quý III", start=date(2023, 7, 1), due=date(2023, 9, 30))
    near = replace(soon, code="nv4", short="Họp", time="tháng 6", start=date(2023, 6, 1), due=date(2023, 6, 30))
    plan = replace(plan, tasks=(later, near, *plan.tasks))
    first = compose_report(assessed({**FIRST_QUARTER, "trang_thai": {"nv1": "đang làm", "nv3": "chưa làm"}}, Q1, plan))
    left = [name for name in names(first) if name.endswith(".ky_sau")]
    assert left == ["nv1.ky_sau", "nv4.ky_sau"]
    assert words(first, "nv3.trang_thai") == "a) Thi: chưa đến hạn (quý III)."


def test_a_target_that_is_met_already_is_not_left_to_do() -> None:
    plan = tiny_plan()
    always = replace(plan.targets[1], concludes=PeriodChoice())
    met = compose_report(assessed(FIRST_QUARTER, Q1, replace(plan, targets=(plan.targets[0], always))))
    assert words(met, "tiep_theo.chi_tieu").endswith("năm 2023: Gia đình văn hóa (từ 86% trở lên).")


def test_what_is_to_become_less_says_by_how_much() -> None:
    plan = tiny_plan()
    few = replace(
        plan.targets[0],
        expression=read_expression("ho_dk/tong_ho"),
        comparison="<",
        threshold=Fraction(1, 4),
        evidence=(),
        before=Before.FOLLOW,
    )
    plan = replace(plan, targets=(few,))
    values = {**FIRST_QUARTER, "ho_dk": {"T01": 80, "T02": 0, "T03": 0}}
    early = compose_report(assessed(values, Q1, plan))
    assert words(early, "tiep_theo.chi_tieu").endswith("Gia đình văn hóa (dưới 25%, còn phải giảm 06 hộ).")
    last = assessed({**HALF_YEAR, "ho_dk": values["ho_dk"]}, plan=plan)
    assert "chưa đạt 1: Gia đình văn hóa 26,67%, phải giảm 06 hộ" in closing_lines(last, "", "")[2]
    assert plain(say_text(last, "còn phải giảm {ct1.con_giam}") or ()) == "còn phải giảm 06 hộ"


def test_what_was_used_of_the_period_before_is_said_of_a_task() -> None:
    plan = replace(tiny_plan(), tasks=(replace(tiny_plan().tasks[0], due=date(2023, 12, 31)), tiny_plan().tasks[1]))
    used = {**HALF_YEAR, "trang_thai": {"nv1": "đang làm"}}
    report = compose_report(with_last_numbers({("trang_thai", "nv1")}, used, plan))
    assert words(report, "nv1.trang_thai") == "a) Kế hoạch giai đoạn: đang thực hiện; lấy theo kỳ trước."
    done = compose_report(with_last_numbers({("trang_thai", "nv1")}, HALF_YEAR, plan))
    assert "kỳ trước" not in words(done, "nv1.trang_thai")


def test_what_the_officer_adds_goes_on_with_the_list() -> None:
    plan = plan_of(section("tiep", 1, Content(ContentKind.NEXT_TASKS), Content(ContentKind.TEXT, codes=("uu_diem",))))
    text: dict[str, Given] = {"d1": "Họp bình xét", "d2": "- Gạch đầu dòng", "d3": "Mở lớp"}
    listed = compose_report(assessed({**FIRST_QUARTER, "uu_diem": text}, Q1, plan))
    assert words(listed, "tiep.thuong_xuyen").startswith("3. ")
    assert [words(listed, f"uu_diem.d{n}") for n in (1, 2, 3)] == ["4. Họp bình xét.", "- Gạch đầu dòng.", "5. Mở lớp."]
    alone = composed(plan, {**HALF_YEAR, "uu_diem": text})
    assert words(alone, "uu_diem.d1") == "Họp bình xét."


def test_the_officers_words_stand_as_written() -> None:
    text: dict[str, Given] = {"d1": "Ý thứ nhất", "d2": "Ý thứ hai.", "d3": None}
    report = composed(tiny_plan(), {**HALF_YEAR, "uu_diem": text})
    assert (words(report, "uu_diem.d1"), words(report, "uu_diem.d2")) == ("Ý thứ nhất.", "Ý thứ hai.")
    assert "uu_diem.d3" not in names(report)


def test_what_only_the_officer_can_write_is_a_prompt_in_a_draft_alone() -> None:
    blank = {**HALF_YEAR, "uu_diem": {}}
    draft = composed(tiny_plan(), blank)
    prompt = block(draft, "uu_diem.cau")
    assert isinstance(prompt, Paragraph)
    assert prompt.is_prompt
    assert plain(prompt.text) == "[Cán bộ viết: Ưu điểm]"
    final = compose_report(assessed(blank), final=True)
    assert not any(isinstance(b, Paragraph) and b.is_prompt for b in final.blocks)
    assert "danh_gia.de_muc" in names(draft)
    assert "danh_gia.de_muc" not in names(final)


def test_nothing_to_say_drops_the_section() -> None:
    for nothing in ("không có", "Không có.", "không", State.NIL):
        report = composed(tiny_plan(), {**HALF_YEAR, "uu_diem": {"d1": nothing}})
        assert "danh_gia.de_muc" not in names(report)


def test_an_optional_text_left_blank_is_no_prompt() -> None:
    plan = tiny_plan()
    optional = replace(plan.elements["uu_diem"], is_required=False)
    plan = replace(plan, elements={**plan.elements, "uu_diem": optional})
    assert "danh_gia.de_muc" not in names(composed(plan, {**HALF_YEAR, "uu_diem": {}}))


def test_points_deep_in_the_outline_are_dashes() -> None:
    plan = plan_of(section("a_b", 1), section("c_d", 2), section("e_g", 3, Content(ContentKind.TASKS)))
    assert words(composed(plan), "nv2.trang_thai").startswith("- Tuyên truyền")
