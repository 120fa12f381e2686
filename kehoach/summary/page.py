"""A sheet being written (trang tính): words, numbers, formulas with their results, links; it prints well."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from xlsxwriter.workbook import Workbook

from kehoach.office.limits import CELL_LENGTH, sheet_name
from kehoach.office.look import A4, DATE_FORMAT, FONT, Column, height_for
from kehoach.office.text import clean
from kehoach.report.unit_table import NONE_GIVEN
from kehoach.summary.layout import FIRST, HEAD
from kehoach.summary.look import HEADER, LINK_COLOUR, NOTE, SIZE, TITLE, Looks
from kehoach.summary.shown import COUNT

MOST_ACROSS = 175.0
"""Characters that can still be read where they fill the width of a printed page."""
LONGEST_LINK = 2000
MOST_LINKS = 60_000
"""Excel keeps no more than 65 530 on a sheet."""
_NARROW = 1.2
"""Letters are narrower than the digits that a column's width counts."""
_MARGINS = {"left": 0.6, "right": 0.4, "top": 0.6, "bottom": 0.6}
_FORMULA_SIGNS = ("=", "+", "-", "@")
_NO_ERRORS, _EVERYWHERE = ("number_stored_as_text", "formula_differs", "formula_range"), "A1:XFD1048576"
"""What Excel marks with a green corner and is meant so: digits that a unit typed, sums of what is there."""
Stored = Fraction | int | str | None


class Page:
    """Trang: one sheet being written; rows and columns count from 0."""

    def __init__(self, workbook: Workbook, looks: Looks, name: str) -> None:
        self.sheet, self.looks, self.links = workbook.add_worksheet(sheet_name(name)), looks, 0
        self._widths: dict[int, float] = {}
        self._heights: dict[int, float] = {}

    def widths(self, *widths: float) -> None:
        """Characters of each column: what decides how high a row must be for its words."""
        self._widths = dict(enumerate(widths))
        for column, width in self._widths.items():
            self.sheet.set_column(column, column, width)

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """Words, wrapped; never run as a formula, whatever they begin with."""
        kept = text if text.isprintable() and len(text) < CELL_LENGTH else clean(text)[:CELL_LENGTH]
        if kept.startswith(_FORMULA_SIGNS):
            look["quote_prefix"] = True
        if "text_wrap" not in look:
            self._fit(row, column, kept)
            look["text_wrap"] = True
        self.sheet.write_string(row, column, kept, self.looks(**look))

    def hide(self, first: int, last: int) -> None:
        """Columns without anything to tell; Excel shows them when asked."""
        for column in range(first, last + 1):
            self.sheet.set_column(column, column, self._widths[column], None, {"hidden": True})

    def across(self, row: int, first: int, last: int, text: str, **look: Any) -> None:
        """Words over several columns, in a row that is high enough for them."""
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.looks(**{"text_wrap": True, **look}))
        self.text(row, first, text, **{"text_wrap": True, **look})
        width = sum(self._widths[column] for column in range(first, last + 1))
        size = float(look.get("font_size", SIZE))
        self._heights[row] = max(height_for(text, width * _NARROW, size), self._heights.get(row, 0))

    def _fit(self, row: int, column: int, text: str) -> None:
        """Excel alone makes a row as high as its words; the other programs must be told."""
        width = self._widths.get(column, 0)
        if width and (len(text) > width or "\n" in text):
            height = height_for(text, width * _NARROW, SIZE)
            self._heights[row] = max(height, self._heights.get(row, 0))

    def blank(self, row: int, column: int, **look: Any) -> None:
        """An empty cell with a frame: silence, to be seen."""
        self.sheet.write_blank(row, column, None, self.looks(**look))

    def number(self, row: int, column: int, value: Fraction | int, number_format: str = COUNT, **look: Any) -> None:
        """A number as Excel keeps it."""
        self.sheet.write_number(row, column, _plain(value), self.looks(num_format=number_format, **look))

    def day(self, row: int, column: int, day: date) -> None:
        """A date."""
        moment = datetime(day.year, day.month, day.day)
        self.sheet.write_datetime(row, column, moment, self.looks(num_format=DATE_FORMAT, align="center"))

    def formula(
        self, row: int, column: int, formula: str, stored: Stored, number_format: str = COUNT, **look: Any
    ) -> None:
        """A formula with what it comes to; unknown where that is None."""
        value = NONE_GIVEN if stored is None else stored if isinstance(stored, str) else _plain(stored)
        shape = self.looks(**{"num_format": number_format, "align": "right", **look})
        self.sheet.write_formula(row, column, f"={formula}", shape, value)

    def link(self, row: int, column: int, url: str, text: str, **look: Any) -> None:
        """Words that lead somewhere; plain words where Excel would refuse the address, or one more link."""
        self.links += 1
        if not url or len(url) > LONGEST_LINK or self.links > MOST_LINKS:
            return self.text(row, column, text, **look)
        shape = self.looks(**{"font_color": LINK_COLOUR, "underline": 1, "text_wrap": True, **look})
        self.sheet.write_url(row, column, url, shape, clean(text)[:CELL_LENGTH])
        return self._fit(row, column, text)

    def head(self, title: str, note: str, columns: Sequence[Column]) -> None:
        """Title, note and headers; they stay on the screen and on every printed page."""
        last = max(n for n in range(len(columns)) if n < 2 or sum(c.width for c in columns[: n + 1]) <= MOST_ACROSS)
        self.widths(*(c.width for c in columns))
        self.across(0, 0, last, title, **TITLE)
        self.across(1, 0, last, note, **NOTE)
        for number, column in enumerate(columns):
            self.text(HEAD, number, column.header, **HEADER)

    def finish(self, rows: int, columns: Sequence[Column], names: int, last: int) -> None:
        """Frozen head and names, a filter over `rows` rows, A4 across; the row `last` is printed last."""
        sheet, width = self.sheet, sum(c.width for c in columns)
        sheet.freeze_panes(FIRST, names)
        sheet.autofilter(HEAD, 0, HEAD + max(1, rows), len(columns) - 1)
        sheet.repeat_rows(HEAD)
        if width > MOST_ACROSS:
            sheet.repeat_columns(0, names - 1)
        sheet.print_area(0, 0, last, len(columns) - 1)
        self.paper(-int(-width // MOST_ACROSS))

    def paper(self, across: int = 1) -> None:
        """A4 landscape, that many pages across, as many down as it takes; rows as high as their words."""
        for row, height in self._heights.items():
            self.sheet.set_row(row, height)
        self.sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, _EVERYWHERE))
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(across, 0)
        self.sheet.set_margins(**_MARGINS)
        self.sheet.center_horizontally()
        self.sheet.set_footer(f'&L&"{FONT}"&9&A&C&"{FONT}"&9Trang &P/&N')

    def shade(self, first: tuple[int, int], last: tuple[int, int], formula: str, **look: Any) -> None:
        """A colour where the formula holds, which speaks of the first cell."""
        self.sheet.conditional_format(
            *first, *last, {"type": "formula", "criteria": f"={formula}", "format": self.looks.shade(**look)}
        )


def _plain(value: Fraction | int) -> int | float:
    """As Excel keeps it: whole, or the nearest it can hold."""
    exact = Fraction(value)
    return exact.numerator if exact.denominator == 1 else float(exact)
