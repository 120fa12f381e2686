"""A chart in the document: native, editable, in words for those who cannot see it, and read back like all else."""

import io
import posixpath
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree

from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import Content, ContentKind
from kehoach.proof.read_back import ReadBackError, read_back
from kehoach.proof.trace import trace_document
from kehoach.report.compose import compose_report
from kehoach.report.model import Chart, Report
from kehoach.word.baseline import read_baseline
from kehoach.word.edits import edits
from kehoach.word.write import report_document
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed
from tests.report.test_sections import section
from tests.tiny import tiny_plan

PLAN = replace(tiny_plan(), sections=(section("pl", 0, Content(ContentKind.CHART, "ct1")),))
ASSESSED = assessed(HALF_YEAR, plan=PLAN)
REPORT = compose_report(ASSESSED)
DATA = report_document(REPORT)
CHART = "word/charts/chart1.xml"


def part(name: str, data: bytes = DATA) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def charts(report: Report) -> list[Chart]:
    return [b for annex in report.annexes for b in annex.blocks if isinstance(b, Chart)]


def test_a_column_a_village_and_the_promise() -> None:
    [chart] = charts(REPORT)
    assert chart.title == "Biểu đồ: Gia đình văn hóa theo thôn (kế hoạch từ 86% trở lên)"
    shown = [(bar.name, bar.fact.printed, bar.is_below) for bar in chart.bars]
    assert shown == [("Thôn Một", "86%", False), ("Thôn Hai", "85,83%", True), ("Thôn Ba", "85%", True)]


def test_it_says_in_words_what_it_shows() -> None:
    document = docx.Document(io.BytesIO(DATA))
    [properties] = document.element.body.xpath(".//wp:docPr")
    assert properties.get("descr") == (
        "Biểu đồ cột: Gia đình văn hóa theo thôn (kế hoạch từ 86% trở lên). Cao nhất Thôn Một 86%, "
        "thấp nhất Thôn Ba 85%. Thôn Một 86%; Thôn Hai 85,83%; Thôn Ba 85%."
    )
    assert "Ghi chú: cột trắng là thấp hơn mức kế hoạch." in [p.text for p in document.paragraphs]


def test_the_numbers_behind_it_are_those_it_shows() -> None:
    tree = etree.fromstring(part(CHART))
    [link] = tree.iter("{*}externalData")
    relations = etree.fromstring(part("word/charts/_rels/chart1.xml.rels"))
    [target] = [r.get("Target") for r in relations if r.get("Id") in link.values()]
    workbook = openpyxl.load_workbook(io.BytesIO(part(posixpath.normpath(posixpath.join("word/charts", target)))))
    rows = list(workbook["Dữ liệu"].values)
    assert rows[0] == (None, "Thực hiện", "Kế hoạch từ 86% trở lên")
    cached = [[float(v.text) for v in values.iter("{*}v")] for values in tree.iter("{*}val")]
    assert [row[1] for row in rows[1:]] == cached[0] == pytest.approx([86 / 100, 103 / 120, 68 / 80])
    assert [row[2] for row in rows[1:]] == cached[1] == [0.86, 0.86, 0.86]
    formulas = [f.text for f in tree.iter("{*}f")]
    assert {"'Dữ liệu'!$A$2:$A$4", "'Dữ liệu'!$B$2:$B$4", "'Dữ liệu'!$C$2:$C$4"} <= set(formulas)


@pytest.mark.parametrize(("was", "becomes"), [("85,83%", "86,83%"), ("Thôn Hai", "Thôn Bốn")])
def test_a_chart_that_shows_something_else_is_our_bug(was: str, becomes: str) -> None:
    read_back(DATA, REPORT, ASSESSED)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DATA)) as package, zipfile.ZipFile(target, "w") as other:
        for name in package.namelist():
            content = package.read(name)
            other.writestr(name, content.replace(was.encode(), becomes.encode()) if name == CHART else content)
    with pytest.raises(ReadBackError, match=r"pl\.bieu_do_ct1"):
        read_back(target.getvalue(), REPORT, ASSESSED)


def test_none_before_its_time_or_where_hardly_anybody_told() -> None:
    asked = {**PLAN.elements, "ho_cn": replace(PLAN.elements["ho_cn"], periods=PeriodChoice())}
    early = assessed({**FIRST_QUARTER, "ho_cn": HALF_YEAR["ho_cn"]}, Q1, replace(PLAN, elements=asked))
    assert str(early.achievement("ct1").verdict) == "Chưa đến kỳ đánh giá"
    assert charts(compose_report(early)) == []
    alone = {**HALF_YEAR, "ho_cn": {"T01": 86}}
    assert charts(compose_report(assessed(alone, plan=PLAN))) == []
    partial = charts(compose_report(assessed({**HALF_YEAR, "ho_cn": {"T01": 86, "T02": 103}}, plan=PLAN)))
    assert [bar.name for bar in partial[0].bars] == ["Thôn Một", "Thôn Hai"]


def test_it_is_no_edit_no_fault_of_form_and_can_be_traced(tmp_path: Path) -> None:
    parts = word_parts(DATA)
    assert [f for f in lint_parts(parts, "bao-cao.docx") if f.severity.waits] == []
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(DATA)
    baseline = read_baseline(path)
    assert baseline is not None
    assert edits(parts["word/document.xml"], baseline) == ()
    said = [c.text for c in docx.Document(io.BytesIO(trace_document(REPORT, ASSESSED))).comments]
    assert any("ct1.T02" in text and "T02.xlsx" in text for text in said)
