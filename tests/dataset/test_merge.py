"""All that was said, in one table: who counts, what is set aside, who is missing; silence never becomes a number."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import COLUMNS, ELEMENT, PERIOD, STATE, SUPPLIER, UNIT, VALUE, Dataset
from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.form.model import Stamp
from kehoach.submission.model import Change, DataValue, State, Submission
from kehoach.vi.values import Exact
from tests.examples import examples
from tests.tiny import tiny_plan

PLAN = tiny_plan()
Q1, Q2 = PLAN.periods


def value(
    element: str, subject: str, given: Exact | State | None, unit: str = "", file: str = "", cell: str = "C7"
) -> DataValue:
    place = Place(unit or subject, file or f"{unit or subject}.xlsx", "Số liệu", cell)
    if isinstance(given, State) or given is None:
        return DataValue(element, subject, None, given or State.BLANK, place)
    return DataValue(element, subject, given, State.NUMBER, place, str(given))


def sent(unit: str, *values: DataValue, **more: object) -> Submission:
    stamp = Stamp(PLAN.issuer.plan_id, "00001", "2023-Q2", unit, "VH")
    file = values[0].place.file if values else f"{unit}.xlsx"
    return replace(Submission(file, stamp, values), **more)  # type: ignore[arg-type]


def told(dataset: Dataset, period: str = "2023-Q2") -> dict[tuple[str, str, str], tuple[str, object]]:
    return {
        (r[ELEMENT], r[UNIT], r[SUPPLIER]): (r[STATE], r[VALUE])
        for r in dataset.by_value.to_dict("records")
        if r[PERIOD] == period
    }


def codes(dataset: Dataset) -> list[str]:
    return [f.code for f in dataset.findings]


def test_one_row_a_value_with_its_place_and_exact_kind() -> None:
    dataset = merge_submissions(
        PLAN, Q2, [sent("T01", value("tong_ho", "T01", 100), value("kinh_phi", "T01", Decimal("1.5")))]
    )
    assert tuple(dataset.by_value.columns) == COLUMNS
    rows = dataset.by_value.to_dict("records")
    assert [(r[VALUE], type(r[VALUE])) for r in rows] == [(100, int), (Decimal("1.5"), Decimal)]
    assert (rows[0]["file"], rows[0]["sheet"], rows[0]["cell"], rows[0][SUPPLIER]) == (
        "T01.xlsx",
        "Số liệu",
        "C7",
        "T01",
    )


def test_nobody_s_submission_is_an_empty_table_with_all_columns() -> None:
    dataset = merge_submissions(PLAN, Q2, [])
    assert dataset.by_value.empty and tuple(dataset.by_value.columns) == COLUMNS
    assert dataset.reception.missing == ("T01", "T02", "T03", "C01", "C02", "VP")
    assert dataset.on_file == ()


def test_received_are_those_with_a_used_filled_file() -> None:
    dataset = merge_submissions(
        PLAN,
        Q2,
        [
            sent("T01", value("tong_ho", "T01", 100)),
            sent("T02", is_empty=True),
            sent("T03", value("tong_ho", "T03", 80), is_used=False),
            Submission("anh.jpg", None, is_used=False),
        ],
    )
    assert dict(dataset.reception.received) == {"T01": "T01.xlsx"}
    assert dataset.reception.missing == ("T02", "T03", "C01", "C02", "VP")
    assert [s.file for s in dataset.submissions] == ["T01.xlsx", "T02.xlsx", "T03.xlsx", "anh.jpg"]


def test_a_unit_gone_at_the_cutoff_is_not_expected() -> None:
    gone = replace(PLAN, units=tuple(replace(u, until=Q1.cutoff) if u.code == "T03" else u for u in PLAN.units))
    assert "T03" in merge_submissions(gone, Q1, []).reception.expected
    assert "T03" not in merge_submissions(gone, Q2, []).reception.expected


def test_the_first_supplier_counts_and_the_difference_is_listed() -> None:
    office, village = sent("VP", value("ho_cn", "T01", 80, "VP")), sent("T01", value("ho_cn", "T01", 90))
    dataset = merge_submissions(PLAN, Q2, [village, office])
    assert told(dataset) == {("ho_cn", "T01", "VP"): ("number", 80), ("ho_cn", "T01", "T01"): ("set aside", None)}
    [listed] = dataset.findings
    assert (listed.code, listed.severity, listed.open, listed.place.unit) == ("KT-102", Severity.LOOK, False, "T01")
    assert "ghi 90" in listed.say and "ghi 80" in listed.say


def test_suppliers_that_agree_are_not_mentioned() -> None:
    dataset = merge_submissions(
        PLAN, Q2, [sent("VP", value("ho_cn", "T01", 80, "VP")), sent("T01", value("ho_cn", "T01", 80))]
    )
    assert codes(dataset) == []


def test_where_the_holder_is_silent_the_other_supplier_counts() -> None:
    dataset = merge_submissions(
        PLAN, Q2, [sent("VP", value("ho_cn", "T01", None, "VP")), sent("T01", value("ho_cn", "T01", 90))]
    )
    assert told(dataset) == {("ho_cn", "T01", "T01"): ("number", 90)}
    assert codes(dataset) == []


def test_where_the_holder_cannot_be_read_nobody_steps_in() -> None:
    dataset = merge_submissions(
        PLAN, Q2, [sent("VP", value("ho_cn", "T01", State.UNREADABLE, "VP")), sent("T01", value("ho_cn", "T01", 90))]
    )
    assert told(dataset) == {("ho_cn", "T01", "VP"): ("unreadable", None), ("ho_cn", "T01", "T01"): ("set aside", None)}


def test_a_doubt_about_a_value_that_does_not_count_is_not_asked() -> None:
    mine, theirs = value("ho_cn", "T01", 90), value("ho_cn", "T01", 80, "VP")
    doubt = Finding("KT-45", Severity.CONFIRM, mine.place, "~90", "?", "", "ho_cn", "T01", open=True)
    village = sent("T01", mine, findings=(doubt,))
    assert codes(merge_submissions(PLAN, Q2, [village])) == ["KT-45"]
    assert codes(merge_submissions(PLAN, Q2, [village, sent("VP", theirs)])) == ["KT-102"]


def test_what_was_typed_in_overrides_the_file_and_asks_where_they_differ() -> None:
    typed = replace(value("tong_ho", "T01", 101, file="nhap-ho.xlsx", cell="E5"), source="nhập hộ")
    dataset = merge_submissions(PLAN, Q2, [sent("T01", value("tong_ho", "T01", 100))], typed_in=[typed])
    rows = dataset.by_value.to_dict("records")
    assert [(r[VALUE], r[STATE], r["file"]) for r in rows] == [
        (101, "number", "nhap-ho.xlsx"),
        (None, "set aside", "T01.xlsx"),
    ]
    [question] = dataset.findings
    assert (question.code, question.open, question.answers[0]) == ("KT-108", True, Answer.KEEP)
    assert question.place.file == "nhap-ho.xlsx"
    assert dataset.reception.received["T01"] == "T01.xlsx"


def test_what_was_typed_in_under_another_unit_is_asked_too() -> None:
    typed = replace(value("tong_ho", "T01", 5, "T02", "nhap-ho.xlsx"), source="nhập hộ")
    dataset = merge_submissions(PLAN, Q2, [sent("T01", value("tong_ho", "T01", 100))], typed_in=[typed])
    assert [(f.code, f.open) for f in dataset.findings] == [("KT-108", True)]


def test_what_was_typed_in_alone_is_a_report() -> None:
    typed = replace(value("tong_ho", "T02", 120, file="nhap-ho.xlsx"), source="nhập hộ")
    dataset = merge_submissions(PLAN, Q2, [sent("T01", value("tong_ho", "T01", None))], typed_in=[typed])
    assert dict(dataset.reception.received) == {"T01": "T01.xlsx", "T02": "nhap-ho.xlsx"}
    assert codes(dataset) == []


def test_what_was_typed_in_fills_a_blank_without_a_question() -> None:
    typed = replace(value("tong_ho", "T01", 101, file="nhap-ho.xlsx"), source="nhập hộ")
    dataset = merge_submissions(PLAN, Q2, [sent("T01", value("tong_ho", "T01", None))], typed_in=[typed])
    assert told(dataset) == {("tong_ho", "T01", "T01"): ("number", 101)}
    assert codes(dataset) == []


def test_a_village_by_telephone_does_not_overrule_who_holds_the_papers() -> None:
    typed = replace(value("ho_cn", "T01", 90, file="nhap-ho.xlsx"), source="nhập hộ")
    dataset = merge_submissions(PLAN, Q2, [sent("VP", value("ho_cn", "T01", 80, "VP"))], typed_in=[typed])
    assert told(dataset)["ho_cn", "T01", "VP"] == ("number", 80)
    assert codes(dataset) == ["KT-102"]


def test_of_an_unused_file_only_what_is_said_of_the_file_remains() -> None:
    place = Place("T01", "T01.xlsx")
    about = (
        Finding("KT-65", Severity.CONFIRM, place, "", "?", "", open=True),
        Finding(
            "KT-45", Severity.CONFIRM, Place("T01", "T01.xlsx", "S", "C7"), "~1", "?", "", "tong_ho", "T01", open=True
        ),
        Finding("KT-45", Severity.NOTED, place, "", "?", ""),
    )
    change = Change(place, "1 hộ", "1", "")
    unused = sent("T01", value("tong_ho", "T01", 100), findings=about, changes=(change,), is_used=False)
    dataset = merge_submissions(PLAN, Q2, [unused])
    assert (codes(dataset), dataset.changes) == (["KT-65"], ())
    assert dataset.by_value.empty


def test_earlier_periods_come_once_each() -> None:
    first = merge_submissions(PLAN, Q1, [sent("T01", value("buoi_tt", "T01", 2))])
    second = merge_submissions(PLAN, Q2, [sent("T01", value("buoi_tt", "T01", 3))], [first])
    third = merge_submissions(PLAN, replace(Q2, code="2023-Q3"), [], [first, second])
    assert list(third.by_value[PERIOD]) == ["2023-Q1", "2023-Q2"]
    assert list(third.by_value[VALUE]) == [2, 3]
    assert third.on_file == ("2023-Q1", "2023-Q2")
    assert set(third.receptions) == {"2023-Q1", "2023-Q2", "2023-Q3"}


SAID = st.sampled_from([State.BLANK, State.NIL, State.NOT_ASKED, State.UNREADABLE, State.SET_ASIDE, 0, 7, 100])
ONE = st.tuples(st.sampled_from(["tong_ho", "ho_cn", "buoi_tt"]), st.sampled_from(["T01", "T02", "T03"]), SAID)


@st.composite
def inboxes(draw: st.DrawFn) -> list[Submission]:
    """What three villages and the office may have said, each at most once about each thing."""
    found = []
    for unit in ("T01", "T02", "T03", "VP"):
        given = draw(st.lists(ONE, max_size=5, unique_by=lambda one: one[:2]))
        mine = [value(e, s if unit == "VP" else unit, v, unit) for e, s, v in given]
        by_name = {(v.element, v.subject): v for v in mine}
        if by_name:
            found.append(sent(unit, *by_name.values()))
    return found


@examples(25)
@given(inboxes(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(inbox: list[Submission], chance) -> None:
    shuffled = list(inbox)
    chance.shuffle(shuffled)
    one, other = merge_submissions(PLAN, Q2, inbox), merge_submissions(PLAN, Q2, shuffled)
    assert one.by_value.equals(other.by_value)
    assert (one.findings, one.reception, one.submissions) == (other.findings, other.reception, other.submissions)
    assert dataset_csv(one) == dataset_csv(other)


@examples(25)
@given(inboxes())
def test_silence_never_becomes_zero_and_nothing_said_is_lost(inbox: list[Submission]) -> None:
    dataset = merge_submissions(PLAN, Q2, inbox)
    said = {(v.element, v.subject): [] for s in inbox for v in s.values}
    for v in (v for s in inbox for v in s.values):
        said[v.element, v.subject].append(v)
    rows = dataset.by_value.to_dict("records")
    assert {(r[ELEMENT], r[UNIT]) for r in rows} == set(said)
    for name, values in said.items():
        counting = [r for r in rows if (r[ELEMENT], r[UNIT]) == name and r[STATE] != "set aside"]
        assert len(counting) <= 1
        for row in counting:
            assert (row[STATE], row[VALUE]) in {(v.state.value, v.value) for v in values}
