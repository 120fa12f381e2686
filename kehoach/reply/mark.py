"""The marks on cells in question (đánh dấu ô): orange in a red frame, and a comment for those at a computer."""

from openpyxl.styles import Border, PatternFill, Side
from openpyxl.workbook import Workbook

from kehoach.form.style import HINT_COLOUR
from kehoach.office.limits import note
from kehoach.office.workbook import cell_at
from kehoach.reply.message import shown
from kehoach.reply.model import Reply
from kehoach.vi.quoted import shortened

MARK_COLOUR = "F8CBAD"
MOST_QUOTED = 200
"""Characters of a long text that a comment repeats."""

_FRAME = Side(style="medium", color=HINT_COLOUR)


def mark(workbook: Workbook, reply: Reply) -> None:
    """Marks every cell of the reply's causes."""
    for mending, spot in reply.spots.values():
        cell = cell_at(workbook[spot.field.sheet], spot.field.row, spot.field.column)
        cell.fill = PatternFill("solid", MARK_COLOUR, MARK_COLOUR)
        cell.border = Border(left=_FRAME, right=_FRAME, top=_FRAME, bottom=_FRAME)
        cell.comment = note(f"Đã ghi: {shown(shortened(spot.read, MOST_QUOTED))}\n{mending.say}\n{mending.do}")
