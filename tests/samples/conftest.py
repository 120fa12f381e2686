"""What the tests of the sample share."""

from pathlib import Path

import pytest

from kehoach.plan.model import Plan
from samples.make import make_sample
from samples.make import sample_plan as make_plan


@pytest.fixture(scope="session")
def sample_plan() -> Plan:
    return make_plan()


@pytest.fixture(scope="session")
def fresh_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sample was made just now."""
    root = tmp_path_factory.mktemp("moi")
    make_sample(root)
    return root
