"""What goes out with the blank forms (đề nghị gửi số liệu): the công văn, a message a unit, one for all."""

from collections.abc import Mapping

from kehoach.form.model import Form
from kehoach.letter.messages import Message, messages_file
from kehoach.letter.official import official_letter, usual_addressees
from kehoach.letter.wording import Wording
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.model import Annex, Paragraph, Table, TableColumn, Text
from kehoach.word.write import report_document

LETTER, MESSAGES = "cong-van-de-nghi.docx", "tin-nhan-de-nghi.txt"
_LISTED = "Các đơn vị có tên tại Phụ lục kèm theo"
_COLUMNS = (TableColumn("STT", 0.09, "center"), TableColumn("Đơn vị", 0.41), TableColumn("Tệp biểu", 0.5))


def request_files(
    plan: Plan, period: Period, forms: Mapping[str, Form], enclosed: Mapping[str, str]
) -> dict[str, bytes]:
    """File name → content. `enclosed` says where the file to send lies, for those units that still have to answer;
    nothing where all have. The office that writes the report is not written to.
    """
    forms = {code: form for code, form in forms.items() if not form.unit.is_standing}
    enclosed = {code: path for code, path in enclosed.items() if code in forms}
    if not enclosed:
        return {}
    return {LETTER: _letter(plan, period, forms), MESSAGES: _messages(plan, period, forms, enclosed)}


def _letter(plan: Plan, period: Period, forms: Mapping[str, Form]) -> bytes:
    wording = Wording(plan, period)
    said = (wording.say("de_nghi_mo_dau"), *wording.lines("de_nghi_noi_dung"))
    letter = official_letter(
        plan,
        period,
        "đề nghị",
        wording.say("de_nghi_ve_viec"),
        usual_addressees(plan) or (_LISTED,),
        [Paragraph(f"cau.{number}", (text,)) for number, text in enumerate(said)],
        wording.say("de_nghi_ket"),
        period.cutoff,
        (_list(period, forms),),
    )
    return report_document(letter)


def _list(period: Period, forms: Mapping[str, Form]) -> Annex:
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((str(number),), (form.unit.name,), (form.file_name,)) for number, form in enumerate(forms.values(), 1)
    )
    return Annex("danh_sach", f"Danh sách đơn vị gửi số liệu {period.name}", (Table("danh_sach.bang", _COLUMNS, rows),))


def _messages(plan: Plan, period: Period, forms: Mapping[str, Form], enclosed: Mapping[str, str]) -> bytes:
    wording = Wording(plan, period)
    each = (
        Message(
            forms[code].unit,
            path,
            wording.to(forms[code].unit, path.rpartition("/")[2]).say("tin_de_nghi"),
        )
        for code, path in enclosed.items()
    )
    return messages_file(wording.say("tin_nhom_de_nghi"), each)
