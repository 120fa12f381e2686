from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kehoach.plan.expression import read_expression
from kehoach.plan.section import SentencePattern
from kehoach.report.model import Fact, plain
from kehoach.report.sentences import say, say_pattern, say_text
from kehoach.submission.model import State
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, pattern, with_last_numbers
from tests.reviewed import Given
from tests.tiny import Q2, element, tiny_plan


def said(text: str, values: dict[str, dict[str, Given]] = HALF_YEAR, **more: object) -> str | None:
    found = say_text(assessed(values, **more), text)  # type: ignore[arg-type]
    return None if found is None else plain(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ho_cn}/{tong_ho} hộ", "257/300 hộ"),
        ("đạt {ho_dk/tong_ho}", "đạt 90%"),
        ("{van_ban} văn bản, riêng kỳ này {ky: van_ban}", "06 văn bản, riêng kỳ này 03"),
        ("{kinh_phi} triệu đồng", "7 triệu đồng"),
        ("{dem(thon)} thôn, trước có {goc(ho_cn)} hộ", "03 thôn, trước có 250 hộ"),
        ("{tong_ho - truoc(tong_ho)}", "0"),
        ("Quyết định số {qd_so} ngày {qd_ngay}", "Quyết định số 15/QĐ-UBND ngày 01/6/2023"),
        ("{ct1.gia_tri} so với {ct1.muc}, {ct1.ket_luan}", "85,67% so với 86%, chưa đạt"),
        ("thiếu {ct1.con_thieu}", "thiếu 01 hộ"),
        ("{ct1.tu_so}/{ct1.mau_so}", "257/300"),
        (
            "{ct1.so_ke_hoach}; {ct1.so_nam_truoc}",
            "thấp hơn 0,33 điểm\N{NO-BREAK SPACE}%; tăng 1,77 điểm\N{NO-BREAK SPACE}%",
        ),
        ("{nv1.trang_thai} {nv1.minh_chung}", "hoàn thành Kế hoạch số 4/KH-BCĐ"),
        ("{nv1.chu_tri}, {nv1.thoi_gian}", "Công chức Văn hóa - Xã hội xã, Quý I năm 2023"),
        ("{so thon: nvh = 1}/{dem(thon)} thôn", "02/03 thôn"),
        ("chưa có: {ds thon: nvh = 0}.", "chưa có: thôn Hai."),
        ("{nam_truoc} {nam} {nam_sau} {xa}", "2022 2023 2024 xã Thử"),
        ("{ke_hoach} {yeu_cau}", "Kế hoạch số 01/KH-BCĐ ngày 10/01/2023 Công văn số 05/CV ngày 01/6/2023"),
        ("{ky}, {ky_sau}: {tu_ngay} - {den_ngay}", "6 tháng đầu năm 2023, năm 2024: 15/12/2022 - 14/6/2023"),
    ],
)
def test_what_may_stand_in_braces(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{ho_cn}",
        "{qd_so}",
        "{ct1.gia_tri}",
        "{ct1.con_thieu}",
        "{ct1.so_nam_truoc}",
        "{nv1.minh_chung}",
        "{yeu_cau}",
        "{ds thon: nvh = 7}",
        "{so co_quan: ho_cn = 1}",
        "{goc(ho_dk)}",
        "{ho_cn/tong_ho}",
        "{van_ban/ho_cn}",
    ],
)
def test_what_has_no_value_leaves_the_sentence_unsaid(text: str) -> None:
    assert said(f"Có {text} ở đây.", FIRST_QUARTER, period=Q1) is None


def test_nothing_is_promised_about_a_target_before_its_time() -> None:
    early = {**FIRST_QUARTER, "ho_cn": {"T01": 100, "T02": 120, "T03": 80}}
    for word in ("gia_tri", "tu_so", "con_thieu", "so_ke_hoach", "so_nam_truoc"):
        assert said(f"{{ct1.{word}}}", early, period=Q1) is None
    assert said("{ct1.muc} {ct1.ket_luan}", early, period=Q1) == "86% chưa đến kỳ đánh giá"


