"""Documents typed by other hands, no table for head or foot: what is there is seen, what is not is not invented."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from kehoach.lint.lint import lint_parts
from kehoach.lint.parts import find_parts
from kehoach.lint.reading import read_document
from kehoach.office.word_file import read_word_file
from kehoach.office.word_package import Package

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


def test_a_decision_has_authority_and_proposal_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(14)
    for line in ("QUYẾT ĐỊNH", "Về việc kiện toàn tổ hòa giải", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THỬ"):
        (paragraph := document.add_paragraph()).alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    for line in ("Căn cứ Luật Hòa giải ở cơ sở ngày 20/6/2013;", "Theo đề nghị của Trưởng ban công tác Mặt trận."):
        document.add_paragraph().add_run(line).italic = True
    document.add_paragraph("Theo đề nghị của các thôn, Ủy ban nhân dân xã giữ nguyên tổ hòa giải của từng thôn./.")
    document.save(str(path := tmp_path / "quyet-dinh.docx"))
    parts = find_parts(read_document(Package(read_word_file(path)), path.name))
    assert [line.text for line in parts.subject] == ["Về việc kiện toàn tổ hòa giải"]
    assert len(parts.bases) == 2
    assert [p.text[:12] for p in parts.flow if not p.is_empty] == ["Theo đề nghị"]
    said = {f.code for f in lint_parts(read_word_file(path), path.name)}
    assert not said & {"ND30-52", "ND30-67", "ND30-68"}


def test_a_letter_behind_tabs_has_no_type_and_no_cv(tmp_path: Path) -> None:
    head = ("UBND XÃ THỬ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỜNG TIỂU HỌC\tĐộc lập - Tự do - Hạnh phúc")
    number = ("Số: 07/{}\tThử, ngày 09 tháng 02 năm 2026", "V/v mượn nhà văn hóa thôn", "Kính gửi : Thôn Một")
    foot = ("Nơi nhận:\tHIỆU TRƯỞNG", "- Như trên;", "- Lưu: VT.", "\tTrần Thị Mẫu")
    lines = (*head, *number, "Trường xin mượn nhà văn hóa thôn.", *foot)
    wrong, right = (codes(tmp_path, *(line.format(s) for line in lines)) for s in ("CV-TH", "TH-VP"))
    assert "ND30-41" in wrong and "ND30-41" not in right
    assert not right & {"ND30-51", "ND30-89", "ND30-90"}
    assert "ND30-56" in right


def test_a_signature_above_the_recipients_is_none_of_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (*HEAD, OPENING, "1. Thứ hai hằng tuần./."):
        document.add_paragraph(line)
    for line in ("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Ông Nguyễn Văn Mẫu"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for line in FOOT[:3]:
        document.add_paragraph(line)
    document.save(str(path := tmp_path / "ky-tren.docx"))
    said = {f.code for f in lint_parts(read_word_file(path), path.name)}
    assert "ND30-78" not in said
    assert said >= {"ND30-79", "ND30-80", "ND30-83"}


def test_a_document_that_is_cited_by_its_number_has_a_capital(tmp_path: Path) -> None:
    cites = "Văn phòng thực hiện {} số 15/MTTQ-BTT ngày 03/01/2026 của Ủy ban Mặt trận Tổ quốc tỉnh."
    assert "ND30-102" in codes(tmp_path, *HEAD, OPENING, cites.format("công văn"), *FOOT)
    assert "ND30-102" not in codes(tmp_path, *HEAD, OPENING, cites.format("Công văn"), *FOOT)


def test_the_last_recipient_must_still_be_the_file(tmp_path: Path) -> None:
    unfiled = (*FOOT[:2], *FOOT[3:])
    assert codes(tmp_path, *HEAD, OPENING, "1. Việc.", *unfiled) & {"ND30-88", "ND30-89", "ND30-90"}


def test_an_addressee_out_of_its_place_is_told_once(tmp_path: Path) -> None:
    said = codes(tmp_path, *HEAD, OPENING, "Kính gửi: Các thôn", "1. Thứ hai hằng tuần.", *FOOT)
    assert "ND30-56" in said and "ND30-59" not in said
