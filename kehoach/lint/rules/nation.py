"""Quốc hiệu, Tiêu ngữ, and the sizes that go together (ô 1): rules 19 to 29."""

from collections.abc import Iterator

from kehoach.lint.compare import as_decreed, length, points
from kehoach.lint.drawn import head_strokes, mismeasured, missing
from kehoach.lint.head import Form
from kehoach.lint.paragraph import Line
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, NOTE, WARNING, Fault, Rule
from kehoach.word.standard import LOOKS, MOTTO, MOTTO_RULE, NATION, Component

_OTHER_TONE = NATION.replace("HÒA", "HOÀ")
_FIT = 0.3
"""Millimetres that a line needs beside its words, so that no version of Word breaks it."""
_MOST_SPACE = 2.0
_SLACK = (-0.1, 0.1)


def _size(line: Line | None) -> float:
    return max((run.size for run in line.visible), default=0) if line else 0


def _pairing(parts: Parts) -> Iterator[Fault]:
    head = parts.head
    components = (Component.NATION, Component.MOTTO, Component.DATE_LINE)
    given = tuple(_size(line) for line in (head.nation, head.motto, head.date))
    allowed = [tuple(LOOKS[c].sizes[profile] for c in components) for profile in (0, 1)]
    lawful = all(LOOKS[c].allowed[0] <= s <= LOOKS[c].allowed[1] for c, s in zip(components, given, strict=True))
    if head.nation and lawful and given not in allowed:
        shown = ", ".join(map(points, given))
        say = f"Cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng đang là {shown}."
        yield Fault(head.nation, say, "Dùng cùng nhau 13, 14, 14 hoặc 12, 13, 13")


def _agency_size(parts: Parts) -> Iterator[Fault]:
    head = parts.head
    wanted = _size(head.nation)
    for line in (*head.superior, *head.issuer):
        if wanted and _size(line) != wanted and 12 <= _size(line) <= 13:
            say = f"Tên cơ quan cỡ {points(_size(line))}, Quốc hiệu cỡ {points(wanted)}."
            yield Fault(line, say, "Tên cơ quan dùng cỡ chữ của Quốc hiệu")


def _nation_text(parts: Parts) -> Iterator[Fault]:
    line = parts.head.nation
    if line is None:
        yield Fault(None, "Không tìm thấy Quốc hiệu ở đầu văn bản.", f"Ghi {NATION} ở góc trên bên phải trang đầu")
    elif line.text == _OTHER_TONE:
        yield Fault(line, "Quốc hiệu viết HOÀ.", "Nên viết HÒA như phần lời của Nghị định", NOTE)
    elif line.text != NATION:
        yield Fault(line, "Quốc hiệu viết chưa đúng.", f"Ghi đúng: {NATION}")


def _nation_look(parts: Parts) -> Iterator[Fault]:
    if parts.head.nation:
        has_columns = parts.head.form in (Form.TABLE, Form.BOXES)
        yield from as_decreed("Quốc hiệu", Component.NATION, [parts.head.nation], has_columns, any_case=True)


def _nation_place(parts: Parts) -> Iterator[Fault]:
    head = parts.head
    if head.nation is None:
        return
    do = "Đặt Quốc hiệu ở dòng đầu, cột bên phải, ngang với tên cơ quan"
    if head.form is Form.NONE:
        yield Fault(head.nation, "Quốc hiệu không nằm ở nửa bên phải.", do)
    elif head.form is not Form.TABLE:
        say = f"Đầu văn bản dựng bằng {head.form}, dễ lệch khi in."
        yield Fault(head.nation, say, "Nên dựng bằng bảng hai cột không viền", WARNING)
    else:
        cell = head.nation.paragraph.cell
        first = next((line.paragraph.number for line in (head.nation, head.motto) if line), 0)
        above = [p for p in head.right if not p.is_empty and p.number < first]
        if cell and (not cell.is_last or cell.row > 0 or above):
            yield Fault(head.nation, "Quốc hiệu không ở dòng đầu của cột bên phải.", do)


