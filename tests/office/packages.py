"""Workbooks built by hand from XML, so that a test can say exactly what Excel, WPS or an enemy would write."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kehoach.office.model import RawCell, RawSheet, RawWorkbook
from kehoach.office.read import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Parts = dict[str, str | bytes]


def parts(
    rows: str = "",
    strings: str = "",
    styles: str = "",
    names: str = "",
    properties: str = "",
    before: str = "",
    after: str = "",
    sheets: Mapping[str, str] | None = None,
    space: str = MAIN,
) -> Parts:
    """The parts of a workbook with one sheet "Số liệu" of these rows, or with `sheets`: attributes → sheet XML."""
    sheet = f'<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    listed = dict(sheets or {'name="Số liệu"': sheet})
    entries = "".join(f'<sheet {a} sheetId="{i}" r:id="rId{i}"/>' for i, a in enumerate(listed, 1))
    relations = "".join(relation(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(listed) + 1))
    made: Parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{OFFICE}">{properties}<sheets>{entries}</sheets>'
        f"<definedNames>{names}</definedNames></workbook>",
    }
    for number, content in enumerate(listed.values(), 1):
        made[f"xl/worksheets/sheet{number}.xml"] = content
    if strings:
        made["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{strings}</sst>'
        relations += relation("rIdS", "sharedStrings", "sharedStrings.xml")
    if styles:
        made["xl/styles.xml"] = f'<styleSheet xmlns="{space}">{styles}</styleSheet>'
        relations += relation("rIdT", "styles", "styles.xml")
    made["xl/_rels/workbook.xml.rels"] = relationships(relations)
    return made


def relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relationships(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def zipped(content: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, data in content.items():
            package.writestr(name, data)
    return buffer.getvalue()


def read_bytes(data: bytes, folder: Path) -> RawWorkbook:
    path = folder / "biểu.xlsx"
    path.write_bytes(data)
    return read_workbook(path)


def read_rows(folder: Path, rows: str, **others: str) -> RawSheet:
    return read_bytes(zipped(parts(rows, **others)), folder).sheets[0]  # type: ignore[arg-type]


def read_one(folder: Path, cell: str, **others: str) -> RawCell | None:
    """The one cell A1 of a sheet with that `<c …>` in it."""
    return read_rows(folder, f'<row r="1">{cell}</row>', **others).at(1, 1)
