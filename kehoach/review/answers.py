"""Reads what the officer answered in `kiem-tra.xlsx` (đọc câu trả lời), from both sheets that hold answers.

Rows go by the hidden key, so sorting, filtering, moving columns and renaming sheets do no harm. What was typed is never
dropped: an answer that lacks something comes back as it is, and the review says what it lacks (KT-106); one without its
key goes by its words, and so to the spent ones.
"""

from pathlib import Path

from kehoach.finding import Answer
from kehoach.review.columns import Header, stored_key
from kehoach.review.model import OfficerAnswer
from kehoach.review.read_table import Line, lines, open_ours, tables
from kehoach.vi.dates import read_date
from kehoach.vi.names import fold

_TYPED = (Header.ANSWER, Header.VALUE, Header.SOURCE, Header.SAID_BY, Header.SAID_ON)


def read_answers(path: Path) -> tuple[OfficerAnswer, ...]:
    """All answers in the file, those of `Cần xử lý` first; () without a file. Raises `MachineError` on a broken one."""
    workbook = open_ours(path)
    first: dict[str, OfficerAnswer] = {}
    for sheet in tables(workbook, Header.ANSWER) if workbook else ():
        for line in lines(sheet, tuple(Header), Header.ANSWER):
            if any(line.text(h) for h in _TYPED):
                answer = _answer(line)
                first.setdefault(answer.key, answer)
    return tuple(first.values())


def _answer(line: Line) -> OfficerAnswer:
    typed, value, said_on = (line.text(h) for h in (Header.ANSWER, Header.VALUE, Header.SAID_ON))
    day = read_date(said_on)
    return OfficerAnswer(
        key=stored_key(line.text(Header.KEY) or "|".join(line.text(h) for h in (Header.WHERE, Header.SAYING, *_TYPED))),
        answer=Answer.CHANGE if value and not typed else _known(typed),
        value=value,
        source=line.text(Header.SOURCE),
        said_by=line.text(Header.SAID_BY),
        said_on=day,
        said_when="" if day else said_on,
        saying=line.text(Header.SAYING),
        where=line.text(Header.WHERE),
        typed=typed,
        is_new=not line.text(Header.STATUS),
    )


def _known(typed: str) -> Answer | None:
    """The answer meant, accents and case apart; None for anything else."""
    return next((a for a in Answer if fold(a) == fold(typed)), None)
