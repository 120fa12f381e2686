"""so-lieu.csv: for any program, safe to open in a spreadsheet, the same bytes each time."""

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import CSV_COLUMNS, Dataset
from kehoach.finding import Place
from kehoach.form.model import Stamp
from kehoach.submission.model import DataValue, State, Submission
from kehoach.vi.values import Exact
from tests.examples import examples
from tests.tiny import tiny_plan

PLAN = tiny_plan()
Q1, Q2 = PLAN.periods


def dataset(given: Exact | None, state: State = State.NUMBER, file: str = "T01.xlsx") -> Dataset:
    stamp = Stamp(PLAN.issuer.plan_id, "00001", "2023-Q2", "T01", "VH")
    said = DataValue("tong_ho", "T01", given, state, Place("T01", file, "Số liệu", "C7"))
    return merge_submissions(PLAN, Q2, [Submission(file, stamp, (said,))])


def rows(written: Dataset) -> list[dict[str, str]]:
    data = dataset_csv(written)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("value", "state", "shown"),
    [
        (1119, State.NUMBER, "1119"),
        (0, State.NUMBER, "0"),
        (Decimal("12.50"), State.NUMBER, "12.50"),
        (Decimal("1E+3"), State.NUMBER, "1000"),
        (Fraction(173, 200), State.NUMBER, "0.865"),
        (Fraction(1), State.NUMBER, "1"),
        (Fraction(1, 3), State.NUMBER, "0.333333333333333"),
        (Fraction(10**15, 7), State.NUMBER, "142857142857142.857142857142857"),
        (date(2023, 3, 5), State.DATE, "2023-03-05"),
        ("Chưa tốt, còn “chậm”", State.TEXT, "Chưa tốt, còn “chậm”"),
        (None, State.BLANK, ""),
        (None, State.NIL, ""),
        (None, State.SET_ASIDE, ""),
    ],
)
def test_each_kind_of_value(value: Exact | None, state: State, shown: str) -> None:
    [row] = rows(dataset(value, state))
    assert tuple(row) == CSV_COLUMNS
    assert (row["period"], row["unit"], row["element"], row["value"], row["state"]) == (
        "2023-Q2",
        "T01",
        "tong_ho",
        shown,
        state.value,
    )
    assert (row["file"], row["sheet"], row["cell"]) == ("T01.xlsx", "Số liệu", "C7")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_never_starts_a_formula(start: str) -> None:
    [row] = rows(dataset(f"{start}cmd|' /C calc'!A0", State.TEXT, file=f"{start}tep.xlsx"))
    assert row["value"].startswith("'") and row["file"].startswith("'")


@examples(25)
@given(st.text())
def test_any_text_comes_back_but_for_its_guard(text: str) -> None:
    [row] = rows(dataset(text, State.TEXT))
    assert row["value"].removeprefix("'") == text.encode("utf-8", "replace").decode().removeprefix("'")


def test_only_the_period_itself_is_written() -> None:
    first = merge_submissions(PLAN, Q1, dataset(1).submissions)
    later = merge_submissions(PLAN, Q2, [], [first])
    assert (rows(first)[0]["period"], rows(later)) == ("2023-Q1", [])
