"""The grammar takes what people write and refuses what nobody can have meant."""

import unicodedata

import pytest

from kehoach.vi.syllables import bare_syllables, is_syllable, split_tone
from tests.vi.old_text import PLACES, WORDS, all_syllables

NONE_OF_THEM = ("QuyÕt", "Th¾ng", "Quyeát", "Thaéng", "tHôn", "thÔN", "nghà", "cé", "kóa", "cáć", "mât", "tàp", "µ", "")


@pytest.mark.parametrize("word", [*WORDS, *" ".join(PLACES).split(), "gì", "giếng", "quốc", "quỵ", "ngoằn", "khuỷu"])
def test_words_are_syllables_in_each_of_three_cases(word: str) -> None:
    assert is_syllable(word) or word.isascii()
    assert is_syllable(word.capitalize()) == is_syllable(word.upper()) == is_syllable(word)


@pytest.mark.parametrize("word", NONE_OF_THEM)
def test_others_are_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("quỳnh", "qùynh"), ("toàn", "tòan")])
def test_the_tone_may_stand_where_people_put_it(one: str, other: str) -> None:
    assert is_syllable(one) and is_syllable(other)
    assert split_tone(one) == split_tone(other)


def test_every_syllable_of_the_grammar_is_one_composed_or_not() -> None:
    syllables = all_syllables()
    assert len(bare_syllables()) > 3_000
    assert all(is_syllable(s) and is_syllable(unicodedata.normalize("NFD", s)) for s in syllables)


def test_a_stop_is_said_with_two_tones_only() -> None:
    assert [is_syllable(w) for w in ("cát", "cạt", "cát", "càt", "cảt", "cãt", "cat")] == [True] * 3 + [False] * 4
