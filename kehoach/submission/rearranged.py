"""KT-15, KT-17: sheets renamed and columns moved (đổi tên trang, đổi chỗ cột); harmless, since answers are found by
name, code and label, but said, so that nobody wonders.
"""

from collections.abc import Iterator

from kehoach.finding import Finding, Severity
from kehoach.office.model import column_letters
from kehoach.office.references import read_cell
from kehoach.submission.read_file import ReadFile


def rearranged(file: ReadFile) -> Iterator[Finding]:
    """At most one finding a kind. Columns are only compared where the file asks all that the form asks now."""
    certain = [(f, file.certain[f.name]) for f in file.form.fields if f.name in file.certain]
    sheets = {f.sheet: a.sheet for f, a in certain if a.sheet.strip().casefold() != f.sheet.casefold()}
    if sheets:
        shown = "; ".join(f"“{was}” thành “{now}”" for was, now in sheets.items())
        say = f"Trang tính đã bị đổi tên ({shown}); đã nhận theo mã và tên dòng của biểu."
        yield Finding("KT-15", Severity.NOTED, file.place, "", say, "Không phải làm gì.")
    columns = {(a.sheet, f.column): read_cell(a.ref)[1] for f, a in certain if read_cell(a.ref)[1] != f.column}
    if columns and not file.not_asked:
        shown = "; ".join(f"{column_letters(was)} sang {column_letters(now)}" for (_, was), now in columns.items())
        say = f"Cột đã bị chèn hoặc đổi chỗ (số liệu từ cột {shown}); đã ghép theo tên và mã của cột."
        yield Finding("KT-17", Severity.LOOK, file.place, "", say, "Xem đúng cột không.")
