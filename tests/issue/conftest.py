"""A small commune's working folder with both reports built, to issue from."""

import shutil
from pathlib import Path

import pytest

from kehoach.commands import build
from kehoach.plan.write import plan_workbook
from kehoach.review.proxy import proxy_workbook
from tests.faults.commune import GOOD, Commune
from tests.tiny import tiny_plan

FIRST, SECOND = "2023-Q1", "2023-Q2"
_THIRD = {"tong_ho": 80, "ho_dk": 70, "buoi_tt": 3, "kinh_phi": 5, "nvh": "có"}
_OTHERS = {"T03": _THIRD, "C01": {"cq_dat": "có"}, "C02": {"cq_dat": "có"}}
WHOLE = {FIRST: {**GOOD[FIRST], **_OTHERS}, SECOND: {**GOOD[SECOND], **_OTHERS}}
"""What everybody sends in both quarters."""


def built(root: Path, period: str) -> str:
    return build.run(root, period, None, None, False, False, False, None, lambda _: None).text


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ban-hanh")
    Commune(root / "input_templates", tiny_plan(), WHOLE)
    (root / "input_templates" / "ke-hoach.xlsx").write_bytes(plan_workbook(tiny_plan()))
    (root / "input_templates" / "nhap-ho.xlsx").write_bytes(proxy_workbook(tiny_plan()))
    built(root, FIRST)
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    """The same for one test alone, which may change it."""
    shutil.copytree(built_once, tmp_path / "Xã Thử 2023")
    return tmp_path / "Xã Thử 2023"
