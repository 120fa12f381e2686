"""What stands on the screen: Vietnamese in any console, colours and waiting lines on a terminal alone, no traceback."""

import ast
import io
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kehoach import terminal
from kehoach.errors import MachineError, UseError
from kehoach.step import Counter, Step
from kehoach.vietnamese_click import TEXTS
from kehoach.waiting import WaitingLine
from tests.test_cli_words import kehoach

NEVER_SAID = {
    *("_termui_impl.py", "termui.py", "_winconsole.py", "decorators.py", "utils.py"),
    *(
        "Arguments take exactly",
        "Boolean option",
        "Could not determine name",
        "DeprecationWarning",
        "Name '",
        "deprecated",
    ),
    *("No options defined", "Value must be an iterable.", "Invalid start character", "Choice(", "{len_type} values"),
    *("{value!r} is not a valid UUID.", "{value!r} is not a valid boolean."),
}
"""Files and beginnings of texts of click for what this program never does: questions, editors, mistakes in `cli`."""


def texts_of_click() -> set[str]:
    """Every text click would have translated."""
    found = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                said = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                found |= {text for text in said if path.name not in NEVER_SAID}
    return {text for text in found if not text.startswith(tuple(NEVER_SAID))}


def test_click_says_nothing_in_english() -> None:
    assert len(texts_of_click()) > 30
    assert texts_of_click() - set(TEXTS) == set()


@pytest.mark.parametrize("encoding", ["ascii", "cp1258", "cp437"])
def test_any_console_gets_whole_letters(encoding: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-m", "kehoach", "lint"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert run.returncode == 2
    assert "Lỗi: Thiếu tham số" in run.stderr.decode() and b"Traceback" not in run.stderr


def test_a_wrong_use_is_answered_with_an_example(tmp_path: Path) -> None:
    shown = kehoach("lint", cwd=tmp_path)
    assert shown.returncode == 2 and "Ví dụ: kehoach lint" in shown.stderr
    assert 'Gõ (đặt tên thư mục tùy ý): kehoach init "' in kehoach("init", cwd=tmp_path).stderr
    assert "Có phải là '--final'?" in kehoach("build", "--fnal", cwd=tmp_path).stderr


def test_kehoach_alone_says_where_one_stands(tmp_path: Path) -> None:
    empty = kehoach(cwd=tmp_path)
    assert empty.returncode == 0 and empty.stdout.endswith("Bắt đầu bằng: kehoach init TÊN-THƯ-MỤC\n")
    order = [line.split()[0] for line in empty.stdout.partition("Các lệnh:\n")[2].splitlines() if line.startswith("  ")]
    assert order[: order.index("build")] == ["init", "templates", "check", "remind"]
    (tmp_path / "input_templates").mkdir()
    (tmp_path / "input_templates" / "ke-hoach.xlsx").touch()
    assert "Đây là thư mục làm việc" in kehoach(cwd=tmp_path).stdout


def test_periods_are_completed_from_the_folders(tmp_path: Path) -> None:
    for code in ("2026-Q1", "2026-Q2"):
        (tmp_path / "input_templates" / code).mkdir(parents=True)
    asked = {"COMP_WORDS": "kehoach build -p 2026", "COMP_CWORD": "3", "_KEHOACH_COMPLETE": "bash_complete"}
    run = subprocess.run(
        [sys.executable, "-c", "from kehoach.cli import main; main()"],
        cwd=tmp_path,
        env={**os.environ, **asked},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout.split() == ["plain,2026-Q1", "plain,2026-Q2"]


def test_names_that_would_steer_a_terminal_are_shown_harmless() -> None:
    assert terminal.printable("Tho\u0302n \x1b[31mA\u202e\n") == "Thôn ?[31mA?\n"
    painted = terminal.painted("KT-58 a.xlsx: sai\nCòn 2 việc chờ xác nhận: kiem-tra.xlsx")
    assert painted.startswith("\x1b[33mKT-58\x1b[0m a") and "\x1b[33mCòn 2 việc chờ xác nhận\x1b[0m:" in painted


class Clock:
    """Time that goes on as told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_slow_command_says_how_long_it_still_takes() -> None:
    stream, clock = io.StringIO(), Clock()
    line = WaitingLine(stream, clock)
    counter = Counter(line, 40)
    for _ in range(10):
        clock.now += 0.5
        counter.one("đọc biểu quý I")
    line(Step("xuất PDF"))
    line.clear()
    shown = [part.rstrip() for part in stream.getvalue().split("\r")]
    assert "Đang đọc biểu quý I: 10/40, còn khoảng 15 giây …" in shown
    assert shown[-2:] == ["", ""]


def test_a_quick_one_says_nothing() -> None:
    stream, clock = io.StringIO(), Clock()
    line = WaitingLine(stream, clock)
    for _ in range(9):
        clock.now += 0.1
        line(Step("đọc biểu"))
    line.clear()
    assert stream.getvalue() == ""


def test_nothing_but_the_outcome_is_said_into_a_pipe(year: dict[str, subprocess.CompletedProcess[str]]) -> None:
    run = year["2023-Q1"]
    assert run.returncode == 0 and run.stderr == "" and "\x1b" not in run.stdout


@pytest.mark.parametrize(
    ("stopped_by", "code", "said"),
    [
        (UseError("Không có kỳ ấy."), 2, "Không có kỳ ấy."),
        (MachineError("Ổ đĩa đầy.", Path("a")), 4, "Ổ đĩa đầy."),
        (PermissionError(13, "denied", "D:/xa"), 4, "Máy không cho đọc hoặc ghi tệp hoặc thư mục D:/xa (lỗi 13)"),
        (KeyboardInterrupt(), 130, "Đã dừng theo yêu cầu; không có tệp nào ghi dở."),
        (ValueError("lạ"), 3, "không phải lỗi của bạn"),
    ],
)
def test_what_stops_a_command_is_a_sentence_and_a_code(
    stopped_by: BaseException,
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    @click.command()
    def broken() -> None:
        raise stopped_by

    monkeypatch.setattr(sys, "argv", ["kehoach"])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        terminal.run(broken)
    error = capsys.readouterr().err.strip()
    assert stopped.value.code == code and said in error and "\n" not in error
