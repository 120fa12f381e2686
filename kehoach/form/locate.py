"""Where in a returned workbook the answers stand (tìm ô trả lời): by name, code column and label, which must agree."""

import re
from collections.abc import Mapping, Sequence

from kehoach.form.grid import Grid, Spot, is_label, is_worded, read_grid
from kehoach.form.head import IDENTITY
from kehoach.form.layout import blanks_field
from kehoach.form.marks import without_marks
from kehoach.form.model import (
    ASKED,
    LABELS_COLUMN,
    NIL,
    Answers,
    Field,
    Form,
    FormSection,
    Located,
    Mismatch,
    Stamp,
    labels_of,
)
from kehoach.office.model import RawCell, RawWorkbook
from kehoach.plan.edition import STAMP_SHEET
from kehoach.vi.names import fold
from kehoach.vi.quoted import shortened

MOST_QUOTED = 60
"""Characters of a label typed over that a sentence quotes."""

_KEYS = ("plan", "org", "period", "unit", "form", "version", "round")
_COUNTED = re.compile("[0-9]{1,4}")

_OTHER_ROW = (
    "Ô này vốn của “{label}” nhưng dòng này lại ghi “{found}”; có thể các dòng đã bị sắp xếp lại hoặc dán lệch."
)
_OTHER_COLUMN = "Ô này vốn thuộc cột “{label}” nhưng đầu cột lại ghi “{found}”; có thể các cột đã bị đảo."
_RETYPED = "Dòng của “{label}” đã bị sửa nội dung thành “{found}”; không rõ số ở đây là của mục nào."
_RETITLED = "Tiêu đề cột của “{label}” đã bị sửa thành “{found}”; không rõ số ở đây là của mục nào."
_ELSEWHERE = (
    "Tên ô của “{label}” còn ở {named} nhưng cột “{heading}” nay ở chỗ khác ({found}); có thể cột đã bị chèn hoặc dời."
)
_BARE = "Dòng của “{label}” không còn nội dung và mã, nên không chắc số ở đây là của mục nào."
_TWICE = "“{label}” có ở hai chỗ với số khác nhau ({one}; {other}), không rõ dùng chỗ nào."
_NO_HEADING = "Không nhận ra cột ghi số của “{label}”; tiêu đề “{heading}” có thể đã bị sửa hoặc xóa."
_LOST = "Không tìm thấy dòng “{label}” trong tệp; có thể dòng này đã bị xóa."


def read_stamp(workbook: RawWorkbook) -> Stamp | None:
    """Whose form this is: from the hidden sheet, else from the line at the foot; None where neither is there."""
    sheet = workbook.sheet(STAMP_SHEET)
    values = {}
    if sheet:
        values = {_text(sheet.at(row, 1)): _text(sheet.at(row, 2)) for row, column in sheet.cells if column == 1}
    return _stamp(values) or _visible_stamp(workbook)


def find_answers(workbook: RawWorkbook, form: Form) -> Answers:
    """Every answer of `form` in a returned workbook, in the form's order; what an earlier version never asked apart."""
    search = _Search(without_marks(workbook), form)
    asked = _asked(workbook)
    located: list[Located] = []
    not_asked: list[str] = []
    for section in form.sections:
        blanks = search.blanks_are_nil(section)
        for field in section.fields:
            if asked and field.name not in asked and not search.knows(field):
                not_asked.append(field.name)
            else:
                located.append(search.locate(field, blanks))
    return Answers(tuple(located), tuple(not_asked))


def _asked(workbook: RawWorkbook) -> frozenset[str]:
    """The names of the fields that this very workbook was sent out with; empty where that is lost."""
    sheet = workbook.sheet(STAMP_SHEET)
    rows = {_text(sheet.at(row, 1)): _text(sheet.at(row, 2)) for row, _ in sheet.cells} if sheet else {}
    return frozenset(rows.get(ASKED, "").split())


def _sent_labels(workbook: RawWorkbook) -> frozenset[str]:
    """The labels that this very workbook was sent out with; empty where that is lost."""
    sheet = workbook.sheet(STAMP_SHEET)
    texts = (_text(cell) for (_, column), cell in sheet.cells.items() if column == LABELS_COLUMN) if sheet else ()
    return frozenset(text for text in texts if text)


def _stamp(values: Mapping[str, str]) -> Stamp | None:
    if not all(values.get(key) for key in _KEYS) or not all(_COUNTED.fullmatch(values[k]) for k in _KEYS[-2:]):
        return None
    plan, org, period, unit, form, version, number = (values[key] for key in _KEYS)
    return Stamp(plan, org, period, unit, form, int(version), int(number))


def _visible_stamp(workbook: RawWorkbook) -> Stamp | None:
    lines = (_text(cell) for sheet in workbook.sheets for cell in sheet.cells.values())
    for line in lines:
        if line.startswith(IDENTITY):
            parts = [part.strip() for part in line.removeprefix(IDENTITY).split("|")]
            if len(parts) == len(_KEYS) and (stamp := _stamp(dict(zip(_KEYS, parts, strict=True)))):
                return stamp
    return None


