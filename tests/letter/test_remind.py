"""Who is urged, with which words, on which day."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from kehoach.commands import remind
from kehoach.letter.remind import reminder_files, urged
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import SentencePattern
from kehoach.plan.unit import Unit
from kehoach.submission.inbox import forms_of
from tests.reply.inbox import GOOD, Typed, reviewed, send
from tests.tiny import tiny_plan

OFFICE: Typed = {"van_ban": 4, "trang_thai.nv1": "đang làm", "trang_thai.nv2": "đang làm", "uu_diem.d1": "Tốt."}
ALL: dict[str, Typed] = {
    **{code: {**GOOD, "tong_ho": 120, "ho_dk": 90} for code in ("T01", "T02", "T03")},
    "C01": {"cq_dat": "có"},
    "C02": {"cq_dat": "có"},
    "VP": OFFICE,
}
DUE = date(2023, 3, 15)


def reminder(root: Path, typed: dict[str, Typed], on: date = DUE, plan: Plan | None = None) -> dict[str, bytes]:
    plan = plan or tiny_plan()
    period = plan.period("2023-Q1")
    forms = forms_of(plan, period)
    who = urged(plan, reviewed(send(root, period.code, typed), period.code, plan), forms)
    return reminder_files(plan, period, who, on, {code: f"bieu/{form.file_name}" for code, form in forms.items()})


def text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


@pytest.fixture(scope="module")
def two_wait(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Thôn Một says that more families registered than there are; Thôn Ba sent nothing."""
    typed = {code: values for code, values in ALL.items() if code != "T03"}
    return reminder(tmp_path_factory.mktemp("xa"), {**typed, "T01": {**GOOD, "ho_dk": 130}})


def test_the_letter_goes_to_those_it_lists(two_wait: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(two_wait["cong-van-don-doc.docx"]))
    said = [p.text for p in document.paragraphs if p.text]
    assert said[:3] == ["Kính gửi:", "- Thôn Ba;", "- Thôn Một."]
    assert "còn 01 đơn vị chưa gửi số liệu, 01 đơn vị có chỗ cần sửa" in said[3]
    assert [[c.text for c in row.cells] for row in document.tables[1].rows] == [
        ["STT", "Đơn vị", "Tình hình"],
        ["1", "Thôn Ba", "Chưa gửi số liệu"],
        ["2", "Thôn Một", "Cần sửa 01 chỗ"],
    ]
    assert "V/v đôn đốc gửi số liệu quý I năm 2023" in " ".join(
        p.text.replace("\n", " ") for row in document.tables[0].rows for cell in row.cells for p in cell.paragraphs
    )


def test_each_message_is_complete_and_headed_by_whom_to_send_it_to(two_wait: dict[str, bytes]) -> None:
    raw = two_wait["tin-nhan-don-doc.txt"]
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == raw.count(b"\n")
    said = text(raw)
    everybody, late, mending = said.split("=" * 72 + "\n")[1:]
    assert "Chưa gửi: Thôn Ba.\nCần sửa: Thôn Một.\n" in everybody
    assert late.startswith("Thôn Ba\nGửi kèm: bieu/T03-")
    assert (
        "Kính gửi đồng chí Trưởng thôn Ba," in late and "Hạn gửi: ngày 15/3/2023." in late and "các ô màu vàng" in late
    )
    assert mending.startswith("Thôn Một · Trần Thị A · 0900000001\nGửi kèm: bieu/T01-")
    assert "còn 1 chỗ cần sửa" in mending and "(130) lớn hơn tổng số hộ (100)" in mending
    assert not [c for c in said if c in "{}"]


def test_names_and_numbers_of_people_stand_in_the_messages_alone(two_wait: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(two_wait["cong-van-don-doc.docx"]))
    assert "Trần Thị A" not in document.element.xml and "0900000001" not in document.element.xml


@pytest.mark.parametrize(
    ("on", "letter", "message"),
    [
        (date(2023, 3, 14), "chậm nhất ngày 15/3/2023.", "Hạn gửi: ngày 15/3/2023."),
        (date(2023, 3, 16), "chậm nhất ngày 20/3/2023.", "đã quá hạn 15/3/2023."),
        (date(2023, 3, 21), "ngay khi nhận được công văn này.", "đã quá hạn 15/3/2023."),
    ],
)
def test_a_day_that_has_passed_is_no_deadline_any_more(on: date, letter: str, message: str, tmp_path: Path) -> None:
    files = reminder(tmp_path, {code: typed for code, typed in ALL.items() if code != "T03"}, on)
    document = docx.Document(io.BytesIO(files["cong-van-don-doc.docx"]))
    assert [p.text for p in document.paragraphs if p.text][-2].endswith(letter)
    assert message in text(files["tin-nhan-don-doc.txt"])