def _nation_fits(parts: Parts) -> Iterator[Fault]:
    line = parts.head.nation
    if line is None or parts.head.form is not Form.TABLE:
        return
    room = line.paragraph.room - line.paragraph.left - line.paragraph.right
    if line.width > room - _FIT:
        say = f"Quốc hiệu dài {length(line.width)} mà cột chỉ rộng {length(room)}, sẽ xuống hai dòng."
        yield Fault(line, say, f"Mở cột bên phải rộng ít nhất {length(line.width + _FIT)}")


def _motto_text(parts: Parts) -> Iterator[Fault]:
    line = parts.head.motto
    if line is None:
        if parts.head.nation:
            yield Fault(parts.head.nation, "Không tìm thấy Tiêu ngữ.", f"Ghi {MOTTO} ngay dưới Quốc hiệu")
    elif line.text != MOTTO:
        yield Fault(line, "Tiêu ngữ viết chưa đúng chữ hoặc dấu gạch nối.", f"Ghi đúng: {MOTTO}")


def _motto_look(parts: Parts) -> Iterator[Fault]:
    if parts.head.motto:
        has_columns = parts.head.form in (Form.TABLE, Form.BOXES)
        yield from as_decreed("Tiêu ngữ", Component.MOTTO, [parts.head.motto], has_columns, any_case=True)


def _motto_line(parts: Parts) -> Iterator[Fault]:
    if parts.head.motto:
        yield from missing("Tiêu ngữ", parts.head.motto, head_strokes(parts.head)[1], [parts.head.motto])


def _motto_line_length(parts: Parts) -> Iterator[Fault]:
    if parts.head.motto:
        yield from mismeasured("Tiêu ngữ", [parts.head.motto], head_strokes(parts.head)[1], MOTTO_RULE, _SLACK)


def _single_spaced(parts: Parts) -> Iterator[Fault]:
    head = parts.head
    if head.nation is None or head.motto is None:
        return
    upper, lower = head.nation.paragraph, head.motto.paragraph
    spaced = [p for p in (upper, lower) if p.lines > 1.01]
    gap = max(upper.after, lower.before) if upper is not lower else 0
    if spaced or gap > _MOST_SPACE:
        say = f"Quốc hiệu và Tiêu ngữ cách nhau {points(round(gap, 1))} pt, giãn dòng {points(round(upper.lines, 2))}."
        yield Fault(head.nation, say, "Để dòng đơn, cách đoạn 0 pt")


RULES = (
    Rule(19, WARNING, "NĐ 30/2020, PL I, V, ghi chú 1", "Cỡ chữ tăng giảm cùng nhau", _pairing),
    Rule(20, WARNING, "NĐ 30/2020, PL I, V, ghi chú 1", "Tên cơ quan cùng cỡ với Quốc hiệu", _agency_size),
    Rule(21, ERROR, "NĐ 30/2020, PL I, II.1.a", "Có Quốc hiệu, viết đúng", _nation_text),
    Rule(22, ERROR, "NĐ 30/2020, PL I, II.1.a", "Quốc hiệu cỡ 12-13, đứng, đậm, giữa", _nation_look),
    Rule(23, ERROR, "NĐ 30/2020, PL I, II.1.a, IV", "Quốc hiệu ở trên cùng, bên phải", _nation_place),
    Rule(24, ERROR, "NĐ 30/2020, PL I, II.1.c", "Quốc hiệu nằm trên một dòng", _nation_fits),
    Rule(25, ERROR, "NĐ 30/2020, PL I, II.1.b", "Tiêu ngữ viết đúng", _motto_text),
    Rule(26, ERROR, "NĐ 30/2020, PL I, II.1.b", "Tiêu ngữ cỡ 13-14, đứng, đậm, giữa", _motto_look),
    Rule(27, ERROR, "NĐ 30/2020, PL I, II.1.b", "Có đường kẻ dưới Tiêu ngữ", _motto_line),
    Rule(28, WARNING, "NĐ 30/2020, PL I, II.1.b", "Đường kẻ dài bằng Tiêu ngữ", _motto_line_length),
    Rule(29, WARNING, "NĐ 30/2020, PL I, II.1.c", "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn", _single_spaced),
)
