"""`build --pdf` on a machine without any program for it: everything else is there, and the officer is told."""

from pathlib import Path

import pytest

from kehoach.commands import build


def test_the_report_is_written_all_the_same(own_sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(own_sample_folder))
    outcome = build.run(own_sample_folder, "2023-Q1", None, None, False, False, True, None, lambda _: None)
    output = own_sample_folder / "output" / "2023-Q1"
    assert outcome.waits
    assert "Chưa có PDF: máy này không có LibreOffice, cũng không có Word. Mở output/2023-Q1/bao-cao" in outcome.text
    written = {p.name for p in output.iterdir()}
    assert {"bao-cao.docx", "kiem-tra.xlsx", "so-lieu.csv"} <= written and "bao-cao.pdf" not in written
