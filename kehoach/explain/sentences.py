"""A sentence of the report, or a number in it (câu, con số trong báo cáo): what each of its numbers rests on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kehoach.assessment.model import Assessment
from kehoach.dataset.frame import counting_values
from kehoach.explain.numbers import said
from kehoach.explain.tree import Branch, some
from kehoach.proof.printed import folded, numbers
from kehoach.proof.read_back import blocks_of, facts_of
from kehoach.proof.recount import Recount
from kehoach.proof.sources import Sources
from kehoach.report.facts import ALONE
from kehoach.report.model import Chart, Fact, Report, Table, Text, plain
from kehoach.vi.names import fold

MOST_FACTS, MOST_CELLS, MOST_SENTENCES, MOST_PLACES = 8, 12, 5, 3
MOST_SUMMED = 400
"""Cells of one sum; all of them, in a commune of any size."""
AROUND = 40
"""Letters shown on each side of a number in its sentence."""
FEWEST_WORDS = 4
"""Fewer words than these are a name before they are a sentence."""
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d))")
_NUMBER = re.compile(r"[\d.,/]+\s*%?")
_GLUED = re.compile(r"[^\W\d_]\d")
_ABOUT = 3
"""Words beside a number that still make it the question: "962 hộ", "0,03 điểm %"."""


@dataclass(frozen=True)
class Sentence:
    """Câu: a text of the report that can be asked about, a row of a table among them, and the block it stands in."""

    block: str
    text: Text

    @property
    def words(self) -> str:
        """As printed."""
        return plain(self.text)


def sentences(report: Report) -> tuple[Sentence, ...]:
    """Every sentence, heading and table row, in the document's order."""
    return tuple(s for block in blocks_of(report) if not isinstance(block, Chart) for s in _of_block(block))


def _of_block(block: object) -> Iterator[Sentence]:
    if isinstance(block, Table):
        for row in block.rows:
            yield Sentence(block.id, tuple(part for cell in row for part in (*cell, " · "))[:-1])
    else:
        yield Sentence(block.id, block.text)  # type: ignore[attr-defined]


def of_block(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """The block of that id; () where there is none."""
    return _told(assessment, [s for s in sentences(report) if s.block == what.casefold()])


def of_words(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """The sentences that hold these words, or that these words hold; () where there is none."""
    return _told(assessment, [s for s in sentences(report) if _is_within(fold(what), fold(s.words))])


def _told(assessment: Assessment, chosen: Sequence[Sentence]) -> tuple[Branch, ...]:
    sources = Sources(Recount(assessment), MOST_SUMMED)
    branches = tuple(_sentence(sources, s) for s in dict.fromkeys(chosen))
    return some(branches, MOST_SENTENCES, "chỗ có những chữ ấy; chép dài hơn để hỏi đúng câu")


def _is_within(wanted: str, text: str) -> bool:
    """Words of a sentence; or several sentences copied at once, this one among them."""
    return len(wanted) > 1 and (wanted in text or (len(text.split()) > FEWEST_WORDS and text in wanted))


def _sentence(sources: Sources, sentence: Sentence) -> Branch:
    facts = dict.fromkeys(facts_of(sentence.text))
    told = {fact: _fact(sources, fact) for fact in facts}
    first = {branch.under: fact for fact, branch in reversed(told.items())}
    nothing = (Branch("câu này không có số nào lấy từ số liệu; lời ở trang Câu chữ, Mục báo cáo của tệp kế hoạch"),)
    return Branch(
        f"{sentence.block}: “{sentence.words}”", tuple(_once(f, b, first[b.under]) for f, b in told.items()) or nothing
    )


def _once(fact: Fact, branch: Branch, first: Fact) -> Branch:
    """What rests on the same cells as another number of the sentence refers to it."""
    return branch if fact == first or not branch.under else Branch(branch.line, (Branch(f"như “{first.printed}”"),))


def _fact(sources: Sources, fact: Fact, where: Sequence[str] = ()) -> Branch:
    meaning, *lines = (*sources.lines(fact), *_left_out(sources.recount.assessment, fact))
    places = some(tuple(Branch(f"trong báo cáo, {each}") for each in where), MOST_PLACES, "chỗ trong báo cáo")
    return Branch(f"{fact.printed} · {meaning}", (*places, *map(Branch, lines)))


def is_number(what: str) -> bool:
    """Whether a number is asked about, with no more than its measure beside it."""
    return bool(_asked(what)) and not _GLUED.search(what) and len(_NUMBER.sub(" ", what).split()) <= _ABOUT


def of_number(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """What the report prints so, then the cells that hold the number."""
    facts = _printed(report, what)
    sources = Sources(Recount(assessment), MOST_SUMMED)
    told = tuple(_fact(sources, fact, where) for fact, where in facts.items())
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


def _left_out(assessment: Assessment, fact: Fact) -> Iterator[str]:
    """Who is not in a sum, for want of a number."""
    code = fact.id.removeprefix(ALONE)
    if code in assessment.plan.elements and assessment.plan.elements[code].kind.is_number:
        total = assessment.total(code, fact.id != code)
        silent = [assessment.plan.name_of(s) for s in total.expected if s not in total.given]
        if silent and total.given:
            yield f"chưa cộng, vì chưa đủ số: {', '.join(silent)}"


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


def nearest_sentence(report: Report, what: str) -> Sentence | None:
    """The sentence that shares most words with what was asked; None where it shares less than half of them."""
    wanted = set(fold(what).split())
    scored = [(len(wanted & set(fold(s.words).split())), -n, s) for n, s in enumerate(sentences(report))]
    best = max(scored, default=None, key=lambda each: each[:2])
    return best[2] if best and len(wanted) >= FEWEST_WORDS and best[0] * 2 >= len(wanted) else None
