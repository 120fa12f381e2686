"""Workbooks of Excel 97–2003: a stream built by hand, and what LibreOffice makes of a real form."""

import shutil
import struct
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from kehoach.office.model import CellKind, Sight, UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.submission.inbox import read_inbox
from tests.faults.commune import Commune


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def text(content: str) -> bytes:
    return struct.pack("<HB", len(content), 1) + content.encode("utf-16-le")


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def label(row: int, column: int, content: str) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, 0) + text(content))


def error(row: int, column: int, code: int, is_error: int = 1) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, is_error))


def stream(*cells: bytes, before: bytes = b"", hidden: int = 0) -> bytes:
    """BIFF8 without a container: the workbook's globals, then one sheet."""
    name = "Số liệu"
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    entry = struct.pack("<BB", hidden, 0) + struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    at = len(start) + len(before) + 4 + 4 + len(entry) + 4
    book = start + before + record(0x0085, struct.pack("<I", at) + entry) + record(0x000A, b"")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    return book + sheet + b"".join(cells) + record(0x000A, b"")


def written(folder: Path, data: bytes) -> Path:
    path = folder / "bieu.xlsx"
    path.write_bytes(data)
    return path


def test_cells_are_the_same_as_in_a_new_file(tmp_path: Path) -> None:
    data = stream(
        label(0, 0, "Tổng số hộ"), number(0, 1, 1119.0), number(1, 1, 0.1 + 0.2), error(2, 1, 0x17), error(3, 1, 1, 0)
    )
    workbook = read_workbook(written(tmp_path, data))
    [sheet] = workbook.sheets
    assert (workbook.is_old, workbook.is_1904, sheet.name, sheet.state) == (True, False, "Số liệu", "visible")
    assert {c.ref: (c.kind, c.value) for c in sheet.cells.values()} == {
        "A1": (CellKind.TEXT, "Tổng số hộ"),
        "B1": (CellKind.NUMBER, 1119),
        "B2": (CellKind.NUMBER, Decimal("0.3")),
        "B3": (CellKind.ERROR, "#REF!"),
        "B4": (CellKind.BOOL, True),
    }


def test_hidden_sheets_and_the_other_calendar_are_seen(tmp_path: Path) -> None:
    workbook = read_workbook(written(tmp_path, stream(number(0, 0, 1.0), before=record(0x0022, b"\1\0"), hidden=2)))
    assert (workbook.is_1904, workbook.sheets[0].state) == (True, "veryHidden")


def test_a_password_is_named_and_damage_can_be_saved_anew(tmp_path: Path) -> None:
    for data, reason in (
        (stream(before=record(0x002F, bytes(54))), "encrypted"),
        (stream(number(0, 0, 1.0))[:60], "old-xls"),
        (b"\x09\x08" + bytes(200), "old-xls"),
    ):
        with pytest.raises(UnreadableFile) as refused:
            read_workbook(written(tmp_path, data))
        assert refused.value.reason == reason


@pytest.mark.render
def test_a_form_saved_as_xls_says_the_same(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    commune = Commune(tmp_path / "xa")
    before = {
        s.file.partition(".")[0]: s.values
        for s in read_inbox(commune.plan, commune.plan.periods[1], commune.root / "2023-Q2")
    }
    folder = commune.root / "2023-Q2"
    where = f"-env:UserInstallation=file://{tmp_path}/lo"
    files = sorted(folder.glob("*.xlsx"))
    subprocess.run(
        [soffice, where, "--headless", "--convert-to", "xls", "--outdir", folder, *files],
        check=True,
        capture_output=True,
    )
    for file in files:
        file.unlink()
    after = {s.file.partition(".")[0]: s for s in read_inbox(commune.plan, commune.plan.periods[1], folder)}
    assert set(after) == set(before) == {"T01", "T02", "VP"}
    for unit, submission in after.items():
        assert [f.code for f in submission.findings] == ["KT-01"]
        told = [(v.element, v.subject, v.value, v.state, v.place.cell) for v in submission.values]
        assert told == [(v.element, v.subject, v.value, v.state, v.place.cell) for v in before[unit]]
    days = [v.value for v in after["VP"].values if v.element == "qd_ngay"]
    assert days == [date(2023, 6, 1)]


@pytest.mark.render
def test_what_was_crossed_out_or_written_in_white_is_so_in_an_xls(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    colours = (Font(color="FFFFFFFF"), Font(color="FF0000FF"), Font(color="FF000000"))
    fonts = (Font(), Font(strike=True), *colours)
    for row, font in enumerate(fonts, 1):
        sheet.cell(row, 1).value, sheet.cell(row, 1).font = row, font
    sheet["A5"].fill = PatternFill("solid", "FF000000")
    workbook.save(tmp_path / "so.xlsx")
    where = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = [soffice, where, "--headless", "--convert-to", "xls", "--outdir", tmp_path, tmp_path / "so.xlsx"]
    subprocess.run(command, check=True, capture_output=True)
    for name in ("so.xlsx", "so.xls"):
        cells = read_workbook(tmp_path / name).sheets[0].cells
        seen = [cells[row, 1].sight for row in range(1, 6)]
        assert seen == [Sight.PLAIN, Sight.STRUCK, Sight.UNSEEN, Sight.PLAIN, Sight.UNSEEN], name