def test_of_several_ways_to_say_it_the_first_that_can_be_said() -> None:
    first = say(assessed(FIRST_QUARTER, Q1), "ct1.cau")
    assert first is not None
    assert plain(first) == "Có 270/300 hộ đăng ký, đạt 90%; chưa đến kỳ bình xét."
    short = say(assessed(HALF_YEAR), "ct1.cau")
    assert short is not None
    assert plain(short).endswith("đạt 85,67%, còn thiếu 01 hộ so với kế hoạch 86%.")
    met = say(assessed({**HALF_YEAR, "ho_cn": {"T01": 90, "T02": 104, "T03": 70}}), "ct1.cau")
    assert met is not None
    assert plain(met).endswith("(Quyết định số 15/QĐ-UBND ngày 01/6/2023), đạt 88%.")
    undecided = say(assessed({**HALF_YEAR, "qd_so": {"X": None}}), "ct1.cau")
    assert undecided is not None
    assert "được công nhận" not in plain(undecided)


def spoken(found: SentencePattern, values: dict[str, dict[str, Given]] = HALF_YEAR) -> bool:
    return say_pattern(assessed(values), found) is not None


def test_a_sentence_waits_for_its_period_its_condition_and_its_verdict() -> None:
    assert spoken(pattern("a_b", "Có."))
    assert not spoken(replace(pattern("a_b", "Có."), periods=replace(Q2, codes=("Q1",))))
    assert spoken(pattern("a_b", "Có.", when=read_expression("buoi_tt > 0")))
    assert not spoken(pattern("a_b", "Có.", when=read_expression("buoi_tt > 100")))
    assert not spoken(pattern("a_b", "Có.", when=read_expression("ho_dk < goc(ho_dk)")))
    assert spoken(pattern("ct1.cau", "Có.", verdicts=("Chưa đạt",)))
    assert not spoken(pattern("ct1.cau", "Có.", verdicts=("Đạt", "Vượt")))
    assert spoken(pattern("nv1.cau", "Có.", verdicts=("Hoàn thành",)))
    assert not spoken(pattern("a_b", "Có.", verdicts=("Đạt",)))
    assert spoken(pattern("a_b", "Có {ct1.muc}.", verdicts=("Chưa đạt",)))


def test_a_condition_over_part_of_the_units_holds_only_for_certain() -> None:
    partial = {**HALF_YEAR, "nvh": {"T01": 1, "T02": 1}}
    assert spoken(pattern("a_b", "Có.", when=read_expression("nvh >= 2")), partial)
    assert not spoken(pattern("a_b", "Có.", when=read_expression("nvh = 2")), partial)
    assert not spoken(pattern("a_b", "Có.", when=read_expression("nvh < 3")), partial)


def test_part_of_the_units_is_said_where_the_clause_ends() -> None:
    partial = {**HALF_YEAR, "ho_dk": {"T01": 90, "T02": 110}}
    assert said("Có {ho_dk} hộ. Năm trước {goc(ho_cn)} hộ.", partial) == (
        "Có 200 hộ (số liệu của 02/03 thôn). Năm trước 250 hộ."
    )
    assert said("Có {ho_dk} hộ (năm nay).", partial) == "Có 200 hộ (năm nay; số liệu của 02/03 thôn)."
    assert said("Có {ho_dk} hộ; chưa đến kỳ xét.", partial) == "Có 200 hộ (số liệu của 02/03 thôn); chưa đến kỳ xét."
    assert said("Có {ho_dk} hộ (nay; trước) trong xã.", partial) == (
        "Có 200 hộ (nay; trước) trong xã (số liệu của 02/03 thôn)."
    )
    assert said("Có {ho_dk} hộ", partial) == "Có 200 hộ (số liệu của 02/03 thôn)"
    assert said("Có {so thon: nvh = 1} nhà.", {**HALF_YEAR, "nvh": {"T02": 0}}) == "Có 0 nhà (số liệu của 01/03 thôn)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có {tong_ho} hộ.", "Có 300 hộ (01 thôn lấy số kỳ trước)."),
        ("Có {ho_dk}/{tong_ho} hộ.", "Có 270/300 hộ (01 thôn lấy số kỳ trước)."),
        ("Có {so thon: nvh = 1} nhà.", "Có 01 nhà (số liệu của 02/03 thôn, 01 thôn lấy số kỳ trước)."),
        ("Có {van_ban} văn bản.", "Có 06 văn bản (lấy theo kỳ trước)."),
        (
            "Theo Quyết định số {qd_so} ngày {qd_ngay}.",
            "Theo Quyết định số 15/QĐ-UBND ngày 01/6/2023 (lấy theo kỳ trước).",
        ),
        ("Có {ho_cn} hộ.", "Có 257 hộ."),
    ],
)
def test_last_period_s_number_is_printed_as_such(text: str, expected: str) -> None:
    values = {**HALF_YEAR, "nvh": {"T01": 1, "T02": 0, "T03": None}}
    names = {("tong_ho", "T01"), ("nvh", "T02"), ("van_ban", "X"), ("qd_ngay", "X")}
    found = say_text(with_last_numbers(names, values), text)
    assert found is not None
    assert plain(found) == expected


