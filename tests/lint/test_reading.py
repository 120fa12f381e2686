"""What holds for a paragraph or a letter, through defaults, theme, styles, lists, tables and direct formatting."""

import io
import re
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from kehoach.lint.comments import commented
from kehoach.lint.decree import NUMBER, PHAN
from kehoach.lint.document import Document
from kehoach.lint.fix import mended
from kehoach.lint.lint import lint_parts
from kehoach.lint.parts import find_parts
from kehoach.lint.reading import read_document
from kehoach.lint.strokes import Means
from kehoach.office.model import UnreadableFile
from kehoach.office.package import pack
from kehoach.office.word_file import word_parts
from kehoach.office.word_package import Package
from tests.examples import examples
from tests.lint.clean import Copy, put, report, written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts_of(document: docx.document.Document) -> Mapping[str, bytes]:
    target = io.BytesIO()
    document.save(target)
    return word_parts(target.getvalue())


def read(document: docx.document.Document) -> Document:
    return read_document(Package(parts_of(document)), "thu.docx")


def test_theme_fonts_stand_behind_names() -> None:
    document = docx.Document()
    document.add_paragraph("chữ thường")
    assert read(document).paragraphs[0].runs[0].fonts == ("Cambria",)


def test_only_the_fonts_in_use_count() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("abc")
    run.font.name = "Arial"
    run._r.rPr.rFonts.set(qn("w:hAnsi"), "Courier New")
    document.add_paragraph().add_run("ữ")._r.append(OxmlElement("w:tab"))
    assert [p.runs[0].fonts for p in read(document).paragraphs] == [("Arial",), ("Cambria",)]


def test_style_chain_and_direct_formatting() -> None:
    document = docx.Document()
    base = document.styles.add_style("Nen", 1)
    base.font.size, base.paragraph_format.space_after = Pt(13), Pt(8)
    child = document.styles.add_style("Con", 1)
    child.base_style, child.font.bold = base, True
    paragraph = document.add_paragraph("chữ", style="Con")
    paragraph.paragraph_format.first_line_indent = Mm(10)
    (found,) = read(document).paragraphs
    assert (found.runs[0].size, found.runs[0].is_bold, found.after) == (13, True, 8)
    assert found.first == pytest.approx(10, abs=0.05)


def test_bold_of_paragraph_and_letter_style_cancel_each_other() -> None:
    document = docx.Document()
    strong = document.styles.add_style("Manh", 2)
    strong.font.bold = True
    heading = document.styles.add_style("De muc", 1)
    heading.font.bold = True
    paragraph = document.add_paragraph(style="De muc")
    paragraph.add_run("không đậm", style="Manh")
    paragraph.add_run("đậm", style="Manh").bold = True
    assert [run.is_bold for run in read(document).paragraphs[0].runs] == [False, True]


def test_table_style_holds_in_its_cells() -> None:
    document = docx.Document()
    style = document.styles.add_style("Bang", 3)
    style.element.append(parse_xml(f"<w:rPr {W}><w:i/></w:rPr>"))
    table = document.add_table(1, 2)
    table.style = style
    table.rows[0].cells[1].text = "ô"
    found = read(document)
    cell = found.tables[0].rows[0].cells[1][0]
    assert cell.runs[0].is_italic
    assert cell.cell is not None
    assert (cell.cell.column, cell.cell.is_last) == (1, True)


def test_capitals_by_format_are_capitals() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("báo cáo").font.all_caps = True
    assert read(document).paragraphs[0].text == "BÁO CÁO"


def test_hidden_and_deleted_words_are_not_there() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("còn ")
    paragraph.add_run("ẩn").font.hidden = True
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>xóa</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins>'))
    found = read(document)
    assert found.paragraphs[0].text == "còn thêm"
    assert [name for name, _ in found.traces] == ["sửa đổi đang theo dõi (Track Changes)"]


def test_letters_with_loose_marks_are_composed() -> None:
    document = docx.Document()
    document.add_paragraph("Đo\u0323\u0302c la\u0323\u0302p")
    (found,) = read(document).paragraphs
    assert found.text == "Độc lập"
    assert found.runs[0].raw != found.runs[0].text


def test_words_own_numbers_belong_to_the_text() -> None:
    document = docx.Document()
    for words in ("một", "hai"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("ba", style="List Bullet")
    assert [p.text for p in read(document).paragraphs] == ["1. một", "2. hai", "• ba"]


BOX = f"""<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>
 <wp:extent cx="3600000" cy="720000"/><wps:txbx><w:txbxContent>{{words}}</w:txbxContent></wps:txbx></wp:anchor>
 </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{{words}}</w:txbxContent></v:textbox></w:pict>
 </mc:Fallback></mc:AlternateContent></w:r>"""


def centred(*lines: str) -> str:
    return "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{line}</w:t></w:r></w:p>'
        for line in lines
    )


def test_head_in_text_boxes_is_found_once() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    left = centred("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM", "Số: 12/BC-UBND")
    right = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    for words in (left, right):
        paragraph._p.append(parse_xml(BOX.replace("{words}", words)))
    parts = find_parts(read(document))
    assert parts.head.form == "hộp chữ"
    assert parts.head.issuer_name == "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"
    assert parts.head.number is not None
    assert parts.head.nation is not None
    assert parts.head.nation.paragraph.room == pytest.approx(100)
    assert len(parts.document.paragraphs) == 6


