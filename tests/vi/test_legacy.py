"""Old encodings are found where they are, and nowhere else; what is decoded is what was meant."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vi.legacy import Encoding, decode, detect, family_of, shows_capitals, suspect
from kehoach.vi.syllables import is_syllable
from tests.vi.old_text import PLACES, WORDS, all_syllables, marked_words, table, written

FAMILIES = [("tcvn3", Encoding.TCVN3, ".VnTime"), ("vni", Encoding.VNI, "VNI-Times")]
SEEN = {
    "QuyÕt Th¾ng": "Quyết Thắng",
    "H÷u Lòng": "Hữu Lũng",
    "Kh«ng ph¸t sinh": "Không phát sinh",
    "x· §ång C¶": "xã Đồng Cả",
    "Th\u00adêng xuyªn": "Thường xuyên",
}
FOREIGN = (
    "Ça coûte très cher à l'hôtel, où l'élève préfère le château près de la forêt; naïve garçon, sœur aînée, août",
    "Über die Straße führt eine schöne Brücke; Mädchen hören größere Vögel, weiß, müßig, für, höher, später, ähnlich",
    "El niño pequeño comió piña mañana; corazón, acción, también, está, más, según, pingüino, vergüenza, útil, época",
    "A educação não é só questão de avó, avô, coração, maçã, pães, órgão, três, você, à, às, também, já, até, chão",
    "25 °C ± 2 µm, ½ m², 3 × 4 ÷ 2, § 5, © ® «» · 10 µg, 100 km², 5 m³, ¼, ¾, 12 µl, ±0,5 %",
)


@pytest.mark.parametrize(("name", "encoding", "font"), FAMILIES)
def test_all_letters_both_ways(name: str, encoding: Encoding, font: str) -> None:
    letters = table(name)
    assert len(letters) == len(set(letters.values())) == 134
    for letter, code in letters.items():
        assert unicodedata.is_normalized("NFC", letter) and code.decode("cp1252").encode("cp1252") == code
        for page, variant in (("cp1252", encoding), ("cp1258", Encoding(f"{encoding} (trang mã 1258)"))):
            assert decode(f"{code.decode(page)}nnn", variant, font) == f"{letter}nnn"


@pytest.mark.parametrize("seen", SEEN)
def test_tcvn3_as_it_was_seen(seen: str) -> None:
    assert decode(seen, Encoding.TCVN3) == SEEN[seen]
    assert written(SEEN[seen], "tcvn3") == seen


@pytest.mark.parametrize(
    ("seen", "meant"), [("Quyeát Thaéng", "Quyết Thắng"), ("ÑOÀNG CAÛ", "ĐỒNG CẢ"), ("Höõu Luõng", "Hữu Lũng")]
)
def test_vni_as_it_was_seen(seen: str, meant: str) -> None:
    assert decode(seen, Encoding.VNI) == meant
    assert written(meant, "vni") == seen


def test_the_invisible_letter_is_kept_until_it_is_read() -> None:
    assert written("đường ư", "tcvn3") == "®\u00adêng \u00ad"
    assert decode("®\u00adêng \u00ad", Encoding.TCVN3) == "đường ư"


def test_capital_fonts_show_capitals() -> None:
    assert decode("quyÕt Th¾ng", Encoding.TCVN3, ".VnTimeH") == "QUYẾT THẮNG"
    assert shows_capitals(".VnArialH") and not shows_capitals(".VnTime") and not shows_capitals("VNI-TimesH")


def test_fonts_name_their_encoding() -> None:
    assert [family_of(f) for f in (".VnTime", ".vnarialh", "VNI-Times", "VNI Helve", "Times New Roman", "")] == [
        Encoding.TCVN3, Encoding.TCVN3, Encoding.VNI, Encoding.VNI, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "encoding", "font"), FAMILIES)
def test_texts_of_the_size_of_a_form_are_decided_right(name: str, encoding: Encoding, font: str) -> None:
    random = Random(7)
    for _ in range(40):
        words = marked_words(random, 50)
        cells = [(written(" ".join(words[i : i + 5]), name), "Times New Roman") for i in range(0, 50, 5)]
        assert detect(cells) is encoding
        small = [w for w in words if w.islower()]
        assert [decode(written(w, name), encoding, font) for w in small] == small


@pytest.mark.parametrize(("name", "encoding"), [f[:2] for f in FAMILIES])
def test_ten_words_are_mostly_enough_and_never_taken_for_the_other(name: str, encoding: Encoding) -> None:
    random = Random(11)
    found = []
    for _ in range(100):
        words = marked_words(random, 10)
        found.append(detect([(written(" ".join(words[i : i + 2]), name), "") for i in range(0, 10, 2)]))
    assert set(found) <= {encoding, None}
    assert found.count(encoding) >= 90


@pytest.mark.parametrize(("name", "encoding", "font"), FAMILIES)
def test_a_font_decides_few_words(name: str, encoding: Encoding, font: str) -> None:
    place = written("Quyết Thắng", name)
    assert detect([(place, font)]) is encoding
    assert detect([(place, "Times New Roman")]) is None
    assert decode(place, encoding, font) == "Quyết Thắng"


@pytest.mark.parametrize(("name", "encoding"), [f[:2] for f in FAMILIES])
def test_a_lone_text_is_asked_about(name: str, encoding: Encoding) -> None:
    for meant in PLACES:
        seen = written(meant, name)
        assert detect([(seen, "")]) is None
        guess = suspect(seen)
        assert guess is None or (guess.encoding, guess.text) == (encoding, meant)
    guess = suspect(written("Quyết Thắng", name))
    assert guess and guess.text == "Quyết Thắng"


@pytest.mark.parametrize(("name", "encoding"), [f[:2] for f in FAMILIES])
def test_under_the_vietnamese_code_page_nothing_is_sure(name: str, encoding: Encoding) -> None:
    cells = [(written(w, name, "cp1258"), "") for w in WORDS]
    found = detect(cells)
    assert found and not found.is_certain and found.family is encoding


@given(st.lists(st.lists(st.sampled_from(all_syllables()), min_size=1, max_size=12), min_size=1, max_size=12))
def test_unicode_is_left_alone(texts: list[list[str]]) -> None:
    plain = [" ".join(words) for words in texts]
    for form in ("NFC", "NFD"):
        assert detect([(unicodedata.normalize(form, t), "Times New Roman") for t in plain]) is None
        assert all(suspect(unicodedata.normalize(form, t)) is None for t in plain)


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_and_signs_are_left_alone(text: str) -> None:
    words = text.split()
    assert detect([(text, "")]) is None
    assert detect([(w, "") for w in words]) is None
    for size in (1, 2, 3, 6):
        assert all(detect([(w, "") for w in words[i : i + size]]) is None for i in range(len(words)))


def test_in_an_old_file_what_unicode_wrote_stays() -> None:
    for text in ("Quyết Thắng", "không phát sinh", "có", "2.500 m²", "Ước", unicodedata.normalize("NFD", "Quyết")):
        assert decode(text, Encoding.TCVN3) == decode(text, Encoding.VNI) == text


def test_a_word_that_means_something_both_ways_is_asked_about_in_an_old_file() -> None:
    assert is_syllable("Lòng") and decode("Lòng", Encoding.TCVN3) == "Lòng"
    guess = suspect("Lòng", encoding=Encoding.TCVN3)
    assert guess and guess.text == "Lũng"
    assert decode("Lòng", Encoding.TCVN3, ".VnTime") == "Lũng"
    assert suspect("Lòng") is None


def test_another_font_speaks_against() -> None:
    assert decode("QuyÕt Th¾ng", Encoding.TCVN3, "VNI-Times") == "QuyÕt Th¾ng"


def test_abbreviations_in_an_old_font_are_decoded() -> None:
    assert decode("12/Q§-UBND", Encoding.TCVN3, ".VnTime") == "12/QĐ-UBND"
    assert decode("12/Q§-UBND", Encoding.TCVN3) == "12/QĐ-UBND"
