"""The copies that are made of a document: comments at the places, and what is safe put right."""

import io
import unicodedata
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kehoach.lint.comments import commented
from kehoach.lint.fix import mended
from kehoach.lint.lint import lint_parts
from kehoach.office.package import pack
from kehoach.office.word_file import word_parts
from tests.lint.clean import Copy, report, written


def comments_of(spoilt: Copy) -> tuple[Document, dict[str, str]]:
    """The commented copy, and each comment's text by the words it stands at."""
    parts = word_parts(spoilt.data())
    document = docx.Document(io.BytesIO(commented(parts, lint_parts(parts, "thu.docx"))))
    texts = {str(c.comment_id): c.text for c in document.comments}
    found = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        for start in paragraph.findall(qn("w:commentRangeStart")):
            found["".join(t.text or "" for t in paragraph.iter(qn("w:t")))] = texts[start.get(qn("w:id"))]
    return document, found


def test_comments_stand_at_their_places() -> None:
    spoilt = Copy()
    spoilt.look("Độc lập", size=12)
    spoilt.look("Đoạn thứ 1", align="left")
    spoilt.look("Đoạn thứ 2", align="left")
    spoilt.doc.sections[0].top_margin = Mm(10)
    document, found = comments_of(spoilt)
    assert "ND30-26 Tiêu ngữ đang cỡ 12." in found["Độc lập - Tự do - Hạnh phúc"]
    assert next(text for words, text in found.items() if words.startswith("Đoạn thứ 1")).startswith("ND30-61")
    assert "như đoạn" in next(text for words, text in found.items() if words.startswith("Đoạn thứ 2"))
    assert any("ND30-03" in text for text in found.values())
    assert {c.author for c in document.comments} == {"kehoach"}


def test_comments_change_nothing_that_is_printed() -> None:
    spoilt = Copy()
    spoilt.look("Độc lập", size=12)
    before = [p.text for p in spoilt.everything()]
    document, _ = comments_of(spoilt)
    assert [p.text for p in document.paragraphs] == [p.text for p in spoilt.doc.paragraphs]
    assert sum(len(t.rows) for t in document.tables) == sum(len(t.rows) for t in spoilt.doc.tables)
    assert before


def test_earlier_comments_stay() -> None:
    spoilt = Copy()
    spoilt.doc.add_comment(spoilt.find("Đoạn thứ 1").runs[0], "của người khác", author="Ai")
    document, _ = comments_of(spoilt)
    assert {c.author for c in document.comments} == {"Ai", "kehoach"}


def test_same_document_same_bytes() -> None:
    spoilt = Copy()
    spoilt.look("Độc lập", size=12, font="Arial")
    parts = word_parts(spoilt.data())
    findings = lint_parts(parts, "thu.docx")
    assert commented(parts, findings) == commented(parts, findings)
    assert pack(mended(parts).parts) == pack(mended(parts).parts)


MENDED: dict[int, Callable[[Copy], object]] = {
    3: lambda c: setattr(c.doc.sections[0], "top_margin", Mm(10)),
    6: lambda c: setattr(c.doc.sections[0], "right_margin", Mm(25)),
    8: lambda c: c.look("Đoạn thứ 1", font="Arial"),
    10: lambda c: c.swap("Đoạn thứ 1", "tuyên", unicodedata.normalize("NFD", "tuyên")),
    19: lambda c: c.look("Độc lập", size=13),
    22: lambda c: c.look("CỘNG HÒA", size=15),
    25: lambda c: c.swap("Độc lập", " - ", "–"),
    29: lambda c: c.look("CỘNG HÒA", after=12, line=1.5),
    39: lambda c: c.swap("Số: 12", "12", "7"),
    40: lambda c: c.swap("Số: 12", "BC-BCĐ", "BC - BCĐ"),
    45: lambda c: c.swap("ngày 14 tháng 3", "ngày 14 tháng 3", "ngày 4 tháng 1"),
    46: lambda c: c.swap("ngày 14 tháng 3", "tháng 3", "tháng 03"),
    51: lambda c: c.look("BÁO CÁO", size=18),
    60: lambda c: [c.look(f"Đoạn thứ {n}", size=12) for n in range(1, 6)],
    62: lambda c: c.look("Đoạn thứ 1", first=0),
    64: lambda c: c.look("Đoạn thứ 2", after=0, before=0),
    66: lambda c: c.look("Đoạn thứ 1", line=2.5),
    80: lambda c: c.swap("TM. BAN", "TM. ", "T/M "),
    88: lambda c: c.swap("- Thành viên", "- ", "+ "),
    94: lambda c: c.look("Phụ lục I", size=13),
}


