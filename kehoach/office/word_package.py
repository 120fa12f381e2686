"""The parts of a document and how they lead to each other (gói .docx): the main part, styles, headers.

In: part name → bytes (`office.word_file`). Out: trees. Targets are looked up whatever their case, as Word does.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.office.model import UnreadableFile
from kehoach.office.word_markup import Element, parse

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAIN = "word/document.xml"


@dataclass(frozen=True)
class Relation:
    """Liên kết: the last word of its type ("header", "styles") and the part it leads to."""

    kind: str
    part: str


class Package:
    """Gói tài liệu: parts, parsed on demand and once. Raises UnreadableFile where a part is broken."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = dict(parts)
        self._spelled = {name.replace("\\", "/").lstrip("/").casefold(): name for name in parts}
        self._trees: dict[str, Element] = {}
        if not self.has(MAIN):
            raise UnreadableFile("not-word", "no main part")
        self.relations = self._read_relations()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._spelled

    def tree(self, name: str) -> Element:
        """A part's root element."""
        spelled = self._spelled[name.casefold()]
        if spelled not in self._trees:
            self._trees[spelled] = parse(self.parts[spelled])
        return self._trees[spelled]

    def spelled(self, name: str) -> str:
        """The part's name as the file writes it."""
        return self._spelled.get(name.casefold(), name)

    def only(self, kind: str) -> Element | None:
        """The root of the part of that kind ("styles", "theme"); None where there is none."""
        part = next((r.part for r in self.relations.values() if r.kind == kind and self.has(r.part)), None)
        return None if part is None else self.tree(part)

    def _read_relations(self) -> Mapping[str, Relation]:
        """What the main part leads to, by id."""
        folder, name = posixpath.split(MAIN)
        source = f"{folder}/_rels/{name}.rels"
        if not self.has(source):
            return {}
        found = {}
        for each in self.tree(source).iter(_RELATION):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "").replace("\\", "/")))
                found[each.get("Id", "")] = Relation(each.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found
