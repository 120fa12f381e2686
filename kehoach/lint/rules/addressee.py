"""Kính gửi (ô 9a): rules 56 to 59."""

from collections.abc import Iterator

from kehoach.lint.compare import as_decreed, length
from kehoach.lint.decree import ADDRESSEE
from kehoach.lint.paragraph import Line, Paragraph, lines_of
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.metrics import text_width
from kehoach.word.standard import SAME_AS_ABOVE, Component

_LEFT_OF_COLON = 2.0
_ONE_EDGE = 1.0


def _lines(parts: Parts) -> tuple[Line, ...]:
    paragraphs = (parts.addressee, *parts.addressees) if parts.addressee else ()
    return tuple(line for p in paragraphs for line in lines_of(p))


def _look(parts: Parts) -> Iterator[Fault]:
    if parts.addressee is None:
        stray = next((p for p in parts.flow if ADDRESSEE.match(p.text)), None)
        if stray:
            say = "“Kính gửi” không nằm giữa trích yếu và nội dung."
            yield Fault(stray, say, "Đặt “Kính gửi” ngay dưới trích yếu")
        return
    after = parts.addressee.text.removeprefix("Kính gửi")
    if after.lstrip().startswith(":") and not after.startswith(":"):
        yield Fault(parts.addressee, "Trước dấu hai chấm của “Kính gửi” có dấu cách.", "Ghi “Kính gửi:”")
    elif not after.startswith(":"):
        yield Fault(parts.addressee, "Sau “Kính gửi” thiếu dấu hai chấm.", "Ghi “Kính gửi:”")
    yield from as_decreed("Kính gửi", Component.ADDRESSEE, _lines(parts), checks_align=False)


def _listed(parts: Parts) -> Iterator[Fault]:
    if parts.addressee is None:
        return
    first, *more = _lines(parts)
    named = first.text.partition(":")[2].strip()
    if not named and len(more) < 2:
        yield Fault(first, "Một nơi nhận nhưng không ghi cùng dòng.", "Ghi tên nơi nhận cùng dòng với “Kính gửi:”")
    elif named and more:
        yield Fault(first, "Nhiều nơi nhận nhưng nơi đầu ghi cùng dòng.", "Mỗi nơi một dòng, bắt đầu bằng “- ”")
    elif not named:
        yield from _marked(more)


def _marked(lines: list[Line]) -> Iterator[Fault]:
    for line in lines:
        end = "." if line is lines[-1] else ";"
        if not line.text.startswith("- ") or not line.text.endswith(end):
            yield Fault(line, "Dòng kính gửi viết chưa đúng.", f"Bắt đầu bằng “- ” và kết thúc bằng dấu “{end}”")


def _edge(paragraph: Paragraph) -> float:
    """Millimetres from the margin to the first letter; typed blanks before it count."""
    run = paragraph.runs[0] if paragraph.runs else None
    blanks = len(paragraph.words) - len(paragraph.words.lstrip(" "))
    return paragraph.left + paragraph.first + (text_width(" " * blanks, run.size) if run else 0)


def _aligned(parts: Parts) -> Iterator[Fault]:
    listed = parts.addressees
    if parts.addressee is None or not listed or parts.addressee.align == "center":
        return
    edges = [_edge(p) for p in listed]
    size = parts.addressee.size
    colon = _edge(parts.addressee) + text_width("Kính gửi", size)
    if "\t" in parts.addressee.words or any("\t" in p.words for p in listed):
        return
    if max(edges) - min(edges) > _ONE_EDGE or min(edges) < colon - _LEFT_OF_COLON:
        say = f"Các gạch đầu dòng bắt đầu ở {length(min(edges))}, dấu hai chấm ở {length(colon)}."
        yield Fault(listed[0], say, "Các gạch đầu dòng thẳng hàng với nhau, dưới dấu hai chấm")


def _as_above(parts: Parts) -> Iterator[Fault]:
    if parts.foot is None or not parts.foot.listed:
        return
    first = parts.foot.listed[0]
    says = first.text.lstrip("-–+• ").startswith(SAME_AS_ABOVE)
    if parts.addressee and not says:
        yield Fault(first, "Có “Kính gửi” mà nơi nhận không mở đầu bằng “Như trên”.", "Thêm dòng đầu “- Như trên;”")
    elif says and not (parts.addressee or parts.head.is_letter or any(ADDRESSEE.match(p.text) for p in parts.flow)):
        yield Fault(
            first, "Nơi nhận ghi “Như trên” mà không có “Kính gửi”.", "Ghi tên từng nơi nhận, hoặc thêm Kính gửi"
        )


RULES = (
    Rule(56, ERROR, "NĐ 30/2020, PL I, II.9.d", "Kính gửi đúng chỗ, cỡ 13-14, đứng, không đậm", _look),
    Rule(57, ERROR, "NĐ 30/2020, PL I, II.9.d", "Một nơi cùng dòng; nhiều nơi mỗi nơi một dòng", _listed),
    Rule(58, WARNING, "NĐ 30/2020, PL I, II.9.d", "Các gạch đầu dòng thẳng hàng dưới dấu hai chấm", _aligned),
    Rule(59, ERROR, "NĐ 30/2020, PL I, II.9.b, c", "Có Kính gửi thì nơi nhận mở đầu bằng Như trên", _as_above),
)
