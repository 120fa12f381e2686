"""Options and fixtures that all tests share."""

import contextlib
import gc
import importlib
import io
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

import kehoach
from kehoach import terminal
from kehoach.cli import commands
from samples.make import make_sample
from tests.examples import examples

settings.register_profile("house", examples(50))
settings.load_profile("house")
"""A busy machine is slow now and then; how long things may take is tested elsewhere."""

for module in pkgutil.walk_packages(kehoach.__path__, "kehoach."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""Hypothesis tries the constants of the modules in memory: all of them, or the same seed gives other examples."""

ROOT = Path(__file__).parent.parent
SECOND = ROOT / "samples" / "van-thuong"
QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--expect", action="store_true", help="write the expected texts anew instead of comparing")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """What is made once a session is made by one worker alone: all that use it go there.

    What stands in memory by now stays to the end, and need not be walked again each time garbage is collected; what
    comes is looked through as often as in a run of the program.
    """
    gc.freeze()
    gc.set_threshold(20_000)
    for item in items:
        for fixture in ("year", "built_once"):
            if fixture in item.fixturenames:
                item.add_marker(pytest.mark.xdist_group(fixture))


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample commune's working folder that a test may build in."""
    root = tmp_path_factory.mktemp("mau")
    shutil.copytree(ROOT / "input_templates", root / "input_templates")
    return root


@pytest.fixture(scope="session")
def second_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second sample's folder, made just now; only its own tests build in it, others copy it."""
    root = tmp_path_factory.mktemp("van-thuong")
    make_sample(root, SECOND)
    return root


def kehoach(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line in a working folder."""
    return command_line(*words, "-C", str(folder))


def command_line(*words: str) -> subprocess.CompletedProcess[str]:
    """`kehoach` and these words, from reading them to the exit code, within this process."""
    told, warned = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(warned), pytest.raises(SystemExit) as left:
        terminal.run(commands, words)
    return subprocess.CompletedProcess(words, int(str(left.value.code)), told.getvalue(), warned.getvalue())


def kehoach_process(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The same as the officer runs it: a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *words, "-C", str(folder)], capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="session")
def year(sample_folder: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """All four quarters of the sample built once, the last one as the officer does."""
    *before, last = QUARTERS
    built = {quarter: kehoach(sample_folder, "build", "-p", quarter) for quarter in before}
    return {**built, last: kehoach_process(sample_folder, "build", "-p", last)}


@pytest.fixture
def own_sample_folder(tmp_path: Path) -> Path:
    """The same for one test alone, which may change it."""
    shutil.copytree(ROOT / "input_templates", tmp_path / "input_templates")
    return tmp_path
