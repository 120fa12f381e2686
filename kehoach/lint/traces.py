"""What is unfinished in the file itself (vết chưa hoàn chỉnh): tracked changes, comments.

In: the body and the paragraphs read from it. Out: each kind once, with where it first stands.
"""

from collections.abc import Mapping

from kehoach.lint.paragraph import Paragraph
from kehoach.office.word_markup import Element, q

_TRACES: Mapping[str, tuple[str, ...]] = {
    "sửa đổi đang theo dõi (Track Changes)": ("w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    "nhận xét (Comment)": ("w:commentReference",),
}


def read_traces(body: Element, paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[str, Paragraph | None], ...]:
    """Pairs of what it is and the paragraph it stands in, None where that cannot be said."""
    by_element = {p.element: p for p in paragraphs}
    found = []
    for name, tags in _TRACES.items():
        first = next(body.iter(*(q(tag) for tag in tags)), None)
        if first is not None:
            above = next(first.iterancestors(q("w:p")), None)
            found.append((name, by_element.get(above)))
    return tuple(found)
