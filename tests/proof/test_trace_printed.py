"""The copy with sources as LibreOffice opens it: the same words on the same lines."""

from pathlib import Path

import pytest

from kehoach.proof.trace import trace_document
from kehoach.word.write import report_document
from tests.libreoffice import convert, needs_libreoffice, printed_lines
from tests.proof.documents import quarter

pytestmark = [*needs_libreoffice, pytest.mark.xdist_group("sample-reports")]


def test_it_prints_as_the_report_does(tmp_path: Path) -> None:
    walked = quarter("2023-Q4")
    (tmp_path / "bao-cao.docx").write_bytes(report_document(walked.report))
    (tmp_path / "truy-vet.docx").write_bytes(trace_document(walked.report, walked.assessment))
    convert(sorted(tmp_path.glob("*.docx")), "pdf", tmp_path)
    report, trace = ([line.text for line in printed_lines(tmp_path / f"{n}.pdf")] for n in ("bao-cao", "truy-vet"))
    assert trace == report != []
