"""Faults 1 to 14 of a village's workbook: the file. Each as it lies in the inbox, and beside each a good twin."""

import io
import shutil
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kehoach.errors import MachineError
from kehoach.file_names import InputFile, OutputFile
from kehoach.finding import Answer, Severity
from kehoach.folder import WorkingFolder
from kehoach.office import read as office_read
from kehoach.office.files import write_all
from kehoach.outputs import write_build
from kehoach.plan.edition import STAMP_SHEET
from kehoach.road import walk
from tests.faults.commune import FIRST, Commune, filled, small_plan
from tests.faults.test_sheet import told
from tests.office.packages import parts, zipped
from tests.office.test_old_xls import label, number, stream
from tests.office.test_read_hostile import container

GOOD = filled(small_plan(), "T01", "2023-Q1", {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 2, "kinh_phi": 5, "nvh": "có"})
SAVE_AS = "Mở bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi lại."
FORM = "Đề nghị nhập số vào biểu mẫu Excel đã gửi."
FORM_OR_TELL = "Đề nghị nhập số vào biểu mẫu Excel đã gửi; hoặc xã nhìn đó ghi thay vào nhap-ho.xlsx."
AGAIN = "Tải lại từ Zalo hoặc USB rồi chạy lại."


def test_a_good_commune_is_silent(commune: Commune) -> None:
    assert commune.findings("2023-Q1") == []
    assert commune.findings("2023-Q2") == []


@pytest.mark.parametrize(
    ("data", "code", "say", "do"),
    [
        pytest.param(
            container(["\x05SummaryInformation", "Workbook"]),
            "KT-01",
            "là Excel đời cũ (.xls), không đọc được",
            SAVE_AS,
            id="1 old xls",
        ),
        pytest.param(
            container(["EncryptionInfo", "EncryptedPackage"]),
            "KT-02",
            "đang đặt mật khẩu mở",
            "Bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi gửi lại.",
            id="2 password",
        ),
        pytest.param(b"", "KT-04", "rỗng, không có gì bên trong", AGAIN, id="4 empty"),
        pytest.param(GOOD[: len(GOOD) // 2], "KT-04", "bị hỏng hoặc tải chưa xong", AGAIN, id="4 cut off"),
        pytest.param(
            b"<html><body><table><tr><td>100</td></tr></table></body></html>",
            "KT-05",
            "là trang web đổi đuôi, không phải tệp Excel thật",
            FORM,
            id="5 html",
        ),
        pytest.param("Tổng số hộ;100\n".encode(), "KT-05", "không phải tệp Excel thật", FORM, id="5 csv"),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "KT-06",
            "là bảng tính OpenDocument (.ods)",
            SAVE_AS,
            id="6 ods",
        ),
        pytest.param(
            zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}),
            "KT-06",
            "là tệp Word, không đọc được số liệu từ đó",
            FORM_OR_TELL,
            id="6 word",
        ),
        pytest.param(b"%PDF-1.4 x", "KT-06", "là tệp PDF, không đọc được số liệu từ đó", FORM_OR_TELL, id="6 pdf"),
        pytest.param(
            b"\xff\xd8\xff\xe0 x", "KT-06", "là ảnh, không đọc được số liệu từ ảnh", FORM_OR_TELL, id="6 photo"
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n x", "KT-06", "là ảnh, không đọc được số liệu từ ảnh", FORM_OR_TELL, id="6 screenshot"
        ),
    ],
)
def test_what_is_no_workbook_goes_back(commune: Commune, data: bytes, code: str, say: str, do: str) -> None:
    commune.send(data=data)
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == (code, Severity.RETURN, True)
    assert (finding.place.unit, finding.place.file) == ("T01", "T01.xlsx")
    assert (finding.say, finding.do) == (f"Tệp “T01.xlsx” {say}.", do)
    assert finding.answers == (Answer.WITHOUT_UNIT,)
    assert commune.review().accepted.reception.missing == ("T01",)


def test_6_a_unit_that_sent_a_photo_alone_is_in_once_its_numbers_are_typed(commune: Commune) -> None:
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    commune.send(data=b"\xff\xd8\xff\xe0 x", name="T01 anh.jpg")
    assert (commune.one().code, commune.one().open) == ("KT-06", True)
    commune.type_in(*(("2023-Q1", "T01", name, None, number) for name, number in FIRST["T01"].items()))
    assert [(f.code, f.open) for f in commune.findings()] == [("KT-06", False)]
    assert commune.review().accepted.reception.received["T01"] == "nhap-ho.xlsx"


