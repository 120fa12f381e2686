from dataclasses import replace
from datetime import date

from kehoach.plan.element import ElementKind
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import Content, ContentKind, Section
from kehoach.report.compose import compose_report
from kehoach.report.model import Report, Table, plain
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, block, names, rows, with_last_numbers, words
from tests.reviewed import Given
from tests.tiny import element, tiny_plan


def annex(code: str, kind: ContentKind, subject: str = "", codes: tuple[str, ...] = ()) -> Section:
    return Section(code, 0, f"Bảng {code}", (Content(kind, subject, codes),), PeriodChoice())


def with_annexes(*annexes: Section) -> Plan:
    plan = tiny_plan()
    return replace(plan, sections=(*(s for s in plan.sections if s.level), *annexes))


def composed(values: dict[str, dict[str, Given]] = HALF_YEAR, plan: Plan | None = None) -> Report:
    return compose_report(assessed(values, plan=plan))


def test_targets_promised_reached_and_compared() -> None:
    report = composed({**HALF_YEAR, "cq_dat": {"C01": 1}})
    assert rows(block(report, "chi_tieu.bang")) == [
        [
            "1",
            "Tỷ lệ gia đình văn hóa",
            "Từ 86% trở lên",
            "85,67% (257/300)",
            "thấp hơn 0,33 điểm\N{NO-BREAK SPACE}%",
            "tăng 1,77 điểm\N{NO-BREAK SPACE}%",
            "Chưa đạt",
        ],
        [
            "2",
            "Tỷ lệ cơ quan đạt chuẩn văn hóa",
            "100%",
            "1/2; số liệu của 01/02 cơ quan",
            "–",
            "–",
            "Chưa đủ căn cứ",
        ],
    ]


def test_nothing_is_compared_before_its_time() -> None:
    report = compose_report(assessed(FIRST_QUARTER, Q1))
    assert rows(block(report, "chi_tieu.bang"))[0][2:] == ["Từ 86% trở lên", "–", "Chưa đến kỳ đánh giá"]


def test_tasks_with_lead_time_state_and_proof() -> None:
    assert rows(block(composed(), "nhiem_vu.bang")) == [
        [
            "1",
            "Xây dựng kế hoạch giai đoạn",
            "Công chức Văn hóa - Xã hội xã",
            "Quý I năm 2023",
            "Hoàn thành",
            "Kế hoạch số 4/KH-BCĐ",
        ],
        ["2", "Tuyên truyền về phong trào", "Công chức Văn hóa - Xã hội xã", "Cả năm 2023", "Thường xuyên", "–"],
    ]


def test_units_down_elements_across_and_the_total_last() -> None:
    table = block(composed(), "pl_thon.bang_thon")
    assert isinstance(table, Table)
    assert [c.header for c in table.columns] == [
        "TT",
        "Thôn",
        "Tổng số hộ",
        "Số hộ đăng ký",
        "Có nhà văn hóa",
        "Kinh phí (triệu đồng)",
    ]
    assert rows(table)[1:] == [
        ["2", "Thôn Hai", "120", "110", "không", "4"],
        ["3", "Thôn Ba", "80", "70", "có", "0"],
        ["", "Tổng", "300", "270", "2", "7"],
    ]
    assert table.has_total
    assert plain(table.note) == "Ghi chú: số phát sinh tính từ ngày 15/12/2022 đến ngày 14/6/2023."
    assert abs(sum(c.share for c in table.columns) - 1) < 0.001


def test_an_estimate_is_one_in_every_table() -> None:
    guess = assessed(HALF_YEAR, estimates=[("ho_dk", "T02"), ("ho_cn", "T01")])
    report = compose_report(guess)
    assert [row[3] for row in rows(block(report, "pl_thon.bang_thon"))] == ["90", "ước 110", "70", "ước 270"]
    first, *_ = rows(block(report, "chi_tieu.bang"))
    assert "ước 85,67% (257/300)" in first and "Ước chưa đạt" in first


def test_what_is_an_estimate_by_nature_says_so_above_its_column() -> None:
    plan = tiny_plan()
    guessed = replace(plan.elements["kinh_phi"], is_estimate=True)
    table = block(composed(plan=replace(plan, elements={**plan.elements, "kinh_phi": guessed})), "pl_thon.bang_thon")
    assert isinstance(table, Table)
    assert table.columns[-1].header == "Kinh phí (triệu đồng, ước)"


def test_a_unit_that_gave_nothing_is_no_nought() -> None:
    values = {code: {s: v for s, v in of.items() if s != "T02"} for code, of in HALF_YEAR.items()}
    table = block(compose_report(assessed(values, earlier=None)), "pl_thon.bang_thon")
    assert isinstance(table, Table)
    assert rows(table)[1:] == [
        ["2", "Thôn Hai", "chưa có số liệu", "…", "…", "…"],
        ["3", "Thôn Ba", "80", "70", "có", "0"],
        ["", "Tổng", "180 (của 2/3)", "160 (của 2/3)", "2 (của 2/3)", "1,5 (của 2/3)"],
    ]
    assert plain(table.note) == (
        "Ghi chú: số phát sinh tính từ ngày 15/3/2023 đến ngày 14/6/2023; “…” là chưa có số liệu."
    )


