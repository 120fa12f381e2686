"""`kehoach templates`: the blank forms of a period (tạo biểu trắng), one for each unit that has something to answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.commands.outcome import Outcome, letter_lines
from kehoach.commands.period import chosen_period, open_plan
from kehoach.dataset.previous import previous_values
from kehoach.folder import WorkingFolder, at
from kehoach.form.layout import lay_out_form
from kehoach.form.locate import read_stamp
from kehoach.form.model import Form
from kehoach.form.sent import is_answered, version_after
from kehoach.form.write import form_workbook
from kehoach.handover.file import handover_file
from kehoach.letter.place import placed
from kehoach.letter.request import request_files
from kehoach.office.files import write_all
from kehoach.office.model import RawWorkbook, UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.review.proxy import is_blank, proxy_workbook
from kehoach.road import review_period
from kehoach.submission.folder import workbook_files
from kehoach.vi.dates import print_date
from kehoach.vi.values import Exact


@dataclass(frozen=True)
class _OwnForm:
    """Biểu của một đơn vị: where it lies, and what is to stand there (None: somebody has answered in it)."""

    form: Form
    place: Path
    blank: bytes | None


def run(directory: Path, code: str | None) -> Outcome:
    """Makes or refreshes the blank forms, `nhap-ho.xlsx` and the letters; a workbook with an answer is left alone."""
    folder, plan = open_plan(directory)
    period = chosen_period(plan, code) if code else plan.periods[0]
    forms = tuple(_forms(folder, plan, period))
    blanks = {own.place: own.blank for own in forms if own.blank is not None}
    answered = [own.form.unit.name for own in forms if own.blank is None]
    letters = placed(folder.letters(period), _letters(folder, plan, period, forms))
    folder.inbox(period).mkdir(parents=True, exist_ok=True)
    proxies = {folder.proxies: proxy_workbook(plan)} if is_blank(folder.proxies) else {}
    guide = handover_file(folder.handover, plan) if folder.handover.is_file() else {}
    write_all({**blanks, **proxies, **letters.files, **guide}, folder.kept(period))
    own = [o.place for o in forms if o.blank is not None and o.form.unit.is_standing]
    more = [f"Tự điền   {folder.shown(place)}" for place in own]
    return Outcome(_told(folder, period, len(blanks), answered, [*letter_lines(folder, plan, period, letters), *more]))


def _forms(folder: WorkingFolder, plan: Plan, period: Period) -> Iterator[_OwnForm]:
    """One for each unit that has something to answer; refreshed where it lies, whatever it is called by now."""
    inbox, previous = folder.inbox(period), _previous_values(folder, plan, period)
    for unit, sent in _sent(plan, period, inbox):
        if form := lay_out_form(plan, unit, period):
            place = sent[0][0] if sent else inbox / form.file_name
            if any(is_answered(workbook, form) for _, workbook in sent):
                yield _OwnForm(form, place, None)
            else:
                version = max((version_after(workbook, form) for _, workbook in sent), default=1)
                form = lay_out_form(plan, unit, period, version) or form
                yield _OwnForm(form, place, form_workbook(form, plan, previous))


def _letters(folder: WorkingFolder, plan: Plan, period: Period, forms: Sequence[_OwnForm]) -> Mapping[str, bytes]:
    enclosed = {own.form.unit.code: folder.shown(own.place) for own in forms if own.blank is not None}
    return request_files(plan, period, {own.form.unit.code: own.form for own in forms}, enclosed)


def _told(folder: WorkingFolder, period: Period, count: int, answered: list[str], letters: list[str]) -> str:
    inbox = f"{folder.shown(folder.inbox(period))}/"
    lines = [f"Biểu {period.name} (kỳ {period.code}): {count} biểu trắng ở {inbox}"]
    if answered:
        lines.append(f"Giữ nguyên {len(answered)} biểu đã có người điền: {', '.join(answered)}.")
    lines += letters
    if count:
        lines.append(f"Gửi biểu cho các đơn vị, hạn gửi về {print_date(period.units_due)}.")
    lines += [
        f"Chép tệp gửi về vào {inbox}, tên nào cũng được.",
        f"Đơn vị báo bằng điện thoại, ảnh, bản giấy: ghi vào {folder.shown(folder.proxies)}.",
        f"Sau đó chạy: kehoach check{at(folder.root)} -p {period.code}",
    ]
    return "\n".join(lines)


def _sent(plan: Plan, period: Period, inbox: Path) -> list[tuple[Unit, list[tuple[Path, RawWorkbook]]]]:
    """Each unit with the readable workbooks of this period that already lie in the folder under its stamp."""
    found: dict[str, list[tuple[Path, RawWorkbook]]] = {}
    for path in workbook_files(inbox):
        try:
            workbook = read_workbook(path)
        except UnreadableFile:
            continue
        stamp = read_stamp(workbook)
        if stamp and (stamp.plan, stamp.period) == (plan.issuer.plan_id, period.code):
            found.setdefault(stamp.unit, []).append((path, workbook))
    return [(unit, found.get(unit.code, [])) for unit in plan.active_units(period)]


def _previous_values(folder: WorkingFolder, plan: Plan, period: Period) -> dict[tuple[str, str], Exact]:
    """What is printed beside the answers: accepted values of the period before, else last year's."""
    before = plan.before(period)
    return previous_values(plan, period, review_period(folder, plan, before[-1]).accepted if before else None)
