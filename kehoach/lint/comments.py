"""A copy of the document with Word comments at the places (bản có nhận xét), one comment a paragraph.

In: the parts of a file and its findings. Out: the bytes of the copy. Nothing that is printed is changed.
"""

from collections.abc import Mapping, Sequence

from kehoach.finding import Finding, Severity
from kehoach.lint.document import Document
from kehoach.lint.margin import Note, annotated
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.reading import read_document
from kehoach.office.word_markup import Element
from kehoach.office.word_package import Package


def commented(parts: Mapping[str, bytes], findings: Sequence[Finding]) -> bytes:
    """The package with a comment at each paragraph that has findings; those of the whole document at its beginning."""
    package = Package(parts)
    document = read_document(package, "")
    return annotated(package, (Note(host, lines) for host, lines in _by_host(document, findings).items()))


def _by_host(document: Document, findings: Sequence[Finding]) -> dict[Element, list[str]]:
    """Paragraph of the body → what to say there. Comments cannot stand in text boxes, headers and footers."""
    paragraphs = {str(p.number): p for p in document.paragraphs}
    beginning = document.paragraphs[0] if document.paragraphs else None
    said: dict[Element, list[str]] = {}
    for finding in findings:
        at = paragraphs.get(finding.subject, beginning)
        if at is not None:
            said.setdefault(at.host, []).append(_line(finding))
        for place in finding.others:
            other = _numbered(paragraphs, place.cell)
            if other is not None:
                said.setdefault(other.host, []).append(f"{finding.code} như {finding.place.cell}: {finding.do}")
    return said


def _numbered(paragraphs: Mapping[str, Paragraph], cell: str) -> Paragraph | None:
    return paragraphs.get(cell.rpartition(" ")[2])


def _line(finding: Finding) -> str:
    mark = "" if finding.severity is Severity.CORRECT else f" ({finding.severity})"
    return f"{finding.code}{mark} {finding.say} {finding.do}"