@pytest.mark.parametrize("name", [*OutputFile, "chép sang/Tong-Hop.XLSX", *InputFile])
def test_114_a_file_named_like_one_of_ours_is_passed_over_with_one_sentence(commune: Commune, name: str) -> None:
    (commune.root / "2023-Q1" / name).parent.mkdir(exist_ok=True)
    commune.send("T02", name=name)
    finding = commune.one()
    assert told(finding) == ("KT-114", Severity.LOOK, False)
    assert finding.say.startswith(f"Bỏ qua tệp “{name}”: tên này là của tệp do chương trình ghi ra")


def test_a_refused_file_beside_a_good_one_is_only_listed(commune: Commune) -> None:
    commune.send(data=b"\xff\xd8\xff\xe0 x", name="T01 anh.jpg")
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-06", Severity.LOOK, False)


def test_1_a_real_workbook_of_old_excel_is_read_and_noted(commune: Commune) -> None:
    sheet = openpyxl.load_workbook(commune.send()).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None and cell.data_type != "f"]
    texts = [label(c.row - 1, c.column - 1, str(c.value)) for c in cells if isinstance(c.value, str)]
    numbers = [number(c.row - 1, c.column - 1, float(c.value)) for c in cells if isinstance(c.value, int | float)]
    commune.send(data=stream(*texts, *numbers), name="T01.xls")
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-01", Severity.NOTED, False)
    assert finding.say == "Tệp “T01.xls” là Excel đời cũ (.xls); đã đọc được."
    assert commune.review().accepted.reception.missing == ()


class NotFetchedError(OSError):
    """As Windows refuses to open what OneDrive holds and cannot fetch."""

    winerror = 389


