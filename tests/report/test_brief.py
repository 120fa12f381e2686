"""The brief for the chair: what matters, on one page whatever there is to say, never taken for the report."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment, TaskState
from kehoach.commands import build
from kehoach.finding import Finding, Place, Severity
from kehoach.folder import open_folder
from kehoach.plan.read import read_plan
from kehoach.report.brief import brief
from kehoach.report.model import Table
from kehoach.road import walk
from kehoach.word.write import sheet_document
from tests.documents import document_text, plain_text
from tests.libreoffice import convert, needs_libreoffice, page_count

Year = dict[str, subprocess.CompletedProcess[str]]
DAY = date(2023, 6, 30)
LONG = "Tỷ lệ hộ gia đình ở các thôn đặc biệt khó khăn được sử dụng nước hợp vệ sinh và có nhà tiêu đạt chuẩn quốc gia"


def test_the_year_end_names_the_miss_first(year: Year, sample_folder: Path) -> None:
    assert year
    text = document_text(sample_folder / "output" / "2023-Q4" / "tom-tat.docx")
    assert "| Gia đình văn hóa | Từ 86% trở lên | 85,97% | 01 hộ | Chưa đạt |" in text
    assert text.index("| Gia đình văn hóa") < text.index("Chưa đủ căn cứ") < text.index("| Thôn văn hóa")
    assert "Chưa gửi: Trạm Y tế" in text and "Còn 01 việc chờ xác nhận" in text
    assert "Số liệu tính đến ngày 14/12/2023. Báo cáo là bản dự thảo: còn 1 việc chờ xác nhận." in text


def test_mid_year_names_what_falls_due_next_and_claims_nothing(year: Year, sample_folder: Path) -> None:
    assert year
    words = plain_text(sample_folder / "output" / "2023-Q2" / "tom-tat.docx")
    assert "Đến hạn (quý III năm 2023): Trình công nhận cơ quan, đơn vị 05 năm." in words
    assert "9 tháng đầu năm 2023: hạn đơn vị gửi 15/9/2023, hạn gửi báo cáo 20/9/2023." in words
    assert "95,44%" not in words and "Quá hạn" not in words


def test_a_rate_of_a_part_of_the_units_says_so(year: Year, sample_folder: Path) -> None:
    assert year
    text = document_text(sample_folder / "output" / "2023-Q3" / "tom-tat.docx")
    assert "| Từ 45% trở lên | 43,7% (07/08 thôn) | – | Đang thực hiện |" in text


@pytest.fixture(scope="module")
def crowded(sample_folder: Path) -> Assessment:
    """The year's end of a commune with 15 targets of long names, 40 units of which 30 are silent, and 60 questions."""
    folder = open_folder(sample_folder)
    plan = read_plan(folder.plan)
    review = walk(folder, plan, plan.period("2023-Q4")).review
    first = plan.targets[0]
    targets = [replace(first, code=f"ct{n}", short=f"{LONG} {n}", text=LONG) for n in range(1, 16)]
    tasks = [replace(t, short=f"{LONG} {n}") for n, t in enumerate(plan.tasks)]
    units = [replace(u, code=f"X{n}", name=f"Thôn {LONG} {n}") for n in range(30) for u in plan.units[:1]]
    expected = (*review.accepted.reception.expected, *(u.code for u in units))
    reception = replace(review.accepted.reception, expected=expected)
    accepted = replace(review.accepted, receptions={**review.accepted.receptions, "2023-Q4": reception})
    findings = (Finding("KT-01", Severity.CONFIRM, Place("T01"), "", f"{LONG}: {LONG}.", "", open=True),) * 60
    crowd = replace(plan, targets=tuple(targets), tasks=tuple(tasks), units=(*plan.units, *units))
    assessment = assess(crowd, replace(review, accepted=accepted, findings=findings))
    late = tuple(
        replace(t, state=TaskState.OVERDUE, task=replace(t.task, due=t.task.due or DAY)) for t in assessment.tasks
    )
    return replace(assessment, tasks=late, not_on_file=crowd.periods[:3])


def test_what_does_not_fit_is_counted(crowded: Assessment, tmp_path: Path) -> None:
    path = tmp_path / "tom-tat.docx"
    path.write_bytes(sheet_document(brief(crowded)))
    words = plain_text(path)
    shown = words.count("Tỷ lệ hộ gia đình ở các thôn đặc biệt khó khăn…")
    assert 4 <= shown < 15 and f"Và {15 - shown:02d} chỉ tiêu khác" in words and "Và 58 việc khác." in words


@pytest.fixture(scope="module")
def short_names(crowded: Assessment) -> Assessment:
    """The same crowd, its targets called in a word and every earlier period on file."""
    few = (replace(a, target=replace(a.target, short="Chỉ tiêu")) for a in crowded.achievements)
    return replace(crowded, achievements=tuple(few), not_on_file=())


def test_short_names_leave_room_for_more_targets(short_names: Assessment, crowded: Assessment) -> None:
    rows = [next(b for b in brief(a).blocks if isinstance(b, Table)).rows for a in (short_names, crowded)]
    assert len(rows[1]) < len(rows[0]) == 15


@needs_libreoffice[0]
@needs_libreoffice[1]
def test_it_is_one_page_always(
    year: Year, sample_folder: Path, second_sample: Path, crowded: Assessment, short_names: Assessment, tmp_path: Path
) -> None:
    build.run(second_sample, "2026-Q4", None, None, False, False, False, None, lambda _: None)
    folders = [*((sample_folder / "output" / q) for q in year), second_sample / "output" / "2026-Q4"]
    pages = {f"{f.name}.docx": (f / "tom-tat.docx").read_bytes() for f in folders}
    mid_year = replace(crowded, period=crowded.plan.period("2023-Q2"))
    pages |= {f"{n}.docx": sheet_document(brief(a)) for n, a in enumerate((crowded, short_names, mid_year))}
    for name, data in pages.items():
        (tmp_path / name).write_bytes(data)
    convert([tmp_path / name for name in pages], "pdf", tmp_path)
    assert {page_count((tmp_path / name).with_suffix(".pdf")) for name in pages} == {1}
