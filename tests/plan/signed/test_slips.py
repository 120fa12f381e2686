"""Slips of the plan itself are told, each once; a plan without them is passed in silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.plan.draft.slips import slips_of
from kehoach.plan.signed.model import Said, SignedPlan, SignedTask
from kehoach.plan.signed.read import read_signed_plan
from tests.plan.signed.documents import plan_file


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> SignedPlan:
    return read_signed_plan(plan_file("1-nep-song", tmp_path_factory.mktemp("loi")))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> SignedPlan:
    return read_signed_plan(plan_file("3-ky-nang-so", tmp_path_factory.mktemp("sach")))


def codes(plan: SignedPlan) -> list[str]:
    return [slip.code for slip in slips_of(plan)]


def test_slips_of_a_careless_plan(plan: SignedPlan) -> None:
    told = {slip.code: slip for slip in slips_of(plan)}
    assert list(told) == ["KP-101", "KP-103", "KP-104", "KP-105", "KP-111"]
    assert "“BCD” (4 lần)" in told["KP-101"].say
    assert "yêu các" in told["KP-103"].read and "Chuyện làng mình" in told["KP-104"].say
    assert not any(slip.open for slip in told.values())


def test_a_careful_plan_is_passed_in_silence(clean: SignedPlan) -> None:
    assert codes(clean) == []


def test_bodies_and_papers_by_the_plans_date(clean: SignedPlan) -> None:
    spoilt = replace(clean, lines=(*clean.lines, "Gửi phòng VHTT.", "Theo Nghị định số 122/2018/NĐ-CP."))
    assert codes(spoilt) == ["KP-106", "KP-109"]
    before = {**clean.info, "plan_date": Said("09/02/2023")}
    assert codes(replace(spoilt, info=before)) == []


def test_times_that_cannot_be(clean: SignedPlan) -> None:
    early = SignedTask("Họp đầu năm", time=Said("tháng 01/2026"))
    other = SignedTask("Việc chép từ kế hoạch cũ", time=Said("Cả năm 2025"))
    assert codes(replace(clean, tasks=(early, other))) == ["KP-108", "KP-110"]


def test_targets_that_cannot_be_measured(clean: SignedPlan) -> None:
    assert codes(replace(clean, unmeasured=("Nâng cao nhận thức của người dân.",))) == ["KP-107"]
    beyond = replace(clean.targets[0], threshold="120")
    assert codes(replace(clean, targets=(beyond,))) == ["KP-112"]


def test_abbreviation_of_a_quoted_name(clean: SignedPlan) -> None:
    lines = (*clean.lines, "Phong trào “Toàn dân đoàn kết xây dựng đời sống mới” (TĐĐKXDĐSM).")
    assert codes(replace(clean, lines=lines)) == ["KP-102"]
    right = (*clean.lines, "Phong trào “Toàn dân đoàn kết xây dựng đời sống mới” (TDĐKXDĐSM).")
    assert codes(replace(clean, lines=right)) == []


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    from kehoach.commands.init_plan import read_draft
    from kehoach.errors import UseError

    for name, data, said in (
        ("a.docx", b"%PDF-1.7 \x00\x01", "PDF"),
        ("a.pdf", b"%PDF-1.7 \x00\x01", "PDF"),
        ("a.txt", b"%PDF-1.7 \xff\x01", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(60), "ảnh"),
        ("b.docx", b"", "rỗng"),
        ("c.txt", "Không có gì ở đây.".encode(), "chỉ tiêu"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UseError, match=said):
            read_draft(path)
