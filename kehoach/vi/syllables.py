"""The Vietnamese syllable (âm tiết): onset, rhyme and tone, as a grammar; what no officer can have meant is none.

Where the tone stands within the rhyme is left open: hoà and hòa, thuý and thúy are both written, and old typewriters
knew more ways.
"""

import unicodedata
from functools import cache, lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The marks of huyền, sắc, ngã, hỏi, nặng; the sixth tone has none."""
STOPPED_TONES = "\u0301\u0323"
"""Rhymes that end in c, ch, p, t (k in names: Đắk Lắk) have sắc or nặng, and always one of them."""
_STOPS = ("c", "ch", "k", "p", "t")

ONSETS = {
    "": "a e o u ă â ê i ô ơ ư y",
    "b ch d đ h l m n ph r s t th tr v x": "a e o u ă â ê i ô ơ ư y",
    "kh": "a e o u ă â ê i ô ơ ư y",
    "nh": "a e o u ă â ê i ô ơ ư",
    "c": "a o u ă â ô ơ ư",
    "k": "a e ê i y",
    "g": "a o u ă â ô ơ ư",
    "gh": "e ê i",
    "gi": "a e o u ă â ê ô ơ ư",
    "ng": "a o u ă â ô ơ ư y",
    "ngh": "e ê i",
    "p": "a e o u ă â ê i ô ơ ư",
    "qu": "a e ă â ê i ô ơ",
}
"""Onsets, and the letters that the rhyme after them may begin with."""

RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu",
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu",
    "y yêm yên yêng yêt yêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong",
    "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut",
    "uy uya uych uyên uyêt uynh uyp uyt uyn uyu",
    "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu",
)
"""Rhymes without their tone."""
_AFTER_QU = ("y", "yên", "yêt", "yt", "ych", "ynh", "yp")
_AFTER_GI = ("gi", "gin", "gich", "giêc", "giêng", "giêt", "giêm", "giêp")


def split_tone(word: str) -> tuple[str, str]:
    """The word without its tone marks, and these: "Thuý" and "Thúy" → ("Thuy", sắc). NFC out."""
    marked = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in marked if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in marked if c not in TONES)), tone


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether the word, written thôn, Thôn or THÔN, is a Vietnamese syllable with its tone."""
    bare, tone = split_tone(word)
    if not (word.islower() or word.isupper() or word == word.capitalize()):
        return False
    return len(tone) < 2 and tone in bare_syllables().get(bare.lower(), ())


@cache
def bare_syllables() -> dict[str, tuple[str, ...]]:
    """Every syllable without its tone, and the tones it may have ("" where it may have none)."""
    rhymes = " ".join(RHYMES).split()
    bare = {
        onset + rhyme
        for onsets, first in ONSETS.items()
        for onset in onsets.split() or [""]
        for rhyme in rhymes
        if rhyme[0] in first.split() and _go_together(onset, rhyme)
    }
    bare |= {"qu" + rhyme for rhyme in _AFTER_QU} | set(_AFTER_GI)
    return {word: tuple(STOPPED_TONES) if word.endswith(_STOPS) else ("", *TONES) for word in sorted(bare)}


def _go_together(onset: str, rhyme: str) -> bool:
    """y alone stands after some onsets only, yê after none; what begins with u is not said after qu."""
    if rhyme.startswith("y"):
        return onset == "" if rhyme != "y" else onset in ("", "h", "k", "l", "m", "s", "t", "v")
    return True