def _text(cell: RawCell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()


class _Search:
    """One workbook against one form: the names it still has, and a grid for each pair of sheets."""

    def __init__(self, workbook: RawWorkbook, form: Form) -> None:
        self.workbook = workbook
        self.names = {name.casefold(): place for name, place in workbook.names.items()}
        self.grids = {name: self._grids(form, name) for name in form.sheets}
        self.likely = {name: _likely(grids) for name, grids in self.grids.items()}
        self.earlier = _sent_labels(workbook) - set(labels_of(form))

    def _grids(self, form: Form, name: str) -> tuple[Grid, ...]:
        sections = [s for s in form.sections if s.sheet == name]
        fields = [f for s in sections for f in s.fields]
        choices = [blanks_field(s) for s in sections]
        return tuple(read_grid(sheet, fields, choices) for sheet in self.workbook.sheets)

    def knows(self, field: Field) -> bool:
        """Whether the workbook has the field's name or its code."""
        return self._named(field) is not None or bool(self._coded(field))

    def locate(self, field: Field, blanks_are_nil: bool = False) -> Located:
        """Where the answer to a field stands, with what is doubtful about it."""
        named, coded = self._named(field), self._coded(field)
        if not named and not coded:
            return self._nowhere(field)
        spot = named or next((s for s in coded if s.cell), coded[0])
        moved = self._disagreement(field, spot)
        if named and not moved and (other := self._headed(field, named, coded)):
            moved = _say(_ELSEWHERE, field, named=named.ref, heading=_heading(field), found=other.ref)
            spot = spot if spot.cell else other
        twice = "" if moved else _second(field, spot, coded)
        return Located(
            field.name,
            field.element.code,
            field.subject,
            spot.sheet.name,
            spot.ref,
            spot.cell,
            blanks_are_nil,
            moved or twice,
            Mismatch.MOVED if moved else Mismatch.TWICE if twice else None,
        )

    def _nowhere(self, field: Field) -> Located:
        """A field without a cell: its row is gone, or only the heading of its column."""
        has_row = any(grid.has_row(field) for grid in self.likely[field.sheet])
        doubt = _say(_NO_HEADING, field, heading=_heading(field)) if has_row else _say(_LOST, field)
        kind = Mismatch.MOVED if has_row else Mismatch.LOST
        return Located(field.name, field.element.code, field.subject, "", "", None, False, doubt, kind)

    def blanks_are_nil(self, section: FormSection) -> bool:
        """Whether the section's choice says that its blanks mean "không phát sinh"."""
        field = blanks_field(section)
        if not section.blanks_name or not self.knows(field):
            return False
        choice = self.locate(field)
        return not choice.doubt and fold(_text(choice.cell)) == fold(NIL)

    def _named(self, field: Field) -> Spot | None:
        place = self.names.get(field.name.casefold())
        sheet = self.workbook.sheet(place[0]) if place else None
        return Spot(sheet, place[1], place[2]) if place and sheet else None

    def _coded(self, field: Field) -> Sequence[Spot]:
        return [spot for grid in self.likely[field.sheet] for spot in grid.spots(field)]

    def _disagreement(self, field: Field, spot: Spot) -> str:
        """What of code, label and heading speaks against the spot; "" where all that are left agree."""
        grid = next(g for g in self.grids[field.sheet] if g.sheet is spot.sheet)
        code, label = grid.codes.get(spot.row), grid.labels.get(spot.row)
        heading, retyped = grid.headings.get(spot.column), grid.retyped.get(spot.row)
        if code is None and label is None:
            return _say(_BARE, field)
        if label is not None and not is_label(label, field):
            return _say(_OTHER_ROW, field, found=label)
        if code not in (None, field.row_code):
            return _say(_OTHER_ROW, field, found=str(code))
        if heading not in (None, field.column_code):
            return _say(_OTHER_COLUMN, field, found=str(heading))
        if retyped is not None and not self._says(retyped, field.row_label):
            return _say(_RETYPED, field, found=shortened(retyped, MOST_QUOTED))
        title = grid.retitled.get(spot.column) if heading == field.element.code else None
        if title is not None and not self._says(title, field.element.label):
            return _say(_RETITLED, field, found=shortened(title, MOST_QUOTED))
        return ""

    def _headed(self, field: Field, named: Spot, coded: Sequence[Spot]) -> Spot | None:
        """Where row and heading lead on the sheet of the name, when that stands in a column without any heading."""
        grid = next(g for g in self.grids[field.sheet] if g.sheet is named.sheet)
        there = (s for s in coded if s.sheet is named.sheet and s.column != named.column)
        return None if named.column in grid.headings else next(there, None)

    def _says(self, text: str, label: str) -> bool:
        """Whether a text still stands for a label, in the plan's words of today or of when the form went out."""
        return any(is_worded(text, each) for each in (label, *self.earlier))


def _likely(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Those that resemble the form's sheet: a code that somebody typed as an answer elsewhere makes no second sheet."""
    most = max((grid.known for grid in grids), default=0)
    return tuple(grid for grid in grids if grid.known * 2 > most)


def _second(field: Field, spot: Spot, coded: Sequence[Spot]) -> str:
    """A sentence where the same field stands elsewhere too (a copied sheet, a pasted row) and says something else."""
    for other in coded:
        if other != spot and other.cell and _content(other) != _content(spot):
            return _say(_TWICE, field, one=_shown(spot), other=_shown(other))
    return ""


def _heading(field: Field) -> str:
    """What stood above the field's column, as a person reads it."""
    return field.column_code if field.column_code != field.element.code else field.element.label


def _content(spot: Spot) -> tuple[object, str | None]:
    return (spot.cell.value, spot.cell.formula) if spot.cell else (None, None)


def _shown(spot: Spot) -> str:
    content = "trống" if spot.cell is None else "công thức" if spot.cell.value is None else str(spot.cell.value)
    return f"{spot.sheet.name}!{spot.ref} ghi “{content}”"


def _say(sentence: str, field: Field, **more: str) -> str:
    return sentence.format(label=field.label, **more)
