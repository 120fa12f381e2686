"""The document read back with python-docx: head, title, body, foot, annexes, page numbers, two size profiles."""

from datetime import date

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from kehoach.report import model
from kehoach.word.metrics import text_width
from kehoach.word.write import report_document
from tests.word import sample
from tests.word.reading import every_paragraph, lines, opened, styled, tidy

DRAFT = opened(sample.report())
FINAL = opened(sample.report(draft_reason="", blocks=sample.body()))


def test_same_report_same_bytes() -> None:
    assert report_document(sample.report()) == report_document(sample.report())


def test_head_has_agency_left_and_nation_right() -> None:
    left, right = DRAFT.tables[0].rows[0].cells
    assert tidy(left.text) == "UBND XÃ THỬ NGHIỆM BAN CHỈ ĐẠO PHONG TRÀO ĐOÀN KẾT XÂY DỰNG NẾP SỐNG MỚI"
    assert lines(right) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert [p.style.name for p in right.paragraphs if p.style] == ["KH Quốc hiệu", "KH Tiêu ngữ", "KH Đường kẻ"]


def test_number_and_day_are_left_blank_for_the_clerk() -> None:
    number, day = DRAFT.tables[0].rows[1].cells
    assert number.text == "Số:        /BC-BCĐ"
    assert day.text == "Thử Nghiệm, ngày      tháng 3 năm 2031"


@pytest.mark.parametrize(
    ("number", "day", "shown_number", "shown_day"),
    [
        (5, date(2031, 2, 3), "Số: 05/BC-BCĐ", "Thử Nghiệm, ngày 03 tháng 02 năm 2031"),
        (12, date(2031, 9, 14), "Số: 12/BC-BCĐ", "Thử Nghiệm, ngày 14 tháng 9 năm 2031"),
    ],
)
def test_number_and_day_once_given(number: int, day: date, shown_number: str, shown_day: str) -> None:
    document = opened(sample.report(head=sample.head(number=number, signed_on=day)))
    assert [c.text for c in document.tables[0].rows[1].cells] == [shown_number, shown_day]
    reference = tidy(styled(document, "KH Kèm theo")[0].text)
    assert reference.startswith(f"(Kèm theo Báo cáo số {shown_number[4:]} ngày {shown_day[17:]} của Ban Chỉ đạo")


def test_title_and_summary() -> None:
    assert [p.text for p in styled(DRAFT, "KH Tên loại")] == ["BÁO CÁO"]
    (subject,) = styled(DRAFT, "KH Trích yếu")
    assert tidy(subject.text) == (
        "Kết quả thực hiện phong trào “Toàn dân đoàn kết xây dựng nếp sống mới” quý I năm 2031, "
        "nhiệm vụ trọng tâm quý II năm 2031"
    )


def test_one_addressee_several_or_none() -> None:
    assert [p.text for p in styled(DRAFT, "KH Kính gửi")] == ["Kính gửi: Ủy ban nhân dân tỉnh Thử"]
    several = opened(sample.report(head=sample.head(addressees=("Sở A", "Sở B;", "- Sở C."))))
    assert [p.text for p in styled(several, "KH Kính gửi")] == ["Kính gửi:"]
    dashes = styled(several, "KH Nơi kính gửi")
    assert [p.text for p in dashes] == ["- Sở A;", "- Sở B;", "- Sở C."]
    assert len({p.paragraph_format.left_indent for p in dashes}) == 1
    none = opened(sample.report(head=sample.head(addressees=())))
    assert not styled(none, "KH Kính gửi")


def test_bases_end_as_the_decree_says() -> None:
    document = opened(sample.report(head=sample.head(bases=("Căn cứ Luật A;", "Căn cứ Nghị định B"))))
    assert [p.text for p in styled(document, "KH Căn cứ")] == ["Căn cứ Luật A;", "Căn cứ Nghị định B."]


