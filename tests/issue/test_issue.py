"""`kehoach issue`: the document that was signed, with number and date, and everything it rests on."""

import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from kehoach.commands import check, issue
from kehoach.errors import MachineError, UseError
from tests.faults.commune import Commune
from tests.issue.conftest import FIRST, SECOND, WHOLE, built
from tests.libreoffice import convert
from tests.tiny import tiny_plan
from tests.word.reading import every_paragraph
from tests.word.test_baseline import rewrite

SIGNED = date(2023, 4, 5)
KEPT = f"output/{FIRST}/da-ban-hanh"


def issued(root: Path, number: int = 7, day: date = SIGNED, document: Path | None = None, period: str = FIRST) -> str:
    return issue.run(root, period, number, day, document, lambda _: None).text


def report(root: Path) -> Path:
    return root / f"output/{FIRST}/bao-cao.docx"


def kept(root: Path) -> Document:
    return docx.Document(str(root / KEPT / "bao-cao.docx"))


def words(document: Document) -> list[str]:
    return [p.text.replace("\n", " ") for p in every_paragraph(document)]


def edit(path: Path, change: Callable[[Document], object], to: Path | None = None) -> Path:
    document = docx.Document(str(path))
    change(document)
    document.save(str(to or path))
    return to or path


def write_more(document: Document) -> None:
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Các thôn đều làm"))
    paragraph.runs[0].text = "Các thôn đều làm tốt, cán bộ đã sửa câu này."


def draft_line(document: Document) -> None:
    document.paragraphs[0].insert_paragraph_before("BẢN DỰ THẢO – còn 2 việc chờ xác nhận")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_number_and_date_stand_in_the_head_and_where_the_annexes_name_the_report(root: Path) -> None:
    before = report(root).read_bytes()
    said = issued(root)
    assert "Đã ban hành Báo cáo số 07/BC-BCĐ ngày 05/4/2023 (kỳ 2023-Q1)" in said
    found = words(kept(root))
    assert "Số: 07/BC-BCĐ" in found
    assert "Thử, ngày 05 tháng 4 năm 2023" in found
    references = [w for w in found if w.startswith("(Kèm theo")]
    assert references
    assert all("Báo cáo số 07/BC-BCĐ ngày 05 tháng 4 năm 2023" in w for w in references)
    left = [w for w in found if "Số:" not in w and "ngày 05 tháng 4" not in w]
    assert left == [
        w
        for w in words(docx.Document(io.BytesIO(before)))
        if "Số:" not in w and "Kèm theo" not in w and "Thử, ngày" not in w
    ]
    assert report(root).read_bytes() == before


def test_the_edited_file_is_the_one_that_was_signed_whatever_its_name(root: Path) -> None:
    edit(report(root), write_more, report(root).with_name("BC quý I (in ký).docx"))
    said = issued(root)
    assert "(từ BC quý I (in ký).docx, có 1 chỗ sửa tay)" in said
    found = words(kept(root))
    assert "Các thôn đều làm tốt, cán bộ đã sửa câu này." in found
    assert "Số: 07/BC-BCĐ" in found
    contents = (root / KEPT / "muc-luc.txt").read_text(encoding="utf-8-sig")
    assert "- trước: Các thôn đều làm." in contents
    assert "nay:   Các thôn đều làm tốt, cán bộ đã sửa câu này." in contents


def test_a_number_changed_by_hand_is_told_and_kept(root: Path) -> None:
    def falsify(document: Document) -> None:
        paragraph = next(p for p in document.paragraphs if "270" in p.text)
        paragraph.runs[0].text = paragraph.text.replace("270", "271")

    edit(report(root), falsify)
    assert "Bản đã ký không còn số 270 như số liệu" in issued(root)
    assert any("271" in w for w in words(kept(root)))


def test_of_two_edited_ones_the_officer_says_which(root: Path) -> None:
    one = edit(report(root), write_more, report(root).with_name("bản một.docx"))
    edit(report(root), lambda d: d.paragraphs[-1].add_run("!"), report(root).with_name("bản hai.docx"))
    with pytest.raises(UseError, match=r"2 bản báo cáo khác nhau.*--tep"):
        issued(root)
    assert not (root / KEPT).exists()
    assert "Không dùng bản sửa tay khác của kỳ này: bản hai.docx." in issued(root, document=one)


def test_edits_set_aside_by_a_rebuild_are_asked_about(root: Path) -> None:
    edit(report(root), write_more)
    built(root, FIRST)
    with pytest.raises(UseError, match=r"bao-cao \(bản sửa 1\)\.docx, bao-cao\.docx"):
        issued(root)
    issued(root, document=report(root))
    assert "Các thôn đều làm." in words(kept(root))


