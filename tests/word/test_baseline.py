"""What we wrote is known again: untouched bytes, an edit, a re-save, another program's file."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from kehoach.errors import MachineError
from kehoach.report import model
from kehoach.word.baseline import read_baseline, was_edited
from kehoach.word.bookmarks import LONGEST_NAME, bookmark_name
from kehoach.word.write import report_document
from tests.word import sample
from tests.word.reading import tidy

DATA = report_document(sample.report())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "báo cáo của anh Tư.docx"
    file.write_bytes(DATA)
    return file


def rewrite(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, change(name, content))


def test_untouched_is_not_edited(path: Path) -> None:
    assert not was_edited(path)


@pytest.mark.parametrize("draft", ["", "BẢN DỰ THẢO"])
@pytest.mark.parametrize("annexes", [(), sample.report().annexes])
def test_every_shape_of_report_is_known_again(path: Path, draft: str, annexes: tuple[model.Annex, ...]) -> None:
    path.write_bytes(report_document(sample.report(draft_reason=draft, annexes=annexes)))
    assert not was_edited(path)


def test_zipped_anew_with_the_same_parts_is_not_an_edit(path: Path) -> None:
    rewrite(path, lambda _, content: content)
    assert path.read_bytes() != DATA
    assert not was_edited(path)


def test_one_letter_is_an_edit(path: Path) -> None:
    document = docx.Document(str(path))
    document.paragraphs[1].add_run("!")
    document.save(str(path))
    assert was_edited(path)
    assert (written := read_baseline(path)) and written.identity == sample.report().identity


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "customXml/item1.xml"])
def test_a_change_in_any_part_is_an_edit(path: Path, part: str) -> None:
    rewrite(path, lambda name, content: content.replace(b"</", b" </", 1) if name == part else content)
    assert was_edited(path)


def test_a_save_without_a_change_is_an_edit_too(path: Path) -> None:
    docx.Document(str(path)).save(str(path))
    assert was_edited(path)
    assert (written := read_baseline(path)) and written.identity == sample.report().identity


def test_somebody_elses_document_is_edited_and_nobodys(tmp_path: Path) -> None:
    other = tmp_path / "khac.docx"
    docx.Document().save(str(other))
    assert was_edited(other)
    assert read_baseline(other) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", DATA[: len(DATA) // 2], b"<html>"])
def test_a_broken_file_is_edited_and_nobodys(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(content)
    assert was_edited(broken)
    assert read_baseline(broken) is None


def test_a_damaged_baseline_is_nobodys(path: Path) -> None:
    rewrite(path, lambda name, content: content[:-20] if name == "customXml/item1.xml" else content)
    assert was_edited(path)
    assert read_baseline(path) is None


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"bao-cao\.docx") as caught:
        was_edited(tmp_path / "bao-cao.docx")
    assert caught.value.path == tmp_path / "bao-cao.docx"


def test_the_baseline_holds_every_block_with_its_facts(path: Path) -> None:
    baseline = read_baseline(path)
    assert baseline is not None
    blocks = {block.id: block for block in baseline.blocks}
    assert {b.id for b in sample.report().blocks} <= set(blocks)
    assert {"dau.so", "dau.ngay", "dau.trich_yeu", "cuoi.nguoi_ky", "pl_thon", "pl_thon.bang"} <= set(blocks)
    said = blocks["chi_tieu.cau"]
    assert said.text == "Toàn xã có 962/1.119 hộ được công nhận (ngày 05/11/2031), đạt 85,97%."
    assert said.facts == (sample.COUNT, sample.DECIDED, sample.RATE)
    assert isinstance(said.facts[1].value, date)
    assert blocks["chi_tieu.bang"].text.splitlines()[2].split("\t")[1] == "Tỷ lệ thôn đạt chuẩn"
    assert len(blocks["pl_thon.bang"].facts) == 40


def test_each_block_is_found_by_its_bookmark(path: Path) -> None:
    baseline = read_baseline(path)
    assert baseline is not None
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    body = docx.Document(str(path)).element.body
    for block in baseline.blocks:
        (start,) = body.xpath(f"//w:bookmarkStart[@w:name='{block.bookmark}']")
        paragraph = start.getparent()
        words = "".join(" " if e.tag.endswith("}br") else e.text or "" for e in paragraph.iterfind(".//w:r/*", space))
        expected = block.text.split("\t")[0] if block.id.endswith("bang") else block.text
        assert tidy(words).casefold() == tidy(expected).casefold()


def test_bookmark_names_are_what_word_accepts() -> None:
    ids = ("ct1.cau", "ct1_cau", "x" * 60, "x" * 60 + "y", "thôn.Đồng", "1", "CT1.cau")
    taken: set[str] = set()
    for id_ in ids:
        name = bookmark_name(id_, taken)
        assert name.isascii()
        assert name[0].isalpha()
        assert len(name) <= LONGEST_NAME
        assert name.casefold() not in taken
        taken.add(name.casefold())
    assert bookmark_name("ct1.cau") == "kh_ct1_cau"


def test_a_name_depends_on_the_block_not_on_its_position(path: Path) -> None:
    report = sample.report()
    whole = names_in(path)
    path.write_bytes(report_document(replace(report, blocks=report.blocks[5:])))
    fewer = names_in(path)
    assert len(fewer) < len(whole)
    assert fewer.items() <= whole.items()


def names_in(path: Path) -> dict[str, str]:
    baseline = read_baseline(path)
    assert baseline is not None
    return {block.id: block.bookmark for block in baseline.blocks}


def test_the_same_block_twice_has_two_bookmarks(path: Path) -> None:
    twice = (model.Paragraph("uu_diem", ("một",)), model.Paragraph("uu_diem", ("hai",)))
    path.write_bytes(report_document(sample.report(blocks=twice)))
    baseline = read_baseline(path)
    assert baseline is not None
    assert len({b.bookmark for b in baseline.blocks if b.id == "uu_diem"}) == 2
