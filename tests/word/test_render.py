"""The document as LibreOffice prints it, read from the PDF's own words and places."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kehoach.word.baseline import read_baseline, was_edited
from kehoach.word.pdf import pdf_of
from kehoach.word.write import report_document
from tests.libreoffice import convert, needs_libreoffice
from tests.word import sample
from tests.word.printed import POINTS_PER_MM, Printed, print_all

pytestmark = needs_libreoffice


@pytest.fixture(scope="module", params=[14, 13])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("in")
    document = report_document(sample.report(body_size=request.param, draft_reason=""))
    return print_all({"bao-cao": document}, folder)["bao-cao"]


def test_nation_and_motto_take_one_line_each(printed: Printed) -> None:
    assert printed.line("CỘNG HÒA").text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert printed.line("Độc lập").text == "Độc lập - Tự do - Hạnh phúc"


def test_number_and_day_stand_level(printed: Printed) -> None:
    number, day = printed.line("Số:"), printed.line("Thử Nghiệm, ngày")
    assert abs(number.bottom - day.bottom) < 2
    assert number.right < day.left


def test_only_times_new_roman_is_used(printed: Printed) -> None:
    listed = subprocess.run(["pdffonts", str(printed.pdf)], check=True, capture_output=True, text=True).stdout
    fonts = [line.split()[0] for line in listed.splitlines()[2:]]
    assert fonts
    assert all("LiberationSerif" in font or "TimesNewRoman" in font for font in fonts)


def test_pages_are_numbered_above_the_middle_from_the_second_on(printed: Printed) -> None:
    numbers = {
        n: [line for line in printed.on(n) if line.text.isdigit() and line.bottom < 20 * POINTS_PER_MM]
        for n in range(1, len(printed.widths) + 1)
    }
    annexes = [line.page for line in printed.lines if line.text.startswith("Phụ lục") and len(line.text) < 12]
    first = {1, *annexes}
    for page, found in numbers.items():
        begin = max(n for n in first if n <= page)
        assert [line.text for line in found] == ([] if page == begin else [str(page - begin + 1)])
        for line in found:
            middle = (30 + (printed.widths[page - 1] / POINTS_PER_MM - 15)) / 2 * POINTS_PER_MM
            assert abs((line.left + line.right) / 2 - middle) < 3


def test_signature_stands_beside_the_recipients_and_never_alone(printed: Printed) -> None:
    recipients, powers, signer = printed.line("Nơi nhận:"), printed.line("TM."), printed.line("Nguyễn Văn Thử")
    assert abs(recipients.top - powers.top) < 3
    assert recipients.right < powers.left
    assert recipients.page == powers.page == signer.page
    assert any(line.bottom < recipients.top and len(line.text) > 20 for line in printed.on(signer.page))
    post = printed.line("TRƯỞNG BAN")
    assert printed.line("CHỦ TỊCH UBND XÃ").top - post.bottom >= 20 * POINTS_PER_MM


def test_nothing_runs_over_the_margins(printed: Printed) -> None:
    for line in printed.lines:
        assert line.left >= 30 * POINTS_PER_MM - 1, line
        assert line.right <= printed.widths[line.page - 1] - 15 * POINTS_PER_MM + 1.5, line


def test_the_wide_annex_lies_and_repeats_its_header(printed: Printed) -> None:
    lying = [n for n, width in enumerate(printed.widths, 1) if width > 800]
    assert len(lying) == 2
    assert all(any(line.text.startswith("STT") for line in printed.on(page)) for page in lying)


def test_saved_again_by_another_program_it_is_edited_but_still_ours(printed: Printed, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    shutil.copy(printed.docx, copy)
    assert not was_edited(copy)
    convert([copy], "docx:MS Word 2007 XML", tmp_path / "again")
    again = tmp_path / "again" / "copy.docx"
    assert was_edited(again)
    assert (written := read_baseline(again)) and written.identity == sample.report().identity


def test_the_same_document_is_the_same_pdf_each_time(printed: Printed) -> None:
    data = printed.docx.read_bytes()
    first, second = (pdf_of(data, date(2031, 3, 14)) for _ in range(2))
    assert first == second and b"D:20310314000000" in first