def test_the_plans_own_words_go_before_ours(tmp_path: Path) -> None:
    plan = tiny_plan()
    own = SentencePattern("tin_don_doc", "", "Bác ơi, {ten_don_vi} gửi giúp em\ntệp {ten_tep} nhé.", PeriodChoice())
    plan = replace(plan, sentences=(*plan.sentences, own))
    files = reminder(tmp_path, {code: typed for code, typed in ALL.items() if code != "T03"}, plan=plan)
    assert "\nBác ơi, Thôn Ba gửi giúp em\ntệp T03-ba_T_2023-Q1.xlsx nhé.\n" in text(files["tin-nhan-don-doc.txt"])


@pytest.mark.parametrize(
    ("name", "kind", "reporter", "addressed"),
    [
        ("Thôn Nà Hòa", "thôn", "Lý Thị B", "đồng chí Lý Thị B (Thôn Nà Hòa)"),
        ("Bản Mới", "bản", "", "đồng chí Trưởng bản Mới"),
        ("Nà Hòa", "thôn", "", "đồng chí Trưởng thôn Nà Hòa"),
        ("Tổ dân phố 5", "tổ dân phố", "", "đồng chí Tổ trưởng tổ dân phố 5"),
        ("Trạm Y tế xã", "ngành", "", "Trạm Y tế xã"),
    ],
)
def test_a_message_greets_a_person_where_there_is_one(name: str, kind: str, reporter: str, addressed: str) -> None:
    assert Unit("A1", name, "a", kind, reporter=reporter).addressed == addressed


def test_the_office_that_writes_the_report_writes_no_letter_to_itself(tmp_path: Path) -> None:
    typed = {code: values for code, values in ALL.items() if code not in ("VP", "T03")}
    files = reminder(tmp_path / "hai", typed)
    document = docx.Document(io.BytesIO(files["cong-van-don-doc.docx"]))
    assert [row.cells[1].text for row in document.tables[1].rows[1:]] == ["Thôn Ba"]
    assert "Công chức Văn hóa" not in text(files["tin-nhan-don-doc.txt"])
    plan = tiny_plan()
    alone = reviewed(send(tmp_path / "mot", "2023-Q1", {k: v for k, v in ALL.items() if k != "VP"}), "2023-Q1", plan)
    who = urged(plan, alone, forms_of(plan, plan.period("2023-Q1")))
    assert (who.units, [unit.code for unit in who.own]) == ((), ["VP"])


def test_nobody_is_urged_when_all_is_in(tmp_path: Path) -> None:
    assert reminder(tmp_path, ALL) == {}


def test_the_command_says_whom_to_call_and_where_the_letters_lie(own_sample_folder: Path) -> None:
    inbox = own_sample_folder / "input_templates" / "2023-Q1"
    waiting = remind.run(own_sample_folder, "2023-Q1", None)
    output = own_sample_folder / "output"
    assert not waiting.waits and "không có đơn vị nào phải đôn đốc" in waiting.text and not output.exists()
    next(inbox.glob("T05-*")).unlink()
    said = remind.run(own_sample_folder, "2023-Q1", date(2023, 3, 16)).text.splitlines()
    assert said == [
        "Đôn đốc   quý I năm 2023 (kỳ 2023-Q1), đến ngày 16/3/2023",
        "Chưa gửi  Thôn Làng Giữa · Vi Thị Mẫu Năm · 0900000005",
        "Thư       output/2023-Q1/thu/: cong-van-don-doc.docx, tin-nhan-don-doc.txt",
    ]
    assert {p.name for p in (output / "2023-Q1" / "thu").iterdir()} == {"cong-van-don-doc.docx", "tin-nhan-don-doc.txt"}
    assert (output / "2023-Q1" / "kiem-tra.xlsx").is_file()
    told = text((output / "2023-Q1" / "thu" / "tin-nhan-don-doc.txt").read_bytes())
    assert "_VH_2023-Q1.xlsx (chưa có, chạy trước: kehoach templates -p 2023-Q1)\n" in told
