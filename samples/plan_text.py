"""The sample's plan: `ke-hoach/NN-<sheet>.txt`, one file a sheet of the plan workbook → rows → `Plan`."""

from pathlib import Path

from kehoach.plan.columns import Sheet
from kehoach.plan.sheets import SHEETS
from kehoach.vi.names import slug
from samples.text import Record, read_records

SOURCE = Path(__file__).parent / "quyet-thang"


def sample_rows(source: Path = SOURCE) -> dict[str, list[Record]]:
    """Sheet key → its rows, keyed by column key, open columns by their header."""
    files = {path.stem.partition("-")[2]: path for path in sorted((source / "ke-hoach").glob("*.txt"))}
    return {sheet.key: _rows(sheet, files[slug(sheet.name)]) for sheet in SHEETS}


def _rows(sheet: Sheet, path: Path) -> list[Record]:
    records = read_records(path.read_text(encoding="utf-8"), sheet.columns[0].header)
    return [_keyed(sheet, record, path) for record in records]


def _keyed(sheet: Sheet, record: Record, path: Path) -> Record:
    keys = {column.header: column.key for column in sheet.columns}
    unknown = record.keys() - keys.keys()
    if unknown and not (sheet.open_column):
        raise ValueError(f"{path.name}: trang {sheet.name} không có cột {', '.join(sorted(unknown))}.")
    return {keys.get(header, header): value for header, value in record.items() if value}
