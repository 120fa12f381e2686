"""A text that is cut says so, and is never longer than there is room for."""

import pytest

from kehoach.vi.quoted import shortened


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 5, ""),
        ("năm hộ", 6, "năm hộ"),
        ("năm hộ nghèo", 6, "năm h…"),
        ("năm hộ nghèo", 5, "năm…"),
    ],
)
def test_a_long_text_is_cut_to_its_room(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown
