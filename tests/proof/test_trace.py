"""The copy with sources: a comment at each fact and only there, the words untouched."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from kehoach.proof.read_back import read_back
from kehoach.proof.trace import trace_document
from kehoach.report.model import Chart, chart_text
from kehoach.report.texts import facts_of, texts_of
from kehoach.road import Walk
from kehoach.word.baseline import read_baseline
from kehoach.word.write import report_document
from tests.conftest import QUARTERS, ROOT
from tests.proof.documents import quarter, tiny

pytestmark = pytest.mark.xdist_group("sample-reports")


def opened(walked: Walk) -> Document:
    return docx.Document(io.BytesIO(trace_document(walked.report, walked.assessment)))


def places(document: Document) -> dict[int, str]:
    """Comment → the words it is about."""
    found: dict[int, str] = {}
    open_: set[int] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            found |= {id_: found.get(id_, "") + (element.text or "") for id_ in open_}
    return found


@pytest.mark.parametrize("code", [*(pytest.param(q, marks=pytest.mark.fuzz) for q in QUARTERS[:-1]), QUARTERS[-1]])
def test_a_comment_at_each_fact_and_the_words_as_they_were(code: str) -> None:
    walked = quarter(code)
    document, report = opened(walked), docx.Document(io.BytesIO(report_document(walked.report)))
    facts = [f for _, text in texts_of(walked.report) for f in facts_of(text)]
    assert len(list(document.comments)) == len(facts) > 250
    about = places(document)
    charts = [b for annex in walked.report.annexes for b in annex.blocks if isinstance(b, Chart)]
    drawn = {id(f) for chart in charts for f in facts_of(chart_text(chart))}
    assert [about.get(c.comment_id, "") for c in document.comments] == [
        "" if id(f) in drawn else re.sub(r"[\n\t]", "", f.printed) for f in facts
    ]
    assert [p.text for p in document.element.body.iter(qn("w:p"))] == [
        p.text for p in report.element.body.iter(qn("w:p"))
    ]
    read_back(trace_document(walked.report, walked.assessment), walked.report, walked.assessment)


def test_a_rate_says_its_formula_its_numbers_and_their_cells() -> None:
    document = opened(quarter("2023-Q4"))
    about = places(document)
    rate = next(c.text for c in document.comments if about[c.comment_id] == "85,97%")
    assert "công thức: ho_cn / tong_ho = 962 / 1.119" in rate
    assert "tong_ho = 1.119: Tổng số hộ đang cư trú" in rate
    assert "← T01-dong-ca-1_VH_2023-Q4.xlsx Số liệu: B10 = 168" in rate
    assert "C6 = 146, C7 = 132" in rate
    assert rate.endswith("… và 4 ô khác")


def test_what_was_promised_names_its_cell_in_the_plan() -> None:
    document = opened(quarter("2023-Q4"))
    about = places(document)
    promised = {
        about.get(c.comment_id, ""): c.text.split("\n") for c in document.comments if c.text.startswith("ct1.muc: ")
    }
    assert set(promised) >= {"Từ 86% trở lên", "86%"}
    sheet = openpyxl.load_workbook(ROOT / "input_templates" / "ke-hoach.xlsx")["Chỉ tiêu"]
    (cell,) = (row[5] for row in sheet.iter_rows() if row[0].value == "ct1")
    assert {lines[-1] for lines in promised.values()} == {f"← ke-hoach.xlsx Chỉ tiêu: {cell.coordinate}"}
    assert all(len(lines) == 2 for lines in promised.values())


def test_no_comment_names_more_than_twelve_cells() -> None:
    texts = [c.text for c in opened(quarter("2023-Q4")).comments]
    named = [len(re.findall(r"\b[A-Z]+\d+(?= = |,|$)", " ".join(t.partition("←")[2].split("←")))) for t in texts]
    assert max(named) == 12


def test_who_was_silent_is_named() -> None:
    texts = [c.text for c in opened(quarter("2023-Q3")).comments]
    assert any(t.endswith("chưa có số liệu: Thôn Suối Quỳnh") for t in texts)


def test_comments_are_dated_by_the_report_and_bytes_are_the_same() -> None:
    assessment, report = tiny()
    data = trace_document(report, assessment)
    assert data == trace_document(report, assessment)
    made = datetime(report.made_on.year, report.made_on.month, report.made_on.day, tzinfo=UTC)
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert {(c.author, c.initials, c.timestamp) for c in comments} == {("kehoach", "KH", made)}


def test_the_copy_does_not_pass_for_the_report(tmp_path: Path) -> None:
    assessment, report = tiny()
    path = tmp_path / "bao-cao.truy-vet.docx"
    path.write_bytes(trace_document(report, assessment))
    assert (written := read_baseline(path)) and written.identity == {**report.identity, "kind": "bản truy vết"}


def test_comment_marks_stand_where_the_schema_wants_them() -> None:
    assessment, report = tiny()
    root = etree.fromstring(etree.tostring(docx.Document(io.BytesIO(trace_document(report, assessment))).element))
    starts = [e.get(qn("w:id")) for e in root.iter(qn("w:commentRangeStart"))]
    ends = [e.get(qn("w:id")) for e in root.iter(qn("w:commentRangeEnd"))]
    references = [e.get(qn("w:id")) for e in root.iter(qn("w:commentReference"))]
    assert starts == ends == references == [str(n) for n in range(len(starts))]
    assert {e.getparent().tag for e in root.iter(qn("w:commentReference"))} == {qn("w:r")}
    assert all(p.find(qn("w:pPr")) in (None, p[0]) for p in root.iter(qn("w:p")))
