"""Who is asked what, when: only what somebody will print, add up or check."""

from dataclasses import replace
from datetime import date

from kehoach.plan.element import Nature
from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.needs import asked_elements, flow_start, needed_codes
from kehoach.plan.period import Period, PeriodChoice
from kehoach.plan.section import SentencePattern
from tests.tiny import ALL, Q2, element, tiny_plan

PLAN = tiny_plan()
Q1_PERIOD, Q2_PERIOD = PLAN.periods


def asked(plan: Plan, unit: str, period: Period) -> list[str]:
    return [e.code for e in asked_elements(plan, plan.unit(unit), period)]


def with_more(*codes: str, **changes: object) -> Plan:
    extra = {code: element(code, code, nature=Nature.FLOW) for code in codes}
    return replace(PLAN, elements={**PLAN.elements, **extra}, **changes)  # type: ignore[arg-type]


def sentence(text: str, periods: PeriodChoice = ALL, section: str = "chi_dao") -> SentencePattern:
    return SentencePattern("them", section, text, periods)


def test_each_unit_is_asked_its_own_in_the_order_of_the_sheet() -> None:
    assert asked(PLAN, "T01", Q1_PERIOD) == ["tong_ho", "ho_dk", "buoi_tt", "kinh_phi", "nvh"]
    assert asked(PLAN, "T01", Q2_PERIOD) == ["tong_ho", "ho_dk", "ho_cn", "buoi_tt", "kinh_phi", "nvh"]
    assert asked(PLAN, "C01", Q1_PERIOD) == ["cq_dat"]
    assert asked(PLAN, "VP", Q1_PERIOD) == ["van_ban", "trang_thai", "minh_chung", "uu_diem"]
    assert asked(PLAN, "VP", Q2_PERIOD)[:4] == ["ho_cn", "van_ban", "qd_so", "qd_ngay"]
    assert asked(PLAN, "X", Q2_PERIOD) == []


def test_suppliers_may_be_a_unit_or_a_kind() -> None:
    for suppliers, units in (
        (("T02",), ["T02"]),
        (("co_quan", "T03"), ["T03", "C01", "C02"]),
        ((), ["T01", "T02", "T03"]),
    ):
        plan = replace(PLAN, elements={**PLAN.elements, "nvh": replace(PLAN.elements["nvh"], suppliers=suppliers)})
        assert [u.code for u in plan.units if "nvh" in asked(plan, u.code, Q1_PERIOD)] == units


def test_what_nobody_needs_is_not_asked() -> None:
    plan = with_more("thua")
    assert "thua" not in asked(plan, "T01", Q1_PERIOD)
    assert "thua" in asked(replace(plan, sentences=(*plan.sentences, sentence("{thua}"))), "T01", Q1_PERIOD)


def test_a_section_switched_off_asks_for_nothing() -> None:
    off = tuple(replace(s, is_on=False) if s.code in ("pl_thon", "danh_gia", "chi_dao") else s for s in PLAN.sections)
    plan = replace(PLAN, sections=off)
    assert asked(plan, "T01", Q1_PERIOD) == ["tong_ho", "ho_dk"]
    assert "uu_diem" not in asked(plan, "VP", Q1_PERIOD)


def test_a_state_is_asked_only_in_the_periods_that_speak_of_it() -> None:
    state = replace(with_more("trang"), sentences=(sentence("{trang}", Q2),))
    elements = {**state.elements, "trang": replace(state.elements["trang"], nature=Nature.STATE)}
    plan = replace(state, elements=elements)
    assert "trang" not in asked(plan, "T01", Q1_PERIOD)
    assert "trang" in asked(plan, "T01", Q2_PERIOD)


def test_a_flow_that_a_later_report_adds_up_is_asked_from_the_start() -> None:
    plan = with_more("so_buoi", sentences=(sentence("{so_buoi}", Q2),))
    assert "so_buoi" in asked(plan, "T01", Q1_PERIOD)
    only_q2 = with_more("so_buoi", sentences=(sentence("{so_buoi}", PeriodChoice(("Q1",))),))
    assert "so_buoi" not in asked(only_q2, "T01", Q2_PERIOD)


def test_whens_baselines_and_the_last_period() -> None:
    when = replace(sentence("Có.", Q2), when=read_expression("moi > truoc(cu) + goc(xua)"))
    plan = with_more("moi", "cu", "xua", sentences=(when,))
    elements = {c: replace(e, nature=Nature.STATE) for c, e in plan.elements.items()}
    plan = replace(plan, elements=elements)
    assert {"moi", "cu", "xua"} & needed_codes(plan, Q1_PERIOD) == {"cu"}
    assert {"moi", "cu", "xua"} & needed_codes(plan, Q2_PERIOD) == {"moi"}


def test_what_a_needed_number_is_checked_against_is_asked_and_not_the_reverse() -> None:
    plain = replace(PLAN, sections=(), targets=(), sentences=(SentencePattern("ket", "", "{ho_cn}", ALL),), tasks=())
    assert needed_codes(plain, Q2_PERIOD) == {"ho_cn", "ho_dk", "tong_ho"}
    below = replace(plain, sentences=(SentencePattern("ket", "", "{tong_ho}", ALL),))
    assert needed_codes(below, Q2_PERIOD) == {"tong_ho"}


def test_tasks_are_asked_about_while_there_are_tasks() -> None:
    assert "trang_thai" in needed_codes(PLAN, Q1_PERIOD)
    assert "trang_thai" not in needed_codes(replace(PLAN, tasks=()), Q1_PERIOD)


def test_a_target_not_in_force_asks_for_nothing() -> None:
    over = tuple(replace(t, until=date(2023, 3, 13)) for t in PLAN.targets)
    plan = replace(PLAN, targets=over, sentences=(), sections=(), tasks=(), checks=())
    assert needed_codes(plan, Q1_PERIOD) == frozenset()
    started = replace(plan, targets=tuple(replace(t, since=date(2023, 4, 1)) for t in PLAN.targets))
    assert needed_codes(started, Q1_PERIOD) == frozenset()
    assert "ho_cn" in needed_codes(started, Q2_PERIOD)


def test_a_unit_that_is_gone_is_asked_nothing() -> None:
    gone = replace(PLAN.unit("T01"), until=date(2023, 5, 1))
    assert asked_elements(PLAN, gone, Q1_PERIOD)
    assert asked_elements(PLAN, gone, Q2_PERIOD) == ()


def test_flows_of_a_plan_begun_in_mid_year_catch_up() -> None:
    assert flow_start(PLAN, Q1_PERIOD) == date(2022, 12, 15)
    assert flow_start(PLAN, Q2_PERIOD) == date(2023, 3, 15)
    assert flow_start(replace(PLAN, periods=(Q2_PERIOD,)), Q2_PERIOD) == date(2022, 12, 15)