def test_last_period_s_number_is_marked_in_its_row() -> None:
    report = compose_report(with_last_numbers({("tong_ho", "T02"), ("nvh", "T03")}, HALF_YEAR))
    table = block(report, "pl_thon.bang_thon")
    assert isinstance(table, Table)
    assert rows(table) == [
        ["1", "Thôn Một", "100", "90", "có", "3"],
        ["2", "Thôn Hai", "120 (*)", "110", "không", "4"],
        ["3", "Thôn Ba", "80", "70", "có (*)", "0"],
        ["", "Tổng", "300", "270", "2", "7"],
    ]
    assert plain(table.note).endswith("; “(*)” là lấy theo kỳ trước.")


def test_last_period_s_words_are_marked_as_its_numbers_are() -> None:
    spoken = element("cho_hop", "Nơi họp", ElementKind.TEXT, measure="", section="2. Hoạt động")
    plan = tiny_plan()
    plan = replace(plan, elements={**plan.elements, "cho_hop": spoken})
    section = annex("pl_hop", ContentKind.TABLE, "thon", ("cho_hop",))
    given = {**HALF_YEAR, "cho_hop": {"T01": "nhà văn hóa", "T02": "trường học", "T03": None}}
    found = with_last_numbers({("cho_hop", "T02")}, given, replace(plan, sections=(section,)))
    table = block(compose_report(found), "pl_hop.bang_thon")
    assert [row[2] for row in rows(table)] == ["nhà văn hóa", "trường học (*)", "chưa có số liệu"]
    assert isinstance(table, Table)
    assert plain(table.note) == "Ghi chú: “(*)” là lấy theo kỳ trước."


def test_a_column_nobody_answered_and_a_table_nobody_filled_are_left_out() -> None:
    table = block(composed({**HALF_YEAR, "ho_dk": {}}), "pl_thon.bang_thon")
    assert isinstance(table, Table)
    assert "Số hộ đăng ký" not in [c.header for c in table.columns]
    assert compose_report(assessed({}, earlier=None)).annexes == ()


def test_the_tables_facts_trace_to_their_cells() -> None:
    table = block(composed(), "pl_thon.bang_thon")
    assert isinstance(table, Table)
    (fact,) = table.rows[0][2]
    assert not isinstance(fact, str)
    assert (fact.id, fact.value, [p.file for p in fact.rests_on]) == ("tong_ho.T01", 100, ["T01.xlsx"])
    (total,) = table.rows[3][2]
    assert not isinstance(total, str)
    assert (total.id, [p.unit for p in total.rests_on]) == ("tong_ho", ["T01", "T02", "T03"])


def test_a_single_annex_has_no_number_and_several_are_named() -> None:
    assert words(composed(), "so_lieu.tinh_den").endswith("Số liệu chi tiết tại Phụ lục kèm theo.")
    two = composed(plan=with_annexes(annex("pl_ct", ContentKind.TARGETS), annex("pl_nv", ContentKind.TASKS)))
    assert words(two, "so_lieu.tinh_den").endswith("Số liệu chi tiết tại các Phụ lục I, II kèm theo.")
    assert words(two, "chi_tieu.de_muc") == "Thực hiện các chỉ tiêu (Phụ lục I)"
    assert words(two, "nhiem_vu.de_muc") == "Thực hiện các nhiệm vụ (Phụ lục II)"
    assert "chi_tieu.bang" not in names(two)
    assert [a.title for a in two.annexes] == ["Bảng pl_ct", "Bảng pl_nv"]
    assert len(rows(block(two, "pl_nv.bang"))) == 2


def test_a_table_of_more_than_eight_columns_lies_down() -> None:
    codes = ("tong_ho", "ho_dk", "ho_cn", "nvh", "kinh_phi", "buoi_tt")
    narrow, wide = (
        annex("pl_a", ContentKind.TABLE, "thon", codes),
        annex("pl_b", ContentKind.TABLE, "thon", (*codes, "nvh")),
    )
    report = composed(plan=with_annexes(narrow, wide))
    assert [a.is_wide for a in report.annexes] == [False, True]


def test_while_the_year_goes_on_a_target_is_held_against_the_period_before() -> None:
    third = replace(tiny_plan().periods[1], code="2023-Q4", cutoff=date(2023, 12, 14), start=date(2023, 6, 15))
    plan = replace(tiny_plan(), periods=(*tiny_plan().periods, third), targets=tiny_plan().targets[1:])
    one = replace(plan.targets[0], concludes=PeriodChoice(("Q4",)))
    going_on = assessed({**HALF_YEAR, "cq_dat": {"C01": 1, "C02": 1}}, plan=replace(plan, targets=(one,)),
                        earlier={**FIRST_QUARTER, "cq_dat": {"C01": 1, "C02": 0}})  # fmt: skip
    table = block(compose_report(going_on), "chi_tieu.bang")
    assert isinstance(table, Table)
    assert [c.header for c in table.columns][3:] == ["Thực hiện", "So với kỳ trước", "Đánh giá"]
    assert rows(table)[0][3:] == ["100% (2/2)", "tăng 50 điểm\N{NO-BREAK SPACE}%", "Đang thực hiện"]
    silent = assessed(HALF_YEAR, plan=replace(plan, targets=(one,)), earlier={**FIRST_QUARTER, "cq_dat": {"C01": 1}})
    assert len(rows(block(compose_report(silent), "chi_tieu.bang"))[0]) == 5
