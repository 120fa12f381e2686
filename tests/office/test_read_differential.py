"""The same workbook through our reader and through openpyxl: they must tell the same story."""

import io
import shutil
import subprocess
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName

from kehoach.office.look import Style, add_styles
from kehoach.office.model import CellKind, RawWorkbook
from kehoach.office.read import read_workbook
from tests.examples import examples
from tests.office.packages import read_bytes

Told = dict[tuple[str, int, int], tuple[object, str | None, str, str]]

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)
VALUES = st.one_of(
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_subnormal=False, min_value=-1e300, max_value=1e300),
    st.booleans(),
    TEXTS.filter(lambda text: not text.startswith(("=", "#")) and "_x" not in text),
    st.sampled_from(["#REF!", "#N/A", "#DIV/0!"]),
    st.dates(date(1900, 3, 1), date(2099, 12, 31)),
    st.datetimes(datetime(1950, 1, 1), datetime(2099, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(["=A1+1", '=IF(B2="","",B2)']),
)
CELLS = st.dictionaries(st.tuples(st.integers(1, 60), st.integers(1, 40)), VALUES, max_size=12)
SHEETS = st.dictionaries(st.sampled_from(["Số liệu", "D'or", "3 thôn", "A"]), CELLS, min_size=1, max_size=3)


def as_told(value: object) -> object:
    """A value of either reader in one shape: numbers at 15 digits, every date a moment."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        number = Context(prec=15, rounding=ROUND_HALF_UP).create_decimal(
            repr(value) if isinstance(value, float) else value
        )
        return Decimal(0) if not number else number.normalize()
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def ours(workbook: RawWorkbook) -> Told:
    return {
        (sheet.name, *place): (as_told(cell.value), cell.formula, cell.number_format, cell.font)
        for sheet in workbook.sheets
        for place, cell in sheet.cells.items()
    }


def theirs(data: bytes) -> Told:
    values, formulas = (load_workbook(io.BytesIO(data), data_only=only) for only in (True, False))
    told: Told = {}
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                is_formula = cell.data_type == "f"
                value = values[sheet.title].cell(cell.row, cell.column).value
                told[sheet.title, cell.row, cell.column] = (
                    as_told(value),
                    str(cell.value)[1:] if is_formula else None,
                    cell.number_format,
                    cell.font.name or "",
                )
    return told


def made(content: dict[str, dict[tuple[int, int], object]]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    for title, cells in content.items():
        sheet = workbook.create_sheet(title)
        for (row, column), value in cells.items():
            sheet.cell(row, column, value)  # type: ignore[arg-type]
            if row % 3 == 0 and not isinstance(value, date):
                sheet.cell(row, column).style = Style.ANSWER_TEXT
        quoted = title.replace("'", "''")
        name = f"ten_{title[0]}"
        workbook.defined_names[name] = DefinedName(name, attr_text=f"'{quoted}'!$C$7")
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("đối chiếu")


@given(SHEETS)
@examples(12)
def test_written_by_openpyxl(folder: Path, content: dict[str, dict[tuple[int, int], object]]) -> None:
    compare(content, folder)


def compare(content: dict[str, dict[tuple[int, int], object]], folder: Path) -> None:
    data = made(content)
    read = read_bytes(data, folder)
    assert ours(read) == theirs(data)
    assert [sheet.name for sheet in read.sheets] == list(content)
    assert read.names == {f"ten_{title[0]}": (title, 7, 3) for title in content}


SAMPLE: dict[str, dict[tuple[int, int], object]] = {
    "Số liệu": {
        (1, 1): "Tổng số hộ",
        (1, 3): 1119,
        (2, 3): 0.8597,
        (3, 3): date(2023, 3, 14),
        (4, 3): datetime(2023, 3, 14, 8, 30),
        (5, 3): True,
        (6, 3): "=C1*2",
        (7, 3): "=1/0",
        (8, 3): '=IF(C1>0,"","x")',
        (9, 3): "dòng một\ndòng hai",
    },
    "D'or": {(1, 1): 962},
}


@pytest.mark.render
def test_saved_again_by_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes(made(SAMPLE))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "in" / "a.xlsx")], check=True, capture_output=True, timeout=120)
    read = read_workbook(tmp_path / "a.xlsx")
    told = theirs((tmp_path / "a.xlsx").read_bytes())
    said = ours(read)
    assert said.pop(("Số liệu", 8, 3))[:2] == ("", 'IF(C1>0,"","x")')
    assert told.pop(("Số liệu", 8, 3))[:2] == (None, 'IF(C1>0,"","x")')
    assert said == told
    assert read.names == {"ten_S": ("Số liệu", 7, 3), "ten_D": ("D'or", 7, 3)}
    error = read.sheets[0].cells[7, 3]
    assert (error.kind, error.value, error.formula) == (CellKind.ERROR, "#DIV/0!", "1/0")
