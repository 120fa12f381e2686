"""Same content, same bytes."""

import io
import zipfile
from datetime import date, datetime

import docx
from openpyxl import Workbook, load_workbook

from kehoach.office.package import freeze
from tests.office.packages import zipped

DAY = date(2023, 3, 14)


def workbook_bytes(made: datetime) -> bytes:
    workbook = Workbook()
    workbook.worksheets[0].cell(1, 1, "Số hộ")
    workbook.properties.created = made
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_when_it_was_made_leaves_no_trace() -> None:
    first, second = (freeze(workbook_bytes(datetime(year, 1, 2, 3)), DAY) for year in (2001, 2019))
    assert first == second
    assert freeze(first, DAY) == first


def test_the_order_of_parts_leaves_no_trace() -> None:
    parts = {"b": "2", "_rels/.rels": "r", "a": "1", "[Content_Types].xml": "t"}
    frozen = freeze(zipped(parts), DAY)
    assert frozen == freeze(zipped(dict(reversed(parts.items()))), DAY)
    package = zipfile.ZipFile(io.BytesIO(frozen))
    assert package.namelist() == ["[Content_Types].xml", "_rels/.rels", "a", "b"]
    assert {name: package.read(name).decode() for name in parts} == parts
    assert {(e.date_time, e.create_system) for e in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_a_frozen_workbook_opens_with_its_day() -> None:
    read = load_workbook(io.BytesIO(freeze(workbook_bytes(datetime(2001, 1, 1)), DAY)))
    assert read.worksheets[0]["A1"].value == "Số hộ"
    assert (read.properties.created, read.properties.modified) == (datetime(2023, 3, 14), datetime(2023, 3, 14))


def test_a_frozen_document_opens_with_its_day() -> None:
    document = docx.Document()
    document.add_paragraph("Báo cáo")
    buffer = io.BytesIO()
    document.save(buffer)
    read = docx.Document(io.BytesIO(freeze(buffer.getvalue(), DAY)))
    assert read.paragraphs[0].text == "Báo cáo"
    assert read.core_properties.created is not None
    assert read.core_properties.created.date() == DAY
