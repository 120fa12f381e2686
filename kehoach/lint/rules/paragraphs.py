"""Running text of the body (nội dung, ô 6): rules 60 to 67, and how it ends: 78."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.lint.compare import grouped, length, points
from kehoach.lint.decree import END_OF_BODY
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.standard import (
    END_MARK,
    FIRST_LINES_ALLOWED,
    LEAST_GAP,
    LINES_ALLOWED,
    LOOKS,
    Component,
)

_OFF_SIZE = 0.05
"""Share of letters in another size that is still one size."""
_ITALIC = 0.10
_INDENT = 0.3
_NEARLY = (9.5, 13.2)
_ROUNDING = 0.02


def _letters(paragraph: Paragraph, size: float) -> tuple[int, int]:
    """How many letters in another size, and how many at all."""
    counts = [(len(run.text.strip()), run.size) for run in paragraph.visible]
    return sum(n for n, s in counts if s != size), sum(n for n, _ in counts)


def _size(parts: Parts) -> Iterator[Fault]:
    low, high = LOOKS[Component.BODY].allowed
    size = parts.body_size
    if not size:
        return
    do = f"Dùng một cỡ chữ từ {points(low)} đến {points(high)} cho cả nội dung"
    if not low <= size <= high:
        same = [p for p in parts.body if p.size == size]
        yield from grouped(same, lambda _: f"Nội dung đang cỡ {points(size)}", do)
    counts = [_letters(p, size) for p in parts.body]
    if sum(off for off, _ in counts) > _OFF_SIZE * sum(whole for _, whole in counts):
        others = [p for p, (off, whole) in zip(parts.body, counts, strict=True) if off > _OFF_SIZE * whole]
        yield from grouped(others, lambda _: f"Chữ không cùng cỡ {points(size)} với nội dung", do)


def _justified(parts: Parts) -> Iterator[Fault]:
    do = "Canh đều hai bên (Justify)"
    yield from grouped(
        parts.body,
        lambda p: None if p.align in ("both", "distribute") else "Đoạn văn không canh đều hai bên",
        do,
    )
    spread = [p for p in parts.body if p.align == "distribute"]
    yield from grouped(spread, lambda _: "Đoạn văn dàn chữ ra hai bên (Distributed)", do, WARNING)


def _stands_in(paragraph: Paragraph) -> float:
    """Where the first line begins; a numbered paragraph's number counts as its beginning."""
    return paragraph.first + (paragraph.left if paragraph.label else 0)


def is_out(paragraph: Paragraph) -> bool:
    """Whether its first line stands in neither 10 nor 12.7 mm, by format and not by typed blanks."""
    lawful = any(abs(_stands_in(paragraph) - wanted) <= _INDENT for wanted in FIRST_LINES_ALLOWED)
    return not lawful and _typed_indent(paragraph) is None


def _indent(parts: Parts) -> Iterator[Fault]:
    do = "Lùi dòng đầu 10 mm hoặc 12,7 mm"
    out = [p for p in parts.body if is_out(p)]
    near = [p for p in out if _NEARLY[0] <= _stands_in(p) <= _NEARLY[1]]
    yield from grouped([p for p in out if p not in near], _said_indent, do)
    yield from grouped(near, _said_indent, do, WARNING)


def _said_indent(paragraph: Paragraph) -> str:
    return f"Dòng đầu lùi {length(_stands_in(paragraph))}"


def _typed_indent(paragraph: Paragraph) -> str | None:
    words = paragraph.words
    return "Lùi đầu dòng bằng dấu cách hoặc phím Tab" if words.startswith(("\t", "  ")) else None


def _typed(parts: Parts) -> Iterator[Fault]:
    yield from grouped(parts.body, _typed_indent, "Lùi dòng đầu bằng định dạng đoạn (First line)")


def gaps(parts: Parts) -> list[tuple[Paragraph, float]]:
    """Paragraphs of the body that stand right above another one, and the points between."""
    running = {p.number for p in parts.body}
    return [
        (upper, _between(upper, lower))
        for upper, lower in pairwise(parts.flow)
        if lower.number == upper.number + 1 and not upper.is_empty and not lower.is_empty
        if upper.number in running or lower.number in running
    ]


