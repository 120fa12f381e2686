"""Whom the report goes to (nơi nhận, kính gửi): proposed from the plan's own recipients, to no body that is gone."""

import re
from datetime import date

from kehoach.plan.catalogue.read import gone_body
from kehoach.plan.choices import ADDRESSED, SENT
from kehoach.plan.draft.model import Cell, Sheets, asked, from_plan, proposed
from kehoach.plan.sheets import PERIODS, RECIPIENTS
from kehoach.plan.signed.model import Said, SignedPlan, SignedRecipient
from kehoach.plan.texts import print_list
from kehoach.vi.dates import print_date, read_date

ADDRESSEES = "Nơi nhận của kế hoạch có mục đích báo cáo; xem lại báo cáo gửi ai, viết tên đầy đủ."
PROPOSED = "Nơi nhận của kế hoạch, tạm dùng cho báo cáo."
KEPT = "Nghị định 30/2020/NĐ-CP: dòng cuối là “Lưu: VT, đơn vị soạn thảo”."
DRAFTED = (
    "Kế hoạch không ghi đơn vị soạn thảo sau VT. Ký hiệu công văn kết thúc bằng đơn vị ấy (UBND-VHXH); tạm lấy đơn vị "
    "thường trực."
)
_UPPER = re.compile(r"huyện|tỉnh|thành phố|sở |thị ủy|trung ương|cấp trên", re.IGNORECASE)
_KEPT = re.compile(r"^lưu\b", re.IGNORECASE)
_KEPT_BY_CLERK = re.compile(r"^lưu\s*:\s*VT\W*$", re.IGNORECASE)


def addressees(plan: SignedPlan, day: date) -> Cell:
    """Kính gửi of a report signed on a day."""
    upper = [r.name.text for r in plan.recipients if _is_upper(r)]
    gone = {name: body for name in upper if (body := gone_body(name, day))}
    told = " ".join(f"“{name}”: từ ngày {print_date(body.since)}, {body.now}." for name, body in gone.items())
    left = [name for name in upper if name not in gone]
    if left:
        return proposed(print_list(left), f"{ADDRESSEES} {told}".strip())
    return asked(f"Ghi nơi nhận báo cáo. {told}") if gone else Cell("")


def add_recipients(sheets: Sheets, plan: SignedPlan, drafter: str) -> None:
    """Rows of `Nơi nhận`; after the periods, whose reports they are."""
    days = [day for row in sheets.rows[PERIODS.key] if (day := read_date(row["report_due"]))]
    for recipient in plan.recipients:
        sheets.add(
            RECIPIENTS,
            {
                "name": _name(recipient.name, drafter),
                "purpose": recipient.purpose,
                "kế hoạch": SENT,
                "báo cáo": _role(recipient, days),
                "công văn": SENT if _KEPT.match(recipient.name.text) else "",
            },
        )


def _role(recipient: SignedRecipient, days: list[date]) -> Cell:
    """As for the plan; nothing where the body is gone by the first report."""
    bodies = [gone_body(recipient.name.text, day) for day in days]
    role = ADDRESSED if _is_upper(recipient) else SENT
    body = next((body for body in bodies if body), None)
    if body is None:
        return proposed(role, PROPOSED)
    return proposed("" if all(bodies) else role, f"Từ ngày {print_date(body.since)}, {body.now}.")


def _is_upper(recipient: SignedRecipient) -> bool:
    return bool(recipient.purpose) and bool(_UPPER.search(recipient.name.text))


def _name(said: Said, drafter: str) -> Cell:
    """As the plan has it; to look at where "Lưu: VT" is said in another way, or without the drafting unit."""
    if not _KEPT.match(said.text):
        return from_plan(said)
    if not re.search(r"\bVT\b", said.text):
        return proposed(said.text, f"{KEPT} Trong kế hoạch: {said.source}")
    if _KEPT_BY_CLERK.match(said.text):
        text = f"{said.text}, {drafter}" if drafter else said.text
        return proposed(text, f"{DRAFTED} Trong kế hoạch: {said.source}")
    return from_plan(said)
