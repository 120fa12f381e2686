"""The sample's plan: the facts of the real plan, and everything invented marked as such."""

from itertools import pairwise

from kehoach.plan.model import Plan
from kehoach.plan.target import Before


def test_the_signed_plan_stands_in_it(sample_plan: Plan) -> None:
    issuer = sample_plan.issuer
    assert issuer.plan_id == "06394/34/KH-BCĐ/2023"
    assert (issuer.post, issuer.second_post, issuer.signer) == ("TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ", "Lại Văn Thơm")
    assert " ".join(issuer.name_lines) == "BAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”"


def test_five_targets_nine_tasks_six_groups_six_recipients(sample_plan: Plan) -> None:
    assert [str(t.threshold) for t in sample_plan.targets] == ["43/50", "1", "1", "1", "9/20"]
    assert len(sample_plan.tasks) == 9
    assert [p.code for p in sample_plan.parties if p.duty] == [f"tn{n}" for n in range(1, 7)]
    for kind in ("kế hoạch", "báo cáo"):
        assert sum(1 for r in sample_plan.recipients if r.roles.get(kind)) == 6
    assert [r.name for r in sample_plan.recipients if r.roles.get("báo cáo")][-1] == "Lưu: VT, VHXH"


def test_nothing_but_registration_is_claimed_before_the_year_end(sample_plan: Plan) -> None:
    assert all(t.concludes.codes == ("Q4",) for t in sample_plan.targets)
    assert [t.before for t in sample_plan.targets] == [Before.SILENT] * 3 + [Before.FOLLOW] * 2


def test_quarters_join_into_the_year_of_the_decree(sample_plan: Plan) -> None:
    periods = sample_plan.periods
    assert [(p.cutoff.day, p.cutoff.month) for p in periods] == [(14, 3), (14, 6), (14, 9), (14, 12)]
    assert all((b.start - a.cutoff).days == 1 for a, b in pairwise(periods))
    assert all(p.cutoff < p.units_due < p.report_due for p in periods)
    assert {p.cumulative_from for p in periods} == {periods[0].start}


def test_invented_villages_add_up_to_the_real_commune(sample_plan: Plan) -> None:
    villages = [u for u in sample_plan.units if u.kind == "thon"]
    assert len(villages) == 8
    assert sum(u.base["tong_ho"] for u in villages) == 1119
    assert sum(u.base["tong_khau"] for u in villages) == 4985


def test_invented_people_cannot_be_taken_for_real_ones(sample_plan: Plan) -> None:
    reporting = [u for u in sample_plan.units if u.kind != "xa"]
    assert len(reporting) == 19
    assert all("Mẫu" in u.reporter and u.phone.startswith("09000000") for u in reporting)


def test_every_element_is_asked_of_somebody_and_every_lead_is_known(sample_plan: Plan) -> None:
    known = {u.code for u in sample_plan.units} | {u.kind for u in sample_plan.units}
    assert all(s in known for e in sample_plan.elements.values() for s in e.suppliers)
    parties = {p.code for p in sample_plan.parties}
    assert all(set(t.lead) | set(t.coordination) <= parties for t in sample_plan.tasks)
