"""The README shows only what the program says."""

import re
import subprocess
from pathlib import Path

import pytest

from kehoach.cli import commands
from tests.conftest import ROOT, kehoach

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = [block.split("\n", 1) for block in re.findall(r"```console\n\$ kehoach ([^\n]*-p 2023[^`]*)```", README)]


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_output_shown_is_output_seen(
    command: str, output: str, sample_folder: Path, year: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    assert year["2023-Q4"].returncode == 1
    said = kehoach(sample_folder, *command.split()).stdout
    shown = output.partition("    …\n")[0]
    assert said.startswith(shown) and shown.count("\n") >= 5


def test_there_are_outputs_to_compare() -> None:
    assert len(SHOWN) == 2


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in commands.commands if f"kehoach {name}" not in README] == []


def test_every_make_target_of_the_readme_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"`?make ([a-z]+)", README)) - {"help"} <= set(targets)


def test_every_file_of_the_readme_exists() -> None:
    linked = re.findall(r"\]\(([^):]+)\)", README)
    assert [name for name in linked if not (ROOT / name).exists()] == []
