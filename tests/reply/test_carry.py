"""A marked form that comes back as it went out says what the first one said: no answer lost, no doubt lost."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.plan.period import Period
from kehoach.submission.inbox import read_inbox
from kehoach.submission.model import State, Submission
from tests.examples import examples
from tests.form.returned import form_of
from tests.reply.inbox import back, send
from tests.tiny import tiny_plan

VILLAGE, OFFICE = ("T01", "2023-Q1"), ("VP", "2023-Q2")
CERTAIN = {"T01": {"tong_ho": 100, "ho_dk": 130}, "VP": {"qd_ngay": "hôm nọ"}}
"""A slip in every example, so that the form goes back."""

anything = st.one_of(
    st.integers(-5, 10**9),
    st.decimals(0, 1000, places=2).map(float),
    st.booleans(),
    st.dates(date(2020, 1, 1), date(2024, 12, 31)),
    st.sampled_from(["12 hộ", "1.234", "1,5", "05", "O5", "86,5%", "-", "không", "không phát sinh", "nt", "có", "x"]),
    st.sampled_from(
        ["khoảng 300", "14/3/2023", "31/2/2023", "đang làm", "đã xong", "=A1", "'12", " 7 ", "#REF!", "1e3"]
    ),
    st.text("aăđ 12,.%-\n", min_size=1, max_size=20),
)


def typed_by(who: tuple[str, str]) -> st.SearchStrategy[dict[str, object]]:
    names = [f.name for f in form_of(who).fields if f.name not in CERTAIN[who[0]]]
    return st.dictionaries(st.sampled_from(names), anything, max_size=16).map(lambda typed: CERTAIN[who[0]] | typed)


def one_read(folder: Path, period: Period) -> Submission:
    [submission] = [s for s in read_inbox(tiny_plan(), period, folder) if s.is_used]
    return submission


@examples(6)
@example((VILLAGE, {**CERTAIN["T01"], "buoi_tt": "=A1", "kinh_phi": "=A1"}))
@given(st.sampled_from([VILLAGE, OFFICE]).flatmap(lambda who: st.tuples(st.just(who), typed_by(who))))
def test_back_and_forth_is_the_same(sent: tuple[tuple[str, str], dict[str, object]]) -> None:
    (unit, code), typed = sent
    period = tiny_plan().period(code)
    with TemporaryDirectory() as root:
        folder = send(Path(root), code, {unit: typed})
        first = one_read(folder.inbox(period), period)
        again = folder.inbox(period) / "lan sau.xlsx"
        [data] = [d for name, d in back(folder, code).items() if name.startswith(unit) and name.endswith(".xlsx")]
        again.write_bytes(data)
        second = one_read(folder.inbox(period), period)
    assert second.file == "lan sau.xlsx" and second.stamp and second.stamp.round == 2
    waiting = [f for f in first.findings if f.open]
    places = {place for f in waiting for place in (f.place, *f.others)}
    doubted = {(v.element, v.subject) for v in first.values if v.place in places}
    values = {(v.element, v.subject): v for v in second.values}
    for value in first.values:
        name = (value.element, value.subject)
        same = (values[name].state, values[name].value) == (value.state, value.value)
        assert same or (name in doubted and values[name].state is State.BLANK), (value, values[name])
    asked = {(f.code, f.element, f.subject) for f in waiting}
    still = {(f.code, f.element, f.subject) for f in second.findings if f.open}
    assert still <= asked
    assert all(values[e, s].state is State.BLANK for _, e, s in asked - still if e)
