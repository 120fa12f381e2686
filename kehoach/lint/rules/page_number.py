"""The page number (số trang): rules 12 to 18."""

from collections.abc import Iterator

from kehoach.lint.compare import as_decreed
from kehoach.lint.document import Edge, Table
from kehoach.lint.paragraph import Paragraph, lines_of
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.standard import LOOKS, PAGE, Component

_POINTS_PER_MM = 72 / 25.4
_SURELY_MORE = 1.1
"""Pages of text from which a document is taken to have two."""


def _numbered(parts: Parts, edge: str, kind: str | None = None) -> tuple[Paragraph, ...]:
    """Paragraphs with the page number in headers or footers, each once."""
    edges: dict[int, Edge] = {}
    for section in parts.document.sections:
        for name, each in (section.headers if edge == "headers" else section.footers).items():
            if kind in (None, name):
                edges[id(each)] = each
    return tuple(p for each in edges.values() for p in each.numbered)


def has_two_pages(parts: Parts) -> bool:
    """Whether it surely takes more than one page: by sections, page breaks, or the height of its text."""
    paragraphs = parts.document.paragraphs
    if len({p.section for p in paragraphs if not p.is_empty}) > 1 or any(p.breaks_page for p in paragraphs):
        return True
    room = (PAGE.height - PAGE.top - PAGE.bottom) * _POINTS_PER_MM
    return sum(_height(item) for item in parts.document.items) > room * _SURELY_MORE


def _height(item: Paragraph | Table) -> float:
    if isinstance(item, Paragraph):
        return item.height + max(item.before, item.after)
    return sum(max((sum(map(_height, cell)) for cell in row.cells), default=0) for row in item.rows)


def _is_there(parts: Parts) -> Iterator[Fault]:
    if has_two_pages(parts) and not _numbered(parts, "headers", "default") and not _numbered(parts, "footers"):
        yield Fault(None, "Văn bản nhiều trang nhưng không có số trang.", "Chèn số trang ở lề trên, giữa trang")


def _is_centred(parts: Parts) -> Iterator[Fault]:
    for paragraph in _numbered(parts, "headers"):
        has_tab = "\t" in paragraph.words
        if paragraph.align != "center" and not has_tab:
            yield Fault(paragraph, "Số trang không đặt giữa.", "Đặt số trang canh giữa ở lề trên", read="số trang")


def _is_hidden_first(parts: Parts) -> Iterator[Fault]:
    first = parts.document.sections[0]
    if not _numbered(parts, "headers") and not _numbered(parts, "footers"):
        return
    shown = first.headers.get("first")
    has_digit = shown is not None and (shown.numbered or any(p.text.isdigit() for p in shown.paragraphs))
    if not first.hides_first or has_digit:
        yield Fault(None, "Trang thứ nhất có hiện số trang.", "Không hiện số ở trang thứ nhất (Different First Page)")


def _not_below(parts: Parts) -> Iterator[Fault]:
    if _numbered(parts, "footers"):
        yield Fault(None, "Số trang đặt ở chân trang.", "Đặt số trang ở lề trên, giữa trang")


def _look(parts: Parts) -> Iterator[Fault]:
    low, high = LOOKS[Component.PAGE_NUMBER].allowed
    for paragraph in _numbered(parts, "headers"):
        for fault in as_decreed("Số trang", Component.PAGE_NUMBER, lines_of(paragraph), checks_align=False):
            runs = [run for line in lines_of(paragraph) for run in line.visible]
            grave = any(run.is_italic or not low <= run.size <= high for run in runs)
            yield Fault(fault.at, fault.say, fault.do, None if grave else WARNING, read="số trang")


def _counts(parts: Parts) -> Iterator[Fault]:
    first = parts.document.sections[0]
    if first.counts_in != "decimal":
        yield Fault(None, "Số trang không phải chữ số Ả Rập.", "Đánh số trang bằng 1, 2, 3")
    if first.starts_at not in (None, 1):
        yield Fault(None, f"Số trang bắt đầu từ {first.starts_at}.", "Đánh số trang từ 1")


def _even(parts: Parts) -> Iterator[Fault]:
    has_default = _numbered(parts, "headers", "default")
    if parts.document.has_even_pages and has_default and not _numbered(parts, "headers", "even"):
        yield Fault(None, "Trang chẵn không có số trang.", "Chèn số trang vào đầu trang chẵn, hoặc bỏ tách chẵn lẻ")


RULES = (
    Rule(12, ERROR, "NĐ 30/2020, PL I, I.7", "Văn bản từ hai trang có số trang ở đầu trang", _is_there),
    Rule(13, ERROR, "NĐ 30/2020, PL I, I.7", "Số trang canh giữa", _is_centred),
    Rule(14, ERROR, "NĐ 30/2020, PL I, I.7", "Trang thứ nhất không hiện số", _is_hidden_first),
    Rule(15, ERROR, "NĐ 30/2020, PL I, I.7", "Số trang không ở chân trang", _not_below),
    Rule(16, ERROR, "NĐ 30/2020, PL I, I.7, V.14", "Số trang cỡ 13-14, đứng", _look),
    Rule(17, ERROR, "NĐ 30/2020, PL I, I.7", "Chữ số Ả Rập, từ 1", _counts),
    Rule(18, WARNING, "NĐ 30/2020, PL I, I.7", "Trang chẵn cũng có số trang", _even),
)
