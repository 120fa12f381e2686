"""Whatever villages answer, a report that we compose is never taken for wrong, and can be traced."""

import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import docx
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kehoach.proof.read_back import facts_of, read_back, texts_of
from kehoach.proof.trace import trace_document
from kehoach.report.compose import compose_report
from kehoach.word.write import report_document
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, assessed, pattern
from tests.reviewed import Given
from tests.tiny import tiny_plan

SENTENCES = (
    "Có {ho_cn}/{tong_ho} hộ ({ho_cn/tong_ho}), kỳ này {ky: buoi_tt} buổi, từ đầu năm {buoi_tt} buổi.",
    "Kinh phí {kinh_phi} triệu đồng, bình quân {kinh_phi*0,5} triệu; kỳ trước {truoc(ho_dk)} hộ.",
    "{so thon: nvh = 1}/{dem(thon)} thôn có nhà: {ds thon: nvh = 1}.",
    "Đạt {ct1.gia_tri}, {ct1.so_ke_hoach} so với mức {ct1.muc}, {ct1.so_nam_truoc}; còn thiếu {ct1.con_thieu}.",
)
COUNTS = st.integers(0, 3000)
NUMBERS: dict[str, st.SearchStrategy[Given]] = {
    "tong_ho": COUNTS,
    "ho_dk": COUNTS,
    "ho_cn": COUNTS,
    "buoi_tt": st.integers(0, 40),
    "kinh_phi": st.decimals(0, 9999, places=3).map(Decimal),
    "nvh": st.integers(0, 1),
}
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)


@st.composite
def answers(draw: st.DrawFn, asked: Mapping[str, Mapping[str, Given]]) -> dict[str, dict[str, Given]]:
    """Other numbers, other words, and here and there none."""
    given_: dict[str, dict[str, Given]] = {}
    for element, values in asked.items():
        told = NUMBERS.get(element, WORDS if element in ("uu_diem", "minh_chung", "qd_so") else None)
        kept = [subject for subject in values if draw(st.integers(0, 5))]
        given_[element] = {s: values[s] if told is None else draw(told) for s in kept}
    return given_


def plan_with_sentences() -> object:
    plan = tiny_plan()
    patterns = (pattern(f"cau_thu{n}.cau", text) for n, text in enumerate(SENTENCES))
    return replace(plan, sentences=(*plan.sentences, *patterns))


@given(answers(FIRST_QUARTER), answers(HALF_YEAR), st.booleans())
@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_our_own_reports_are_never_refused(
    earlier: dict[str, dict[str, Given]], now: dict[str, dict[str, Given]], final: bool
) -> None:
    assessment = assessed(now, plan=plan_with_sentences(), earlier=earlier)  # type: ignore[arg-type]
    report = compose_report(assessment, final)
    read_back(report_document(report), report, assessment)
    trace = trace_document(report, assessment)
    assert len(list(docx.Document(io.BytesIO(trace)).comments)) == sum(len(facts_of(t)) for _, t in texts_of(report))
