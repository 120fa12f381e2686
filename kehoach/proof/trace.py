"""The report with its sources (bản truy vết): each number carries a comment with its formula, values, files and cells.

In: report and assessment. Out: the bytes of a .docx whose words are the report's own; it does not pass for the report.
"""

from collections.abc import Iterator
from dataclasses import replace

from kehoach.assessment.model import Assessment
from kehoach.lint.margin import Note, annotated
from kehoach.office.word_file import word_parts
from kehoach.office.word_markup import Element, q, value
from kehoach.office.word_package import MAIN, Package
from kehoach.proof.cut import fact_runs
from kehoach.proof.recount import Recount
from kehoach.proof.sources import Sources
from kehoach.report.model import Report
from kehoach.report.texts import facts_of, texts_of
from kehoach.word.write import report_document
from kehoach.word.written import read_baseline_xml

KIND = "bản truy vết"
"""What the copy calls itself where the report says "báo cáo"."""
_BASELINE = "customXml/item1.xml"


def trace_document(report: Report, assessment: Assessment) -> bytes:
    """A copy of the report, a comment at each fact."""
    data = report_document(replace(report, identity={**report.identity, "kind": KIND}))
    package = Package(word_parts(data))
    return annotated(package, _notes(package, report, Sources(Recount(assessment))), report.made_on)


def _notes(package: Package, report: Report, sources: Sources) -> Iterator[Note]:
    paragraphs = _paragraphs(package)
    for id_, text in texts_of(report):
        paragraph = next(paragraphs[id_])
        for fact, runs in zip(facts_of(text), fact_runs(paragraph, text), strict=True):
            yield Note(paragraph, sources.lines(fact), runs)


def _paragraphs(package: Package) -> dict[str, Iterator[Element]]:
    """Block id → where its texts stand, in order: paragraphs, or the cells under a table's header."""
    ids = {b.bookmark: b.id for b in read_baseline_xml(package.parts[_BASELINE]).blocks}
    found: dict[str, list[Element]] = {}
    for mark in package.tree(MAIN).iter(q("w:bookmarkStart")):
        name = value(mark, "w:name")
        if name in ids:
            found.setdefault(ids[name], []).extend(_places(mark.getparent()))
    return {id_: iter(places) for id_, places in found.items()}


def _places(paragraph: Element) -> list[Element]:
    row = next(paragraph.iterancestors(q("w:tr")), None)
    if row is None or row.find(f".//{q('w:tblHeader')}") is None:
        return [paragraph]
    return [cell.find(q("w:p")) for below in row.itersiblings(q("w:tr")) for cell in below.iter(q("w:tc"))]
