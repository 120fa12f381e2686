"""A unit of measure typed over (gõ đè đơn vị tính): the number beside it is not in what the form asks for."""

from collections.abc import Iterable, Mapping

from kehoach.finding import Severity
from kehoach.form.layout import ANSWER, MEASURE
from kehoach.form.model import Form, Located, Shape
from kehoach.office.model import CellKind, RawWorkbook
from kehoach.office.references import read_cell
from kehoach.plan.element import ElementKind
from kehoach.submission.taken import Doubt
from kehoach.vi.measures import Fit, fit_of

_MEASURED = (ElementKind.COUNT, ElementKind.AMOUNT)


def other_measures(workbook: RawWorkbook, form: Form, located: Iterable[Located]) -> Mapping[str, Doubt]:
    """KT-55 (another money) or KT-45 by key, for each answer of a list beside another unit of measure than its own."""
    lists = (s for s in form.sections if s.shape is Shape.LIST)
    measures = {f.name: f.element.measure for s in lists for f in s.fields if f.element.kind in _MEASURED}
    found: dict[str, Doubt] = {}
    for answer in (a for a in located if a.cell and a.ref and measures.get(a.key)):
        sheet = workbook.sheet(answer.sheet)
        row, column = read_cell(answer.ref)
        beside = sheet.at(row, column + MEASURE - ANSWER) if sheet else None
        said = str(beside.value).strip() if beside and beside.kind is CellKind.TEXT else ""
        fit = fit_of(said, measures[answer.key])
        if fit is not Fit.SAME:
            clause = f"đơn vị tính bên cạnh đã bị sửa thành “{said}”, mục này tính bằng {measures[answer.key]}"
            code = "KT-55" if fit is Fit.MONEY else "KT-45"
            found[answer.key] = Doubt(code, Severity.CONFIRM, clause)
    return found
