"""The message that goes with a returned form (tin nhắn Zalo): what to mend, how, by when, in a few plain lines."""

from kehoach.form.head import SEND_TO_KEY
from kehoach.plan.model import Plan
from kehoach.reply.model import Mending, Reply, Spot
from kehoach.vi.dates import print_date
from kehoach.vi.quoted import shortened

MOST_TOLD = 8
"""Causes told one by one; a longer message is not read on a telephone, and the form tells them all."""
MOST_CELLS = 3
MOST_READ = 40


def message(plan: Plan, reply: Reply) -> str:
    """The text, line by line."""
    form, mendings = reply.form, reply.mendings
    told = [f"{n}. {_told(mending)}" for n, mending in enumerate(mendings[:MOST_TOLD], 1)]
    more = len(mendings) - MOST_TOLD
    lines = [
        f"Kính gửi {form.unit.addressed},",
        f"Biểu số liệu {form.period.name} của đơn vị còn {len(mendings)} chỗ cần sửa:",
        *told,
        *([f"Và {more} chỗ nữa, xem trong tệp gửi kèm."] if more > 0 else []),
        _how(reply),
        by_when(reply),
        f"Trân trọng cảm ơn. {receiver(plan)}.",
    ]
    return "\n".join(lines)


def _how(reply: Reply) -> str:
    opened = f"Cách làm: mở tệp gửi kèm ({reply.form.file_name}), "
    if not reply.is_carried:
        return opened + "điền vào các ô màu vàng, lưu lại rồi gửi về chính tệp đó."
    return opened + "sửa các ô màu cam, lưu lại rồi gửi về chính tệp đó. Các ô khác đã có sẵn số gửi lần trước."


def by_when(reply: Reply) -> str:
    """The day by which units send; it may have passed, and nobody here knows what day it is."""
    day = print_date(reply.form.period.units_due)
    return f"Đề nghị gửi lại chậm nhất ngày {day}; đã qua ngày này thì gửi ngay."


def receiver(plan: Plan) -> str:
    """Who the form goes back to."""
    return plan.issuer.extra.get(SEND_TO_KEY) or plan.issuer.full_name


def shown(read: str) -> str:
    """What was read, or that nothing was."""
    return read or "(để trống)"


def _told(mending: Mending) -> str:
    """The cells and what is wrong; the sentence alone where it names the one cell's question itself."""
    if len(mending.spots) == 1 and mending.spots[0].field.label in mending.say:
        return f"Trang {mending.spots[0].field.sheet}, ô {mending.spots[0].ref}: {mending.say}"
    cells = "; ".join(_cell(spot) for spot in mending.spots[:MOST_CELLS])
    more = f"; và {len(mending.spots) - MOST_CELLS} ô nữa" if len(mending.spots) > MOST_CELLS else ""
    return f"{cells}{more}. {mending.say}" if cells else mending.say


def _cell(spot: Spot) -> str:
    said = f"đã ghi “{shortened(spot.read, MOST_READ)}”" if spot.read else "còn trống"
    return f"{spot.field.label} (trang {spot.field.sheet}, ô {spot.ref}) {said}"
