"""Documents typed by other hands, no table for head or foot: what is there is seen, what is not is not invented."""

from pathlib import Path

import docx
import pytest

from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import read_word_file

HEAD = ("UBND XÃ THỬ", "VĂN PHÒNG", "Số: 15/TB-VP", "Thử, ngày 05 tháng 9 năm 2026", "THÔNG BÁO", "Lịch tiếp công dân")
OPENING = "Căn cứ Luật Tiếp công dân ngày 25/11/2013, Văn phòng thông báo lịch tiếp công dân như sau:"
FOOT = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu")


def codes(folder: Path, *lines: str) -> set[str]:
    """What is said of a document of those lines, one a paragraph."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path := folder / "go-tay.docx"))
    return {finding.code for finding in lint_parts(read_word_file(path), path.name)}


def test_an_opening_sentence_is_no_basis(tmp_path: Path) -> None:
    assert "ND30-68" not in codes(tmp_path, *HEAD, OPENING, "1. Thứ hai hằng tuần.", *FOOT)
    assert "ND30-68" in codes(tmp_path, *HEAD, "Căn cứ luật tiếp công dân", "1. Thứ hai hằng tuần.", *FOOT)


@pytest.mark.parametrize("code", ["ND30-88", "ND30-89", "ND30-90"])
def test_a_signature_below_the_recipients_is_none_of_them(tmp_path: Path, code: str) -> None:
    assert code not in codes(tmp_path, *HEAD, "Kính gửi: Các thôn", OPENING, "1. Thứ hai hằng tuần.", *FOOT)


def test_the_last_recipient_must_still_be_the_file(tmp_path: Path) -> None:
    unfiled = (*FOOT[:2], *FOOT[3:])
    assert codes(tmp_path, *HEAD, OPENING, "1. Việc.", *unfiled) & {"ND30-88", "ND30-89", "ND30-90"}


def test_an_addressee_out_of_its_place_is_told_once(tmp_path: Path) -> None:
    said = codes(tmp_path, *HEAD, OPENING, "Kính gửi: Các thôn", "1. Thứ hai hằng tuần.", *FOOT)
    assert "ND30-56" in said and "ND30-59" not in said
