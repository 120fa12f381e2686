"""A number as it is printed (con số in trong báo cáo): what the report says so, and the cells that hold it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kehoach.assessment.model import Assessment
from kehoach.dataset.frame import counting_values
from kehoach.explain.numbers import said
from kehoach.explain.sentences import of_fact, sentences, sources_of
from kehoach.explain.tree import Branch, some
from kehoach.proof.printed import folded, numbers
from kehoach.report.model import Fact, Report
from kehoach.report.texts import facts_of

MOST_FACTS, MOST_CELLS = 8, 12
AROUND = 40
"""Letters shown on each side of a number in its sentence."""
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d))")
_NUMBER = re.compile(r"[\d.,/]+\s*%?")
_GLUED = re.compile(r"[^\W\d_]\d")
_ABOUT = 3
"""Words beside a number that still make it the question: "962 hộ", "0,03 điểm %"."""


def is_number(what: str) -> bool:
    """Whether a number is asked about, with no more than its measure beside it."""
    return bool(_asked(what)) and not _GLUED.search(what) and len(_NUMBER.sub(" ", what).split()) <= _ABOUT


def of_number(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """What the report prints so, then the cells that hold the number."""
    facts = _printed(report, what)
    sources = sources_of(assessment)
    told = tuple(of_fact(sources, fact, where) for fact, where in facts.items())
    return (
        *some(told, MOST_FACTS, "số khác trong báo cáo có số này; chép cả câu để hỏi đúng chỗ"),
        *some(tuple(_cells(assessment, what)), MOST_CELLS, "ô khác có số này"),
    )


def _asked(what: str) -> tuple[Fraction, ...]:
    return numbers(_POINT.sub(",", what))


def _printed(report: Report, what: str) -> dict[Fact, list[str]]:
    """Facts that are printed just so; else those in which one of the numbers stands. Each with where it is printed."""
    found: dict[Fact, list[str]] = {}
    for sentence in sentences(report):
        for fact in facts_of(sentence.text):
            found.setdefault(fact, []).append(f"{sentence.block}: {_around(sentence.words, fact.printed)}")
    same = {f: where for f, where in found.items() if _joined(f.printed) == _joined(what)}
    return same or {f: where for f, where in found.items() if _has(f.printed, what)}


def _around(words: str, printed: str) -> str:
    """The words about a number."""
    at = max(words.find(printed), 0)
    start, end = max(0, at - AROUND), at + len(printed) + AROUND
    return f"“{'…' if start else ''}{words[start:end].strip()}{'…' if end < len(words) else ''}”"


def _joined(words: str) -> str:
    return folded(words).replace(" %", "%")


def _has(printed: str, what: str) -> bool:
    return ("%" in printed or "%" not in what) and any(n in numbers(printed) for n in _asked(what))


def _cells(assessment: Assessment, what: str) -> Iterator[Branch]:
    plan, period = assessment.plan, assessment.period.code
    wanted = {n / 100 if "%" in what else n for n in _asked(what)}
    for (when, code, subject), value in counting_values(assessment.review.accepted).items():
        if when == period and value.number is not None and value.number in wanted:
            about, element = f"{subject} {plan.name_of(subject)}".strip(), plan.elements[code]
            line = f"ô có số này: {about}, {code} {element.label}: {said(element, value)}"
            yield Branch(f"{line} ← {value.place}")
