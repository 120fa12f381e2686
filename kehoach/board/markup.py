"""Pieces of the page (mảnh trang): a section, a table, a badge. lxml escapes whatever the officer or a unit typed."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from lxml.html import HtmlElement
from lxml.html.builder import E

Content: TypeAlias = "HtmlElement | str"
"""What an element may hold."""

GOOD, BAD, DOUBT, CALM = "good", "bad", "doubt", "calm"
"""The four tones (sắc thái); each has a sign of its own, so that nothing is said by colour alone."""
_SIGNS = {GOOD: "✓", BAD: "✗", DOUBT: "?", CALM: "•"}


def element(tag: str, /, *content: Content, **attributes: str) -> HtmlElement:
    """An element; `class_` and `aria_label` stand for names that Python cannot say."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return E(tag, *content, **named)


def badge(words: str, tone: str) -> HtmlElement:
    """A verdict or a state, with the sign of its tone."""
    sign = element("span", _SIGNS[tone], aria_hidden="true")
    return element("span", sign, element("span", f" {words}", class_="words"), class_=f"badge {tone}")


def section(key: str, title: str, *content: Content) -> HtmlElement:
    """A part of the page under its heading; `key` is what a link leads to."""
    heading = element("h2", title, id=f"{key}-ten")
    return element("section", heading, *content, id=key, aria_labelledby=f"{key}-ten")


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Content]], kind: str = "") -> HtmlElement:
    """A table whose first column names its rows; it scrolls by itself where the screen is narrower, by keyboard too."""
    body = element("tbody", *(_row(cells) for cells in rows))
    head = element("thead", element("tr", *(element("th", text, scope="col") for text in heads)))
    whole = element("table", element("caption", caption), head, body, class_=kind)
    return element("div", whole, class_="scroll", tabindex="0", role="region", aria_label=caption)


def _row(cells: Sequence[Content]) -> HtmlElement:
    name, *others = cells
    return element("tr", element("th", name, scope="row"), *(_cell(other) for other in others))


def _cell(content: Content) -> HtmlElement:
    return content if isinstance(content, HtmlElement) and content.tag == "td" else element("td", content)
