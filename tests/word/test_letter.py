"""Documents that are no report: a công văn and a paper without head, read back with python-docx."""

import io
from datetime import date

import docx
import pytest

from kehoach.finding import Severity
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.report.model import Paragraph, Sheet, Table, TableColumn
from kehoach.word.write import report_document, sheet_document
from tests.word import sample
from tests.word.reading import grid, lines, opened, styled, tidy

VILLAGES = ("Trưởng các thôn", "Trạm Y tế xã")


def test_what_a_letter_is_about_stands_below_its_number_and_no_title_above_its_addressee() -> None:
    document = opened(sample.letter())
    left = [line for row in document.tables[0].rows[1:] for line in lines(row.cells[0])]
    assert [tidy(line) for line in left] == [
        "Số:        /BCĐ-VHXH".replace("        ", " "),
        "V/v gửi số liệu thực hiện phong trào quý I năm 2031",
    ]
    assert not styled(document, "KH Tên loại") and not styled(document, "KH Trích yếu")
    outside = [p.text for p in document.paragraphs if p.text]
    assert outside[0] == "Kính gửi: Ủy ban nhân dân tỉnh Thử"
    assert outside[-1] == "Đề nghị các đơn vị quan tâm thực hiện./."
    assert document.core_properties.title == "Công văn gửi số liệu thực hiện phong trào quý I năm 2031"


@pytest.mark.parametrize("body_size", [14, 13])
@pytest.mark.parametrize("addressees", [VILLAGES, VILLAGES[:1]])
def test_a_letter_is_lawful(body_size: int, addressees: tuple[str, ...]) -> None:
    base = sample.letter().head
    head = sample.replace(base, number=7, signed_on=date(2031, 3, 5), addressees=addressees)
    data = report_document(sample.letter(head=head, body_size=body_size))
    assert lint_parts(word_parts(data), "cong-van.docx") == ()


def test_an_unlawful_matter_line_is_found() -> None:
    document = opened(sample.letter())
    (matter,) = (p for p in styled(document, "KH Về việc") if p.text)
    matter.runs[0].font.bold = True
    matter.add_run(".")
    target = io.BytesIO()
    document.save(target)
    found = {f.code for f in lint_parts(word_parts(target.getvalue()), "x.docx") if f.severity is not Severity.NOTED}
    assert found == {"ND30-52", "ND30-53"}


def test_an_annex_of_a_letter_names_it() -> None:
    document = opened(sample.letter(annexes=sample.report().annexes[1:]))
    (reference,) = styled(document, "KH Kèm theo")
    assert tidy(reference.text).startswith("(Kèm theo Công văn số /BCĐ-VHXH ngày tháng 3 năm 2031 của Ban Chỉ đạo")


def test_a_paper_has_a_title_and_blocks_and_nothing_of_an_official_document() -> None:
    table = Table("bang", (TableColumn("Thôn", 0.5), TableColumn("Số hộ", 0.5, "right")), ((("Một",), ("12",)),))
    sheet = Sheet(
        "TÓM TẮT", ("Kết quả quý I",), (Paragraph("a", ("Đạt 3/5.",)), table), {"kind": "to"}, date(2031, 3, 14)
    )
    data = sheet_document(sheet)
    assert data == sheet_document(sheet)
    document = docx.Document(io.BytesIO(data))
    assert [p.text for p in document.paragraphs if p.text] == ["TÓM TẮT", "Kết quả quý I", "Đạt 3/5."]
    assert [grid(t) for t in document.tables] == [[["Thôn", "Số hộ"], ["Một", "12"]]]
    assert document.core_properties.title == "Tóm tắt Kết quả quý I"