def test_headings_are_words_own() -> None:
    headings = [(p.style.name, p.text) for p in every_paragraph(DRAFT) if p.style and "Heading" in str(p.style.name)]
    assert headings[:3] == [
        ("Heading 1", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
        ("Heading 2", "1. Ban hành văn bản"),
        ("Heading 2", "2. Công tác tuyên truyền"),
    ]
    assert ("Heading 1", "II. KẾT QUẢ THỰC HIỆN QUÝ I") in headings
    assert ("Heading 3", "a) Xây dựng gia đình") in headings


@pytest.mark.parametrize(("body_size", "pair"), [(14, (13, 14, 14)), (13, (12, 13, 13))])
def test_sizes_go_up_and_down_together(body_size: int, pair: tuple[float, ...]) -> None:
    document = opened(sample.report(body_size=body_size))
    sizes = {str(s.name): s.font.size.pt for s in document.styles if getattr(s, "font", None) and s.font.size}
    assert (sizes["KH Quốc hiệu"], sizes["KH Tiêu ngữ"], sizes["KH Địa danh và thời gian"]) == pair
    assert (sizes["KH Số và ký hiệu"], sizes["KH Nơi nhận"], sizes["KH Dòng nơi nhận"]) == (13, 12, 11)
    assert sizes["KH Phụ lục"] == 14
    assert {sizes[n] for n in ("KH Đoạn văn", "Heading 1", "Heading 2", "Heading 3", "Header")} == {float(body_size)}


def test_body_paragraphs_are_justified_indented_and_apart() -> None:
    style = DRAFT.styles["KH Đoạn văn"].paragraph_format
    assert style.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert style.first_line_indent is not None
    assert abs(style.first_line_indent - Mm(12.7)) < Mm(0.1)
    assert style.space_after == Pt(6)
    assert 1.0 <= float(style.line_spacing or 0) <= 1.5


def test_no_empty_paragraph_is_used_as_space() -> None:
    ours = {"KH Đường kẻ", "KH Ngắt phần"}
    empty = [p for p in DRAFT.paragraphs if not p.text and (p.style is None or p.style.name not in ours)]
    assert empty == []


def test_the_body_ends_with_its_mark_once() -> None:
    last = styled(DRAFT, "KH Đoạn văn")[-1].text
    assert last.endswith("(có Phụ lục I, II)./.")
    for ending in ("hết.", "hết./.", "hết"):
        blocks = (model.Paragraph("ket", (ending,)),)
        assert styled(opened(sample.report(blocks=blocks)), "KH Đoạn văn")[-1].text == "hết./."


def test_signature_and_recipients_stand_side_by_side() -> None:
    (row,) = DRAFT.tables[2].rows
    left, right = row.cells
    assert lines(left) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Thường trực Đảng ủy xã (b/c);",
        "- Thành viên Ban Chỉ đạo xã;",
        "- Lưu: VT, VHXH.",
    ]
    assert lines(right) == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ", "Nguyễn Văn Thử"]
    assert [p.text for p in right.paragraphs].count("") == 4
    assert left.paragraphs[0].paragraph_format.space_before == right.paragraphs[0].paragraph_format.space_before


@pytest.mark.parametrize(("closing", "kept"), [("Trên đây là báo cáo.", 2), ("Trên đây là báo cáo của xã. " * 5, 1)])
def test_two_lines_stay_with_the_signature_and_no_more_than_that_takes(closing: str, kept: int) -> None:
    blocks = (*sample.body()[:-1], model.Paragraph("ket", (closing,)))
    document = opened(sample.report(blocks=blocks))
    body = styled(document, "KH Đoạn văn")
    assert [bool(p.paragraph_format.keep_with_next) for p in body[-3:]] == [n <= kept for n in (3, 2, 1)]
    assert "cantSplit" in document.tables[2].rows[0]._tr.xml


def test_a_draft_says_so_first_and_a_final_one_has_neither_mark_nor_prompt() -> None:
    first = next(every_paragraph(DRAFT))
    assert first.text.startswith("BẢN DỰ THẢO")
    marked = [p for p in every_paragraph(DRAFT) if is_highlighted(p)]
    assert [p.text for p in marked] == ["[Ưu điểm: cán bộ viết 2-3 câu tại đây]"]
    words = " ".join(p.text for p in every_paragraph(FINAL))
    assert "DỰ THẢO" not in words
    assert "cán bộ viết" not in words
    assert not [p for p in every_paragraph(FINAL) if is_highlighted(p)]


def is_highlighted(paragraph: Paragraph) -> bool:
    return any(r.font.highlight_color == WD_COLOR_INDEX.YELLOW for r in paragraph.runs)


