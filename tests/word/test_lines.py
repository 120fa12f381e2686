"""Long names break where the sense allows; widths are those of the font."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.word.lines import break_lines
from kehoach.word.metrics import text_width


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False, 95.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False, 88.3),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False, 60.5),
        ("ỦY BAN NHÂN DÂN", 13, True, False, 43.2),
        ("PHÓ CHỦ TỊCH UBND XÃ", 14, True, False, 60.4),
    ],
)
def test_widths_are_those_of_times_new_roman(
    text: str, size: float, bold: bool, italic: bool, millimetres: float
) -> None:
    assert abs(text_width(text, size, bold, italic) - millimetres) < 0.1


def test_both_ways_of_writing_a_letter_are_as_wide() -> None:
    assert text_width("e\u0302\u0301", 14) == text_width("ế", 14) == text_width("e", 14)
    assert text_width("ớ", 14) == text_width("ơ", 14) > text_width("o", 14)
    assert text_width("\u00a0", 14) == text_width(" ", 14)
    assert text_width("字", 14) > 0


@pytest.mark.parametrize(
    ("text", "limit", "size", "lines"),
    [
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", 66, 13, ("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ")),
        ("ỦY BAN NHÂN DÂN XÃ ĐỒNG TÂM MỚI", 66, 13, ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG TÂM MỚI")),
        (
            "Kết quả thực hiện phong trào “Toàn dân đoàn kết xây dựng đời sống mới” quý I năm 2031",
            150,
            14,
            ("Kết quả thực hiện phong trào “Toàn dân đoàn kết", "xây dựng đời sống mới” quý I năm 2031"),
        ),
        (
            "Kết quả thực hiện Kế hoạch số 34/KH-BCĐ ngày 28/02/2031 của Ban Chỉ đạo xã Mới quý III năm 2031",
            150,
            14,
            ("Kết quả thực hiện Kế hoạch số 34/KH-BCĐ ngày 28/02/2031", "của Ban Chỉ đạo xã Mới quý III năm 2031"),
        ),
        ("BAN CHỈ ĐẠO", 66, 13, ("BAN CHỈ ĐẠO",)),
    ],
)
def test_breaks_at_sense(text: str, limit: float, size: float, lines: tuple[str, ...]) -> None:
    assert break_lines(text, limit, lambda line: text_width(line, size, bold=True)) == lines


@given(st.lists(st.text("aBđ-,2", min_size=1, max_size=8), max_size=25), st.integers(4, 40))
def test_no_word_is_lost_and_no_line_too_wide(words: list[str], limit: int) -> None:
    lines = break_lines(" ".join(words), limit, len)
    assert " ".join(lines).split() == words
    assert all(len(line) <= limit or " " not in line for line in lines)