def _gap(parts: Parts) -> Iterator[Fault]:
    near = {p: gap for p, gap in gaps(parts) if gap < LEAST_GAP - _ROUNDING}
    do = f"Để các đoạn cách nhau ít nhất {points(LEAST_GAP)} pt"
    yield from grouped(near, lambda p: f"Đoạn văn cách đoạn sau {points(near[p])} pt", do)


def _between(upper: Paragraph, lower: Paragraph) -> float:
    """Points; paragraphs of one style may be told to join."""
    joined = upper.style == lower.style
    after = 0 if joined and upper.look.get("contextual") else upper.after
    before = 0 if joined and lower.look.get("contextual") else lower.before
    return round(max(after, before), 2)


def _no_empty(parts: Parts) -> Iterator[Fault]:
    worded = [p.number for p in parts.flow if not p.is_empty]
    numbers = {p.number for p in parts.flow}
    empty = [
        p
        for p in parts.flow
        if p.is_empty and worded and worded[0] < p.number < worded[-1] and not p.shapes and not p.breaks_page
        if {p.number - 1, p.number + 1} <= numbers and not p.element.findall(".//{*}sectPr")
    ]
    yield from grouped(empty, lambda _: "Dùng dòng trống để cách đoạn", "Bỏ dòng trống, đặt khoảng cách đoạn (Spacing)")


def lines_said(paragraph: Paragraph) -> str | None:
    """What is wrong with a paragraph's line spacing; None for nothing."""
    low, high = LINES_ALLOWED
    least = paragraph.look.get("line_rule") == "atLeast"
    lines = max(paragraph.lines, 1.0) if least else paragraph.lines
    return None if low - _ROUNDING <= lines <= high + _ROUNDING else f"Giãn dòng {points(round(lines, 2))}"


def _lines(parts: Parts) -> Iterator[Fault]:
    yield from grouped(parts.body, lines_said, f"Giãn dòng từ đơn đến {points(LINES_ALLOWED[1])}")


def _upright(parts: Parts) -> Iterator[Fault]:
    runs = [run for p in parts.body for run in p.visible]
    whole = sum(len(run.text) for run in runs)
    slanted = sum(len(run.text) for run in runs if run.is_italic)
    if whole and slanted > _ITALIC * whole:
        places = [p for p in parts.body if p.visible and all(run.is_italic for run in p.visible)]
        at = (places or list(parts.body))[0]
        yield Fault(at, f"Chữ nghiêng chiếm {slanted / whole:.0%} nội dung.", "Nội dung dùng chữ đứng")


def _end(parts: Parts) -> Iterator[Fault]:
    worded = [p for p in parts.flow if not p.is_empty]
    if worded and parts.kind and not END_OF_BODY.search(worded[-1].text):
        yield Fault(worded[-1], f"Cuối nội dung không có dấu “{END_MARK}”.", f"Kết thúc nội dung bằng “{END_MARK}”")


RULES = (
    Rule(60, ERROR, "NĐ 30/2020, PL I, II.6.e", "Nội dung một cỡ chữ, 13-14", _size),
    Rule(61, ERROR, "NĐ 30/2020, PL I, II.6.e", "Canh đều hai bên", _justified),
    Rule(62, ERROR, "NĐ 30/2020, PL I, II.6.e", "Dòng đầu lùi 1 cm hoặc 1,27 cm", _indent),
    Rule(63, WARNING, "NĐ 30/2020, PL I, II.6.e", "Lùi đầu dòng bằng định dạng", _typed),
    Rule(64, ERROR, "NĐ 30/2020, PL I, II.6.e", "Các đoạn cách nhau ít nhất 6 pt", _gap),
    Rule(65, WARNING, "NĐ 30/2020, PL I, II.6.e", "Không cách đoạn bằng dòng trống", _no_empty),
    Rule(66, ERROR, "NĐ 30/2020, PL I, II.6.e", "Giãn dòng từ đơn đến 1,5", _lines),
    Rule(67, WARNING, "NĐ 30/2020, PL I, II.6.e", "Nội dung chữ đứng", _upright),
    Rule(78, WARNING, "NĐ 30/2020, PL III, mẫu 1.4", "Nội dung kết thúc bằng ./.", _end),
)