def test_page_number_above_from_page_two_and_anew_in_each_annex() -> None:
    assert len(DRAFT.sections) == 3
    for number, section in enumerate(DRAFT.sections):
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert section.header.paragraphs[0].style is not None
        assert section.header.paragraphs[0].style.name == "Header"
        assert "PAGE" not in section.first_page_header._element.xml
        assert "PAGE" not in section.footer._element.xml
        assert ('w:start="1"' in section._sectPr.xml) is (number > 0)
    assert DRAFT.styles["Header"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_pages_are_a4_with_lawful_margins() -> None:
    upright, lying, _ = DRAFT.sections
    assert (in_mm(upright.page_width), in_mm(upright.page_height)) == (210, 297)
    assert (lying.orientation, in_mm(lying.page_width)) == (WD_ORIENT.LANDSCAPE, 297)
    for section in DRAFT.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [in_mm(m) for m in margins] == [20, 20, 30, 15]


def in_mm(length: Length | None) -> int:
    return round((length or 0) / Mm(1))


def test_annexes_have_numbers_only_when_there_are_two() -> None:
    assert [p.text for p in styled(DRAFT, "KH Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
    titles = [tidy(p.text) for p in styled(DRAFT, "KH Tên phụ lục")]
    assert titles[1] == "TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ"
    single = opened(sample.report(annexes=sample.report().annexes[:1]))
    assert [p.text for p in styled(single, "KH Phụ lục")] == ["Phụ lục"]
    assert not styled(opened(sample.report(annexes=())), "KH Phụ lục")


def test_annex_reference_keeps_its_blanks() -> None:
    reference = styled(DRAFT, "KH Kèm theo")[0].text
    assert reference == (
        "(Kèm theo Báo cáo số        /BC-BCĐ ngày      tháng 3 năm 2031 của Ban Chỉ đạo phong trào xã Thử Nghiệm)"
    )


@pytest.mark.parametrize("body_size", [14, 13])
def test_lines_are_as_long_as_the_decree_says(body_size: int) -> None:
    document = opened(sample.report(body_size=body_size))
    columns = [c.width for c in document.tables[0].columns]
    issuer, motto, subject = (p.paragraph_format for p in styled(document, "KH Đường kẻ")[:3])
    lengths = [
        length(column, paragraph)
        for column, paragraph in ((columns[0], issuer), (columns[1], motto), (Mm(165), subject))
    ]
    small, large = (12, 13) if body_size == 13 else (13, 14)
    names = {
        "issuer": text_width("XÂY DỰNG NẾP SỐNG MỚI", small, bold=True),
        "motto": text_width("Độc lập - Tự do - Hạnh phúc", large, bold=True),
    }
    assert 1 / 3 <= lengths[0] / names["issuer"] <= 1 / 2
    assert abs(lengths[1] - names["motto"]) < 0.2
    longest = max(text_width(line, large, bold=True) for line in styled(document, "KH Trích yếu")[0].text.split("\n"))
    assert 1 / 3 <= lengths[2] / longest <= 1 / 2


def length(column: Length | None, paragraph: ParagraphFormat) -> float:
    """Millimetres between the indents of a ruled paragraph."""
    assert column is not None
    assert paragraph.left_indent == paragraph.right_indent
    return (column - 2 * (paragraph.left_indent or 0)) / Mm(1)


@pytest.mark.parametrize("body_size", [14, 13])
def test_a_long_place_name_widens_its_column_and_nothing_else(body_size: int) -> None:
    head = sample.head(place="Thành phố Hồ Chí Minh", signed_on=date(2031, 10, 20))
    table = opened(sample.report(body_size=body_size, head=head)).tables[0]
    left, right = (column.width / Mm(1) for column in table.columns if column.width)
    assert abs(left + right - 165) < 0.1
    assert right >= text_width(table.rows[1].cells[1].text, body_size, italic=True)


def test_properties_tell_what_it_is_and_when() -> None:
    core = DRAFT.core_properties
    assert core.title.startswith("Báo cáo Kết quả thực hiện phong trào")
    assert core.created is not None
    assert core.modified is not None
    assert core.created.date() == core.modified.date() == date(2031, 3, 14)
    assert core.author == "Ban Chỉ đạo xã Thử Nghiệm"


def test_language_and_font_stand_in_the_defaults() -> None:
    xml = DRAFT.styles.element.xml
    assert 'w:ascii="Times New Roman"' in xml
    assert 'w:lang w:val="vi-VN"' in xml
    assert {r.font.name for p in every_paragraph(DRAFT) for r in p.runs} == {None}
