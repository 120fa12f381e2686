"""The Word document (tệp .docx): the door of this room.

In: `report.model.Report` or `Sheet`. Out: bytes, the same for the same content, to print, to sign and to go on writing
in. A công văn is a `Report` whose head has no kind.
"""

from kehoach.office.package import freeze
from kehoach.report.model import Report, Sheet
from kehoach.word.annex import annex_flow
from kehoach.word.baseline import sealed
from kehoach.word.body import body_flow
from kehoach.word.bookmarks import assemble
from kehoach.word.foot import foot_flow
from kehoach.word.head import head_flow, title_flow
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
    return _document(report, _flow(report))


def sheet_document(sheet: Sheet) -> bytes:
    """The .docx of a paper without head and signature, in the same styles."""
    return _document(sheet, _sheet_flow(sheet))


def _document(content: Report | Sheet, flow: Flow) -> bytes:
    body, written = assemble(flow)
    document = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    package = package_bytes(content, document, baseline_xml(content.identity, written))
    return freeze(sealed(freeze(package, content.made_on)), content.made_on)


def _sheet_flow(sheet: Sheet) -> Flow:
    yield from _draft_mark(sheet.draft_reason)
    yield from title_flow(sheet.kind, sheet.subject, sheet.body_size)
    yield from body_flow(sheet.blocks, PAGE.text_width(), not sheet.draft_reason, is_signed=False)
    yield section_end()
    yield section()


def _draft_mark(reason: str) -> Flow:
    if reason:
        yield block("du_thao", Component.DRAFT, (reason,))


def _flow(report: Report) -> Flow:
    yield from _draft_mark(report.draft_reason)
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
