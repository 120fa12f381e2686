"""Files that were cut off, are something else, or mean harm: each refused with its reason, in bounded time and room."""

import io
import os
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.office.model import UnreadableFile
from kehoach.office.read import read_workbook
from tests.office.packages import MAIN, Parts, parts, read_bytes, relation, relationships, zipped

SECONDS = 8
MEGABYTES = 1_000_000


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Every test of this file ends soon; on any machine, so with room to spare."""
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hỏng")


def reason(data: bytes, folder: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, folder)
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (bytes(9000), "damaged"),
        (b"%PDF-1.7", "pdf"),
        (b"\xff\xd8\xff\xe0 JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\0\0\0\x20ftypheic", "picture"),
        (b"\0\0\0\x20ftypavif", "picture"),
        (b"\0\0\0\x18ftypmp42", "media"),
        (b"\0\0\0\x14ftypqt  ", "media"),
        (b"\0\0\0\x20ftypM4A ", "media"),
        (b"\0\0\0\x18ftyp3gp4", "media"),
        (b"RIFF\0\0\0\0AVI LIST", "media"),
        (b"ID3\x03\0", "media"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"Rar!\x1a\x07", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"PK\x05\x06" + bytes(18), "archive"),
        (b"{\\rtf1", "word"),
        (b"\x09\x08\x10\x00\x00\x06", "old-xls"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "old-xls"),
        (b"\xef\xbb\xbf\n<!-- x --><HTML><table>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"MIME-Version: 1.0\r\n", "html"),
        (b"thon;so ho\n1;2\n", "not-excel"),
    ],
)
def test_other_kinds_of_files_are_called_by_name(tmp_path: Path, data: bytes, expected: str) -> None:
    assert reason(data, tmp_path) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("[Content_Types].xml", "word/document.xml"), "word"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "not-excel"),
        (("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
        (("ảnh/1.jpg", "ảnh/2.jpg"), "archive"),
        (("biểu thôn 1.xlsx",), "archive"),
    ],
)
def test_other_packages_are_called_by_name(tmp_path: Path, names: tuple[str, ...], expected: str) -> None:
    assert reason(zipped(dict.fromkeys(names, "x")), tmp_path) == expected


@pytest.mark.parametrize(("kind", "expected"), [("spreadsheet", "ods"), ("text", "not-excel")])
def test_open_documents(tmp_path: Path, kind: str, expected: str) -> None:
    made = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"}
    assert reason(zipped(made), tmp_path) == expected


def container(streams: list[str], children: list[tuple[int, int, int]] | None = None, **header: int) -> bytes:
    """An OLE file of one table, one directory sector: the root and up to three streams, linked left to right."""
    none = 0xFFFFFFFF
    links = children or [(none, i + 2 if i + 1 < len(streams) else none, none) for i in range(len(streams))]
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB3I", len(name) * 2 + 2, 2, 0, *link) + bytes(48)
        for name, link in zip(["Root Entry", *streams], [(none, none, 1), *links], strict=True)
    )
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<H", head, 30, header.get("shift", 9))
    struct.pack_into("<I", head, 48, header.get("directory", 1))
    struct.pack_into("<I", head, 68, header.get("tables", none))
    struct.pack_into("<109I", head, 76, 0, *[none] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, header.get("next", 0xFFFFFFFE), *[none] * 125, header.get("last", none))
    return bytes(head) + table + entries.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        (["EncryptionInfo", "EncryptedPackage"], "encrypted"),
        (["Workbook"], "old-xls"),
        (["\x05SummaryInformation", "Book"], "old-xls"),
        (["WordDocument", "1Table"], "word"),
        (["PowerPoint Document"], "not-excel"),
    ],
)
def test_ole_containers_are_called_by_name(tmp_path: Path, streams: list[str], expected: str) -> None:
    assert reason(container(streams), tmp_path) == expected


def test_a_word_file_that_carries_a_workbook_is_a_word_file(tmp_path: Path) -> None:
    none = 0xFFFFFFFF
    links = [(none, 2, none), (none, none, 3), (none, none, none)]
    assert reason(container(["WordDocument", "ObjectPool", "Workbook"], links), tmp_path) == "word"


@pytest.mark.parametrize(
    "data",
    [
        container(["Workbook"], next=1),
        container(["Workbook"], tables=0, last=0),
        container(["Workbook"], directory=7_000_000),
        container(["Workbook"], shift=31),
        container(["Workbook"], [(9, 0x7FFFFFFF, 0)]),
        container(["Workbook"])[:600],
        container(["Workbook"])[:20],
    ],
    ids=["directory loop", "table loop", "beyond the end", "sector size", "tree beyond", "cut", "cut in the head"],
)
def test_ole_containers_that_run_in_circles(tmp_path: Path, data: bytes) -> None:
    assert reason(data, tmp_path) == "damaged"


def test_a_tree_of_streams_that_runs_in_a_circle_ends(tmp_path: Path) -> None:
    assert reason(container(["Workbook"], [(1, 0, 1)]), tmp_path) == "old-xls"


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    pipe, folder, link = tmp_path / "ống.xlsx", tmp_path / "thư mục.xlsx", tmp_path / "nối.xlsx"
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to("/dev/zero")
    for path in (pipe, folder, link):
        with pytest.raises(UnreadableFile, match="dangerous"):
            read_workbook(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no-right"):
        read_workbook(tmp_path / "không có.xlsx")


def test_a_file_beyond_thirty_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "lớn.xlsx"
    with path.open("wb") as stream:
        stream.truncate(30_000_001)
    with pytest.raises(UnreadableFile, match="too-big"):
        read_workbook(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.99])
def test_a_download_that_was_cut_off(tmp_path: Path, share: float) -> None:
    whole = zipped(parts("<row><c><v>1</v></c></row>" * 500))
    assert reason(whole[: int(len(whole) * share)], tmp_path) == "cut-off"


WHOLE = zipped(parts('<row><c t="s"><v>0</v></c><c><v>1119</v></c></row>' * 3, strings="<si><t>hộ</t></si>"))


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_byte_is_noticed_or_changes_nothing(folder: Path, at: int, change: int) -> None:
    damaged = WHOLE[:at] + bytes([WHOLE[at] ^ change]) + WHOLE[at + 1 :]
    try:
        read = read_bytes(damaged, folder)
    except UnreadableFile:
        return
    assert read.sheets == read_bytes(WHOLE, folder).sheets


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    made = zipped({**parts()})
    at = zipfile.ZipFile(io.BytesIO(made)).getinfo("xl/worksheets/sheet1.xml").header_offset + 60
    assert reason(made[:at] + bytes([made[at] ^ 0x10]) + made[at + 1 :], tmp_path) == "damaged"


def with_sheet(content: str | bytes) -> Parts:
    return {**parts(), "xl/worksheets/sheet1.xml": content}


def sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
SHARED = (
    '<row><c><f t="shared" si="0" ref="A1:A900">"' + "x" * 8000 + '"</f></c></row>'
    + '<row><c><f t="shared" si="0"/></c></row>' * 900
)  # fmt: skip

HOSTILE: dict[str, tuple[Callable[[], Parts], str]] = {
    "a bomb of spaces": (lambda: with_sheet(sheet(" " * 20_000_000)), "dangerous"),
    "document type": (lambda: with_sheet(LAUGHS + sheet("")), "dangerous"),
    "document type in strings": (
        lambda: {**parts(strings="<si/>"), "xl/sharedStrings.xml": LAUGHS + f'<sst xmlns="{MAIN}"/>'},
        "dangerous",
    ),
    "document type in UTF-16": (lambda: with_sheet((LAUGHS + sheet("")).encode("utf-16")), "dangerous"),
    "outside entity": (lambda: with_sheet('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sheet("")), "dangerous"),
    "endless depth": (lambda: with_sheet("<a>" * 400_000 + "</a>" * 400_000), "dangerous"),
    "a sheet that is none": (lambda: with_sheet("<a/>"), "damaged"),
    "row beyond the sheet": (lambda: parts('<row r="999999999"><c><v>1</v></c></row>'), "dangerous"),
    "row of many digits": (lambda: parts(f'<row><c r="A{"9" * 5000}"><v>1</v></c></row>'), "dangerous"),
    "row zero": (lambda: parts('<row><c r="A0"><v>1</v></c></row>'), "dangerous"),
    "column beyond the sheet": (lambda: parts('<row><c r="XFE900"><v>1</v></c></row>'), "dangerous"),
    "column of many letters": (lambda: parts('<row><c r="ZZZZZZZ901"><v>1</v></c></row>'), "dangerous"),
    "column from another script": (lambda: parts('<row><c r="Ａ1"><v>1</v></c></row>'), "dangerous"),
    "row that never ends": (lambda: parts("<row>" + "<c/>" * 16_385 + "</row>"), "dangerous"),
    "one cell twice": (lambda: parts('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "damaged"),
    "too many merged cells": (lambda: parts(after='<mergeCell ref="A1:B2"/>' * 20_001), "dangerous"),
    "text no cell can hold": (lambda: parts(strings=f"<si><t>{'a' * 40_000}</t></si>"), "dangerous"),
    "shared formulas that grow": (lambda: parts(SHARED), "dangerous"),
    "one part for all sheets": (
        lambda: {
            **parts(sheets={'name="a"': sheet(""), 'name="b"': sheet("")}),
            "xl/_rels/workbook.xml.rels": relationships(
                relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "worksheet", "/xl/WORKSHEETS/sheet1.xml")
            ),
        },
        "dangerous",
    ),
    "a way out of the folder": (lambda: {**parts(), "../../etc/passwd": "x"}, "dangerous"),
    "a drive": (lambda: {**parts(), "C:/x": "x"}, "dangerous"),
    "one name twice": (lambda: {**parts(), "XL/Workbook.xml": "x"}, "dangerous"),
    "too many parts": (lambda: {**parts(), **{f"{i}": "" for i in range(1000)}}, "too-big"),
    "no sheet": (lambda: {**parts(), "xl/workbook.xml": f'<workbook xmlns="{MAIN}"/>'}, "damaged"),
    "sheets of a namespace nobody knows": (lambda: parts(space="urn:x"), "damaged"),
    "not well-formed": (lambda: with_sheet(sheet("<row>")), "damaged"),
    "not XML": (lambda: with_sheet(b"\x00\x01\x02"), "damaged"),
    "unknown encoding": (lambda: with_sheet(b'<?xml version="1.0" encoding="x-nope"?><a/>'), "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_packages_are_refused(tmp_path: Path, name: str) -> None:
    made, expected = HOSTILE[name]
    assert reason(zipped(made()), tmp_path) == expected


def test_an_entry_that_lies_about_its_size_is_not_inflated(tmp_path: Path) -> None:
    data = zipped(with_sheet(b" " * 100_000_000))
    lying = data.replace(struct.pack("<I", 100_000_000), struct.pack("<I", 1_000))
    tracemalloc.start()
    try:
        assert reason(lying, tmp_path) == "damaged"
        assert tracemalloc.get_traced_memory()[1] < 10 * MEGABYTES
    finally:
        tracemalloc.stop()


def test_a_part_beyond_its_size_is_not_inflated(tmp_path: Path) -> None:
    noise = os.urandom(600_000)
    declared = struct.pack("<I", len(noise)), struct.pack("<I", 70_000_000)
    data = zipped(with_sheet(noise))
    at = data.rindex(declared[0])
    assert reason(data[:at] + declared[1] + data[at + 4 :], tmp_path) == "too-big"


def test_no_end_of_elements(tmp_path: Path) -> None:
    made = with_sheet("<a>" + "<b/>" * 1_100_000 + "</a>")
    assert reason(zipped(made, zipfile.ZIP_STORED), tmp_path) == "dangerous"


@pytest.mark.parametrize(("count", "detail"), [(22, "sheet"), (45, "too much when inflated")])
def test_many_small_bombs(tmp_path: Path, count: int, detail: str) -> None:
    made = zipped(parts(sheets=dict.fromkeys((f'name="{i}"' for i in range(count)), sheet(" " * 3_900_000))))
    with pytest.raises(UnreadableFile, match=f"too-big.*{detail}"):
        read_bytes(made, tmp_path)


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    data = bytearray(zipped(parts()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert reason(bytes(data), tmp_path) == "encrypted"


def test_hidden_columns_given_a_thousand_times_over(tmp_path: Path) -> None:
    made = parts('<row><c r="XFD1"><v>1</v></c></row>', before='<col min="1" max="16384" hidden="1"/>' * 20_000)
    assert len(read_bytes(zipped(made), tmp_path).sheets[0].hidden_columns) == 16_384
