"""The head of the document (đầu văn bản): agency and Quốc hiệu, number and date, title, addressees, legal bases.

In: `report.model.Head`. Out: flow. Boxes 1 to 5 and 9a of Annex I; the table has two rows, so that number and date
stand on one line however long the agency's name is (II.4.c). In a công văn a third row holds what it is about (box 5b),
and no title stands above the addressees.
"""

from collections.abc import Sequence

from kehoach.report.model import Head, Text, plain
from kehoach.vi.dates import print_long_date, print_month
from kehoach.word.lines import break_lines
from kehoach.word.markup import Flow, Layout, Marked, block, cell, clean, paragraph, row, table, twips
from kehoach.word.metrics import text_width
from kehoach.word.standard import (
    ADDRESSEE_INDENT,
    BODY_SIZES,
    HEAD_COLUMNS,
    HEAD_GAP,
    ISSUER_RULE,
    LEAST_HEAD_COLUMN,
    LETTER_GAP,
    LOOKS,
    MATTER_WORD,
    MOTTO,
    MOTTO_RULE,
    NATION,
    PAGE,
    SUBJECT_RULE,
    Component,
)
from kehoach.word.styles import FRAME

_SUBJECT_ID = "dau.trich_yeu"
_SLACK = 1.0
_SUBJECT_SHARE = 0.92
_BLANK_NUMBER = " " * 8
_BLANK_DAY = " " * 6


def width_of(text: str, component: Component, body_size: int) -> float:
    """Millimetres that a line takes in the look of that component."""
    look = LOOKS[component]
    return text_width(text, look.sizes[BODY_SIZES.index(body_size)], look.bold, look.italic)


def rule(length: float, width: float, after: float = 0) -> str:
    """A line of exact length, centred in a column of that width: the top border of a paragraph without words.

    `after` is the space below, points.
    """
    side = max(width - length, 0) / 2
    return paragraph(Component.RULE, layout=Layout(left=side, right=side, after=after, has_line_above=True))


def number_words(head: Head) -> str:
    """ " 05/BC-BCĐ" with what stands before it; blank for the clerk while there is no number (II.3)."""
    number = _BLANK_NUMBER if head.number is None else f" {head.number:02d}"
    return f"{number}/{head.symbol}"


def date_words(head: Head) -> str:
    """ngày 05 tháng 10 năm 2026; the day blank while it is not signed (II.4)."""
    if head.signed_on:
        return print_long_date(head.signed_on)
    return f"ngày{_BLANK_DAY}tháng {print_month(head.month)} năm {head.year}"


def head_flow(head: Head, body_size: int) -> Flow:
    """Everything above the body."""
    yield from _boxes(head, body_size)
    if not head.is_letter:
        yield from title_flow(head.kind, head.subject, body_size)
    yield from _addressees(head.addressees, body_size, LETTER_GAP if head.is_letter else None)
    yield from _bases(head.bases)


def title_flow(kind: str, subject: Text, body_size: int) -> Flow:
    """Tên loại and trích yếu with its line (box 5a)."""
    width = PAGE.text_width()
    yield block("dau.ten_loai", Component.KIND, (clean(kind).upper(),))
    lines = _broken(plain(subject), Component.SUBJECT, width * _SUBJECT_SHARE, body_size)
    yield block(_SUBJECT_ID, Component.SUBJECT, subject, shown="\n".join(lines))
    longest = max(width_of(line, Component.SUBJECT, body_size) for line in lines)
    yield rule(longest * SUBJECT_RULE.share, width, HEAD_GAP)


def _boxes(head: Head, body_size: int) -> Flow:
    left, right = _columns(head, body_size)
    place = block("dau.ngay", Component.DATE_LINE, (f"{head.place}, {date_words(head)}",))
    number = block("dau.so", Component.NUMBER, (f"Số:{number_words(head)}",))
    widths = (twips(left), twips(right))
    rows = [
        row((cell(widths[0], _agency(head, left, body_size)), cell(widths[1], _nation(right, body_size)))),
        row((cell(widths[0], (number,), "bottom"), cell(widths[1], (place,), "bottom"))),
    ]
    if head.is_letter:
        matter = _matter(head.subject, left, body_size)
        rows.append(row((cell(widths[0], (matter,)), cell(widths[1], (paragraph(Component.MATTER),)))))
    return table(FRAME, widths, rows)


