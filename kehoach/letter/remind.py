"""Who is urged, with what (đôn đốc): units that sent nothing, and those that have something to mend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.form.model import Form
from kehoach.letter.messages import Message, messages_file
from kehoach.letter.official import official_letter
from kehoach.letter.wording import Wording
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.reply.gather import gather
from kehoach.reply.message import message
from kehoach.reply.model import Reply
from kehoach.report.model import Block, Paragraph, Table, TableColumn, Text
from kehoach.review.model import Review
from kehoach.vi.dates import print_date
from kehoach.word.write import report_document

LETTER, MESSAGES = "cong-van-don-doc.docx", "tin-nhan-don-doc.txt"
MOST_NAMED = 5
"""Addressees by name; more stand in the list alone."""
_LISTED = "Các đơn vị có tên dưới đây"
_COLUMNS = (TableColumn("STT", 0.09, "center"), TableColumn("Đơn vị", 0.5), TableColumn("Tình hình", 0.41))


@dataclass(frozen=True)
class Urged:
    """Các đơn vị cần đôn đốc: forms of those that sent nothing, replies to those with something to mend.

    `own` are those of them that write the report themselves: they are told, not written to.
    """

    late: tuple[Form, ...]
    mending: tuple[Reply, ...]
    own: tuple[Unit, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All of them."""
        return (*(form.unit for form in self.late), *(reply.form.unit for reply in self.mending))

    @property
    def counted(self) -> str:
        """ "còn 03 đơn vị chưa gửi số liệu, 02 đơn vị có chỗ cần sửa"."""
        late = f"còn {len(self.late):02d} đơn vị chưa gửi số liệu" if self.late else ""
        mending = f"{len(self.mending):02d} đơn vị có chỗ cần sửa" if self.mending else ""
        return ", ".join(filter(None, (late, mending)))

    @property
    def listed(self) -> str:
        """ "Chưa gửi: …", "Cần sửa: …", a line each."""
        late, mending = (form.unit.name for form in self.late), (reply.form.unit.name for reply in self.mending)
        groups = (("Chưa gửi", ", ".join(late)), ("Cần sửa", ", ".join(mending)))
        return "\n".join(f"{what}: {names}." for what, names in groups if names)


def urged(plan: Plan, review: Review, forms: Mapping[str, Form]) -> Urged:
    """Those that the report still waits for, in the plan's order; not units it may go out without."""
    mending = gather(plan, review, forms)
    asked = {*review.without, *(reply.form.unit.code for reply in mending)}
    late = tuple(forms[u] for u in review.accepted.reception.missing if u in forms and u not in asked)
    own = tuple(unit for unit in Urged(late, mending).units if unit.is_standing)
    others = tuple(reply for reply in mending if not reply.form.unit.is_standing)
    return Urged(tuple(form for form in late if not form.unit.is_standing), others, own)


def reminder_files(plan: Plan, period: Period, who: Urged, on: date, enclosed: Mapping[str, str]) -> dict[str, bytes]:
    """File name → content, as of a day; nothing where nobody is urged. `enclosed` says where each file to send lies."""
    if not who.units:
        return {}
    wording = Wording(plan, period).knowing(
        ngay_nhac=print_date(on),
        con_han=print_date(period.units_due) if on <= period.units_due else "",
        han_bao_cao=print_date(period.report_due) if on <= period.report_due else "",
        tinh_hinh=who.counted,
        danh_sach=who.listed,
    )
    messages = messages_file(wording.say("tin_nhom_don_doc"), _messages(wording, who, enclosed))
    return {LETTER: _letter(wording, who, on), MESSAGES: messages}


def _letter(wording: Wording, who: Urged, on: date) -> bytes:
    said = enumerate(wording.lines("don_doc_noi_dung"))
    blocks: Sequence[Block] = (
        Paragraph("mo_dau", (wording.say("don_doc_mo_dau"),)),
        _table(who),
        *(Paragraph(f"cau.{number}", (text,)) for number, text in said),
    )
    names = tuple(unit.name for unit in who.units)
    letter = official_letter(
        wording.plan,
        wording.period,
        "đôn đốc",
        wording.say("don_doc_ve_viec"),
        names if len(names) <= MOST_NAMED else (_LISTED,),
        blocks,
        wording.say("don_doc_ket"),
        on,
    )
    return report_document(letter)


def _table(who: Urged) -> Table:
    late = ((form.unit.name, "Chưa gửi số liệu") for form in who.late)
    mending = ((reply.form.unit.name, f"Cần sửa {len(reply.mendings):02d} chỗ") for reply in who.mending)
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((str(number),), (name,), (what,)) for number, (name, what) in enumerate((*late, *mending), 1)
    )
    return Table("danh_sach.bang", _COLUMNS, rows)


def _messages(wording: Wording, who: Urged, enclosed: Mapping[str, str]) -> Iterator[Message]:
    for form in who.late:
        text = wording.to(form.unit, form.file_name).say("tin_don_doc")
        yield Message(form.unit, enclosed[form.unit.code], text)
    for reply in who.mending:
        yield Message(reply.form.unit, enclosed[reply.form.unit.code], message(wording.plan, reply))
