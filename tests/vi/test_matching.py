"""Names are recognised however they are spelt; what could be two is asked, and another number is another place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vi.matching import How, match_name
from kehoach.vi.names import fold
from tests.examples import examples
from tests.vi.old_text import PLACES

UNITS = {
    "T01": ("Thôn Đồng Cả 1", "Đồng Cả Trong"),
    "T02": ("Thôn Đồng Cả 2",),
    "T03": ("Thôn Nà Hoà",),
    "T04": ("Bản Mới",),
    "T05": ("Thôn Yên Thuỷ",),
    "T06": ("Thôn Na Lay",),
    "T07": ("Thôn Ná Lây",),
    "TYT": ("Trạm Y tế", "Y tế xã"),
}
SURE = {
    "T01": ("T01", How.EXACT),
    "thôn  đồng cả 1": ("T01", How.EXACT),
    "đồng cả trong": ("T01", How.ALIAS),
    "Thôn Nà Hòa": ("T03", How.SPELLING),
    "Thôn\u00a0Nà Hoà": ("T03", How.EXACT),
    unicodedata.normalize("NFD", "Thôn Nà Hoà"): ("T03", How.EXACT),
    "Thôn Đồng Cả I": ("T01", How.NUMBER),
    "Thôn Đồng Cả một": ("T01", How.NUMBER),
    "Thôn Đồng Cả 02": ("T02", How.NUMBER),
    "Thôn Đồng Cả2": ("T02", How.NUMBER),
    "Thôn Đồng Cả số 2": ("T02", How.NUMBER),
    "Đồng Cả - II": ("T02", How.GENERIC),
    "T. Nà Hoà": ("T03", How.GENERIC),
    "KDC Đồng Cả 1": ("T01", How.GENERIC),
    "thon Nà Hoà": ("T03", How.GENERIC),
    "Mới": ("T04", How.GENERIC),
    "Thôn Bản Mới": ("T04", How.GENERIC),
    "Na Hoa": ("T03", How.ACCENTS),
    "Đồng Cà 2": ("T02", How.ACCENTS),
    "tram y te": ("TYT", How.ACCENTS),
}
OPEN = {
    "Đồng Cả": (How.SEVERAL, {"T01", "T02"}),
    "Na Lây": (How.SEVERAL, {"T06", "T07"}),
    "Bản Nà Hoà": (How.NEAR, {"T03"}),
    "Nà Ho": (How.NEAR, {"T03"}),
    "Yên Thuýt": (How.NEAR, {"T05"}),
    "Đồng Cả 3": (How.NONE, set()),
    "Đồng Cả 12": (How.NONE, set()),
    "Bình Minh": (How.NONE, set()),
    "Thôn": (How.NONE, set()),
    "1": (How.NONE, set()),
    "": (How.NONE, set()),
}


@pytest.mark.parametrize("text", SURE)
def test_one_name_is_meant(text: str) -> None:
    match = match_name(text, UNITS)
    assert (match.key, match.how) == SURE[text]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_clear_is_asked(text: str) -> None:
    match = match_name(text, UNITS)
    assert match.key is None
    assert (match.how, set(match.candidates)) == OPEN[text]


def test_a_word_for_the_kind_is_kept_where_another_place_has_it() -> None:
    both = {"T1": ("Bản Mới",), "T2": ("Thôn Mới",)}
    assert [match_name(t, both).key for t in ("Bản Mới", "Thôn Mới", "Mới")] == ["T1", "T2", None]
    only_village = {"T2": ("Thôn Mới",)}
    assert match_name("Bản Mới", only_village).key is None


def test_two_units_of_one_alias_are_both_candidates() -> None:
    match = match_name("Trung tâm", {"T1": ("Thôn A", "Trung tâm"), "T2": ("Thôn B", "trung tâm")})
    assert (match.key, match.candidates) == (None, ("T1", "T2"))


@examples(20)
@given(st.lists(st.sampled_from([f"{p} {n}" for p in PLACES for n in range(1, 13)]), min_size=1, unique=True))
def test_every_name_finds_itself_and_no_other(names: list[str]) -> None:
    units = {f"T{i}": (f"Thôn {name}",) for i, name in enumerate(names)}
    for code, (name,) in units.items():
        for spelling in (
            name,
            name.upper(),
            unicodedata.normalize("NFD", name),
            name.removeprefix("Thôn "),
            fold(name),
        ):
            assert match_name(spelling, units).key == code