@pytest.mark.parametrize(
    ("error", "say"),
    [
        (NotFetchedError(22, "cloud"), "Tệp “T01.xlsx” nằm trên OneDrive mà chưa tải về máy."),
        (PermissionError(13, "in use"), "Tệp “T01.xlsx” đang bị chương trình khác giữ hoặc không có quyền mở."),
    ],
)
def test_3_a_file_that_cannot_be_opened_is_named(
    error: OSError, say: str, commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "T01.xlsx":
            raise error
        return real(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    finding = commune.one()
    assert (finding.code, finding.severity, finding.say) == ("KT-03", Severity.RETURN, say)


def test_3_a_lock_file_is_passed_over(commune: Commune) -> None:
    commune.send(data=bytes(165), name="~$T01.xlsx")
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-03", Severity.NOTED, False)
    assert finding.say == "Bỏ qua tệp tạm “~$T01.xlsx”: đang có người mở tệp này."
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    lone, missing = commune.findings()
    assert (lone.code, lone.severity, missing.code) == ("KT-03", Severity.LOOK, "KT-70")


def test_7_a_workbook_under_another_ending_is_read(commune: Commune) -> None:
    (commune.root / "2023-Q1" / "T01.xlsx").rename(commune.root / "2023-Q1" / "T01.zip")
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-07", Severity.NOTED, False)
    assert finding.say == "Tệp “T01.zip” sai đuôi nhưng đúng định dạng; đã đọc được."
    assert commune.review().accepted.reception.missing == ()


def test_8_macros_are_never_run_and_the_numbers_are_read(commune: Commune) -> None:
    data = io.BytesIO(GOOD)
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
    commune.send(data=data.getvalue(), name="T01.xlsm")
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-08", Severity.LOOK, False)
    assert finding.say == "Tệp “T01.xlsm” có macro; chỉ đọc số liệu, không chạy macro."
    commune.send(data=GOOD, name="T01.xlsm")
    assert commune.findings() == []


@pytest.mark.parametrize("name", ["T01 (1).xlsx", "T01 - Copy.xlsx", "bản cuối.xlsx"])
def test_9_copies_are_told_by_content_and_not_by_name(commune: Commune, name: str) -> None:
    shutil.copy(commune.root / "2023-Q1" / "T01.xlsx", commune.root / "2023-Q1" / name)
    finding = commune.one()
    assert (finding.code, finding.severity) == ("KT-64", Severity.NOTED)
    assert finding.say == f"Tệp “{name}” giống hệt “T01.xlsx”; dùng “T01.xlsx”."
    commune.send("T01", {"ho_dk": 91}, name=name)
    question = commune.one()
    assert (question.code, question.open, question.answers[0]) == ("KT-65", True, Answer.USE_FILE)


def test_10_a_name_that_speaks_of_another_unit_is_looked_at(commune: Commune) -> None:
    folder = commune.root / "2023-Q1"
    (folder / "T01.xlsx").rename(folder / "Thôn Hai.xlsx")
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-10", Severity.LOOK, False)
    assert finding.say == "Tên tệp “Thôn Hai.xlsx” không khớp đơn vị ghi trong biểu (Thôn Một); lấy theo nội dung biểu."


@pytest.mark.parametrize("name", ["Zalo 0912.xlsx", "thon mot.xlsx", unicodedata.normalize("NFD", "Thôn Một.xlsx")])
def test_10_a_name_without_a_unit_without_accents_or_decomposed_is_no_fault(commune: Commune, name: str) -> None:
    folder = commune.root / "2023-Q1"
    (folder / "T01.xlsx").rename(folder / name)
    assert commune.findings() == []
    assert commune.review().accepted.reception.received["T01"] == unicodedata.normalize("NFC", name)


def test_11_an_older_form_is_read_for_what_it_asked(commune: Commune) -> None:
    def older(workbook: Workbook) -> None:
        for row in workbook[STAMP_SHEET].iter_rows():
            if row[0].value == "asked":
                row[1].value = " ".join(n for n in str(row[1].value).split() if n != "nvh")
        name = workbook.defined_names.pop("nvh")
        workbook["Số liệu"].delete_rows(int(name.attr_text.rpartition("$")[2]))

    commune.send("T01", spoil=older)
    finding = commune.one()
    assert (finding.code, finding.severity, finding.open) == ("KT-11", Severity.LOOK, False)
    assert finding.say.startswith("Tệp “T01.xlsx” dùng mẫu cũ, chưa hỏi 1 mục của mẫu hiện hành")
    values = commune.review().accepted.by_value
    assert set(values[(values.unit == "T01") & (values.element == "nvh")].state) == {"not asked"}


def test_12_a_result_that_cannot_be_written_stops_before_anything_is(
    commune: Commune, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, plan = WorkingFolder(tmp_path), commune.plan
    (tmp_path / "input_templates").symlink_to(tmp_path)
    walked = walk(folder, plan, plan.period("2023-Q1"))
    write_build(folder, walked)
    report = folder.report(walked.period)
    before = report.read_bytes()
    refused = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "bao-cao.docx":
            raise PermissionError(13, "in use", str(target))
        return refused(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(MachineError, match="đang mở trong Word hoặc Excel") as stopped:
        write_all({report: b"new", folder.answers(walked.period): b"new"})
    assert stopped.value.path == report and "Chưa có tệp nào bị thay đổi" in str(stopped.value)
    assert report.read_bytes() == before != b"new"
    assert folder.answers(walked.period).read_bytes() != b"new"


def test_13_a_file_far_too_big_goes_back_and_spare_formatting_does_no_harm(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_read, "MOST_BYTES", 8_000)
    commune.send(data=GOOD + bytes(200_000))
    finding = next(f for f in commune.findings() if f.place.unit == "T01")
    assert (finding.code, finding.severity) == ("KT-13", Severity.RETURN)
    assert finding.say == "Tệp “T01.xlsx” quá lớn so với một biểu mẫu."
    monkeypatch.undo()

    def formatted(workbook: Workbook) -> None:
        sheet = workbook["Số liệu"]
        for row in (1000, 100_000, 1_048_576):
            sheet.cell(row, 3).number_format = "0.00"

    commune.send("T01", spoil=formatted)
    assert commune.findings() == []


def test_14_a_sheet_that_declares_only_its_first_cell_is_read_whole(commune: Commune) -> None:
    sent = zipfile.ZipFile(io.BytesIO(commune.send().read_bytes()))
    content = {name: sent.read(name) for name in sent.namelist()}
    sheet = content["xl/worksheets/sheet1.xml"].decode()
    declared = sheet[sheet.index("<dimension") : sheet.index("/>", sheet.index("<dimension")) + 2]
    commune.send(data=zipped({**content, "xl/worksheets/sheet1.xml": sheet.replace(declared, '<dimension ref="A1"/>')}))
    assert commune.findings() == []
    values = commune.review().accepted.by_value
    assert values[(values.unit == "T01") & (values.element == "tong_ho")].value.tolist() == [100]


def test_a_workbook_of_nobody_is_not_guessed(commune: Commune) -> None:
    commune.send(data=zipped(parts('<row r="1"><c r="A1"><v>7</v></c></row>')), name="T01 danh sach.xlsx")
    finding = commune.one()
    assert (finding.code, finding.severity) == ("KT-110", Severity.LOOK)
    assert finding.say == "Không nhận ra tệp “T01 danh sach.xlsx” là biểu của ai, kỳ nào."