def _columns(head: Head, body_size: int) -> tuple[float, float]:
    """The standard columns; a long place name widens the right one as far as the left can spare."""
    left, right = HEAD_COLUMNS[body_size, PAGE.text_width()]
    date_line = f"{head.place}, {date_words(head)}"
    wanted = max(right, width_of(clean(date_line), Component.DATE_LINE, body_size) + _SLACK)
    right = min(wanted, left + right - LEAST_HEAD_COLUMN)
    return PAGE.text_width() - right, right


def _agency(head: Head, width: float, body_size: int) -> Flow:
    if head.superior:
        lines = _broken(head.superior.upper(), Component.SUPERIOR, width, body_size)
        yield block("dau.chu_quan", Component.SUPERIOR, (head.superior.upper(),), shown="\n".join(lines))
    issuer = [line for name in head.issuer_lines for line in _broken(name.upper(), Component.ISSUER, width, body_size)]
    yield block("dau.ban_hanh", Component.ISSUER, (" ".join(issuer),), shown="\n".join(issuer))
    longest = max((width_of(line, Component.ISSUER, body_size) for line in issuer), default=0)
    yield rule(longest * ISSUER_RULE.share, width)


def _broken(text: str, component: Component, width: float, body_size: int) -> tuple[str, ...]:
    return break_lines(clean(text), width - _SLACK, lambda line: width_of(line, component, body_size))


def _nation(width: float, body_size: int) -> Flow:
    yield paragraph(Component.NATION, NATION)
    yield paragraph(Component.MOTTO, MOTTO)
    yield rule(width_of(MOTTO, Component.MOTTO, body_size) * MOTTO_RULE.share, width)


def _matter(subject: Text, width: float, body_size: int) -> Marked:
    """ "V/v …" in lines of its column."""
    text: Text = (MATTER_WORD, *subject)
    lines = _broken(plain(text), Component.MATTER, width, body_size)
    return block(_SUBJECT_ID, Component.MATTER, text, shown="\n".join(lines))


def _addressees(names: Sequence[str], body_size: int, before: float | None) -> Flow:
    """One on the same line; several under one another, dashes below the colon (II.9.b). `before`: points above."""
    label = "Kính gửi:"
    if len(names) == 1:
        yield _one_addressee(label, names[0], body_size, before)
    elif names:
        colon = ADDRESSEE_INDENT + width_of(label[:-1], Component.ADDRESSEE, body_size)
        dash = width_of("- ", Component.ADDRESSEES, body_size)
        layout = Layout(left=ADDRESSEE_INDENT, keep_next=True, before=before)
        yield block("dau.kinh_gui", Component.ADDRESSEE, (label,), layout)
        for number, line in enumerate(dashed(names), 1):
            layout = Layout(left=colon + dash, hanging=dash, after=HEAD_GAP if number == len(names) else None)
            yield block(f"dau.kinh_gui.{number}", Component.ADDRESSEES, (line,), layout)


def _one_addressee(label: str, name: str, body_size: int, before: float | None) -> Marked:
    """Centred where it fits on one line, else hanging behind the colon."""
    line = f"{label} {clean(name).strip()}"
    if width_of(line, Component.ADDRESSEE, body_size) <= PAGE.text_width() - _SLACK:
        return block(
            "dau.kinh_gui", Component.ADDRESSEE, (line,), Layout(align="center", before=before, after=HEAD_GAP)
        )
    hanging = width_of(f"{label} ", Component.ADDRESSEE, body_size)
    layout = Layout(left=ADDRESSEE_INDENT / 2 + hanging, hanging=hanging, before=before, after=HEAD_GAP)
    return block("dau.kinh_gui", Component.ADDRESSEE, (line,), layout)


def dashed(names: Sequence[str]) -> tuple[str, ...]:
    """ "- A;", "- B.": how the decree lists addressees and recipients."""
    bare = [clean(name).strip().removeprefix("-").rstrip(" ;.").strip() for name in names]
    return tuple(f"- {name}{'.' if number == len(bare) else ';'}" for number, name in enumerate(bare, 1))


def _bases(bases: Sequence[str]) -> Flow:
    for number, basis in enumerate(bases, 1):
        words = clean(basis).strip().rstrip(" ;.")
        yield block(f"dau.can_cu.{number}", Component.BASIS, (words + ("." if number == len(bases) else ";"),))