@pytest.mark.parametrize("number", MENDED, ids=lambda n: f"ND30-{n:02d}")
def test_what_is_safe_is_put_right(number: int) -> None:
    spoilt = Copy()
    MENDED[number](spoilt)
    assert number in spoilt.codes()
    result = mended(word_parts(spoilt.data()))
    assert result.done
    left = {int(f.code.removeprefix("ND30-")) for f in lint_parts(result.parts, "thu.docx")}
    assert number not in left
    assert left < spoilt.codes()
    assert not mended(result.parts).done


def test_mending_keeps_the_words() -> None:
    spoilt = Copy()
    for number in (8, 60, 62, 64):
        MENDED[number](spoilt)
    before = [p.text for p in spoilt.everything()]
    again = docx.Document(io.BytesIO(pack(mended(word_parts(spoilt.data())).parts)))
    assert [p.text for p in again.paragraphs] == [p.text for p in spoilt.doc.paragraphs]
    assert len(before) > len(again.paragraphs)


def test_lawful_document_is_left_as_it_is() -> None:
    parts = word_parts(written(report))
    result = mended(parts)
    assert result.done == ()
    assert result.parts is parts


def test_letters_of_an_old_encoding_are_not_touched() -> None:
    spoilt = Copy()
    spoilt.look("Đoạn thứ 1", font=".VnTime")
    result = mended(word_parts(spoilt.data()))
    assert "ND30-09" in {f.code for f in lint_parts(result.parts, "thu.docx")}


def test_words_across_runs_are_replaced_in_place() -> None:
    spoilt = Copy()
    paragraph = spoilt.find("Số: 12")
    first = paragraph.runs[0]
    first.text = "Số: "
    for piece in ("7", " /BC", "-BCĐ"):
        paragraph.add_run(piece)
    result = mended(word_parts(spoilt.data()))
    with zipfile.ZipFile(io.BytesIO(pack(result.parts))) as package:
        document = docx.Document(io.BytesIO(pack(result.parts)))
        assert package.testzip() is None
    assert document.tables[0].rows[1].cells[0].text == "Số: 07/BC-BCĐ"


def test_words_after_a_line_break_stay_on_their_line() -> None:
    spoilt = Copy()
    paragraph = spoilt.find("- Như trên")
    for line in ("– Ban A;", "+ Ban B;"):
        paragraph.runs[0].add_break()
        paragraph.runs[0].add_text(line)
    document = docx.Document(io.BytesIO(pack(mended(word_parts(spoilt.data())).parts)))
    left = document.tables[-3].rows[0].cells[0]
    assert left.paragraphs[1].text == "- Như trên;\n- Ban A;\n- Ban B;"


def test_a_size_that_two_elements_share_stays() -> None:
    """Behind a tab agency and motto are one run: a size that is right for one would be wrong for the other."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    for line in ("UBND XÃ THỬ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỜNG TIỂU HỌC\tĐộc lập - Tự do - Hạnh phúc"):
        document.add_paragraph(line)
    for line in ("Nơi nhận:", "- Lưu: VT."):
        document.add_paragraph(line)
    (post := document.add_paragraph("TM.ỦY BAN NHÂN DÂN")).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.save(data := io.BytesIO())
    fixed = mended(word_parts(data.getvalue()))
    assert fixed is not None and post.text
    assert not [said for said in fixed.done if "Tiêu ngữ" in said and "Cỡ chữ" in said]
    assert "“TM.ỦY BAN NHÂN DÂN” thành “TM. ỦY BAN NHÂN DÂN”." in fixed.done
