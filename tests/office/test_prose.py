"""Lines and tables of a document as people read them: broken paragraphs joined, merged cells in their places."""

from pathlib import Path

import docx
import pytest

from kehoach.office.model import UnreadableFile
from kehoach.office.prose import TextTable, plain_prose, prose_of, read_prose


def test_what_a_page_has_broken_is_one_again() -> None:
    text = "4. Theo Quyết định số 8/QĐ-UBND của UBND\n\ntỉnh về thiết chế ở thôn.\n\nI. MỤC ĐÍCH\nlàm cho tốt"
    assert plain_prose(text) == (
        "4. Theo Quyết định số 8/QĐ-UBND của UBND tỉnh về thiết chế ở thôn.",
        "I. MỤC ĐÍCH",
        "làm cho tốt",
    )


def test_what_begins_anew_is_not_joined() -> None:
    lines = ("3. Công đoàn cơ sở xã và các cơ quan", "- Tổ chức đăng ký;", "b) báo cáo kết quả", "+ ghi sổ")
    assert plain_prose("\n".join(lines)) == lines


def test_merged_cells_stand_in_each_of_their_places(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).text, table.cell(0, 2).text, table.cell(1, 1).text = "a", "c", "b"
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    nested = table.cell(1, 2).add_table(1, 1)
    nested.cell(0, 0).text = "trong"
    document.save(str(tmp_path / "a.docx"))
    (found,) = read_prose(tmp_path / "a.docx")
    assert isinstance(found, TextTable)
    assert found.rows == ((("a",), ("c",), ("c",)), (("a",), ("b",), ("trong",)))
    assert found.lines == ("a", "c", "b", "trong")


def test_utf_16_is_a_text_and_a_picture_is_not() -> None:
    assert prose_of("Kế hoạch".encode("utf-16"), is_text=True) == ("Kế hoạch",)
    with pytest.raises(UnreadableFile, match="picture"):
        prose_of(b"\xff\xd8\xff\xe0\x80", is_text=True)
