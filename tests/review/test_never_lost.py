"""Whatever the officer answered and whatever the units sent: no answer is lost, and nothing is changed in place."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach.dataset.model import Dataset
from kehoach.finding import Answer
from kehoach.review.columns import stored_key
from kehoach.review.model import OfficerAnswer
from kehoach.review.review import review_dataset
from kehoach.submission.model import State
from tests.examples import examples
from tests.review.frames import FIRST, UNITS, Given, dataset
from tests.tiny import tiny_plan

PLAN = tiny_plan()
NAMES = [("tong_ho", "T01"), ("ho_dk", "T01"), ("ho_cn", "T01"), ("ho_dk", "T02"), ("qd_so", "X"), ("uu_diem", "d1")]

values = st.one_of(st.integers(0, 200), st.none(), st.sampled_from([State.NIL, State.UNREADABLE, State.SET_ASIDE]))
sent = st.dictionaries(st.sampled_from(NAMES), values, max_size=6)
datasets = st.tuples(sent, sent, st.sets(st.sampled_from(UNITS), max_size=2))
replies = st.tuples(st.sampled_from([None, *Answer]), st.sampled_from(["", "95", "12/QĐ-UBND", "khoảng 9", "0"]))


def built(now: dict[tuple[str, str], Given], before: dict[tuple[str, str], Given], missing: set[str]) -> Dataset:
    return dataset(PLAN, "2023-Q2", {**FIRST, **now}, {"2023-Q1": {**FIRST, **before}}, tuple(sorted(missing)))


@examples(15)
@given(datasets, st.lists(replies, min_size=8, max_size=8))
def test_every_answer_is_in_force_spent_or_unfinished(
    made: tuple[dict[tuple[str, str], Given], dict[tuple[str, str], Given], set[str]],
    chosen: list[tuple[Answer | None, str]],
) -> None:
    data = built(*made)
    copy = data.by_value.copy(deep=True)
    questions = dict.fromkeys([*(f.key for f in review_dataset(PLAN, data).findings), "KT-58|T09|ho_dk|T09|1"])
    answers = [OfficerAnswer(key, *reply) for key, reply in zip(questions, chosen, strict=False)]
    review = review_dataset(PLAN, data, answers)
    told = sorted(a.key for a in (*review.answers, *review.spent, *review.unfinished))
    assert told == sorted({stored_key(a.key) for a in answers})
    assert data.by_value.equals(copy)
    turned = review_dataset(PLAN, data, answers[::-1])
    assert (turned.findings, turned.answers, turned.spent) == (review.findings, review.answers, review.spent)


@examples(15)
@given(datasets)
def test_what_an_open_question_names_is_not_used(
    made: tuple[dict[tuple[str, str], Given], dict[tuple[str, str], Given], set[str]],
) -> None:
    review = review_dataset(PLAN, built(*made))
    rows = review.accepted.by_value.query("period == '2023-Q2'")
    for finding in review.open:
        named = rows[(rows["element"] == finding.element) & (rows["unit"] == finding.subject)]
        assert set(named["value"]) <= {None}
    assert len({(f.element, f.subject) for f in review.open if f.element}) == sum(1 for f in review.open if f.element)
