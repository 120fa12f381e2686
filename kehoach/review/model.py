"""The review (rà soát): accepted values, all findings, and what the officer answered."""

from dataclasses import dataclass, field
from datetime import date

from kehoach.dataset.model import Dataset
from kehoach.finding import Answer, Finding

UNFINISHED = "KT-106"
"""The code of an answer that lacks something."""


@dataclass(frozen=True)
class OfficerAnswer:
    """Câu trả lời của cán bộ: matched to a finding by its key; holds as long as the value read is unchanged.

    `value` is what the number becomes under CHANGE, as typed. `source`, `said_by`, `said_on` say where it came from.
    `saying` and `where` are the finding's words, kept so that a spent answer still reads by itself. `answer` is None
    where something was typed that is none of the answers; `typed` keeps it. `is_new` is whether it still stands beside
    its question: it was typed since the last run.
    """

    key: str
    answer: Answer | None
    value: str = ""
    source: str = ""
    said_by: str = ""
    said_on: date | None = None
    saying: str = ""
    where: str = ""
    typed: str = ""
    said_when: str = ""
    is_new: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Review:
    """Kết quả rà soát: the dataset with doubtful values set aside and answers obeyed, and every finding.

    `findings` are in speaking order; the open ones wait. `answers` are those in force, `spent` those whose question
    is gone (kept in the sheet "Đã trả lời"), `unfinished` those that lack something (KT-106). `without` are units the
    report may go out without, `kept` the values, (element, subject), that the officer vouches for as they stand.
    """

    accepted: Dataset
    findings: tuple[Finding, ...]
    answers: tuple[OfficerAnswer, ...] = ()
    spent: tuple[OfficerAnswer, ...] = ()
    without: tuple[str, ...] = ()
    unfinished: tuple[OfficerAnswer, ...] = ()
    kept: frozenset[tuple[str, str]] = frozenset()

    @property
    def open(self) -> tuple[Finding, ...]:
        """Findings that wait for somebody, those that can change most targets first."""
        waiting = [f for f in self.findings if f.open]
        return tuple(sorted(waiting, key=lambda f: -f.weight))

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Missing units that did send: their file was sent back, or it waits to be known which of several counts."""
        with_file = {f.place.unit for f in self.open if f.place.file}
        return tuple(u for u in self.accepted.reception.missing if u in with_file)

    def lacking(self, finding: Finding) -> str:
        """What the answer to an open finding lacks (KT-106); "" where none was given."""
        name = (finding.place.unit, finding.element, finding.subject)
        faults = (f for f in self.findings if f.code == UNFINISHED)
        return next((f.say for f in faults if (f.place.unit, f.element, f.subject) == name), "")
