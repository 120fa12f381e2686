"""A copy of the document with Word comments at the places (bản có nhận xét), one comment a paragraph.

In: the parts of a file and its findings. Out: the bytes of the copy. Nothing that is printed is changed.
"""

from collections.abc import Mapping, Sequence

from kehoach.finding import Finding, Severity
from kehoach.lint.document import Document
from kehoach.lint.markup import Element, W, number, parse, q, serialized, value
from kehoach.lint.package import MAIN, Package
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.reading import read_document
from kehoach.office.package import pack
from kehoach.word.markup import escaped

AUTHOR = "kehoach"
_COMMENTS = "word/comments.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_BEGINNING = ("w:pPr",)


def commented(parts: Mapping[str, bytes], findings: Sequence[Finding]) -> bytes:
    """The package with a comment at each paragraph that has findings; those of the whole document at its beginning."""
    package = Package(parts)
    document = read_document(package, "")
    root = _comments_root(package)
    taken = [int(number(value(c, "w:id")) or 0) for c in root]
    for id_, (host, lines) in enumerate(_by_host(document, findings).items(), max(taken, default=-1) + 1):
        root.append(_comment(id_, lines))
        _anchor(host, id_)
    changed = {package.spelled(MAIN): serialized(package.tree(MAIN)), package.spelled(_part(package)): serialized(root)}
    return pack({**parts, **changed, **_registered(package)})


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


def _comment(id_: int, lines: Sequence[str]) -> Element:
    inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>' for line in lines)
    xml = f'<w:comment xmlns:w="{W}" w:id="{id_}" w:author="{AUTHOR}" w:initials="KH">{inner}</w:comment>'
    return parse(xml.encode())


def _anchor(paragraph: Element, id_: int) -> None:
    """Around everything in the paragraph."""
    begin, end, run, reference = (
        paragraph.makeelement(q(name), {} if name == "w:r" else {q("w:id"): str(id_)})
        for name in ("w:commentRangeStart", "w:commentRangeEnd", "w:r", "w:commentReference")
    )
    run.append(reference)
    at = 1 if len(paragraph) and paragraph[0].tag in map(q, _BEGINNING) else 0
    paragraph.insert(at, begin)
    paragraph.extend((end, run))


def _part(package: Package) -> str:
    """The part that holds comments, or will."""
    return next((r.part for r in package.relations.values() if r.kind == "comments"), _COMMENTS)


def _comments_root(package: Package) -> Element:
    part = _part(package)
    return package.tree(part) if package.has(part) else parse(f'<w:comments xmlns:w="{W}"/>'.encode())


def _registered(package: Package) -> dict[str, bytes]:
    """Content types and relations that name the new part; nothing where the file had comments before."""
    if package.has(_part(package)):
        return {}
    types = package.tree(_TYPES)
    space = types.tag.rpartition("}")[0] + "}"
    types.append(types.makeelement(f"{space}Override", {"PartName": f"/{_COMMENTS}", "ContentType": _KIND}))
    relations = package.tree(_RELATIONS) if package.has(_RELATIONS) else parse(_NO_RELATIONS)
    space = relations.tag.rpartition("}")[0] + "}"
    free = next(f"rIdKehoach{n}" for n in range(1, 1000) if f"rIdKehoach{n}" not in package.relations)
    relations.append(
        relations.makeelement(f"{space}Relationship", {"Id": free, "Type": _LINK, "Target": "comments.xml"})
    )
    return {package.spelled(_TYPES): serialized(types), package.spelled(_RELATIONS): serialized(relations)}
