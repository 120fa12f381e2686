"""Word comments beside the words they are about (nhận xét bên lề), in any document.

In: a package and notes. Out: the bytes of a copy with one comment a note. Nothing that is printed is changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.office.package import pack
from kehoach.office.word_markup import Element, W, number, parse, q, serialized, value
from kehoach.office.word_package import MAIN, Package
from kehoach.word.markup import attribute, escaped

AUTHOR = "kehoach"
_COMMENTS = "word/comments.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_BEGINNING = ("w:pPr",)


@dataclass(frozen=True)
class Note:
    """Nhận xét: what to say of some children of a paragraph, the first to the last; none of them: of all of it."""

    paragraph: Element
    lines: Sequence[str]
    about: Sequence[Element] = ()


def annotated(package: Package, notes: Iterable[Note], day: date | None = None) -> bytes:
    """The package with its comments; `day` is when they were made, left open where there is none to name."""
    root = _comments_root(package)
    taken = [int(number(value(c, "w:id")) or 0) for c in root]
    for id_, note in enumerate(notes, max(taken, default=-1) + 1):
        root.append(_comment(id_, note.lines, day))
        _anchor(note, id_)
    changed = {package.spelled(MAIN): serialized(package.tree(MAIN)), package.spelled(_part(package)): serialized(root)}
    return pack({**package.parts, **changed, **_registered(package)})


def _comment(id_: int, lines: Sequence[str], day: date | None) -> Element:
    inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>' for line in lines)
    made = f" w:date={attribute(f'{day.isoformat()}T00:00:00Z')}" if day else ""
    xml = f'<w:comment xmlns:w="{W}" w:id="{id_}" w:author="{AUTHOR}"{made} w:initials="KH">{inner}</w:comment>'
    return parse(xml.encode())


def _anchor(note: Note, id_: int) -> None:
    paragraph = note.paragraph
    begin, end, run, reference = (
        paragraph.makeelement(q(name), {} if name == "w:r" else {q("w:id"): str(id_)})
        for name in ("w:commentRangeStart", "w:commentRangeEnd", "w:r", "w:commentReference")
    )
    run.append(reference)
    inner = [child for child in paragraph if child.tag not in map(q, _BEGINNING)]
    at, until = (note.about[0], note.about[-1]) if note.about else (inner[0], inner[-1]) if inner else (None, None)
    paragraph.insert(len(paragraph) if at is None else paragraph.index(at), begin)
    after = len(paragraph) if until is None else paragraph.index(until) + 1
    paragraph.insert(after, end)
    paragraph.insert(after + 1, run)


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