def test_head_behind_tabs_is_found() -> None:
    document = docx.Document()
    for line in (
        "UBND XÃ THỬ NGHIỆM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BAN CHỈ ĐẠO\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-BCĐ\tThử Nghiệm, ngày 05 tháng 10 năm 2031",
        "BÁO CÁO",
    ):
        document.add_paragraph(line)
    parts = find_parts(read(document))
    assert parts.head.form == "phím Tab"
    assert [line.text for line in parts.head.superior] == ["UBND XÃ THỬ NGHIỆM"]
    assert parts.head.issuer_name == "BAN CHỈ ĐẠO"
    assert parts.day is not None
    assert parts.is_after_reform
    assert parts.kind is not None
    assert parts.kind.text == "BÁO CÁO"


def test_parts_of_our_report() -> None:
    parts = find_parts(read(Copy().doc))
    assert parts.kind is not None
    assert parts.foot is not None
    assert parts.foot.name is not None
    assert [line.text for line in parts.head.superior] == ["UBND XÃ THỬ NGHIỆM"]
    assert [line.text for line in parts.foot.posts] == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ"]
    assert parts.foot.name.text == "Nguyễn Văn Thử"
    assert [p.text for p in parts.addressees] == ["- Ủy ban nhân dân tỉnh Thử;", "- Ban Chỉ đạo tỉnh Thử."]
    assert [p.text[:14] for p in parts.bases] == ["Căn cứ Luật Tổ", "Căn cứ Luật Th"]
    assert [annex.start.text for annex in parts.annexes] == ["Phụ lục I", "Phụ lục II"]


def test_drawn_line_is_measured_once() -> None:
    copied = Copy()
    run = parse_xml(
        f'<w:r {W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:drawing><wp:anchor>'
        '<wp:extent cx="2178000" cy="0"/><a:graphic><a:prstGeom prst="line"/></a:graphic></wp:anchor></w:drawing></w:r>'
    )
    line = copied.after("Độc lập")
    line._p.getparent().remove(line._p)
    copied.find("Độc lập")._p.append(run)
    motto = find_parts(read(copied.doc)).head.motto
    assert motto is not None
    assert [(s.means, s.length) for s in motto.paragraph.shapes] == [(Means.SHAPE, pytest.approx(60.5))]
    assert not {27, 28} & copied.codes()


def test_sections_inherit_headers() -> None:
    document = docx.Document()
    put(document.sections[0].header.paragraphs[0]._p, "w:fldSimple", instr="PAGE")
    document.add_section()
    sections = read(document).sections
    assert [len(section.headers["default"].numbered) for section in sections] == [1, 1]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("word/styles.xml", b"\x00\x01"),
        ("word/document.xml", f"<w:document {W}/>".encode()),
    ],
)
def test_broken_parts_are_refused(part: str, content: bytes) -> None:
    parts = {**parts_of(docx.Document()), part: content}
    with pytest.raises(UnreadableFile):
        read_document(Package(word_parts(pack(parts))), "thu.docx")


@examples(8)
@given(st.integers(0, 10_000), st.sampled_from(["", "-1", "1e999", "nan", "x", "99999999999999", "12pt", "auto"]))
def test_odd_values_stop_nothing(place: int, odd: str) -> None:
    parts = word_parts(written(report))
    content = parts["word/document.xml"].decode()
    values = list(re.finditer(r'w:(?!id|name)\w+="([^"]*)"', content))
    found = values[place % len(values)]
    content = content[: found.start(1)] + odd + content[found.end(1) :]
    findings = lint_parts({**parts, "word/document.xml": content.encode()}, "thu.docx")
    assert all(f.say for f in findings)
    assert commented({**parts, "word/document.xml": content.encode()}, findings)
    assert mended({**parts, "word/document.xml": content.encode()}).parts


def test_a_list_that_starts_far_out_is_counted() -> None:
    document = docx.Document()
    document.add_paragraph("một", style="List Number")
    parts = dict(parts_of(document))
    parts["word/numbering.xml"] = re.sub(
        rb'<w:start w:val="1"/><w:numFmt w:val="decimal"/>',
        b'<w:start w:val="900000000"/><w:numFmt w:val="upperRoman"/>',
        parts["word/numbering.xml"],
    )
    found = read_document(Package(parts), "thu.docx")
    assert found.paragraphs[0].text.endswith("một")


def test_a_workbook_is_no_document() -> None:
    with pytest.raises(UnreadableFile) as refused:
        word_parts(pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}))
    assert refused.value.reason == "not-word"


@pytest.mark.parametrize(
    "words", ["Chương trình phối hợp giai đoạn 2022 - 2026: đang thực hiện.", "Phần lớn các thôn đã họp."]
)
def test_a_sentence_that_begins_like_a_heading_is_none(words: str) -> None:
    assert not PHAN.match(words)
    assert PHAN.match("Chương II") and PHAN.match("PHẦN 1. KẾT QUẢ") and PHAN.match("Phần thứ nhất")


@pytest.mark.parametrize("words", ["SỐNG VĂN HÓA”", "SỐNG"])
def test_a_name_that_begins_like_the_number_is_none(words: str) -> None:
    assert not NUMBER.match(words)
    assert NUMBER.match("Số: 12/BC-BCĐ") and NUMBER.match("SỐ:") and NUMBER.match("Số")