def test_numbers_that_lack_different_units_are_told_apart() -> None:
    partial = {**HALF_YEAR, "ho_dk": {"T01": 90, "T02": 110}, "nvh": {"T03": 1}, "van_ban": {"X": 2}}
    assert said("Có {ho_dk} hộ, {nvh} nhà, {van_ban} văn bản.", partial) == (
        "Có 200 hộ, 01 nhà, 05 văn bản (số liệu về số hộ đăng ký của 02/03 thôn, về có nhà văn hóa của 01/03 thôn)."
    )


def test_a_rate_and_its_parts_are_over_the_same_units() -> None:
    partial = {**HALF_YEAR, "ho_dk": {"T01": 90, "T02": 110}}
    assert said("{ho_dk}/{tong_ho}, đạt {ho_dk/tong_ho}.", partial) == ("200/220, đạt 90,91% (số liệu của 02/03 thôn).")
    assert said("{ho_dk}/{tong_ho}.", partial) == "200/220 (số liệu của 02/03 thôn)."
    silent = {**HALF_YEAR, "ho_cn": {"T01": 86, "T02": 104}}
    assert said("{ho_cn}/{tong_ho} hộ, {ct1.gia_tri}.", silent) == "190/220 hộ, 86,36% (số liệu của 02/03 thôn)."


def test_a_part_is_not_compared_with_a_whole() -> None:
    partial = {**HALF_YEAR, "tong_ho": {"T01": 100, "T02": 120}, "cq_dat": {"C01": 1}}
    assert said("{tong_ho - goc(tong_ho)}", partial) is None
    assert said("{tong_ho - truoc(tong_ho)}", partial) is None
    assert said("{cq_dat/dem(co_quan)}", partial) is None
    assert said("{cq_dat}/{dem(co_quan)}.", partial) == "01/02 (số liệu của 01/02 cơ quan)."


def test_a_sum_that_begins_too_late_says_so_and_gives_way() -> None:
    first = pattern("vb_ky", "Từ đầu năm có {van_ban} văn bản.")
    second = pattern("vb_ky", "Trong kỳ có {ky: van_ban} văn bản.")
    plan = replace(tiny_plan(), sentences=(first, second))
    whole, cut = assessed(HALF_YEAR, plan=plan), assessed(HALF_YEAR, plan=plan, earlier=None)
    assert plain(say(whole, "vb_ky") or ()) == "Từ đầu năm có 06 văn bản."
    assert plain(say(cut, "vb_ky") or ()) == "Trong kỳ có 03 văn bản."
    assert plain(say_pattern(cut, first) or ()) == "Từ đầu năm có 03 văn bản (chỉ tính từ ngày 15/3/2023)."


def test_a_sentence_is_not_said_of_a_time_that_it_is_not_about() -> None:
    first = pattern("vb_ky", "Từ đầu năm có {van_ban} văn bản.")
    of_quarter = pattern("vb_ky", "Riêng quý này {ky: van_ban} văn bản.")
    plan = replace(tiny_plan(), sentences=(first, of_quarter, pattern("vb_ky", "Trong kỳ có {ky: van_ban} văn bản.")))
    assert plain(say(assessed(HALF_YEAR, plan=plan), "vb_ky") or ()) == "Từ đầu năm có 06 văn bản."
    quarter, half = plan.periods
    alone = replace(half, cumulative_from=half.start)
    later = replace(plan, periods=(quarter, alone))
    assert plain(say(assessed(HALF_YEAR, plan=later), "vb_ky") or ()) == "Riêng quý này 03 văn bản."
    month = replace(plan, periods=(quarter, replace(alone, code="2023-T6")))
    assert plain(say(assessed(HALF_YEAR, "2023-T6", month), "vb_ky") or ()) == "Trong kỳ có 03 văn bản."


