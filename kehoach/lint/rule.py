"""A rule of the decree (quy tắc thể thức) and what it finds.

In: the parts of a document. Out: findings, each with the rule's code, place, what is, what should be, and reference.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kehoach.finding import Finding, Place, Severity
from kehoach.lint.paragraph import Line, Paragraph
from kehoach.lint.parts import Parts

ERROR, WARNING, NOTE = Severity.CORRECT, Severity.LOOK, Severity.NOTED
"""Against the decree's text; against its forms or good usage; for information."""
MOST_READ = 90
"""Characters of a paragraph that a finding quotes."""


@dataclass(frozen=True)
class Fault:
    """Lỗi: where (None: the document), what is there, what should be; `also` are more places of the same.

    `severity` only where it is not the rule's, `read` only where it is not the words of that place.
    """

    at: Paragraph | Line | None
    say: str
    do: str
    severity: Severity | None = None
    read: str = ""
    also: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Rule:
    """Quy tắc: its number, how grave, where the decree says it, what it demands, and how it is seen."""

    number: int
    severity: Severity
    reference: str
    demands: str
    faults: Callable[[Parts], Iterator[Fault]]

    @property
    def code(self) -> str:
        """ND30-07."""
        return f"ND30-{self.number:02d}"

    def check(self, parts: Parts) -> Iterator[Finding]:
        """What a document has against the rule."""
        for fault in self.faults(parts):
            yield self._finding(fault, parts.document.name)

    def _finding(self, fault: Fault, name: str) -> Finding:
        severity = fault.severity or self.severity
        paragraph = fault.at.paragraph if isinstance(fault.at, Line) else fault.at
        number = 0 if paragraph is None else paragraph.number
        read = fault.read or ("" if fault.at is None else fault.at.text)
        return Finding(
            code=self.code,
            severity=severity,
            place=Place(file=name, cell=f"đoạn {number}" if number else ""),
            read=quoted(read),
            say=fault.say,
            do=f"{fault.do} ({self.reference})." if self.reference else f"{fault.do}.",
            subject=str(number or ""),
            open=severity.waits,
            others=tuple(Place(file=name, cell=f"đoạn {p.number}") for p in fault.also if p.number),
        )


def quoted(text: str) -> str:
    """Cut to what a finding shows."""
    return text if len(text) <= MOST_READ else f"{text[: MOST_READ - 1].rstrip()}…"
