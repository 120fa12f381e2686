"""The report as a Word document (báo cáo .docx): the door of this room.

In: `report.model.Report`. Out: bytes, the same for the same report, to print, to sign and to go on writing in.
"""

from kehoach.office.package import freeze
from kehoach.report.model import Report
from kehoach.word.annex import annex_flow
from kehoach.word.baseline import sealed
from kehoach.word.body import body_flow
from kehoach.word.bookmarks import assemble
from kehoach.word.foot import foot_flow
from kehoach.word.head import head_flow
from kehoach.word.markup import Flow, block
from kehoach.word.package import package_bytes
from kehoach.word.page import section, section_end
from kehoach.word.standard import PAGE, Component
from kehoach.word.written import baseline_xml

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def report_document(report: Report) -> bytes:
    """The .docx by Decree 30/2020. A draft says so in its first line; a final one has neither mark nor prompt."""
    content, written = assemble(_flow(report))
    document = f"<w:document {_NAMESPACES}><w:body>{content}</w:body></w:document>"
    package = package_bytes(report, document, baseline_xml(report.identity, written))
    return freeze(sealed(freeze(package, report.made_on)), report.made_on)


def _flow(report: Report) -> Flow:
    if report.draft_reason:
        yield block("du_thao", Component.DRAFT, (report.draft_reason,))
    yield from head_flow(report.head, report.body_size)
    yield from body_flow(report.blocks, PAGE.text_width(), not report.draft_reason)
    yield from foot_flow(report.foot)
    yield from _annexes(report)


def _annexes(report: Report) -> Flow:
    """Each section closes in a paragraph of its own, the last one at the end of the document."""
    last = section()
    for number, annex in enumerate(report.annexes, 1):
        yield section_end(last)
        yield from annex_flow(report, number)
        last = section(annex.is_wide, is_annex=True)
    yield section_end()
    yield last
