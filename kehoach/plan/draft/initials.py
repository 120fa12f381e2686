"""Abbreviations that the plan itself spells out (chữ viết tắt): by the first letters of its quoted names."""

import re
from collections.abc import Iterable

from kehoach.plan.catalogue.read import usual_abbreviations
from kehoach.vi.names import fold

LEAST_WORDS = 4
MOST_LINE = 32
"""Letters of a line of the issuing body's name that the head of a document has room for."""
_QUOTED = re.compile(r"[“\"]([^”\"]{12,120})[”\"]")
_SHORT = re.compile(r"([“\"])([A-ZĐ]{3,})([”\"])")


def named_phrases(lines: Iterable[str]) -> dict[str, str]:
    """First letters → the quoted name that they are of."""
    quoted = (match[1] for match in _QUOTED.finditer(" ".join(lines)))
    return {first_letters(phrase): phrase for phrase in quoted if len(phrase.split()) >= LEAST_WORDS}


def first_letters(phrase: str) -> str:
    """TDĐK out of "Toàn dân đoàn kết"."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", phrase)).upper()


def spelled_out(text: str, lines: Iterable[str]) -> str:
    """A text with quoted abbreviations written in full, in capitals where it is; one letter off is taken for a slip."""
    phrases = {fold(letters): phrase for letters, phrase in named_phrases(lines).items()}

    def whole(match: re.Match[str]) -> str:
        phrase = phrases.get(fold(match[2]))
        return f"{match[1]}{phrase}{match[3]}" if phrase else match[0]

    return "\n".join(_line(line, _usual(_SHORT.sub(whole, line))) for line in text.split("\n"))


def _usual(line: str) -> str:
    """With the abbreviations that bodies are known by written out."""
    for short, whole in usual_abbreviations():
        line = re.sub(rf"(?<!\w){short}(?!\w)", whole, line)
    return line


def _line(line: str, whole: str) -> str:
    """In lines of an even number of syllables, for most words have two."""
    if whole == line or line.upper() != line:
        return whole
    words = whole.upper().split()
    count = -(-len(words) // -(-len(whole) // MOST_LINE))
    count += count % 2
    return "\n".join(" ".join(words[at : at + count]) for at in range(0, len(words), count))