def test_an_estimate_is_printed_as_one_once() -> None:
    values = {**HALF_YEAR, "buoi_tt": {"T01": 1, "T02": 2, "T03": 3}}
    guess = assessed(values, estimates=[("buoi_tt", "T02")])
    assert plain(say_text(guess, "Có {buoi_tt} buổi; {ho_dk} hộ.") or ()) == "Có ước 12 buổi; 270 hộ."
    assert plain(say_text(guess, "Ước {buoi_tt} buổi.") or ()) == "Ước 12 buổi."
    assert plain(say_text(guess, "Ước có {buoi_tt} buổi.") or ()) == "Ước có 12 buổi."
    assert plain(say_text(guess, "Về quy ước {buoi_tt} buổi.") or ()) == "Về quy ước ước 12 buổi."
    result = assessed(values, estimates=[("ho_cn", "T02")])
    assert plain(say_text(result, "{ct1.ket_luan}: {ct1.gia_tri}") or ()) == "ước chưa đạt: ước 85,67%"


@pytest.mark.parametrize(
    ("recognised", "printed"), [((86, 103, 68), "85,67%"), ((100, 120, 80), "100%"), ((0, 0, 0), "0%")]
)
def test_rates_are_printed_half_up(recognised: tuple[int, int, int], printed: str) -> None:
    values = {**HALF_YEAR, "ho_cn": dict(zip(("T01", "T02", "T03"), recognised, strict=True))}
    assert said("{ho_cn/tong_ho}", values) == printed


def test_a_rate_is_never_rounded_over_a_promise_nor_to_all() -> None:
    def over(recognised: int, households: int, text: str) -> str | None:
        return said(text, {**HALF_YEAR, "ho_cn": _in_one(recognised), "tong_ho": _in_one(households)})

    assert over(859_999, 1_000_000, "{ho_cn/tong_ho} {ct1.gia_tri}") == "85,9999% 85,9999%"
    assert over(85_999, 100_000, "{ct1.gia_tri} thiếu {ct1.con_thieu}") == "85,999% thiếu 01 hộ"
    values = {**HALF_YEAR, "ho_dk": _in_one(99_999), "tong_ho": _in_one(100_000)}
    assert said("{ho_dk/tong_ho}", values) == "99,999%"


def _in_one(number: int) -> dict[str, Given]:
    return {"T01": number, "T02": 0, "T03": 0}


def test_facts_say_what_they_are_and_where_they_come_from() -> None:
    text = (
        say_text(assessed(HALF_YEAR), "{ho_cn}/{tong_ho}: {ct1.gia_tri} {ky: van_ban} {ho_dk / tong_ho} {qd_so}") or ()
    )
    found = {piece.id: piece for piece in text if isinstance(piece, Fact)}
    assert list(found) == ["ho_cn", "tong_ho", "ct1.gia_tri", "ky:van_ban", "ho_dk/tong_ho", "qd_so"]
    assert found["ct1.gia_tri"].value == Fraction(257, 300)
    assert [p.file for p in found["ho_cn"].rests_on] == ["T01.xlsx", "T02.xlsx", "T03.xlsx"]
    assert [p.file for p in found["qd_so"].rests_on] == ["VP.xlsx"]


def test_nil_is_nought_in_a_sentence_and_silence_is_not() -> None:
    nil = {**HALF_YEAR, "van_ban": {"X": State.NIL}}
    assert said("{ky: van_ban} văn bản.", nil) == "0 văn bản."
    assert said("{ky: van_ban} văn bản.", {**HALF_YEAR, "van_ban": {"X": None}}) is None


def test_money_and_rates_keep_their_decimals() -> None:
    plan = tiny_plan()
    rate = element("ty_le", "Tỷ lệ", kind=type(plan.elements["nvh"].kind).RATE, subject="xa", is_additive=False)
    plan = replace(plan, elements={**plan.elements, "ty_le": rate})
    values: dict[str, dict[str, Given]] = {**HALF_YEAR, "ty_le": {"X": Fraction(1, 8)}}
    values["kinh_phi"] = {"T01": Decimal("1.25"), "T02": Decimal(1234), "T03": Decimal(0)}
    assert said("{ky: kinh_phi} triệu đồng, {ty_le}", values, plan=plan) == "1.235,25 triệu đồng, 12,5%"


def test_a_document_is_cited_by_its_number_while_it_is_in_force() -> None:
    assert said("theo {can_cu: 122/2018/NĐ-CP}") == "theo Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ"
    [basis] = tiny_plan().bases
    ended = replace(tiny_plan(), bases=(replace(basis, until=date(2023, 6, 13)),))
    assert said("theo {can_cu: 122/2018/NĐ-CP}", plan=ended) is None
