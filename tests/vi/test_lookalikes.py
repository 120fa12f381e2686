"""What looks right is made right, and it is told what was odd; what is right stays, and other scripts stay too."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vi.lookalikes import Oddity, clean, tone_key
from tests.vi.old_text import PLACES, WORDS, all_syllables

ODD = {
    "Th\u043en N\u00e0 H\u043e\u00e0": ("Thon Nà Hoà", Oddity.LETTERS),
    "Ðồng Cả": ("Đồng Cả", Oddity.LETTERS),
    "Đồng\u00a0Cả": ("Đồng Cả", Oddity.LETTERS),
    "Đồng\u200b Cả\ufeff": ("Đồng Cả", Oddity.LETTERS),
    "Ｔｈôｎ\u3000１": ("Thôn 1", Oddity.LETTERS),
    unicodedata.normalize("NFD", "Quyết Thắng"): ("Quyết Thắng", Oddity.UNICODE),
    "  Quyết\n Thắng ": ("Quyết Thắng", Oddity.SPACES),
    "'Quyết Thắng": ("Quyết Thắng", Oddity.SPACES),
}


@pytest.mark.parametrize("text", ODD)
def test_what_is_odd_is_put_right_and_named(text: str) -> None:
    cleaned = clean(text)
    assert (cleaned.text, cleaned.oddities[0]) == ODD[text]


@pytest.mark.parametrize("text", [*PLACES, "25 °C ± 2 µm, ½ m²", "Москва", "αβγ", "12/QĐ-UBND", "“Hoà”", ""])
def test_what_is_right_stays(text: str) -> None:
    assert (clean(text).text, clean(text).oddities) == (text, ())


@given(st.lists(st.sampled_from(all_syllables()), min_size=1).map(" ".join))
def test_vietnamese_is_never_odd_and_decomposed_is_only_that(text: str) -> None:
    assert clean(text).oddities == ()
    decomposed = unicodedata.normalize("NFD", text)
    assert clean(decomposed).text == text
    assert clean(decomposed).oddities == (() if decomposed == text else (Oddity.UNICODE,))


@given(st.text())
def test_clean_is_clean(text: str) -> None:
    once = clean(text).text
    assert clean(once).text in (once, clean(once).text.removeprefix("'"))
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("one", "other"), [("Nà Hoà", "nà hòa"), ("Yên Thuý", "Yên Thúy"), ("Quỳnh", "Qùynh"), ("Hoàng", "Hòang")]
)
def test_tone_places_have_one_key(one: str, other: str) -> None:
    assert tone_key(one) == tone_key(other) == tone_key(unicodedata.normalize("NFD", other))


def test_different_words_have_different_keys() -> None:
    words = {w.casefold() for w in [*WORDS, *all_syllables()]}
    assert len({tone_key(w) for w in words}) == len(words)
    assert tone_key("hóa") != tone_key("hòa") != tone_key("hoa")
