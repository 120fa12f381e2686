"""The table of contents of a workbook (mục lục sổ tính): its parts, sheets in order, defined names, kind of dates."""

import posixpath
from dataclasses import dataclass

from kehoach.office.archive import Archive
from kehoach.office.model import UnreadableFile
from kehoach.office.references import Area, read_target
from kehoach.office.text import unescape
from kehoach.office.xml import names, parse

MOST_SHEETS = 200
"""Each sheet costs a start of the parser; the most seen in public workbooks is far below."""

MOST_NAMES = 20_000
"""A form has one for each answer, some hundreds; old workbooks collect thousands of broken ones."""

_RELATION = names("Relationship", spaces=("http://schemas.openxmlformats.org/package/2006/relationships",))
_TAGS = names("workbookPr", "sheet", "definedName")
_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_STATES = ("visible", "hidden", "veryHidden")


@dataclass(frozen=True, slots=True)
class Relation:
    """Liên kết: the last word of its type ("worksheet", "styles") and the part it leads to."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """Trang tính trong mục lục."""

    name: str
    state: str
    part: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Mục lục: worksheets in order, workbook-level names of areas, and where strings and styles stand, if anywhere."""

    sheets: tuple[SheetEntry, ...]
    names: dict[str, tuple[str, Area]]
    is_1904: bool
    strings: str | None
    styles: str | None


def read_contents(archive: Archive) -> Contents:
    """Raises UnreadableFile where there is no workbook, no worksheet, or a sheet whose part is missing."""
    main = _only(relations_of(archive, ""), "officeDocument")
    if main is None:
        raise UnreadableFile("damaged", "no main part")
    relations = relations_of(archive, main)
    events = _WorkbookEvents()
    parse(archive.part(main), events.start, events.end, events.pieces.append)
    return Contents(
        _sheets(events.sheets, relations),
        {name: target for name, text in events.names.items() if (target := read_target(unescape(text)))},
        events.is_1904,
        _only(relations, "sharedStrings"),
        _only(relations, "styles"),
    )


def _sheets(listed: list[tuple[str, str, str]], relations: dict[str, Relation]) -> tuple[SheetEntry, ...]:
    entries = []
    for name, state, key in listed:
        relation = relations.get(key)
        if relation is None:
            raise UnreadableFile("damaged", f"no part for sheet {name!r}")
        if relation.kind == "worksheet":
            entries.append(SheetEntry(unescape(name), state if state in _STATES else "visible", relation.part))
    parts = {entry.part.casefold() for entry in entries}
    if len(entries) > MOST_SHEETS or len(parts) < len(entries):
        raise UnreadableFile("dangerous", f"{len(entries)} sheets in {len(parts)} parts")
    if not entries:
        raise UnreadableFile("damaged", "no worksheet")
    return tuple(entries)


def relations_of(archive: Archive, source: str) -> dict[str, Relation]:
    """What a part ("" for the package) leads to, by id; targets are absolute or relative to the part's folder."""
    folder, name = posixpath.split(source)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in _RELATION and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/")))
            found[attributes.get("Id", "")] = Relation(attributes.get("Type", "").rpartition("/")[2], target)

    if part in archive:
        parse(archive.part(part), start)
    return found


def _only(relations: dict[str, Relation], kind: str) -> str | None:
    return next((relation.part for relation in relations.values() if relation.kind == kind), None)


class _WorkbookEvents:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.names: dict[str, str] = {}
        self.is_1904 = False
        self.pieces: list[str] = []
        self._name: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _TAGS.get(name)
        if tag == "sheet":
            key = next((attributes[i] for i in _ID if i in attributes), "")
            self.sheets.append((attributes.get("name", ""), attributes.get("state", "visible"), key))
        elif tag == "workbookPr":
            self.is_1904 = attributes.get("date1904", "0") in ("1", "true", "on")
        elif tag == "definedName":
            self.pieces.clear()
            self._name = None if "localSheetId" in attributes else attributes.get("name")

    def end(self, name: str) -> None:
        if _TAGS.get(name) == "definedName" and self._name:
            if len(self.names) >= MOST_NAMES:
                raise UnreadableFile("dangerous", "too many names")
            self.names[self._name] = "".join(self.pieces)
