"""What we wrote (bản gốc): identity, blocks with their words and facts, kept inside the document as a customXml part.

In and out: XML of that part. It is what a later build compares the officer's document with.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lxml import etree

from kehoach.finding import Place
from kehoach.report.model import Fact
from kehoach.word.markup import attribute, escaped

NAMESPACE = "urn:kehoach:bao-cao:1"
NO_DIGEST = "0" * 64
_READ: Mapping[str, Callable[[str], int | Fraction | str | date]] = {
    "int": int,
    "Fraction": Fraction,
    "date": date.fromisoformat,
    "str": str,
}
_PLACE = ("unit", "file", "sheet", "cell")


@dataclass(frozen=True)
class WrittenBlock:
    """Khối đã viết: a block's id, its bookmark, the words as written and the facts among them."""

    id: str
    bookmark: str
    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Baseline:
    """Bản gốc của báo cáo: identity, blocks in order, and the digest of every part of the file as we wrote it."""

    identity: Mapping[str, str]
    blocks: tuple[WrittenBlock, ...]
    digest: str


def baseline_xml(identity: Mapping[str, str], blocks: tuple[WrittenBlock, ...]) -> str:
    """The part, its digest still to be set (`NO_DIGEST`)."""
    keys = "".join(f"<key name={attribute(key)}>{escaped(value)}</key>" for key, value in identity.items())
    return (
        f'<baseline xmlns="{NAMESPACE}" digest="{NO_DIGEST}"><identity>{keys}</identity>'
        f"<blocks>{''.join(map(_block, blocks))}</blocks></baseline>"
    )


def _block(block: WrittenBlock) -> str:
    facts = "".join(map(_fact, block.facts))
    return (
        f"<block id={attribute(block.id)} bookmark={attribute(block.bookmark)}>"
        f"<text>{escaped(block.text)}</text>{facts}</block>"
    )


def _fact(fact: Fact) -> str:
    kind, value = type(fact.value).__name__, fact.value
    text = value.isoformat() if isinstance(value, date) else str(value)
    places = "".join(map(_place, fact.rests_on))
    return (
        f'<fact id={attribute(fact.id)} kind="{kind}" value={attribute(text)} printed={attribute(fact.printed)}>'
        f"{places}</fact>"
    )


def _place(place: Place) -> str:
    given = " ".join(f"{name}={attribute(getattr(place, name))}" for name in _PLACE if getattr(place, name))
    return f"<place {given}/>"


def read_baseline_xml(data: bytes) -> Baseline:
    """The part read again; ValueError (or a child of it) where it is not ours."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    if root.tag != f"{{{NAMESPACE}}}baseline":
        raise ValueError("not a baseline")
    spaces = {"k": NAMESPACE}
    identity = {key.get("name"): key.text or "" for key in root.iterfind("k:identity/k:key", spaces)}
    blocks = tuple(_read_block(block, spaces) for block in root.iterfind("k:blocks/k:block", spaces))
    return Baseline(identity, blocks, root.get("digest", ""))


def _read_block(element: etree._Element, spaces: Mapping[str, str]) -> WrittenBlock:
    facts = tuple(_read_fact(fact, spaces) for fact in element.iterfind("k:fact", spaces))
    return WrittenBlock(element.get("id"), element.get("bookmark"), element.findtext("k:text", "", spaces), facts)


def _read_fact(element: etree._Element, spaces: Mapping[str, str]) -> Fact:
    places = tuple(Place(**dict(place.attrib)) for place in element.iterfind("k:place", spaces))
    value = _READ[element.get("kind")](element.get("value"))
    return Fact(element.get("id"), value, element.get("printed"), places)
