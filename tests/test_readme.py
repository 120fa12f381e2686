"""The README and the docs show only what the program says: their commands are run in order, in an empty folder.

A block fenced `console` is run: `$ ` begins a command, the lines below are what it says, a line of `…` stands for any
number of lines. Blocks fenced `sh` are read for names and options
alone; whatever cannot be tried here (Windows) is fenced `bat`.
"""

import os
import re
import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import commands
from tests.conftest import ROOT, command_line
from tests.hands import HANDS

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
README = TEXTS["README.md"]
STEP = re.compile(r"<!-- tay: (.+?) -->|^```console\n(.*?)^```", re.M | re.S)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
_ANY = "…"


def _steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """What is done by hand ("tay: …", []), and each command with what it is said to say."""
    for step in STEP.finditer(text):
        if step[1]:
            yield f"tay: {step[1]}", []
            continue
        lines = step[2].splitlines()
        assert lines[0].startswith("$ "), lines[0]
        for number, line in enumerate(lines):
            if line.startswith("$ "):
                yield line.removeprefix("$ "), list(takewhile(lambda o: not o.startswith("$ "), lines[number + 1 :]))


RUN = {name: steps for name, text in TEXTS.items() if (steps := list(_steps(text)))}


@pytest.mark.parametrize("page", RUN)
def test_what_is_shown_is_what_is_seen(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command, shown in RUN[page]:
        if command.startswith("tay: "):
            HANDS[command.removeprefix("tay: ")]()
        else:
            _run(command, shown)
    named = re.findall(r"`((?:input_templates|output)/[^`*…]*\d[^`*…]*)`", TEXTS[page])
    assert [path for path in named if not Path(path).exists()] == []


def _run(command: str, shown: list[str]) -> None:
    program, *words = shlex.split(command, comments=True)
    if program == "cd":
        os.chdir(words[0])
        return
    assert program == "kehoach", command
    said = _menu(words) if words[0] == "menu" else _said(words, is_shown=bool(shown))
    assert _fits(said, shown), f"$ {command}\n{said}"


def _said(words: list[str], is_shown: bool) -> str:
    done = command_line(*words)
    assert done.returncode in ((0, 1, 2) if is_shown else (0, 1)), done.stderr
    return done.stdout + done.stderr


def _menu(words: list[str]) -> str:
    return CliRunner().invoke(commands, words, input="0\n").output


def _fits(said: str, shown: list[str]) -> bool:
    """Whether the lines said are those shown, where those of `…` stand for any. Nothing shown fits everything."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == _ANY else re.escape(line.rstrip()) + r" *\n" for line in shown)
    return not shown or bool(re.fullmatch(pattern, said.rstrip() + "\n"))


def test_a_line_more_or_less_is_noticed() -> None:
    assert _fits("a\nb\nc\n", ["a", "…", "c"]) and _fits("a\nb\n", ["a", "b"])
    assert not _fits("a\nb\nc\n", ["a", "c"]) and not _fits("a\n", ["a", "b"]) and not _fits("a\nb\n", ["a"])


def test_there_is_something_to_run() -> None:
    assert {"README.md", "tu-ke-hoach-den-bao-cao.md"} <= set(RUN)
    assert all(any(shown for _, shown in steps) for steps in RUN.values())


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in commands.commands if f"kehoach {name}" not in README] == []


@pytest.mark.parametrize("page", TEXTS)
def test_every_command_named_is_one(page: str) -> None:
    """With options that it has, also where it is not run."""
    blocks = [body for kind, body in FENCED.findall(TEXTS[page]) if kind in ("sh", "bat")]
    lines = [line for block in blocks for line in block.splitlines()]
    for line in [*lines, *re.findall(r"`(kehoach [^`…]+)`", TEXTS[page])]:
        program, *words = shlex.split(line, comments=True) or [""]
        if program == "kehoach" and not words[0].startswith("-"):
            name, *words = words
            known = {o for p in commands.commands[name].params for o in p.opts} | {"--help", "-h"}
            assert {w for w in words if w.startswith("-")} <= known, line


@pytest.mark.parametrize("page", TEXTS)
def test_every_make_target_named_exists(page: str) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", TEXTS[page], re.M)) <= {
        pair for t in targets for pair in ((t, ""), ("", t))
    }


@pytest.mark.parametrize("page", TEXTS)
def test_every_file_linked_is_there(page: str) -> None:
    linked = re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", TEXTS[page])
    assert [name for name in linked if not ((ROOT / "docs" if page != "README.md" else ROOT) / name).exists()] == []


def test_every_page_and_picture_is_reached_from_the_readme() -> None:
    reached = "".join(TEXTS.values())
    files = [path.name for path in (ROOT / "docs").iterdir()]
    assert [name for name in files if name not in reached] == []
    assert [name for name in TEXTS if name != "README.md" and f"docs/{name}" not in README] == []
