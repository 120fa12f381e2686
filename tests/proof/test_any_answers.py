"""Whatever villages answer, a report that we compose is never taken for wrong, and can be traced."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import docx
from hypothesis import Phase, given
from hypothesis import strategies as st

from kehoach.assessment.issued import Issued, IssuedTotal, issued_json, read_issued
from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import Content, ContentKind, Section
from kehoach.plan.target import Before, Target
from kehoach.proof.read_back import read_back
from kehoach.proof.trace import trace_document
from kehoach.report.compose import compose_report
from kehoach.report.texts import facts_of, texts_of
from kehoach.word.write import report_document
from tests.examples import examples
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, SECOND, assessed, pattern
from tests.reviewed import Given
from tests.tiny import tiny_plan

SENTENCES = (
    "Có {ho_cn}/{tong_ho} hộ ({ho_cn/tong_ho}), kỳ này {ky: buoi_tt} buổi, từ đầu năm {buoi_tt} buổi.",
    "Kinh phí {kinh_phi} triệu đồng, bình quân {kinh_phi*0,5} triệu; kỳ trước {truoc(ho_dk)} hộ.",
    "{so thon: nvh = 1}/{dem(thon)} thôn có nhà: {ds thon: nvh = 1}.",
    "Đạt {ct1.gia_tri}, {ct1.so_ke_hoach} so với mức {ct1.muc}, {ct1.so_nam_truoc}; còn thiếu {ct1.con_thieu}.",
)
SIGNED = date(2023, 3, 20)
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


def plan_with_everything() -> Plan:
    """Every kind of sentence and every kind of content."""
    plan = tiny_plan()
    patterns = (pattern(f"cau_thu{n}.cau", text) for n, text in enumerate(SENTENCES))
    kinds = (ContentKind.STRENGTHS, ContentKind.SHORTCOMINGS)
    appraised = (Section(f"dg_{n}", 1, f"Đánh giá {n}", (Content(k),), PeriodChoice()) for n, k in enumerate(kinds))
    charts = tuple(Content(ContentKind.CHART, code) for code in ("ct1", "ct2"))
    annex = Section("pl_bd", 0, "Biểu đồ", charts, PeriodChoice())
    return replace(plan, sentences=(*plan.sentences, *patterns), sections=(*plan.sections, *appraised, annex))


@st.composite
def issued(draw: st.DrawFn, plan: Plan) -> tuple[Issued, ...]:
    """What the first quarter's report said when it was signed: anything."""
    elements = draw(st.sets(st.sampled_from([e.code for e in plan.elements.values() if e.kind.is_number])))
    villages = ("T01", "T02", "T03")
    totals = {
        code: IssuedTotal(code, Fraction(draw(COUNTS)), villages[: draw(st.integers(1, 3))], villages)
        for code in sorted(elements)
    }
    record = Issued(plan.issuer.plan_id, Q1, "báo cáo", "BC-BCĐ", draw(st.integers(1, 999)), SIGNED, "0", totals)
    assert read_issued(issued_json(record)) == record
    return (record,) if draw(st.booleans()) else ()


PLAN = plan_with_everything()
EXPRESSIONS = ("ho_cn / tong_ho", "buoi_tt", "ho_dk - truoc(ho_dk)", "cq_dat / dem(co_quan)", "ho_dk / tong_ho")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """The plan with other promises, to be concluded at another time, of numbers that may be estimates."""
    targets = tuple(_promise(draw, target) for target in PLAN.targets)
    periods = tuple(replace(p, is_estimate=draw(st.booleans())) for p in PLAN.periods)
    return replace(PLAN, targets=targets, periods=periods)


def _promise(draw: st.DrawFn, target: Target) -> Target:
    expression = read_expression(draw(st.sampled_from(EXPRESSIONS)))
    share, count = Fraction(draw(st.integers(0, 100)), 100), Fraction(draw(st.integers(0, 2000)))
    return replace(
        target,
        expression=expression,
        comparison=draw(st.sampled_from((">=", ">", "<=", "<", "="))),
        threshold=share if expression.ratio else count,
        measure="%" if expression.ratio else "việc",
        concludes=PeriodChoice(draw(st.sampled_from((("Q1",), ("Q2",), ())))),
        before=draw(st.sampled_from(list(Before))),
        evidence=draw(st.sampled_from(((), ("qd_so",)))),
    )


@given(plans(), answers(FIRST_QUARTER), answers(HALF_YEAR), issued(PLAN), st.sampled_from((Q1, SECOND)), st.booleans())
@examples(10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_our_own_reports_are_never_refused(
    plan: Plan,
    earlier: dict[str, dict[str, Given]],
    now: dict[str, dict[str, Given]],
    signed: tuple[Issued, ...],
    period: str,
    final: bool,
) -> None:
    is_first = period == Q1
    assessment = assessed(earlier if is_first else now, period, plan, earlier, () if is_first else signed)
    report = compose_report(assessment, final)
    read_back(report_document(report), report, assessment)
    trace = trace_document(report, assessment)
    assert len(list(docx.Document(io.BytesIO(trace)).comments)) == sum(len(facts_of(t)) for _, t in texts_of(report))
