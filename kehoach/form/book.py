"""A workbook being written (tệp đang viết): what it is a form of, and what its parts share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.workbook import Workbook

from kehoach.form.model import Field, Form, FormSection
from kehoach.office.limits import write_text
from kehoach.office.model import column_letters
from kehoach.office.workbook import cell_at
from kehoach.plan.model import Plan
from kehoach.vi.values import Exact

LISTS_SHEET = "_danh_muc"


@dataclass(frozen=True)
class Book:
    """Tệp đang viết: the workbook, what it is a form of, last period's values, and lists too long for a rule."""

    workbook: Workbook
    form: Form
    plan: Plan
    previous: Mapping[tuple[str, str], Exact]
    lists: list[tuple[str, ...]] = field(default_factory=list)

    def keep_list(self, options: tuple[str, ...]) -> str:
        """The address of a list's cells on the hidden sheet that `write_lists` makes."""
        if options not in self.lists:
            self.lists.append(options)
        column = column_letters(self.lists.index(options) + 1)
        return f"{LISTS_SHEET}!${column}$1:${column}${len(options)}"

    def write_lists(self) -> None:
        """The hidden sheet of lists, where there are any."""
        if self.lists:
            sheet = self.workbook.create_sheet(LISTS_SHEET)
            sheet.sheet_state = "hidden"
            for column, options in enumerate(self.lists, 1):
                for row, option in enumerate(options, 1):
                    write_text(cell_at(sheet, row, column), option)


def runs(section: FormSection) -> Iterator[list[Field]]:
    """Answers of one element one under another: they share a rule."""
    for code in dict.fromkeys(f.element.code for f in section.fields):
        yield [f for f in section.fields if f.element.code == code]
