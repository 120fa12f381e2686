"""Options and fixtures that all tests share."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--expect", action="store_true", help="write the expected texts anew instead of comparing")


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample commune's working folder that a test may build in."""
    root = tmp_path_factory.mktemp("mau")
    shutil.copytree(ROOT / "input_templates", root / "input_templates")
    return root


@pytest.fixture
def own_sample_folder(tmp_path: Path) -> Path:
    """The same for one test alone, which may change it."""
    shutil.copytree(ROOT / "input_templates", tmp_path / "input_templates")
    return tmp_path
