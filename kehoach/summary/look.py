"""How the workbook looks (kiểu dáng): cell formats, and colours with one meaning each.

The font and shades are those of all our workbooks. A colour never says alone what words or a sign do not say beside it.
"""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from kehoach.office.look import FONT, HEAD_COLOUR, LINE_COLOUR, NOTE_COLOUR

SIZE = 11
SILENT_COLOUR = "#FFF2CC"
MET_COLOUR = "#E2EFDA"
BELOW_COLOUR = "#F8CBAD"
LINK_COLOUR = "#1F4E79"
TITLE = {"bold": True, "font_size": 14, "border": 0, "text_wrap": False, "align": "left"}
NOTE = {
    "italic": True,
    "font_size": 10,
    "border": 0,
    "text_wrap": True,
    "font_color": f"#{NOTE_COLOUR}",
    "valign": "top",
}
HEADER = {"bold": True, "bg_color": f"#{HEAD_COLOUR}", "align": "center"}
_PLAIN = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "border": 1, "border_color": f"#{LINE_COLOUR}"}
_Look = tuple[tuple[str, Any], ...]


class Looks:
    """Kiểu ô: the formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made, self._cells = dict[_Look, Format](), dict[_Look, Format]()

    def __call__(self, **wanted: Any) -> Format:
        """A cell: framed, in the font of all our workbooks, and as wanted."""
        key = tuple(wanted.items())
        if key not in self._cells:
            self._cells[key] = self.shade(**{**_PLAIN, **wanted})
        return self._cells[key]

    def shade(self, **wanted: Any) -> Format:
        """Only what is wanted, as a condition lays it over a cell."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]
