"""`kehoach remind`: who to urge (đôn đốc), with the công văn and the messages, as of a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kehoach.commands.outcome import Outcome, letter_lines, returned_lines
from kehoach.commands.period import walk_period
from kehoach.folder import WorkingFolder
from kehoach.letter.place import Placed, placed
from kehoach.letter.remind import Urged, reminder_files, urged
from kehoach.outputs import write_reminder
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.unit import Unit
from kehoach.road import Progress
from kehoach.submission.inbox import forms_of
from kehoach.vi.dates import print_date


def run(directory: Path, code: str | None, on: date | None, progress: Progress = lambda _: None) -> Outcome:
    """Writes letter and messages to those the report waits for; says so and writes nothing where nobody is."""
    folder, walked = walk_period(directory, code, progress=progress)
    plan, period = walked.plan, walked.period
    day = on or period.units_due
    who = urged(plan, walked.review, forms_of(plan, period))
    if not who.units:
        own = _own(folder, period, who)
        return Outcome("\n".join([f"Kỳ {period.code}: không có đơn vị nào phải đôn đốc.", *own]))
    letters = reminder_files(plan, period, who, day, dict(_enclosed(folder, period, who)))
    place = placed(folder.letters(period), letters)
    written = write_reminder(folder, walked, place.files)
    returned = returned_lines(folder, period, written.returned)
    return Outcome("\n".join([*_told(folder, plan, period, who, day, place), *returned]))


def _enclosed(folder: WorkingFolder, period: Period, who: Urged) -> Iterator[tuple[str, str]]:
    """Where the file to send to each unit lies; a blank form that is not there is to be made first."""
    for form in who.late:
        path = folder.inbox(period) / form.file_name
        lost = "" if path.is_file() else f" (chưa có, chạy trước: kehoach templates -p {period.code})"
        yield form.unit.code, folder.shown(path) + lost
    for reply in who.mending:
        yield reply.form.unit.code, folder.shown(folder.replies(period) / reply.form.file_name)


def _told(folder: WorkingFolder, plan: Plan, period: Period, who: Urged, day: date, place: Placed) -> Iterator[str]:
    yield f"Đôn đốc   {period.name} (kỳ {period.code}), đến ngày {print_date(day)}"
    yield from (f"Chưa gửi  {_person(form.unit)}" for form in who.late)
    yield from (f"Cần sửa   {_person(r.form.unit)}: {len(r.mendings)} chỗ" for r in who.mending)
    yield from _own(folder, period, who)
    yield from letter_lines(folder, plan, period, place)


def _own(folder: WorkingFolder, period: Period, who: Urged) -> Iterator[str]:
    """What the office that writes the report has to do itself."""
    answers = folder.shown(folder.answers(period))
    return (f"Tự làm    {unit.name}: biểu của mình chưa xong, xem {answers}" for unit in who.own)


def _person(unit: Unit) -> str:
    return " · ".join(filter(None, (unit.name, unit.reporter, unit.phone)))
