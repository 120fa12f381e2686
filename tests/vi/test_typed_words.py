"""The words in place of numbers are kept apart: yes, no, none, perhaps none, as above."""

import pytest

from kehoach.vi.typed_words import is_dash, is_ditto, is_loose_none, is_none, is_not_yet, read_yes_no


@pytest.mark.parametrize("typed", ["Có", "co", "x", "X", "✓", "đã", "rồi", "1", " có. "])
def test_yes(typed: str) -> None:
    assert read_yes_no(typed) is True


@pytest.mark.parametrize("typed", ["Không", "ko", "k", "chưa", "chưa có", "0"])
def test_no(typed: str) -> None:
    assert read_yes_no(typed) is False


@pytest.mark.parametrize("typed", ["", "đang xây", "2", "có lẽ", "kps"])
def test_neither(typed: str) -> None:
    assert read_yes_no(typed) is None


@pytest.mark.parametrize(
    "typed", ["không phát sinh", "Không  phát sinh", "KPS", "ko phát sinh", "kho\u0302ng phát sinh"]
)
def test_none_in_so_many_words(typed: str) -> None:
    assert is_none(typed)


@pytest.mark.parametrize("typed", ["-", "–", "--", "...", "không", "ko có", "k"])
def test_perhaps_none(typed: str) -> None:
    assert is_loose_none(typed) and not is_none(typed)


@pytest.mark.parametrize("typed", ["nt", "NT", "//", '"', "như trên", "n/t"])
def test_as_above_is_never_none(typed: str) -> None:
    assert is_ditto(typed) and not is_loose_none(typed)


def test_zero_and_silence_are_neither() -> None:
    for typed in ("0", "", " "):
        assert not (is_none(typed) or is_loose_none(typed) or is_ditto(typed) or is_dash(typed))


def test_not_yet_is_not_none() -> None:
    assert is_not_yet("chưa có số liệu") and not is_none("chưa có số liệu")
