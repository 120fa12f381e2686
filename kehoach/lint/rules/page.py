"""Paper and margins (khổ giấy, lề trang): rules 1 to 7."""

from collections.abc import Callable, Iterator

from kehoach.lint.compare import length
from kehoach.lint.document import Section
from kehoach.lint.paragraph import Paragraph
from kehoach.lint.parts import Parts
from kehoach.lint.rule import ERROR, WARNING, Fault, Rule
from kehoach.word.standard import PAGE

_PAPER_SLACK = 1.0
_SLACK = 0.5
SIDES = {
    "top": ("trên", PAGE.top_allowed),
    "bottom": ("dưới", PAGE.bottom_allowed),
    "left": ("trái", PAGE.left_allowed),
    "right": ("phải", PAGE.right_allowed),
}
"""Each side's name and what is allowed there."""


def _first(parts: Parts, section: Section) -> Paragraph | None:
    return next((p for p in parts.document.paragraphs if p.section == section.number), None)


def _named(section: Section) -> str:
    return f"phần {section.number + 1}"


def _paper(parts: Parts) -> Iterator[Fault]:
    for section in parts.document.sections:
        short, long = sorted((section.width, section.height))
        if abs(short - PAGE.width) > _PAPER_SLACK or abs(long - PAGE.height) > _PAPER_SLACK:
            size = f"{length(section.width)} × {length(section.height)}"
            yield Fault(
                _first(parts, section),
                f"Khổ giấy đang là {size}.",
                "Chọn khổ A4, 210 mm × 297 mm",
                read=_named(section),
            )


def _lies(parts: Parts) -> Iterator[Fault]:
    with_table = {table.section for table in parts.document.tables if not _is_frame(parts, table.number)}
    for section in parts.document.sections:
        if section.is_wide and section.number not in with_table:
            say = "Trang giấy đặt nằm ngang mà không có bảng nào."
            yield Fault(
                _first(parts, section), say, "Đặt trang đứng; chỉ đặt ngang khi có bảng rộng", read=_named(section)
            )


def _is_frame(parts: Parts, number: int) -> bool:
    """Whether that table is only the frame of head or foot."""
    frames = (parts.head.table, parts.foot.table if parts.foot else None)
    return any(frame is not None and frame.number == number for frame in frames)


def _margin(side: str) -> Callable[[Parts], Iterator[Fault]]:
    def faults(parts: Parts) -> Iterator[Fault]:
        for section in parts.document.sections:
            if not section.is_wide:
                yield from _wrong_margin(parts, section, side)

    return faults


def _wide_margins(parts: Parts) -> Iterator[Fault]:
    for section in parts.document.sections:
        for side in SIDES if section.is_wide else ():
            yield from _wrong_margin(parts, section, side)


def _wrong_margin(parts: Parts, section: Section, side: str) -> Iterator[Fault]:
    name, (low, high) = SIDES[side]
    given = section.margins[side]
    if not low - _SLACK <= given <= high + _SLACK:
        lying = " của trang nằm ngang" if section.is_wide else ""
        do = f"Đặt lề {name} từ {length(low)} đến {length(high)}"
        yield Fault(_first(parts, section), f"Lề {name}{lying} đang là {length(given)}.", do, read=_named(section))


RULES = (
    Rule(1, ERROR, "NĐ 30/2020, PL I, I.1", "Khổ giấy A4", _paper),
    Rule(2, ERROR, "NĐ 30/2020, PL I, I.2", "Trang đứng; chỉ nằm ngang khi có bảng", _lies),
    Rule(3, ERROR, "NĐ 30/2020, PL I, I.3", "Lề trên 20-25 mm", _margin("top")),
    Rule(4, ERROR, "NĐ 30/2020, PL I, I.3", "Lề dưới 20-25 mm", _margin("bottom")),
    Rule(5, ERROR, "NĐ 30/2020, PL I, I.3", "Lề trái 30-35 mm", _margin("left")),
    Rule(6, ERROR, "NĐ 30/2020, PL I, I.3", "Lề phải 15-20 mm", _margin("right")),
    Rule(7, WARNING, "NĐ 30/2020, PL I, I.3", "Lề của trang nằm ngang trong cùng giới hạn", _wide_margins),
)
