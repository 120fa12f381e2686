"""All that came back in a period (thư mục gửi về): each file read, and of several from one unit the one that counts."""

from collections.abc import Callable
from pathlib import Path

from kehoach.file_names import LOCK
from kehoach.finding import Finding, Place, Severity
from kehoach.form.layout import lay_out_form
from kehoach.form.model import Form
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.submission.folder import lock_files, our_files, shown_name, shown_names, workbook_files
from kehoach.submission.model import Submission
from kehoach.submission.read import read_submission
from kehoach.submission.rivals import settle


def read_inbox(
    plan: Plan, period: Period, folder: Path, done: Callable[[], object] = lambda: None
) -> tuple[Submission, ...]:
    """Every file of the folder, in the order of their names, `done` called after each; () without the folder."""
    forms = forms_of(plan, period)
    paths = workbook_files(folder)
    named = zip(paths, shown_names(folder, paths), strict=True)
    read = []
    for path, name in named:
        read.append(read_submission(path, name, plan, period, forms))
        done()
    settled = settle(forms, read)
    return (*settled, *_locks(folder, {s.file for s in settled}), *_passed_over(folder))


def forms_of(plan: Plan, period: Period) -> dict[str, Form]:
    """The form of each unit that has something to answer in the period, by unit code."""
    laid_out = ((u.code, lay_out_form(plan, u, period)) for u in plan.active_units(period))
    return {code: form for code, form in laid_out if form is not None}


def _locks(folder: Path, names: set[str]) -> list[Submission]:
    """KT-03: somebody has a file open; worth a look where the file itself is not there."""
    found = []
    for path in lock_files(folder):
        name = shown_name(folder, path)
        is_there = any(_locked(name, other) for other in names)
        say = f"Bỏ qua tệp tạm “{name}”: đang có người mở tệp này."
        severity = Severity.NOTED if is_there else Severity.LOOK
        finding = Finding("KT-03", severity, Place(file=name), name, say, "Đóng tệp trong Excel rồi chạy lại.")
        found.append(Submission(name, None, findings=(finding,), is_used=False))
    return found


def _passed_over(folder: Path) -> list[Submission]:
    """KT-114: a file under the name of one of ours; not read, and never in silence."""
    found = []
    for name in (shown_name(folder, path) for path in our_files(folder)):
        say = f"Bỏ qua tệp “{name}”: tên này là của tệp do chương trình ghi ra, không phải biểu gửi về."
        do = "Chép nhầm thì xóa đi; đơn vị gửi tệp tên như vậy thì đổi tên rồi chạy lại."
        finding = Finding("KT-114", Severity.LOOK, Place(file=name), name, say, do)
        found.append(Submission(name, None, findings=(finding,), is_used=False))
    return found


def _locked(lock: str, name: str) -> bool:
    """Excel writes "~$" before the name, over its first two letters where the name is long."""
    rest = lock.rpartition("/")[2].removeprefix(LOCK)
    return lock.rpartition("/")[0] == name.rpartition("/")[0] and name.rpartition("/")[2].endswith(rest)