@pytest.mark.parametrize(("typed", "fits"), [("Số: 7/BC-BCĐ", True), ("Số: 8/BC-BCĐ", False), ("Số: …/BC-BCĐ", True)])
def test_a_number_typed_by_hand_must_be_the_one_given(root: Path, typed: str, fits: bool) -> None:
    def type_in(document: Document) -> None:
        paragraph = next(p for p in every_paragraph(document) if p.text.startswith("Số:"))
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = typed

    edit(report(root), type_in)
    if fits:
        issued(root)
        assert "Số: 07/BC-BCĐ" in words(kept(root))
    else:
        with pytest.raises(UseError, match="đã ghi số 8, không phải 07"):
            issued(root)


def test_number_and_date_are_found_without_their_bookmarks(root: Path) -> None:
    def lose(document: Document) -> None:
        for mark in document.element.body.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)

    edit(report(root), lose)
    issued(root)
    assert {"Số: 07/BC-BCĐ", "Thử, ngày 05 tháng 4 năm 2023"} <= set(words(kept(root)))


def test_words_in_many_runs_take_the_number_too(root: Path) -> None:
    def tear(document: Document) -> None:
        for paragraph in every_paragraph(document):
            if paragraph.text.startswith("Số:"):
                text = paragraph.text
                paragraph.runs[0].text = ""
                for letter in text:
                    paragraph.add_run(letter)

    edit(report(root), tear)
    issued(root)
    assert "Số: 07/BC-BCĐ" in words(kept(root))


@pytest.mark.parametrize("change", [draft_line, lambda d: d.paragraphs[-1].add_run("[Cán bộ viết: ưu điểm]")])
def test_a_document_with_words_of_a_draft_is_refused(root: Path, change: Callable[[Document], object]) -> None:
    edit(report(root), change)
    with pytest.raises(UseError, match="còn chữ của bản dự thảo"):
        issued(root)
    assert not (root / KEPT).exists()


def test_what_is_open_keeps_a_report_from_being_issued(root: Path) -> None:
    next((root / "input_templates" / FIRST).glob("T02*")).unlink()
    with pytest.raises(UseError, match="còn 1 việc chờ xác nhận"):
        issued(root)


def test_a_report_made_of_other_numbers_is_not_issued(root: Path) -> None:
    Commune(root / "input_templates", tiny_plan(), {}).good = WHOLE
    commune(root).send("T01", {"ho_dk": 91})
    with pytest.raises(UseError, match=r"Số liệu đã đổi.*ghi “270”, nay “271”"):
        issued(root)
    report(root).unlink()
    with pytest.raises(UseError, match="Chưa có báo cáo của kỳ này"):
        issued(root)


def commune(root: Path) -> Commune:
    here = Commune(root / "input_templates", tiny_plan(), {})
    here.good = WHOLE
    return here


def test_a_day_before_the_cut_off_and_a_foreign_document_are_refused(root: Path) -> None:
    with pytest.raises(UseError, match="trước ngày chốt số liệu"):
        issued(root, day=date(2023, 2, 5))
    built(root, SECOND)
    with pytest.raises(UseError, match="kỳ 2023-Q2"):
        issued(root, document=root / f"output/{SECOND}/bao-cao.docx")


def test_a_document_that_lost_what_is_embedded_is_taken_at_the_officers_word(root: Path) -> None:
    plain = docx.Document()
    table = plain.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Số:      /BC-BCĐ", "Thử, ngày      tháng 3 năm 2023"
    path = root / "chép lại.docx"
    plain.save(str(path))
    assert "chưa đối chiếu được với số liệu" in issued(root, document=path)
    assert "Số: 07/BC-BCĐ" in words(kept(root))


@pytest.mark.parametrize("lock", ["~$bao-cao.docx", "~$ao-cao.docx", "~$o-cao.docx"])
def test_a_document_open_in_word_is_to_be_saved_first(root: Path, lock: str) -> None:
    report(root).with_name(lock).write_bytes(b"owner")
    with pytest.raises(MachineError, match=f"đang mở trong Word.*{re.escape(lock)}"):
        issued(root)
    assert not (root / KEPT).exists()
    report(root).with_name(lock).rename(report(root).with_name("~$khac.docx"))
    assert "Đã ban hành Báo cáo số 07" in issued(root)


