"""Nơi nhận (ô 9b), and bodies that no longer exist: rules 86 to 93."""

import re
from collections.abc import Iterator

from kehoach.lint.compare import as_decreed, length
from kehoach.lint.decree import ABOLISHED_BODIES, REFORM_LAW
from kehoach.lint.document import Table
from kehoach.lint.paragraph import Paragraph, lines_of
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.standard import Component

_ARCHIVE = re.compile(r"^- Lưu: VT(, [^;.,(]+(\([^)]*\))?)*\.$")
_IS_ARCHIVE = re.compile(r"^[-–—+• ]*Lưu\b", re.I)
_FLUSH = 1.0
_LEVEL = 4.0
"""Points: 12 and 14 point letters in one row still look level."""
_HISTORIC = re.compile(r"\(cũ\)|trước đây|trước ngày 01/7/2025", re.I)
_OLD_DATE = re.compile(r"ngày (\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})")


def _label(parts: Parts) -> Iterator[Fault]:
    if parts.foot is None:
        if parts.kind:
            yield Fault(None, "Không tìm thấy “Nơi nhận:”.", "Ghi “Nơi nhận:” ở cuối văn bản, bên trái")
        return
    label = parts.foot.label
    if label is None:
        return
    if label.text != "Nơi nhận:":
        yield Fault(label, "“Nơi nhận:” viết chưa đúng hoặc không riêng một dòng.", "Ghi riêng một dòng “Nơi nhận:”")
    yield from as_decreed("Nơi nhận", Component.RECIPIENTS, [label])


def _level(parts: Parts) -> Iterator[Fault]:
    foot = parts.foot
    if foot is None or foot.table is None or foot.label is None or not foot.signed:
        return
    left, right = foot.label.paragraph, foot.signed[0].paragraph
    heights = _above(foot.recipients, left), _above(foot.signature, right)
    is_one_row = left.cell and right.cell and left.cell.row == right.cell.row
    if not is_one_row or abs(heights[0] - heights[1]) > _LEVEL:
        yield Fault(foot.label, "“Nơi nhận:” không ngang với dòng đầu của chữ ký.", "Đặt hai dòng ngang hàng nhau")


def _above(side: tuple[Paragraph, ...], own: Paragraph) -> float:
    above = [p for p in side if p.number < own.number and p.cell and own.cell and p.cell.row == own.cell.row]
    return own.before + sum(p.height + max(p.before, p.after) for p in above)


def _look(parts: Parts) -> Iterator[Fault]:
    for line in parts.foot.listed if parts.foot else ():
        yield from as_decreed("Dòng nơi nhận", Component.RECIPIENT, [line])
        if not line.text.startswith("- "):
            yield Fault(line, "Dòng nơi nhận không mở đầu bằng gạch ngắn.", "Mở đầu bằng “- ”")
        indent = line.paragraph.left + line.paragraph.first
        if indent > _FLUSH:
            yield Fault(line, f"Dòng nơi nhận lùi vào {length(indent)}.", "Đặt sát lề trái")


def _stops(parts: Parts) -> Iterator[Fault]:
    listed = parts.foot.listed if parts.foot else ()
    for position, line in enumerate(listed, 1):
        end = "." if position == len(listed) else ";"
        if not line.text.endswith(end):
            yield Fault(line, "Cuối dòng nơi nhận sai dấu câu.", f"Kết thúc bằng dấu “{end}”")


def _archive(parts: Parts) -> Iterator[Fault]:
    if parts.foot is None or not parts.foot.listed:
        return
    last = parts.foot.listed[-1]
    if not _ARCHIVE.match(last.text):
        is_there = _IS_ARCHIVE.match(last.text)
        say = "Dòng lưu viết chưa đúng." if is_there else "Nơi nhận không kết thúc bằng dòng lưu."
        yield Fault(last, say, "Ghi dòng cuối “- Lưu: VT, đơn vị soạn thảo.”")


def _no_abolished(parts: Parts) -> Iterator[Fault]:
    if not parts.is_after_reform:
        return
    paragraphs = [p for p in (parts.addressee, *parts.addressees) if p]
    lines = [line for p in paragraphs for line in lines_of(p)]
    for line in (*lines, *(parts.foot.listed if parts.foot else ())):
        if found := ABOLISHED_BODIES.search(line.text):
            yield Fault(line, f"Ghi “{found[0]}” sau ngày 01/7/2025.", "Ghi cơ quan cấp tỉnh hoặc cấp xã hiện nay")


def _none_in_body(parts: Parts) -> Iterator[Fault]:
    if not parts.is_after_reform:
        return
    for paragraph in (*parts.bases, *parts.flow):
        found = ABOLISHED_BODIES.search(paragraph.text)
        if found and not _HISTORIC.search(paragraph.text) and not _cites_old(paragraph.text):
            do = "Ghi tên hiện nay, hoặc thêm “(cũ)”, “trước đây”"
            yield Fault(paragraph, f"Nội dung nhắc “{found[0]}” không còn từ 01/7/2025.", do)


def _cites_old(text: str) -> bool:
    """Whether it cites something dated before the reform."""
    return any((int(y), int(m)) < (2025, 7) for _, m, y in _OLD_DATE.findall(text))


def _together(parts: Parts) -> Iterator[Fault]:
    foot = parts.foot
    if foot is None or foot.table is None:
        return
    if any(row.can_split for row in foot.table.rows):
        say = "Bảng nơi nhận và chữ ký có thể bị ngắt sang hai trang."
        yield Fault(foot.label, say, "Bỏ chọn “Allow row to break across pages”")
    before = [p for p in parts.flow if p.number < foot.recipients[0].number and not p.is_empty][-1:]
    if before and not before[0].look.get("keep_next") and not _ends_with_table(parts, foot.table):
        say = "Chữ ký có thể nằm một mình ở trang cuối."
        yield Fault(before[0], say, "Đặt “Keep with next” cho đoạn cuối của nội dung")


def _ends_with_table(parts: Parts, foot: Table) -> bool:
    """Whether a table, and no paragraph, stands above the foot."""
    items = [item for item in parts.document.items if isinstance(item, Table) or not item.is_empty]
    at = items.index(foot) if foot in items else 0
    return at > 0 and isinstance(items[at - 1], Table)


RULES = (
    Rule(86, ERROR, "NĐ 30/2020, PL I, II.9.d", "“Nơi nhận:” cỡ 12, nghiêng, đậm, sát trái", _label),
    Rule(87, ERROR, "NĐ 30/2020, PL I, II.9.d", "“Nơi nhận:” ngang dòng đầu của chữ ký", _level),
    Rule(88, ERROR, "NĐ 30/2020, PL I, II.9.d", "Dòng nơi nhận cỡ 11, đứng, mở đầu bằng gạch", _look),
    Rule(89, ERROR, "NĐ 30/2020, PL I, II.9.d", "Mỗi dòng kết thúc bằng ; dòng cuối bằng .", _stops),
    Rule(90, ERROR, "NĐ 30/2020, PL I, II.9.d", "Dòng cuối là Lưu: VT", _archive),
    Rule(91, ERROR, f"{REFORM_LAW}; NĐ 150/2025", "Không gửi cơ quan cấp huyện", _no_abolished),
    Rule(92, WARNING, REFORM_LAW, "Nội dung không nhắc cơ quan đã bỏ", _none_in_body),
    Rule(93, WARNING, "", "Bảng chữ ký không bị ngắt, không đứng một mình", _together),
)
