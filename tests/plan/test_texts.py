"""Text of a plan cell and the value it stands for."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.plan.contents import ContentError, print_contents, read_contents
from kehoach.plan.section import Content, ContentKind
from kehoach.plan.texts import (
    code_in,
    print_exact,
    print_threshold,
    read_choice,
    read_list,
    read_number,
    read_threshold,
    read_whole,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.119", "1119"),
        ("12.345.678", "12345678"),
        ("1.119,5", "1119.5"),
        ("0.125", "0.125"),
        ("0,5", "0.5"),
        ("86.5", "86.5"),
        ("-3", "-3"),
        ("1 119", "1119"),
        ("86%", None),
        ("12,5 triệu", None),
        ("1.2.3", None),
        ("٣", None),
        ("", None),
        ("nhiều", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert read_number(text) == (None if number is None else Decimal(number))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_number_comes_back(number: Decimal) -> None:
    assert read_number(print_exact(number)) == number


def test_whole_numbers() -> None:
    assert (read_whole("14"), read_whole("14,0"), read_whole("14,5")) == (14, 14, None)


@pytest.mark.parametrize(
    ("text", "measure", "threshold"),
    [
        ("86", "%", Fraction(86, 100)),
        ("86%", "%", Fraction(86, 100)),
        ("85,5", "%", Fraction(171, 200)),
        ("1", "tiêu chí", Fraction(1)),
        ("86%", "hộ", None),
    ],
)
def test_thresholds(text: str, measure: str, threshold: Fraction | None) -> None:
    assert read_threshold(text, measure) == threshold


@given(st.integers(0, 10_000), st.sampled_from(["%", "hộ"]))
def test_a_threshold_comes_back(hundredths: int, measure: str) -> None:
    threshold = Fraction(hundredths, 10_000)
    assert read_threshold(print_threshold(threshold, measure), measure) == threshold


def test_lists_choices_and_headers() -> None:
    assert read_list(" a ;; b;") == ("a", "b")
    assert read_choice("CO", ("có", "không")) == "có"
    assert read_choice("≥", (">=", "<=")) == ">="
    assert read_choice("bằng", (">=", "=")) == "="
    assert read_choice("chắc", ("có", "không")) is None
    assert code_in("Số hộ (năm trước) (tong_ho)") == "tong_ho"
    assert code_in("tong_ho") == "tong_ho"


def test_contents_come_back() -> None:
    text = "câu; chỉ tiêu; nhiệm vụ kỳ sau; nhiệm vụ; văn bản uu_diem; bảng thon: ho_dk, ho_cn"
    contents = read_contents(text)
    assert [content.kind for content in contents] == [
        ContentKind.SENTENCES,
        ContentKind.TARGETS,
        ContentKind.NEXT_TASKS,
        ContentKind.TASKS,
        ContentKind.TEXT,
        ContentKind.TABLE,
    ]
    assert contents[-1] == Content(ContentKind.TABLE, "thon", ("ho_dk", "ho_cn"))
    assert print_contents(contents) == text
    assert read_contents("BANG Cơ quan: cq_dat") == (Content(ContentKind.TABLE, "co_quan", ("cq_dat",)),)
    assert read_contents("") == ()


@pytest.mark.parametrize("text", ["hình vẽ", "câu gì đó", "văn bản", "văn bản a b", "bảng thon", "bảng: a"])
def test_contents_refuse(text: str) -> None:
    with pytest.raises(ContentError, match="“"):
        read_contents(text)