def test_the_archive_holds_all_and_proves_it(root: Path) -> None:
    issued(root)
    files = tree(root / KEPT)
    sums = dict(reversed(line.split("  ", 1)) for line in files.pop("sha256.txt").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    inbox = {f"input_templates/{FIRST}/{unit}.xlsx" for unit in WHOLE[FIRST]}
    assert inbox | {"input_templates/ke-hoach.xlsx", f"output/{FIRST}/kiem-tra.xlsx", "so-lieu.csv"} <= set(files)
    contents = files["muc-luc.txt"].decode("utf-8-sig")
    assert all(name.rpartition("/")[2] in contents for name in files if name != "muc-luc.txt")
    assert "Báo cáo số 07/BC-BCĐ ngày 05/4/2023" in contents
    with zipfile.ZipFile(root / f"output/{FIRST}/ho-so-{FIRST}.zip") as dossier:
        assert {n: dossier.read(n) for n in dossier.namelist()} == tree(root / KEPT)


def test_the_dossier_is_a_working_folder_that_gives_the_same_numbers(root: Path, tmp_path: Path) -> None:
    issued(root)
    again = tmp_path / "mở hồ sơ"
    shutil.unpack_archive(root / f"output/{FIRST}/ho-so-{FIRST}.zip", again)
    built(again, FIRST)
    assert (again / f"output/{FIRST}/so-lieu.csv").read_bytes() == (again / "so-lieu.csv").read_bytes()


def test_the_same_report_issued_elsewhere_is_the_same_to_the_byte(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác"
    shutil.copytree(root, other)
    issued(root)
    issued(other)
    assert tree(root) == tree(other)


def test_later_commands_leave_it_alone_and_say_so(root: Path) -> None:
    issued(root)
    before = tree(root / KEPT)
    commune(root).send("T01", {"ho_dk": 91})
    assert "đã ban hành Báo cáo số 07/BC-BCĐ ngày 05/4/2023" in built(root, FIRST)
    assert "đã ban hành" in check.run(root, FIRST, None, None, lambda _: None).text
    assert tree(root / KEPT) == before


def test_issued_once_a_period_keeps_its_number(root: Path) -> None:
    issued(root)
    before = tree(root)
    assert "đã ban hành Báo cáo số 07/BC-BCĐ" in issued(root)
    with pytest.raises(UseError, match="không thay bằng số khác"):
        issued(root, number=8)
    with pytest.raises(UseError, match="không thay bằng số khác"):
        issued(root, day=date(2023, 4, 6))
    assert tree(root) == before


def test_a_damaged_record_is_told_and_not_guessed(root: Path) -> None:
    issued(root)
    (root / KEPT / "ban-hanh.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UseError, match="không đọc được"):
        built(root, SECOND)


def test_a_damaged_document_is_refused_in_a_sentence(root: Path) -> None:
    rewrite(report(root), lambda name, data: data[:-200] if name == "word/document.xml" else data)
    with pytest.raises(UseError, match="Không đọc được"):
        issued(root)
    (root / "trang.docx").write_bytes(b"")
    with pytest.raises(UseError, match="Không đọc được"):
        issued(root, document=root / "trang.docx")


def test_a_copy_with_our_own_comments_is_not_what_was_signed(root: Path) -> None:
    edit(report(root), lambda d: d.paragraphs[-1].add_run("."), report(root).with_name("bao-cao.nhan-xet.docx"))
    assert "(từ bao-cao.docx)" in issued(root)


@pytest.mark.render
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_saved_by_another_program_it_is_still_the_report(root: Path, tmp_path: Path) -> None:
    convert([report(root)], "docx", tmp_path)
    shutil.copy(tmp_path / "bao-cao.docx", report(root).with_name("bản in.docx"))
    assert "(từ bản in.docx)" in issued(root)
    assert "Số: 07/BC-BCĐ" in words(kept(root))


def test_the_page_and_the_summary_say_that_it_was_signed(root: Path) -> None:
    out = root / f"output/{FIRST}"
    assert "Có thể lập bản chính thức." in (out / "theo-doi.html").read_text("utf-8")
    issued(root)
    title = "Đã ban hành Báo cáo số 07/BC-BCĐ ngày 05/4/2023."
    for told_after in (lambda: None, lambda: check.run(root, FIRST, None, None, lambda _: None)):
        told_after()
        page = (out / "theo-doi.html").read_text("utf-8")
        assert title in page
        assert "Có thể lập" not in page
        assert 'href="da-ban-hanh/bao-cao.docx"' in page
        assert any(title in w for w in words(docx.Document(str(out / "tom-tat.docx"))))
