"""What the terminal says before anything is read: Vietnamese only, right exit codes, nothing heavy imported."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kehoach.cli import commands
from kehoach.terminal import code_of

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|show|exit|error|missing|invalid|try|no such|directory|default|required)\b", re.I
)
COMMANDS = ("init", "templates", "check", "remind", "build", "issue", "explain", "diff", "lint")


def kehoach(*words: str, cwd: Path | None = None, locale: str = "C") -> subprocess.CompletedProcess[str]:
    environment = {"LC_ALL": locale, "LANG": locale, "PATH": "", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *words], cwd=cwd, env=environment, capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("words", [(), *((c,) for c in COMMANDS)], ids=str)
def test_help_is_vietnamese_in_any_locale_and_teaches_by_example(words: tuple[str, ...]) -> None:
    shown = kehoach(*words, "--help")
    assert shown.returncode == 0
    assert "Cách dùng: kehoach" in shown.stdout
    command = " ".join(("kehoach", *words))
    assert [line for line in shown.stdout.splitlines() if line.startswith("  ") and f"{command} " in line]
    assert not ENGLISH.search(shown.stdout.replace("--help", "").replace("--version", ""))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bild",), "Không có lệnh “bild”. Có phải là 'build'?"),
        (("build", "-p"), "cần một giá trị"),
        (("explain",), "Thiếu tham số"),
        (("build", "--nhanh"), "Không có tùy chọn"),
        (("build", "a", "b"), "Thừa các tham số"),
        (("build", "--date", "2023-12-20"), "không phải ngày dạng"),
        (("check", "--input", "khong-co"), "không tồn tại"),
    ],
)
def test_wrong_use_is_told_in_vietnamese(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    shown = kehoach(*words, cwd=tmp_path)
    assert shown.returncode == 2
    assert said in shown.stderr
    assert not ENGLISH.search(shown.stderr.replace("--help", ""))
    assert "Traceback" not in shown.stderr


def test_a_wrong_value_of_any_option_is_told_in_vietnamese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no number, no day, no file, no folder and no period, given to every option there is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tep").touch()
    asked = [(name, p) for name, command in commands.commands.items() if name != "menu" for p in command.params]
    valued = [(name, p.opts[0]) for name, p in asked if isinstance(p, click.Option) and not p.is_flag]
    assert len(valued) > 15
    for name, option in valued:
        for value in ("tep", "0", "-1", "khong/co", ""):
            assert code_of(commands, [name, option, value]) == 2, (name, option, value)
            told = "".join(capsys.readouterr())
            plain = re.sub(r"--\w+|kehoach \w+.*|“[^”]*”", "", told)
            assert not ENGLISH.search(plain) and not re.search("integer|range|[<>]=|Thư Mục", told), told


@pytest.mark.parametrize("number", ["0", "-3", "12/BC", "mười", "1.5", "", "²", "1000000"])
def test_the_number_of_a_report_is_what_the_clerk_gave(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert code_of(commands, ["issue", "-p", "2023-Q1", "--so", number, "--ngay", "20/3/2023"]) == 2
    assert f"“{number}” không phải số văn thư đã cấp; chỉ ghi con số" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["templates", "check", "build"])
def test_an_empty_folder_says_what_to_do(command: str, tmp_path: Path) -> None:
    shown = kehoach(command, cwd=tmp_path)
    assert shown.returncode == 2
    assert "kehoach init" in shown.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, kehoach.cli as c\n"
        "try: c.commands.main(['--help'], prog_name='kehoach')\n"
        "except SystemExit: pass\n"
        "print(sorted({'pandas', 'openpyxl', 'docx', 'lxml', 'numpy'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert shown.stdout.endswith("[]\n")
