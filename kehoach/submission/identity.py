"""Whose file it is (nhận ra tệp của ai): by its stamp, by what stands visibly in its head, by its name only to urge."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from kehoach.finding import Finding, Place
from kehoach.form.head import TITLE
from kehoach.form.model import Form, Stamp
from kehoach.office.model import CellKind, RawWorkbook
from kehoach.plan.element import COMMUNE
from kehoach.plan.lineage import went_into
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.submission.refusals import sent_back
from kehoach.vi.lookalikes import tone_key
from kehoach.vi.names import fold, slug, tidy
from kehoach.vi.syllables import TONES

ANOTHER = r"(?!\s+(?:\d{1,2}|[ivx]+)\b)"
"""A number after a name makes it another's: "Nà Hoà 2" is not "Nà Hoà". In names of files it may count copies."""
HEAD_ROWS = 12
"""How far down a sheet its head may reach."""


def seen_stamp(workbook: RawWorkbook, plan: Plan) -> Stamp | None:
    """The stamp as a reader of the sheet would give it; None unless plan, unit and period stand in the head.

    The first line that names a unit names the sender: further down stands where the form goes back to.
    """
    lines = tuple(_head_lines(workbook))
    units = _seen(lines, {u.code: (u.name, *u.aliases) for u in plan.units if u.kind != COMMUNE})
    periods = _seen(lines, {p.code: (p.name, p.code) for p in plan.periods})
    if len(units) != 1 or len(periods) != 1 or not any(fold(plan.issuer.plan_number) in fold(line) for line in lines):
        return None
    return Stamp(plan.issuer.plan_id, plan.issuer.commune_code, periods[0], units[0], form="")


def title_of(workbook: RawWorkbook) -> str:
    """The line that says whose form it is and of which period, as it stands there now; "" where it is gone."""
    return next((line for line in _head_lines(workbook) if fold(TITLE) in fold(line)), "")


def titled_otherwise(workbook: RawWorkbook, stamp: Stamp, plan: Plan) -> Unit | None:
    """The one other unit that the title names, where it does not name the unit whose form it is."""
    found = _seen((title_of(workbook),), {u.code: (u.name, *u.aliases) for u in plan.units if u.kind != COMMUNE})
    return plan.unit(found[0]) if len(found) == 1 and found[0] != stamp.unit else None


def unit_by_name(file: str, units: Iterable[Unit]) -> str:
    """The unit a file's name speaks of, by code in front or name within; "" unless exactly one. Never for numbers."""
    known = tuple(units)
    stem = slug(file.rpartition("/")[2].rpartition(".")[0])
    by_code = [u.code for u in known if re.match(rf"{re.escape(slug(u.code))}(?![a-z0-9])", stem)]
    names = {u.code: tuple(slug(n).replace("-", " ") for n in (u.name, *u.aliases)) for u in known}
    found = by_code or _named(stem.replace("-", " "), names, fold)
    return found[0] if len(found) == 1 else ""


def misdirected(
    stamp: Stamp, file: str, plan: Plan, period: Period, forms: Mapping[str, Form], title: str = ""
) -> Finding | None:
    """Why a stamped file does not belong here, with where it does; None where it does. `title` is that of the sheet."""
    if _differ(stamp.org, plan.issuer.commune_code):
        say = f"Tệp “{file}” là của xã khác (mã {stamp.org}), không thuộc {plan.issuer.commune}."
        return sent_back("KT-71", Place(file=file), say, "Gửi trả nơi gửi; bỏ tệp này khỏi thư mục.", stamp.org)
    place = Place(stamp.unit if stamp.unit in forms else "", file)
    if _differ(stamp.plan, plan.issuer.plan_id):
        say = f"Tệp “{file}” lập theo kế hoạch khác ({stamp.plan})."
        return sent_back("KT-71", place, say, "Đề nghị điền vào biểu của kế hoạch này.", stamp.plan)
    name = plan.name_of(stamp.unit) or stamp.unit
    if _differ(stamp.period, period.code):
        say, do = _of_another_period(stamp, file, name, period, title)
        return sent_back("KT-66", place, say, do, stamp.period)
    if stamp.unit not in forms:
        gone = next((went_into(plan, u) for u in plan.units if u.code == stamp.unit), "")
        say = f"Tệp “{file}” ghi đơn vị “{name}”, không có trong các đơn vị phải gửi kỳ này{gone}."
        if gone:
            return sent_back("KT-41", place, say, "Hỏi đơn vị mới đã tính cả số này chưa; bỏ tệp này.", stamp.unit)
        return sent_back("KT-41", place, say, "Xem lại trang Đơn vị của kế hoạch.", stamp.unit)
    return None


def _of_another_period(stamp: Stamp, file: str, name: str, period: Period, title: str) -> tuple[str, str]:
    """What is said and to be done; an old form whose title was typed over may hold the numbers of this period."""
    say = f"Tệp “{file}” của {name} là kỳ {stamp.period}, đang lập kỳ {period.code}"
    if fold(period.name) not in fold(title):
        return f"{say}.", f"Chép tệp vào thư mục {stamp.period}."
    return f"{say}; nhưng đầu trang ghi {period.name}.", (
        f"Hỏi đơn vị: số {period.name} thì gửi lại bằng biểu kỳ này, hoặc xã ghi vào nhap-ho.xlsx; "
        f"số kỳ {stamp.period} thì chép tệp vào thư mục {stamp.period}."
    )


def _differ(one: str, other: str) -> bool:
    return tidy(one).casefold() != tidy(other).casefold()


def _seen(lines: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Codes named in the first line that names any; with accents, however placed, before without."""
    for line in lines:
        for spelt in (tone_key, fold):
            if found := _named(spelt(line), names, spelt, ANOTHER):
                return found
    return []


def _head_lines(workbook: RawWorkbook) -> Iterable[str]:
    for sheet in workbook.sheets:
        for (row, _), cell in sorted(sheet.cells.items()):
            if row <= HEAD_ROWS and cell.kind is CellKind.TEXT:
                yield str(cell.value)


def _named(text: str, names: Mapping[str, tuple[str, ...]], spelt: Callable[[str], str], after: str = "") -> list[str]:
    """Codes whose names stand in the text as whole words, longest first: "Thôn 10" is not "Thôn 1".

    A name that several have names all of them. `after` is a pattern of what may follow.
    """
    codes: dict[str, list[str]] = defaultdict(list)
    for code, many in names.items():
        for name in dict.fromkeys(spelt(n) for n in many if n):
            codes[name].append(code)
    found: dict[str, None] = {}
    for name in sorted((name for name in codes if name in text), key=len, reverse=True):
        text, count = re.subn(rf"(?<![\w{TONES}]){re.escape(name)}(?![\w{TONES}]){after}", " | ", text)
        found |= dict.fromkeys(codes[name] if count else ())
    return list(found)
