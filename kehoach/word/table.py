"""Tables (bảng) of the report: real Word tables, exactly as wide as the text, header repeated, rows whole.

In: `report.model.Table`. Out: flow: caption, table, note. Rows are put together as text from one prepared cell a
column, so cost grows with the cells and with nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.report.model import Fact, Table, TableColumn, Text, plain
from kehoach.word.markup import Flow, Layout, Marked, block, clean, properties, row_start, run, table_ends, twips
from kehoach.word.metrics import text_width
from kehoach.word.standard import CELL_SIDES, LOOKS, ROWS_TOGETHER, Align, Component
from kehoach.word.styles import GRID

_ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}
_SLACK = 0.4
_WORD = re.compile(r"[^\s-]+-?|-")


def table_flow(content: Table, width: float) -> Flow:
    """Caption, table and note; the table's bookmark stands in its first cell."""
    if content.caption:
        yield block(f"{content.id}.ten", Component.TABLE_CAPTION, (content.caption,))
    yield _marked(content, "".join(_grid(content, width)))
    if plain(content.note):
        yield block(f"{content.id}.ghi_chu", Component.TABLE_NOTE, content.note)


def _marked(content: Table, xml: str) -> Marked:
    before, sep, rest = xml.partition("</w:pPr>")
    inner, end, after = rest.partition("</w:p>")
    rows = (tuple(c.header for c in content.columns), *(tuple(plain(t) for t in r) for r in content.rows))
    text = "\n".join("\t".join(clean(c) for c in cells) for cells in rows)
    facts = tuple(part for r in content.rows for t in r for part in t if isinstance(part, Fact))
    return Marked(content.id, text, facts, before + sep, inner, end + after)


def _grid(content: Table, width: float) -> Iterator[str]:
    widths = column_widths(content, width)
    opened, closed = table_ends(GRID, widths)
    yield opened
    looks = (Component.TABLE_HEAD, Component.TABLE_TEXT, Component.TABLE_TOTAL)
    head, usual, total = (_openings(content.columns, widths, look) for look in looks)
    kept = _openings(content.columns, widths, Component.TABLE_TEXT, keep_next=True)
    yield _row(head, [(column.header,) for column in content.columns], is_header=True)
    last = len(content.rows)
    for number, texts in enumerate(content.rows, 1):
        stays = number < last and (number < ROWS_TOGETHER or number > last - ROWS_TOGETHER)
        yield _row(total if content.has_total and number == last else kept if stays else usual, texts)
    yield closed


def _openings(
    columns: Sequence[TableColumn], widths: Sequence[int], look: Component, keep_next: bool = False
) -> list[str]:
    """How a cell of each column begins."""
    is_head = look is Component.TABLE_HEAD
    layouts = [Layout(align="center" if is_head else _align(column), keep_next=keep_next) for column in columns]
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{properties(look, layout)}"
        for layout, width in zip(layouts, widths, strict=True)
    ]


def _align(column: TableColumn) -> Align:
    return _ALIGNS.get(column.align, "left")


def _row(openings: Sequence[str], texts: Sequence[Text], is_header: bool = False) -> str:
    cells = (f"{begin}{run(plain(text))}</w:p></w:tc>" for begin, text in zip(openings, texts, strict=True))
    return f"{row_start(is_header)}{''.join(cells)}</w:tr>"


def column_widths(content: Table, width: float) -> tuple[int, ...]:
    """Twips that sum up to `width` millimetres: by share, but no column narrower than its longest word."""
    total = twips(width)
    shares = [max(column.share, 0) for column in content.columns]
    whole = sum(shares)
    wanted = [total * (share / whole if whole else 1 / len(shares)) for share in shares]
    least = [twips(_least(column, position, content)) for position, column in enumerate(content.columns)]
    return _rounded(_balanced(wanted, least, total), total)


def _balanced(wanted: Sequence[float], least: Sequence[int], total: int) -> list[float]:
    """Each at least `least`; what that costs is taken from the others' room to spare."""
    if sum(least) >= total:
        return [width * total / sum(least) for width in least]
    grown = [max(pair) for pair in zip(wanted, least, strict=True)]
    spare = [width - low for width, low in zip(grown, least, strict=True)]
    excess = sum(grown) - total
    return [w - excess * room / sum(spare) if excess > 0 else w for w, room in zip(grown, spare, strict=True)]


def _rounded(widths: Sequence[float], total: int) -> tuple[int, ...]:
    edges = [round(sum(widths[:n])) for n in range(len(widths))] + [total]
    return tuple(end - begin for begin, end in pairwise(edges))


def _least(column: TableColumn, position: int, content: Table) -> float:
    """Millimetres for the longest word of a column, with the cell's margins; a line may end in a hyphen."""
    words = {(w, True) for w in _WORD.findall(clean(column.header))}
    for number, texts in enumerate(content.rows, 1):
        is_total = content.has_total and number == len(content.rows)
        words |= {(w, is_total) for w in _WORD.findall(clean(plain(texts[position])))}
    size = LOOKS[Component.TABLE_TEXT].sizes[0]
    return max((text_width(w, size, bold) for w, bold in words), default=0) + 2 * CELL_SIDES + _SLACK
