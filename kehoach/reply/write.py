"""Everything that goes back in a period (thư mục `tra-lai/`): for each unit its marked form and its message."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.model import Form
from kehoach.form.write import drawn_form
from kehoach.office.limits import write_text
from kehoach.office.text_file import text_file
from kehoach.office.workbook import cell_at, workbook_bytes
from kehoach.plan.edition import STAMP_SHEET
from kehoach.plan.model import Plan
from kehoach.reply.carry import carry
from kehoach.reply.gather import gather
from kehoach.reply.mark import mark
from kehoach.reply.message import message
from kehoach.reply.model import Reply
from kehoach.reply.sheet import write_mending_sheet
from kehoach.review.model import Review

MESSAGE = "message"
"""Key in the hidden sheet: the digest of the message that went with the form."""


def replies(plan: Plan, review: Review, forms: Mapping[str, Form]) -> Mapping[Path, bytes]:
    """File name → content. `forms` by unit code are the period's."""
    return dict(_files(plan, review, forms))


def message_digest(data: bytes) -> str:
    """How a form knows the message that went with it."""
    return hashlib.sha256(data).hexdigest()


def _files(plan: Plan, review: Review, forms: Mapping[str, Form]) -> Iterator[tuple[Path, bytes]]:
    for reply in gather(plan, review, forms):
        text = text_file(message(plan, reply))
        yield Path(reply.form.file_name), _workbook(plan, reply, message_digest(text))
        yield Path(f"{reply.form.unit.code}.txt"), text


def _workbook(plan: Plan, reply: Reply, digest: str) -> bytes:
    workbook = drawn_form(reply.form, plan, reply.previous)
    carry(workbook, reply)
    mark(workbook, reply)
    write_mending_sheet(workbook, plan, reply)
    _remember(workbook[STAMP_SHEET], digest)
    return workbook_bytes(workbook, reply.form.period.cutoff)


def _remember(hidden: Worksheet, digest: str) -> None:
    row = hidden.max_row + 1
    write_text(cell_at(hidden, row, 1), MESSAGE)
    write_text(cell_at(hidden, row, 2), digest)
