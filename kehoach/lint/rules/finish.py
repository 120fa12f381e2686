"""Marks that only some documents carry, and what must not be left in a finished one: rules 100, 105, 106."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import grouped, length, points
from kehoach.lint.document import Table
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, NOTE, WARNING, Fault, Rule

_URGENT = ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
_DRAFTER = re.compile(r"^[A-ZĐ]{1,5}\. ?\(\d+\)$")
_PLACEHOLDER = re.compile(r"\[[^\]\d][^\]]*\]|\bTODO\b|[.…]{4,}|…{2,}|Error!|Lỗi! Không|\{\{|\bxxx\b", re.I)
_FRAME = ("border_top", "border_bottom", "border_left", "border_right")
_SLACK = 1.0
_DRAFTER_SIZE = 11


def _marks(parts: Parts) -> Iterator[Fault]:
    for paragraph in parts.document.paragraphs:
        if paragraph.text.upper() in _URGENT and parts.head.nation:
            yield from _stamp(paragraph)
        elif _DRAFTER.match(paragraph.text) and paragraph.size != _DRAFTER_SIZE:
            say = f"Ký hiệu người soạn thảo cỡ {points(paragraph.size)}."
            yield Fault(paragraph, say, "Ghi cỡ 11, chữ đứng")


def _stamp(paragraph: Paragraph) -> Iterator[Fault]:
    is_framed = paragraph.box or paragraph.cell or all(paragraph.look.get(side) for side in _FRAME)
    is_bold = all(run.is_bold and 13 <= run.size <= 14 for run in paragraph.visible)
    if not is_framed or not is_bold or paragraph.text.upper() != paragraph.text:
        yield Fault(paragraph, "Dấu chỉ mức độ viết chưa đúng.", "In hoa, đậm, cỡ 13 đến 14, trong khung viền đơn")


def _unfinished(parts: Parts) -> Iterator[Fault]:
    severity = NOTE if parts.is_draft else None
    for name, paragraph in parts.document.traces:
        yield Fault(paragraph, f"Tệp còn {name}.", "Chấp nhận hoặc bỏ hết trước khi trình ký")

    def said(paragraph: Paragraph) -> str | None:
        found = _PLACEHOLDER.search(paragraph.text)
        return f"Còn chỗ chưa điền “{found[0][:40]}”" if found else None

    yield from grouped(parts.document.paragraphs, said, "Điền nội dung hoặc bỏ đi trước khi trình ký", severity)


def _tables(parts: Parts) -> Iterator[Fault]:
    frames = [t.number for t in (parts.head.table, parts.foot.table if parts.foot else None) if t]
    for table in parts.document.tables:
        if table.number not in frames and not table.is_nested and len(table.rows) > 1 and table.paragraphs:
            yield from _table(parts, table)


def _table(parts: Parts, table: Table) -> Iterator[Fault]:
    room = parts.document.sections[table.section].room
    wrong = [f"rộng {length(table.width)} trên {length(room)}"] if table.width and table.width > room + _SLACK else []
    wrong += [] if table.rows[0].is_header else ["không lặp lại dòng tiêu đề"]
    wrong += ["có hàng bị ngắt sang trang sau"] if any(row.can_split for row in table.rows) else []
    if wrong:
        do = "Bảng vừa khổ chữ; đặt “Repeat header rows”; bỏ “Allow row to break across pages”"
        yield Fault(table.paragraphs[0], f"Bảng {', '.join(wrong)}.", do)


RULES = (
    Rule(100, WARNING, "NĐ 30/2020, PL I, III.2-4", "Dấu khẩn, lưu hành có khung; ký hiệu soạn thảo cỡ 11", _marks),
    Rule(105, ERROR, "", "Không còn chỗ chưa điền, nhận xét, sửa đổi theo dõi", _unfinished),
    Rule(106, WARNING, "", "Bảng vừa khổ, lặp tiêu đề, hàng không ngắt", _tables),
)
