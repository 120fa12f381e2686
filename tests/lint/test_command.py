"""`kehoach lint` as the officer meets it: text, copies beside the file, exit by what is left, JSON."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import commands
from kehoach.commands.lint import run
from kehoach.errors import UseError
from tests.conftest import ROOT
from tests.lint.clean import Copy, report, written


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    document = Copy()
    document.look("Độc lập", size=12)
    document.look("Đoạn thứ 1", bold=True, align="left")
    path = tmp_path / "Bao cao.docx"
    path.write_bytes(document.data())
    return path


def test_lawful_document_is_done_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(written(report))
    outcome = run([path], fix=True)
    assert outcome.text == "a.docx: đúng thể thức."
    assert not outcome.waits
    assert list(tmp_path.iterdir()) == [path]


def test_errors_wait_and_are_commented_beside_the_file(spoilt: Path) -> None:
    before = spoilt.read_bytes()
    outcome = run([spoilt], fix=False)
    assert outcome.waits
    assert "ND30-26 Bao cao.docx đoạn" in outcome.text
    assert outcome.text.splitlines()[-1].endswith("Đã ghi Bao cao.nhan-xet.docx.")
    assert sorted(p.name for p in spoilt.parent.iterdir()) == ["Bao cao.docx", "Bao cao.nhan-xet.docx"]
    assert spoilt.read_bytes() == before


def test_fix_lists_what_it_did_and_says_what_is_left(spoilt: Path) -> None:
    outcome = run([spoilt], fix=True)
    assert "Đã sửa: Cỡ chữ: Tiêu ngữ thành 14 ở 1 chỗ." in outcome.text
    assert "ND30-26" not in outcome.text
    assert "ND30-61" in outcome.text
    assert (spoilt.parent / "Bao cao.da-sua.docx").is_file()
    assert run([spoilt.parent / "Bao cao.da-sua.docx"], fix=True).waits


def test_warnings_alone_do_not_wait(tmp_path: Path) -> None:
    document = Copy()
    document.swap("Trên đây là", "./.", ".")
    path = tmp_path / "a.docx"
    path.write_bytes(document.data())
    outcome = run([path], fix=False)
    assert not outcome.waits
    assert "0 lỗi, 1 chỗ nên xem" in outcome.text


def test_a_copy_that_somebody_changed_is_kept(spoilt: Path) -> None:
    copy = spoilt.parent / "Bao cao.nhan-xet.docx"
    copy.write_bytes(b"cua toi")
    run([spoilt], fix=False)
    assert (spoilt.parent / "ban-truoc" / copy.name).read_bytes() == b"cua toi"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tệp rỗng. Xin lại tệp."),
        (written(report)[:3000], "tệp bị thiếu một phần, có thể tải chưa xong. Tải lại hoặc xin lại tệp."),
        (b"{\\rtf1}", "tệp Word đời cũ (.doc) hoặc .rtf. Mở trong Word rồi lưu thành .docx."),
        (b"%PDF-1.4", "đây là tệp PDF. Soát bản Word (.docx) của văn bản."),
        ((ROOT / "input_templates" / "ke-hoach.xlsx").read_bytes(), "Chọn đúng tệp .docx."),
        (b"mot hai ba", "Mở trong Word rồi lưu lại thành .docx."),
    ],
)
def test_what_is_no_document_is_named_and_others_are_read(tmp_path: Path, content: bytes, said: str) -> None:
    bad, good = tmp_path / "bad.docx", tmp_path / "good.docx"
    bad.write_bytes(content)
    good.write_bytes(written(report))
    outcome = run([bad, good], fix=True)
    assert outcome.waits
    assert said in outcome.text
    assert "good.docx: đúng thể thức." in outcome.text
    assert sorted(tmp_path.iterdir()) == [bad, good]


def test_commented_copies_are_not_linted_again(spoilt: Path) -> None:
    run([spoilt], fix=False)
    outcome = run(sorted(spoilt.parent.glob("*.docx")), fix=False)
    assert len(outcome.data["files"]) == 1
    with pytest.raises(UseError):
        run([spoilt.parent / "Bao cao.nhan-xet.docx"], fix=False)


def test_json_has_every_finding(spoilt: Path) -> None:
    outcome = run([spoilt], fix=False)
    codes = {f["code"] for f in outcome.data["findings"]}
    assert {"ND30-26", "ND30-61"} <= codes
    assert set(outcome.data["findings"][0]) >= {"code", "severity", "file", "cell", "read", "say", "do", "open"}
    assert '"ND30-26"' in outcome.json


def test_the_command_itself(spoilt: Path) -> None:
    result = CliRunner().invoke(commands, ["lint", str(spoilt), "--fix", "--json"], standalone_mode=False)
    assert result.return_value == 1
    assert '"files"' in result.output
