"""KT-15, KT-17: sheets renamed and columns moved (đổi tên trang, đổi chỗ cột); harmless, since answers are found by
name, code and label, but said, so that nobody wonders.
"""

from collections.abc import Iterator, Sequence

from kehoach.finding import Finding, Place, Severity
from kehoach.form.model import Form, Located
from kehoach.office.model import column_letters
from kehoach.office.references import read_cell


def rearranged(place: Place, form: Form, located: Sequence[Located], is_current: bool) -> Iterator[Finding]:
    """At most one finding a kind. Columns are only compared where the file asks what the form asks now."""
    fields = {f.name: f for f in form.fields}
    certain = [(fields[a.key], a) for a in located if a.ref and not a.doubt]
    sheets = {f.sheet: a.sheet for f, a in certain if a.sheet.strip().casefold() != f.sheet.casefold()}
    if sheets:
        shown = "; ".join(f"“{was}” thành “{now}”" for was, now in sheets.items())
        say = f"Trang tính đã bị đổi tên ({shown}); đã nhận theo mã và tên dòng của biểu."
        yield Finding("KT-15", Severity.NOTED, place, "", say, "Không phải làm gì.")
    columns = {(a.sheet, f.column): read_cell(a.ref)[1] for f, a in certain if read_cell(a.ref)[1] != f.column}
    if columns and is_current:
        shown = "; ".join(f"{column_letters(was)} sang {column_letters(now)}" for (_, was), now in columns.items())
        say = f"Cột đã bị chèn hoặc đổi chỗ (số liệu từ cột {shown}); đã ghép theo tên và mã của cột."
        yield Finding("KT-17", Severity.LOOK, place, "", say, "Xem đúng cột không.")
