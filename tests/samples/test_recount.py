"""The sample year counted again over openpyxl agrees with the CSV, the JSON and the words of the report."""

import csv
import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import QUARTERS, kehoach
from tests.documents import plain_text
from tests.samples.recount import Counted, nil_of, numbers_of, senders_of, totals_of

SLIP = ("ho_dk", "T03")
WAITING = {"2023-Q3": ["T03", "T07"], "2023-Q4": ["C05"]}


@pytest.fixture(scope="module")
def told(built: Path) -> dict[str, dict[str, Any]]:
    """The quarters in which something waits, checked again in JSON."""
    done = {quarter: kehoach(built, "check", "-p", quarter, "--json") for quarter in WAITING}
    assert [d.returncode for d in done.values()] == [1, 1], [d.stderr for d in done.values()]
    return {quarter: json.loads(d.stdout) for quarter, d in done.items()}


@pytest.fixture(scope="module")
def built(year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path) -> Path:
    assert [year[quarter].returncode for quarter in QUARTERS] == [0, 0, 1, 1]
    return sample_folder


def table(folder: Path, quarter: str) -> list[dict[str, str]]:
    text = (folder / "output" / quarter / "so-lieu.csv").read_text(encoding="utf-8-sig")
    return [row for row in csv.DictReader(text.splitlines()) if row["period"] == quarter]


def inbox(folder: Path, quarter: str) -> Path:
    return folder / "input_templates" / quarter


def dotted(number: Decimal | int) -> str:
    return f"{int(number):,}".replace(",", ".")


@pytest.mark.parametrize("quarter", QUARTERS)
def test_every_number_of_the_csv_is_one_that_was_typed(quarter: str, built: Path) -> None:
    numbers: Counted = {
        (r["element"], r["unit"]): Decimal(r["value"]) for r in table(built, quarter) if r["state"] == "number"
    }
    typed = numbers_of(inbox(built, quarter))
    if quarter == "2023-Q3":
        assert typed.pop(SLIP) == 312
    assert numbers == typed


@pytest.mark.parametrize("quarter", QUARTERS)
def test_none_in_this_period_stays_apart_from_zero_and_silence(quarter: str, built: Path) -> None:
    nil = {(r["element"], r["unit"]) for r in table(built, quarter) if r["state"] == "nil"}
    assert nil == nil_of(inbox(built, quarter))


def test_the_json_names_those_who_sent(told: dict[str, dict[str, Any]], built: Path) -> None:
    for quarter, shown in told.items():
        assert {u["unit"] for u in shown["units"] if u["file"]} == senders_of(inbox(built, quarter)), quarter


def test_the_open_questions_of_the_year_are_three(told: dict[str, dict[str, Any]]) -> None:
    assert {q: sorted(f["unit"] for f in shown["findings"] if f["open"]) for q, shown in told.items()} == WAITING


@pytest.mark.parametrize(
    ("quarter", "part", "whole"),
    [
        ("2023-Q1", "ho_dk", "tong_ho"),
        ("2023-Q2", "ho_dk", "tong_ho"),
        ("2023-Q4", "ho_cn", "tong_ho"),
        ("2023-Q4", "nguoi_tham_gia", "tong_khau"),
    ],
)
def test_the_report_prints_the_recounted_parts_of_the_whole(quarter: str, part: str, whole: str, built: Path) -> None:
    totals = totals_of(inbox(built, quarter))
    report = plain_text(built / "output" / quarter / "bao-cao.docx")
    assert f"{dotted(totals[part])}/{dotted(totals[whole])}" in report


def test_flows_of_the_year_report_are_the_four_quarters_together(built: Path) -> None:
    report = plain_text(built / "output" / "2023-Q4" / "bao-cao.docx")
    flows = {e: sum(totals_of(inbox(built, q))[e] for q in QUARTERS) for e in ("van_ban", "tin_bai", "luot_phat")}
    assert f"đã ban hành {dotted(flows['van_ban'])} văn bản" in report
    assert f"{dotted(flows['tin_bai'])} tin, bài" in report
    assert f"{dotted(flows['luot_phat'])} lượt" in report
