"""Each of the 106 rules speaks about a document that breaks it and is silent about one that does not."""

from collections.abc import Callable

import pytest

from kehoach.finding import Severity
from kehoach.lint.registry import NOT_SHOWN_BY_A_FILE, RULES
from kehoach.report.model import Report
from tests.lint import clean, spoilt_body, spoilt_head
from tests.lint.clean import Copy
from tests.lint.spoilt_head import Hand
from tests.word import sample

SPOILT = {**spoilt_head.SPOILT, **spoilt_body.SPOILT}
NEAR = (*spoilt_head.NEAR, *spoilt_body.NEAR)
COUNT = 106


def test_every_rule_is_there_once_and_has_a_document_that_breaks_it() -> None:
    assert [rule.number for rule in RULES] == list(range(1, COUNT + 1))
    assert set(SPOILT) == set(range(1, COUNT + 1))
    assert all(rule.demands for rule in RULES)


def test_what_no_file_shows_belongs_to_rules_and_has_a_reason() -> None:
    assert set(NOT_SHOWN_BY_A_FILE) <= {rule.code for rule in RULES}
    assert all(reason.endswith(".") for reason in NOT_SHOWN_BY_A_FILE.values())


@pytest.mark.parametrize("number", SPOILT, ids=lambda n: f"ND30-{n:02d}")
def test_rule_speaks(number: int) -> None:
    spoil, report = SPOILT[number]
    spoilt = Copy(report)
    spoil(spoilt)
    findings = [f for f in spoilt.findings() if f.code == f"ND30-{number:02d}"]
    assert findings
    assert all(f.say.endswith(".") and f.do.endswith(".") for f in findings)


def test_every_rule_is_silent_about_the_document_before_it_was_spoilt() -> None:
    assert Copy().findings() == ()


@pytest.mark.parametrize(("number", "hand", "report"), NEAR, ids=[f"ND30-{n:02d}" for n, _, _ in NEAR])
def test_rule_is_silent_near_to_a_mistake(number: int, hand: Hand, report: Callable[[], Report]) -> None:
    document = Copy(report)
    hand(document)
    graver = {f.code for f in document.findings() if f.severity is not Severity.NOTED}
    assert f"ND30-{number:02d}" not in graver


@pytest.mark.parametrize("body_size", [14, 13])
@pytest.mark.parametrize("annexes", [0, 1, 2])
@pytest.mark.parametrize("issuer", [("BAN CHỈ ĐẠO", "PHONG TRÀO MỚI"), ("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM")])
def test_our_final_report_is_lawful(body_size: int, annexes: int, issuer: tuple[str, ...]) -> None:
    base = clean.one_annex() if annexes == 1 else clean.report()
    is_board = issuer[0] == "BAN CHỈ ĐẠO"
    head = clean.replace(
        base.head,
        issuer_lines=issuer,
        superior="UBND XÃ THỬ NGHIỆM" if is_board else "",
        symbol="BC-BCĐ" if is_board else "BC-UBND",
    )
    report = clean.replace(base, head=head, body_size=body_size, annexes=base.annexes[:annexes])
    assert Copy(lambda: report).findings() == ()


def test_blank_number_and_day_are_information() -> None:
    findings = Copy(lambda: clean.report(head=sample.head())).findings()
    assert {f.code for f in findings} == {"ND30-38", "ND30-97"}
    assert {f.severity for f in findings} == {Severity.NOTED}


def test_draft_differs_by_its_marks_alone() -> None:
    draft = clean.report(draft_reason="BẢN DỰ THẢO: còn 2 việc chờ xác nhận, chưa phải bản trình ký.")
    findings = Copy(lambda: draft).findings()
    assert {f.code for f in findings} == {"ND30-11", "ND30-105"}
    assert {f.severity for f in findings} == {Severity.NOTED}


def test_finding_has_place_words_and_reference() -> None:
    spoilt = Copy()
    spoilt.look("Độc lập", size=12, bold=False)
    (found,) = [f for f in spoilt.findings() if f.code == "ND30-26"]
    assert found.place.file == "thu.docx"
    assert found.place.cell.startswith("đoạn ")
    assert found.read == "Độc lập - Tự do - Hạnh phúc"
    assert found.say == "Tiêu ngữ đang cỡ 12, không đậm."
    assert found.do == "Tiêu ngữ phải in thường, cỡ 13 đến 14, đứng, đậm, đặt giữa (NĐ 30/2020, PL I, II.1.b)."
