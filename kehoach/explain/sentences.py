"""A sentence of the report (câu trong báo cáo), and what each of its numbers rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.assessment.model import Assessment
from kehoach.explain.tree import Branch, some
from kehoach.proof.recount import Recount
from kehoach.proof.sources import Sources
from kehoach.report.facts import ALONE
from kehoach.report.model import Block, Chart, Fact, Report, Table, Text, plain
from kehoach.report.texts import SUBJECT, blocks_of, facts_of
from kehoach.vi.names import fold

MOST_SENTENCES, MOST_PLACES = 5, 3
MOST_SUMMED = 400
"""Cells of one sum; all of them, in a commune of any size."""
FEWEST_WORDS = 4
"""Fewer words than these are a name before they are a sentence."""


@dataclass(frozen=True)
class Sentence:
    """Câu: what can be asked about, a row of a table and a column of a chart too, and the block it stands in."""

    block: str
    text: Text

    @property
    def words(self) -> str:
        """As printed."""
        return plain(self.text)


def sentences(report: Report) -> tuple[Sentence, ...]:
    """The title, then every sentence, heading, row and column of a chart, in the document's order."""
    title = Sentence(SUBJECT, report.head.subject)
    return (title, *(s for block in blocks_of(report) for s in _of_block(block)))


def _of_block(block: Block) -> Iterator[Sentence]:
    if isinstance(block, Table):
        for row in block.rows:
            yield Sentence(block.id, tuple(part for cell in row for part in (*cell, " · "))[:-1])
    elif isinstance(block, Chart):
        for bar in block.bars:
            yield Sentence(block.id, (f"{block.title}: {bar.name} ", bar.fact))
    else:
        yield Sentence(block.id, block.text)


def of_block(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """The block of that id; () where there is none."""
    return _told(assessment, [s for s in sentences(report) if s.block == what.casefold()])


def of_words(report: Report, assessment: Assessment, what: str) -> tuple[Branch, ...]:
    """The sentences that hold these words, or that these words hold; () where there is none."""
    return _told(assessment, [s for s in sentences(report) if _is_within(fold(what), fold(s.words))])


def _told(assessment: Assessment, chosen: Sequence[Sentence]) -> tuple[Branch, ...]:
    sources = sources_of(assessment)
    branches = tuple(_sentence(sources, s) for s in dict.fromkeys(chosen))
    return some(branches, MOST_SENTENCES, "chỗ có những chữ ấy; chép dài hơn để hỏi đúng câu")


def _is_within(wanted: str, text: str) -> bool:
    """Words of a sentence; or several sentences copied at once, this one among them."""
    return len(wanted) > 1 and (wanted in text or (len(text.split()) > FEWEST_WORDS and text in wanted))


def _sentence(sources: Sources, sentence: Sentence) -> Branch:
    facts = dict.fromkeys(facts_of(sentence.text))
    told = {fact: of_fact(sources, fact) for fact in facts}
    first = {branch.under: fact for fact, branch in reversed(told.items())}
    nothing = (Branch("câu này không có số nào lấy từ số liệu; lời ở trang Câu chữ, Mục báo cáo của tệp kế hoạch"),)
    return Branch(
        f"{sentence.block}: “{sentence.words}”", tuple(_once(f, b, first[b.under]) for f, b in told.items()) or nothing
    )


def _once(fact: Fact, branch: Branch, first: Fact) -> Branch:
    """What rests on the same cells as another number of the sentence refers to it."""
    return branch if fact == first or not branch.under else Branch(branch.line, (Branch(f"như “{first.printed}”"),))


def sources_of(assessment: Assessment) -> Sources:
    """What tells of a fact where it comes from, down to every cell."""
    return Sources(Recount(assessment), MOST_SUMMED)


def of_fact(sources: Sources, fact: Fact, where: Sequence[str] = ()) -> Branch:
    """What is printed, what it is, where in the report it stands (`where`), and its formula, files and cells."""
    meaning, *lines = (*sources.lines(fact), *_left_out(sources.recount.assessment, fact))
    places = some(tuple(Branch(f"trong báo cáo, {each}") for each in where), MOST_PLACES, "chỗ trong báo cáo")
    return Branch(f"{fact.printed} · {meaning}", (*places, *map(Branch, lines)))


def _left_out(assessment: Assessment, fact: Fact) -> Iterator[str]:
    """Who is not in a sum, for want of a number."""
    code = fact.id.removeprefix(ALONE)
    if code in assessment.plan.elements and assessment.plan.elements[code].kind.is_number:
        total = assessment.total(code, fact.id != code)
        silent = [assessment.plan.name_of(s) for s in total.expected if s not in total.given]
        if silent and total.given:
            yield f"chưa cộng, vì chưa đủ số: {', '.join(silent)}"


def nearest_sentence(report: Report, what: str) -> Sentence | None:
    """The sentence that shares most words with what was asked; None where it shares less than half of them."""
    wanted = set(fold(what).split())
    scored = [(len(wanted & set(fold(s.words).split())), -n, s) for n, s in enumerate(sentences(report))]
    best = max(scored, default=None, key=lambda each: each[:2])
    return best[2] if best and len(wanted) >= FEWEST_WORDS and best[0] * 2 >= len(wanted) else None
