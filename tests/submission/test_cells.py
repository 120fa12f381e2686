"""One answer cell: four ways of saying little are kept apart, and what cannot be is asked."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.finding import Answer, Place, Severity
from kehoach.office.model import CellKind, RawCell
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.submission.cells import CellReading, read_cell
from kehoach.submission.model import State
from tests.tiny import element, tiny_plan

PERIOD = tiny_plan().periods[0]
HOUSEHOLDS = element("tong_ho", "Tổng số hộ", low=Decimal(1))
MEETINGS = element("buoi_tt", "Số buổi", measure="buổi", nature=Nature.FLOW)
MONEY = element("kinh_phi", "Kinh phí", ElementKind.AMOUNT, measure="triệu đồng", nature=Nature.FLOW)
ATTENDANCE = element("luot", "Số lượt", measure="lượt người", nature=Nature.FLOW, is_estimate=True)
HOUSE = element("nvh", "Có nhà văn hóa", ElementKind.YES_NO, measure="")
RATE = element("ty_le", "Tỷ lệ", ElementKind.RATE, measure="%")
DAY = element("ngay", "Ngày quyết định", ElementKind.DATE, measure="")
DONE_ON = element("ngay_xong", "Ngày xong", ElementKind.DATE, measure="", is_required=False)
STATE = element("trang_thai", "Tình hình", ElementKind.CHOICE, measure="", choices=("chưa làm", "đang làm", "đã xong"))
PAPER = element("qd_so", "Số quyết định", ElementKind.TEXT, measure="")
CRITERIA = element("ntm_dat", "Số tiêu chí", measure="tiêu chí", high=Decimal(19))


def read(about: Element, value: object, **look: object) -> CellReading:
    kinds = {
        str: CellKind.TEXT,
        bool: CellKind.BOOL,
        date: CellKind.DATE,
        datetime: CellKind.DATE,
        type(None): CellKind.BLANK,
    }
    kind = look.pop("kind", kinds.get(type(value), CellKind.NUMBER))
    cell = RawCell(7, 3, kind, value, **look)  # type: ignore[arg-type]
    return read_cell(about, "T01", PERIOD, cell, Place("T01", "a.xlsx", "Số liệu", "C7"))


def kept(about: Element, value: object, **look: object) -> tuple[State, object]:
    reading = read(about, value, **look)
    assert not [f for f in reading.findings if f.open], reading.findings
    return reading.value.state, reading.value.value


def asked(about: Element, value: object, **look: object) -> tuple[str, State]:
    reading = read(about, value, **look)
    assert not reading.changes, "what is asked is not put right as well"
    [finding] = reading.findings
    assert finding.open and finding.answers[0] is Answer.CHANGE
    assert (finding.element, finding.subject, finding.place.cell) == (about.code, "T01", "C7")
    return finding.code, reading.value.state


@pytest.mark.parametrize(
    ("typed", "state", "value"),
    [
        (None, State.BLANK, None),
        ("", State.BLANK, None),
        ("  \u200b", State.BLANK, None),
        (0, State.NUMBER, 0),
        ("0", State.NUMBER, 0),
        ("-", State.NIL, None),
        ("không", State.NIL, None),
        ("không phát sinh", State.NIL, None),
        ("kps", State.NIL, None),
    ],
)
def test_blank_zero_stroke_and_none_of_a_flow_are_kept_apart(typed: object, state: State, value: object) -> None:
    assert kept(MEETINGS, typed) == (state, value)


@pytest.mark.parametrize("typed", ["-", "không", "ko có", "chưa có", "nt", "//"])
def test_a_stroke_says_nothing_sure_of_what_is_always_there(typed: str) -> None:
    assert asked(HOUSEHOLDS, typed) == ("KT-52", State.UNREADABLE)


def test_not_yet_is_no_none_even_of_a_flow() -> None:
    assert asked(MEETINGS, "chưa có số liệu") == ("KT-52", State.UNREADABLE)


def test_as_above_is_asked_of_every_kind() -> None:
    for about in (MEETINGS, MONEY, HOUSE, DAY, STATE, PAPER, RATE):
        assert asked(about, "nt") == ("KT-52", State.UNREADABLE)


def test_the_choice_for_blanks_speaks_only_for_blanks() -> None:
    place = Place("T01", "a.xlsx", "Số liệu", "C7")
    assert read_cell(MEETINGS, "T01", PERIOD, None, place, blanks_are_nil=True).value.state is State.NIL
    assert read_cell(MEETINGS, "T01", PERIOD, None, place).value.state is State.BLANK
    three = RawCell(7, 3, CellKind.NUMBER, 3)
    assert read_cell(MEETINGS, "T01", PERIOD, three, place, blanks_are_nil=True).value.value == 3
    none_where_some_must_be = read_cell(HOUSEHOLDS, "T01", PERIOD, None, place, blanks_are_nil=True)
    assert [f.code for f in none_where_some_must_be.findings] == ["KT-54"]


@pytest.mark.parametrize(
    ("about", "typed", "value", "kind"),
    [
        (HOUSEHOLDS, 120, 120, int),
        (HOUSEHOLDS, "120", 120, int),
        (MONEY, Decimal("12.5"), Decimal("12.5"), Decimal),
        (MONEY, 12, Decimal(12), Decimal),
        (MONEY, "12,5", Decimal("12.5"), Decimal),
        (HOUSE, "Có", 1, int),
        (HOUSE, "không", 0, int),
        (HOUSE, True, 1, int),
        (RATE, Decimal("0.865"), Fraction(173, 200), Fraction),
        (DAY, datetime(2023, 3, 5, 7, 30), date(2023, 3, 5), date),
        (DAY, "5/3/2023", date(2023, 3, 5), date),
        (STATE, "Đang làm", "đang làm", str),
        (PAPER, "05/QĐ-UBND", "05/QĐ-UBND", str),
        (PAPER, 12, "12", str),
    ],
)
def test_plain_answers_keep_their_exact_kind_and_raise_nothing(
    about: Element, typed: object, value: object, kind: type
) -> None:
    reading = read(about, typed)
    assert (reading.value.value, type(reading.value.value)) == (value, kind)
    assert not reading.changes and not reading.findings


@pytest.mark.parametrize(
    ("about", "typed", "taken", "code"),
    [
        (HOUSEHOLDS, "120 hộ", "120", "KT-45"),
        (HOUSEHOLDS, "1.234", "1.234", "KT-46"),
        (HOUSEHOLDS, "1 234", "1.234", "KT-47"),
        (RATE, "86,5%", "86,5%", "KT-48"),
        (MEETINGS, "-", "không phát sinh", "KT-52"),
        (HOUSE, "x", "có", "KT-52"),
        (HOUSE, "chưa", "không", "KT-52"),
        (HOUSEHOLDS, "1O5", "105", "KT-53"),
        (DAY, "5/3", "05/3/2023", "KT-56"),
        (DAY, 44990, "05/3/2023", "KT-56"),
        (STATE, "dang lam", "đang làm", "KT-39"),
        (PAPER, " 05/QĐ-UBND\n", "05/QĐ-UBND", "KT-43"),
        (DONE_ON, "chưa", "để trống", "KT-52"),
    ],
)
def test_what_is_put_right_is_listed_with_before_and_after(
    about: Element, typed: object, taken: str, code: str
) -> None:
    reading = read(about, typed)
    [change] = reading.changes
    assert (change.typed, change.taken, change.code) == (str(typed), taken, code)
    assert change.reason and not reading.findings


@pytest.mark.parametrize(
    ("about", "typed", "code", "state"),
    [
        (HOUSEHOLDS, "khoảng 120", "KT-45", State.NUMBER),
        (HOUSEHOLDS, "nhiều", "KT-45", State.UNREADABLE),
        (HOUSEHOLDS, "120 người", "KT-45", State.UNREADABLE),
        (HOUSEHOLDS, Decimal("1.234"), "KT-46", State.UNREADABLE),
        (MONEY, "1.234", "KT-47", State.UNREADABLE),
        (HOUSEHOLDS, "86%", "KT-48", State.UNREADABLE),
        (RATE, Decimal("1.2"), "KT-50", State.UNREADABLE),
        (HOUSE, "đang xây", "KT-52", State.UNREADABLE),
        (HOUSEHOLDS, -3, "KT-54", State.SET_ASIDE),
        (HOUSEHOLDS, Decimal("1.5"), "KT-54", State.SET_ASIDE),
        (HOUSEHOLDS, "1,5", "KT-54", State.SET_ASIDE),
        (HOUSEHOLDS, 0, "KT-54", State.NUMBER),
        (CRITERIA, 20, "KT-54", State.NUMBER),
        (HOUSEHOLDS, 10**16, "KT-54", State.SET_ASIDE),
        (MONEY, 150_000_000, "KT-55", State.NUMBER),
        (MONEY, "150.000 đồng", "KT-55", State.UNREADABLE),
        (HOUSEHOLDS, date(2023, 4, 3), "KT-56", State.UNREADABLE),
        (HOUSEHOLDS, "3/4", "KT-56", State.UNREADABLE),
        (DAY, "31/2", "KT-56", State.UNREADABLE),
        (DAY, 7, "KT-56", State.UNREADABLE),
        (PAPER, date(2023, 5, 1), "KT-56", State.TEXT),
        (STATE, "làm gần xong rồi", "KT-109", State.UNREADABLE),
        (HOUSEHOLDS, True, "KT-45", State.UNREADABLE),
    ],
)
def test_what_cannot_be_or_is_unclear_is_asked(about: Element, typed: object, code: str, state: State) -> None:
    assert asked(about, typed) == (code, state)


def test_an_error_and_a_formula_without_its_value_are_not_blank() -> None:
    assert asked(HOUSEHOLDS, "#REF!", kind=CellKind.ERROR) == ("KT-27", State.UNREADABLE)
    assert asked(HOUSEHOLDS, None, formula="SUM(C1:C6)") == ("KT-26", State.UNREADABLE)


def test_a_formula_s_value_counts_and_a_link_to_another_file_is_listed() -> None:
    assert kept(HOUSEHOLDS, 120, formula="100+20") == (State.NUMBER, 120)
    [look] = read(HOUSEHOLDS, 120, formula="[1]Sheet1!A1").findings
    assert (look.code, look.severity, look.open) == ("KT-28", Severity.LOOK, False)


def test_an_estimate_is_accepted_where_it_is_one_by_nature() -> None:
    reading = read(ATTENDANCE, "khoảng 300 lượt")
    assert (reading.value.value, reading.value.is_estimate, reading.findings) == (300, True, ())
    assert not read(ATTENDANCE, 300).value.is_estimate


def test_rates_typed_in_percent_are_divided_and_shown() -> None:
    [look] = read(RATE, 86).findings
    assert (look.code, look.severity) == ("KT-49", Severity.LOOK)
    assert kept(RATE, 86) == (State.NUMBER, Fraction(43, 50))
    assert kept(RATE, Decimal("86"), number_format="0%") == (State.NUMBER, Fraction(43, 50))
    assert kept(RATE, Decimal("0.86"), number_format="0.0%") == (State.NUMBER, Fraction(43, 50))


def test_text_in_an_old_font_is_asked_unless_it_is_plain() -> None:
    assert asked(PAPER, "QuyÕt ®Þnh", font=".VnTime") == ("KT-33", State.TEXT)
    assert kept(PAPER, "05/QD-UBND", font=".VnTime") == (State.TEXT, "05/QD-UBND")


def test_last_period_s_number_is_offered_only_for_what_lasts() -> None:
    assert Answer.USE_LAST in read(HOUSEHOLDS, "nhiều").findings[0].answers
    assert Answer.USE_LAST not in read(MEETINGS, "nhiều").findings[0].answers
    assert Answer.KEEP not in read(HOUSEHOLDS, "nhiều").findings[0].answers
    assert Answer.KEEP in read(HOUSEHOLDS, "khoảng 120").findings[0].answers


VALUES = st.one_of(st.none(), st.text(), st.integers(), st.decimals(), st.dates(), st.datetimes(), st.booleans())


@given(st.sampled_from((HOUSEHOLDS, MEETINGS, MONEY, HOUSE, RATE, DAY, STATE, PAPER)), VALUES)
@example(STATE, "0:²")
@example(DAY, Decimal(10) ** 28)
def test_no_content_breaks_a_reading_and_silence_is_never_a_number(about: Element, value: object) -> None:
    if isinstance(value, Decimal) and not value.is_finite():
        value = None
    reading = read(about, value)
    has_value = reading.value.state in (State.NUMBER, State.TEXT, State.DATE)
    assert has_value == (reading.value.value is not None)
    if value is None:
        assert reading.value.state is State.BLANK
    if reading.value.state in (State.UNREADABLE, State.SET_ASIDE):
        assert any(f.open for f in reading.findings)
