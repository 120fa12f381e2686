"""Reading back (đọc lại báo cáo): every word and every fact of the document against report, cells and plan.

In: bytes about to be written, the report they were made of, the assessment. Out: nothing; a difference is our own
error and stops the build before anything is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from kehoach.assessment.model import Assessment
from kehoach.plan.model import Plan
from kehoach.plan.section import ContentKind
from kehoach.proof.printed import folded, keeps_side, numbers, says
from kehoach.proof.reading import read_report
from kehoach.proof.recount import Recount
from kehoach.report.model import Block, Chart, Fact, Heading, Report, Table, plain
from kehoach.report.texts import SUBJECT, blocks_of, facts_of, texts_of

MOST_TOLD = 20


class ReadBackError(Exception):
    """Báo cáo đọc lại không khớp: the document does not say what was worked out. Our bug, never the officer's."""

    def __init__(self, differences: Sequence[str]) -> None:
        self.differences = tuple(differences)
        more = [f"… và {len(differences) - MOST_TOLD} chỗ khác"] if len(differences) > MOST_TOLD else []
        super().__init__("\n".join(["Báo cáo đọc lại không khớp:", *differences[:MOST_TOLD], *more]))


def read_back(data: bytes, report: Report, assessment: Assessment) -> None:
    """Raises `ReadBackError` with every difference between document, report, assessment and plan."""
    blocks, words = read_report(data)
    recount = Recount(assessment)
    differences = [
        *_of_words({id_: list(found) for id_, found in blocks.items()}, report),
        *(d for id_, text in texts_of(report) for f in facts_of(text) for d in _of_fact(recount, id_, f)),
        *_unmentioned(assessment, folded(words)),
    ]
    if differences:
        raise ReadBackError(differences)


def _of_words(found: dict[str, list[tuple[str, ...]]], report: Report) -> Iterator[str]:
    """Blocks whose words are not those that were composed, and blocks that are not there."""
    for id_, expected in [(SUBJECT, (plain(report.head.subject),)), *map(_expected, blocks_of(report))]:
        printed = found[id_].pop(0) if found.get(id_) else None
        if printed is None:
            yield f"{id_}: không có trong văn bản"
        elif len(printed) != len(expected):
            yield f"{id_}: có {len(printed)} ô, đúng ra {len(expected)}"
        else:
            pairs = zip(printed, expected, strict=True)
            yield from (f"{id_}: in “{p}”, đúng ra “{e}”" for p, e in pairs if folded(p) != folded(e))


def _expected(block: Block) -> tuple[str, tuple[str, ...]]:
    if isinstance(block, Table):
        return block.id, (*(c.header for c in block.columns), *(plain(cell) for row in block.rows for cell in row))
    if isinstance(block, Chart):
        return block.id, (*(word for b in block.bars for word in (b.name, b.fact.printed)), block.limit_name)
    number = f"{block.number} " if isinstance(block, Heading) and block.number else ""
    return block.id, (number + plain(block.text),)


def _of_fact(recount: Recount, id_: str, fact: Fact) -> Iterator[str]:
    """Whether the printed form says the value, and whether the value is what its cells come to."""
    expected = recount.expected(fact)
    if not any(_is_same(fact, value) and says(fact.printed, value) for value in expected):
        shown = " hoặc ".join(map(str, expected)) or "không có trong đánh giá"
        yield f"{id_}: {fact.id} in “{fact.printed}” ({fact.value}), tính lại: {shown}"
    if isinstance(fact.value, str | date):
        return
    if fact.id.endswith(".do_phu") and numbers(fact.printed) != (fact.value, fact.value + len(fact.rests_on)):
        yield f"{id_}: {fact.id} in “{fact.printed}”, thiếu {len(fact.rests_on)} nơi"
    limit = _limits(recount.assessment.plan).get(fact.id)
    if limit is not None and not keeps_side(fact.printed, Fraction(fact.value), limit):
        yield f"{id_}: {fact.id} in “{fact.printed}” sang bên kia mức giao"


def _limits(plan: Plan) -> Mapping[str, Fraction]:
    """What a printed percentage may not be rounded over; a target allotted to units has a limit in each."""
    allotted = {t.code for t in plan.targets if t.unit}
    return {f"{t.code}.gia_tri": t.threshold for t in plan.targets if t.is_percent and t.code not in allotted}


def _is_same(fact: Fact, value: object) -> bool:
    """Texts of other values ("có", a day in a table) are compared as printed alone."""
    return isinstance(fact.value, str) or fact.value == value


def _unmentioned(assessment: Assessment, words: str) -> Iterator[str]:
    """Targets and tasks that the report's sections promise and the document does not mention."""
    plan, period = assessment.plan, assessment.period
    chosen = [s for s in plan.sections if s.is_on and s.periods.covers(period)]
    told = {content.kind for section in chosen for content in section.contents}
    named = [(t.code, t.short, t.text) for t in (a.target for a in assessment.achievements) if not t.unit]
    tasks = [(t.code, t.short, t.text) for t in plan.tasks]
    promised = (named if ContentKind.TARGETS in told else []) + (tasks if ContentKind.TASKS in told else [])
    for code, short, text in promised:
        if folded(short) not in words and folded(text) not in words:
            yield f"{code}: không được nhắc đến"
