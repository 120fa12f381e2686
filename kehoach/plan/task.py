"""What must be done, by whom, by when (nhiệm vụ, bên thực hiện)."""

from dataclasses import dataclass, field
from datetime import date

from kehoach.finding import Place
from kehoach.plan.period import lasts


@dataclass(frozen=True)
class Party:
    """Bên thực hiện: who leads or coordinates; with a duty it is one of the plan's responsible groups."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    duty: str = ""


@dataclass(frozen=True)
class Task:
    """Nhiệm vụ: what must be done, led and coordinated by parties (codes), when.

    `time` is as written in the plan. `due` is the last day, None for work of the whole year. `evidence` says in words
    what proves it done ("số, ngày kế hoạch"); empty means a statement suffices. `since`, `until` and `amendment` are as
    a target's, `place` the cell of the time.
    """

    code: str
    text: str
    short: str
    lead: tuple[str, ...]
    coordination: tuple[str, ...]
    time: str
    start: date | None
    due: date | None
    evidence: str = ""
    since: date | None = None
    until: date | None = None
    amendment: str = ""
    place: Place | None = field(default=None, compare=False)

    def is_in_force(self, on: date) -> bool:
        """Whether the task is the plan's on that day."""
        return lasts(self.since, on, self.until)

    @property
    def is_ongoing(self) -> bool:
        """Cả năm: never finished before the year is."""
        return self.due is None
