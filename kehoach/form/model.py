"""A form (biểu mẫu): what is asked of one unit in one period, cell by cell."""

from dataclasses import dataclass, field
from enum import StrEnum

from kehoach.office.model import RawCell, cell_ref
from kehoach.plan.element import Element
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.vi.names import slug

ASKED = "asked"
"""Key in the hidden sheet: the names of all answer cells the workbook was sent out with, separated by spaces."""
LABELS_COLUMN = 3
"""Column of the hidden sheet with the labels the workbook was sent out with: the plan's may be worded anew since."""
NIL = "không phát sinh"
"""What is typed or chosen in an answer cell for "none in this period"; and the choice of a section for its blanks."""
MOST_OF_NAME = 60
"""Letters of a unit's name in the name of its file."""
BLANKS_MISSING = "chưa có số liệu"
"""The other choice of a section: its blanks are missing."""


@dataclass(frozen=True)
class Stamp:
    """Dấu nhận dạng: what the hidden sheet `_kehoach` holds, and what stands visibly in the form's head.

    `version` is raised only when that form's layout changes; `round` (lần gửi) when it is sent again.
    """

    plan: str
    org: str
    period: str
    unit: str
    form: str
    version: int = 1
    round: int = 1


@dataclass(frozen=True)
class Field:
    """Ô nhập: one answer cell. `name` is its defined name: the element's code, or `code.subject` in a table.

    `subject` is what the value is about (unit, task, d1 …), `section` the form section it stands in. `label` is the
    text of its row (in a table: of its row, then of its column). `row_code` and `column_code` are what stands in the
    sheet's code column and above the answers, `row_label` the first line beside it: the three that must agree with
    the name on reading. `previous_column` holds last period's value (0: nowhere).
    """

    element: Element
    subject: str
    name: str
    sheet: str
    row: int
    column: int
    section: str
    label: str
    row_code: str = ""
    column_code: str = ""
    row_label: str = ""
    previous_column: int = 0

    @property
    def ref(self) -> str:
        """Địa chỉ kiểu A1."""
        return cell_ref(self.row, self.column)


@dataclass(frozen=True)
class Rate:
    """Tỷ lệ tự tính: a row of a list that shows one answer divided by another; `top`, `bottom` are names of fields."""

    label: str
    row: int
    top: str
    bottom: str


class Shape(StrEnum):
    """Dạng mục: a list (one under another), a table (subjects down, elements across), paragraphs one under another."""

    LIST = "danh sách"
    TABLE = "bảng"
    TEXT = "đoạn văn"


@dataclass(frozen=True)
class FormSection:
    """Mục của biểu: a title and its fields, on one sheet.

    `blanks_name` is the defined name of the cell with the choice for blanks ("" where a section has none); it stands
    in `title_row` and `blanks_column`. `header_row` is where the column headings are, `total_row` where a table is
    added up, `hint_column` where a doubt shows at once (0: nowhere).
    """

    title: str
    fields: tuple[Field, ...]
    blanks_name: str = ""
    shape: Shape = Shape.LIST
    sheet: str = ""
    title_row: int = 0
    blanks_column: int = 0
    header_row: int = 0
    total_row: int = 0
    hint_column: int = 0
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True)
class Form:
    """Biểu mẫu: stamp, unit, period, sections in order."""

    stamp: Stamp
    unit: Unit
    period: Period
    sections: tuple[FormSection, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every answer cell, in reading order."""
        return tuple(f for s in self.sections for f in s.fields)

    @property
    def file_name(self) -> str:
        """`T01-dong-ca-1_VH_2023-Q1.xlsx`: unit, folded name without the generic word (thôn), form, period.

        From the second round on the round follows: `…_lan-2.xlsx`. A long name is cut: disks and Zalo take no more.
        """
        name = slug(self.unit.name).removeprefix(f"{slug(self.unit.kind_name)}-")[:MOST_OF_NAME].strip("-")
        again = f"_lan-{self.stamp.round}" if self.stamp.round > 1 else ""
        return f"{self.unit.code}-{name}_{self.stamp.form}_{self.stamp.period}{again}.xlsx"

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the visible sheets, in order."""
        return tuple(dict.fromkeys(s.sheet for s in self.sections))


def labels_of(form: Form) -> tuple[str, ...]:
    """Every label of a row or of a column of answers, as the form shows them."""
    return tuple(dict.fromkeys(text for f in form.fields for text in (f.row_label, f.element.label)))


class Mismatch(StrEnum):
    """Kiểu không khớp: why what stands in an answer cell may not be used unasked."""

    MOVED = "tên, mã, nội dung, tiêu đề nói khác nhau"
    TWICE = "có ở hai chỗ"
    LOST = "không còn"


@dataclass(frozen=True)
class Located:
    """Ô trả lời tìm được: where an answer of a returned workbook stands, and what stands there.

    `cell` is None where the answer cell is empty. `doubt` is "" where name, code column and label agree (or the ones
    that are left do); else a Vietnamese sentence: the value must not be used, and `mismatch` says of what kind it is.
    """

    key: str
    element: str
    subject: str
    sheet: str
    ref: str
    cell: RawCell | None
    blanks_are_nil: bool = False
    doubt: str = ""
    mismatch: Mismatch | None = None


@dataclass(frozen=True)
class Answers:
    """Các ô trả lời of one returned workbook: what was located, and keys of the form that its version never asked."""

    located: tuple[Located, ...]
    not_asked: tuple[str, ...] = field(default=())
