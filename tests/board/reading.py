"""The page read back by the standard library's parser, which had no part in writing it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta"}


@dataclass
class Node:
    """An element: its tag, attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str]
    content: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, single spaces between them."""
        return " ".join("".join(c if isinstance(c, str) else f" {c.text} " for c in self.content).split())

    def all(self, tag: str, **attributes: str) -> list["Node"]:
        """Every element of that name below this one that has those attributes."""
        found: list[Node] = []
        for child in self.content:
            if isinstance(child, Node):
                is_meant = child.tag == tag and attributes.items() <= child.attributes.items()
                found += [*([child] if is_meant else []), *child.all(tag, **attributes)]
        return found

    def rows(self) -> list[list[str]]:
        """The cells of the tables below, row by row."""
        return [
            [c.text for c in row.content if isinstance(c, Node) and c.tag in ("td", "th")] for row in self.all("tr")
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def read_page(page: bytes) -> Node:
    """The document; fails where an element is closed that is not the last one opened."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]
