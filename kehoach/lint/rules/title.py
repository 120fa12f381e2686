"""Type and summary (tên loại, trích yếu, ô 5a và 5b): rules 51 to 55."""

from collections.abc import Iterator, Sequence

from kehoach.lint.compare import as_decreed
from kehoach.lint.decree import KINDS
from kehoach.lint.drawn import mismeasured, missing, strokes_of
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.lint.strokes import Stroke
from kehoach.word.standard import SUBJECT_RULE, Component

_SLACK = (-1 / 12, 0.05)


def _kind(parts: Parts) -> Iterator[Fault]:
    line = parts.kind
    if line is None:
        if not parts.head.is_letter and parts.head.nation:
            yield Fault(
                None, "Không tìm thấy tên loại văn bản.", "Ghi tên loại (BÁO CÁO, KẾ HOẠCH …) in hoa, đậm, giữa"
            )
        return
    if line.text.upper() not in KINDS:
        say = "Dòng này không phải tên loại của văn bản hành chính, hoặc viết chung với trích yếu."
        yield Fault(line, say, "Ghi riêng một dòng tên loại, như BÁO CÁO")
    yield from as_decreed("Tên loại", Component.KIND, [line])


def _subject(parts: Parts) -> Iterator[Fault]:
    if parts.kind and not parts.subject:
        yield Fault(parts.kind, "Dưới tên loại không có trích yếu.", "Ghi trích yếu nội dung ngay dưới tên loại")
    yield from as_decreed("Trích yếu", Component.SUBJECT, parts.subject)
    yield from as_decreed("Trích yếu công văn", Component.MATTER, parts.head.matter)


def _unstopped(parts: Parts) -> Iterator[Fault]:
    last = (parts.subject or parts.head.matter)[-1:]
    if last and last[0].text.endswith((".", ";", ":")):
        yield Fault(last[0], "Cuối trích yếu có dấu câu.", "Bỏ dấu câu ở cuối trích yếu")


def _strokes(parts: Parts) -> Sequence[Stroke]:
    """Lines from the type's name down to the first words after the title; a shape may be anchored in those."""
    if parts.kind is None:
        return []
    begins = parts.kind.paragraph.number
    ends = (parts.under_title[-1] if parts.under_title else parts.subject[-1].paragraph).number
    title = [p for p in parts.document.paragraphs if begins <= p.number <= ends and not p.cell]
    following = [p for p in parts.document.paragraphs if p.number == ends + 1]
    return [*strokes_of(title), *(s for p in following for s in p.shapes)]


def _line(parts: Parts) -> Iterator[Fault]:
    if parts.subject:
        yield from missing("trích yếu", parts.subject[-1], _strokes(parts), parts.subject[-1:])


def _line_length(parts: Parts) -> Iterator[Fault]:
    if parts.subject:
        printed = [line for line in parts.subject if line.width <= line.paragraph.room] or parts.subject[:0]
        if printed:
            yield from mismeasured("trích yếu", printed, _strokes(parts), SUBJECT_RULE, _SLACK)


RULES = (
    Rule(51, ERROR, "NĐ 30/2020, PL I, II.5.b; Đ.7", "Tên loại in hoa, đậm, cỡ 13-14, giữa", _kind),
    Rule(
        52,
        ERROR,
        "NĐ 30/2020, PL I, II.5.b",
        "Trích yếu in thường, đậm, cỡ 13-14, giữa; của công văn cỡ 12-13, không đậm",
        _subject,
    ),
    Rule(53, WARNING, "NĐ 30/2020, PL III, mẫu 1.4", "Trích yếu không có dấu câu ở cuối", _unstopped),
    Rule(54, ERROR, "NĐ 30/2020, PL I, II.5.b", "Có đường kẻ dưới trích yếu", _line),
    Rule(55, WARNING, "NĐ 30/2020, PL I, II.5.b", "Đường kẻ bằng 1/3 đến 1/2 dòng chữ", _line_length),
)
