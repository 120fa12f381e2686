"""A commune in which everything is as it should be."""

from pathlib import Path

import pytest

from tests.faults.commune import Commune


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return Commune(tmp_path)
