"""Parts of a Word document: all of them, as they stand, and nothing that is dangerous."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from kehoach.office.model import UnreadableFile
from kehoach.office.package import pack
from kehoach.office.word_file import read_word_file, word_parts


def document() -> bytes:
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def test_every_part_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document())
    with zipfile.ZipFile(path) as package:
        expected = {name: package.read(name) for name in package.namelist()}
    assert read_word_file(path) == expected
    assert word_parts(pack(expected)) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (document()[:900], "cut-off"),
        (pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), "not-word"),
        (pack({"word/document.xml": b"<a/>", "../a": b"x"}), "dangerous"),
        (pack({"word/document.xml": b" " * 5_000_000}), "dangerous"),
    ],
    ids=["empty", "cut off", "a workbook", "a way out of the folder", "a bomb"],
)
def test_what_is_no_document_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        word_parts(data)
    assert refused.value.reason == reason


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_word_file(tmp_path)
