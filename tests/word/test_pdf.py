"""A PDF through a program that is there: a stand-in that does as LibreOffice does, well and badly."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from kehoach.word.pdf import NoPdfError, pdf_of

GOOD = "%%PDF-1.6 /CreationDate(D:20260101101010Z') /ID [ <{0}>\\n<{0}> ] /DocChecksum /{0} %%%%EOF"
DAY = date(2031, 3, 14)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> Path:
    """A `soffice` on the path; the last word is the document, the one before it the folder for the PDF."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nfor word; do out=$last; last=$word; done\n{does}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return program


def test_the_pdf_is_what_the_program_made_with_its_stamps_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = "0123456789ABCDEF0123456789ABCDEF"
    office(
        tmp_path, monkeypatch, f"""printf "{GOOD.format(number)}" > "$out/bao-cao.pdf"; echo "$@" > {tmp_path}/said"""
    )
    made = pdf_of(b"document", DAY)
    assert b"D:20310314000000Z'" in made and number.encode() not in made and made.endswith(b"%%EOF")
    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert "--headless" in said and "-env:UserInstallation=file://" in said
    assert not Path(said.split()[-1]).exists()


@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("exit 1", "LibreOffice không chuyển được"),
        ('printf "%%PDF-1.6 cut off" > "$out/bao-cao.pdf"', "LibreOffice không chuyển được"),
        (
            'printf "%%PDF-1.6 %%%%EOF" > "$out/bao-cao.pdf"; /bin/sleep 600 & /bin/sleep 600',
            "LibreOffice không chuyển được",
        ),
    ],
    ids=["fails", "cut off", "never ends"],
)
def test_a_program_that_fails_is_named(does: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, does)
    with pytest.raises(NoPdfError, match=why):
        pdf_of(b"document", DAY, seconds=0.3)


def test_no_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPdfError, match="không có LibreOffice, cũng không có Word"):
        pdf_of(b"document", DAY)


def test_libreoffice_is_found_where_its_installer_puts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = office(tmp_path, monkeypatch, 'printf "%%PDF-1.6 %%%%EOF" > "$out/bao-cao.pdf"')
    installed = tmp_path / "Program Files" / "LibreOffice" / "program" / "soffice.exe"
    installed.parent.mkdir(parents=True)
    program.rename(installed)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path / "Program Files"))
    assert pdf_of(b"document", DAY) == b"%PDF-1.6 %%EOF"


def word(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """A Windows with Word: what starts it finds the two names in its environment."""
    monkeypatch.setattr("kehoach.word.pdf._has_word", lambda: True)
    program = folder / "powershell"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$*" > "{folder}/asked"\n{does}\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_word_goes_before_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, 'printf "%%PDF-1.6 by LibreOffice %%%%EOF" > "$out/bao-cao.pdf"')
    word(
        tmp_path, monkeypatch, 'read -r said < "$KEHOACH_DOCX"; printf "%%PDF-1.6 Word, $said %%%%EOF" > "$KEHOACH_PDF"'
    )
    assert pdf_of(b"document\n", DAY) == b"%PDF-1.6 Word, document %%EOF"
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert asked.startswith("-NoProfile -NonInteractive") and "ExportAsFixedFormat($env:KEHOACH_PDF, 17)" in asked


def test_where_word_fails_libreoffice_does_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, 'printf "%%PDF-1.6 by LibreOffice %%%%EOF" > "$out/bao-cao.pdf"')
    word(tmp_path, monkeypatch, "exit 1")
    assert pdf_of(b"document", DAY) == b"%PDF-1.6 by LibreOffice %%EOF"
    office(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(NoPdfError, match="Word và LibreOffice không chuyển được"):
        pdf_of(b"document", DAY)
