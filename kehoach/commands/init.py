"""`kehoach init`: lays down a working folder (tạo thư mục làm việc)."""

from collections.abc import Mapping
from pathlib import Path

from kehoach.commands import init_again, init_from, init_plan
from kehoach.commands.outcome import Outcome
from kehoach.errors import UseError
from kehoach.file_names import INPUT, OUTPUT
from kehoach.folder import WorkingFolder, at
from kehoach.handover.file import handover_file
from kehoach.office.files import write_all
from kehoach.plan.draft.onto import next_year_draft
from kehoach.plan.draft.write import draft_workbook
from kehoach.plan.examples import example_workbook
from kehoach.plan.next_year import next_year_rows, next_year_workbook
from kehoach.plan.read import read_plan
from kehoach.plan.spell import spell_plan
from kehoach.review.proxy import proxy_workbook
from kehoach.road import Progress


def run(
    directory: Path, last_year: Path | None = None, progress: Progress = lambda _: None, signed: Path | None = None
) -> Outcome:
    """Writes a plan workbook (of examples, of what last year's folder hands on, of a signed plan, or of both),
    `DOC-TRUOC.txt` and an empty `nhap-ho.xlsx`, which for a signed plan alone waits until the units are named.

    Where a plan already lies nothing is written over: an amending document gets a workbook beside it.
    """
    folder = WorkingFolder(directory)
    if folder.plan.exists() and signed and not last_year:
        return init_again.run(folder, signed)
    if folder.plan.exists():
        raise UseError(f"Thư mục này đã có kế hoạch ({folder.plan}). Không ghi đè; hãy chọn tên thư mục khác.")
    last = init_from.read_last_year(last_year, progress) if last_year else None
    if signed and last:
        return _both(folder, signed, last)
    if signed:
        plan_read, draft = init_plan.read_draft(signed)
        _lay_down(folder, {folder.plan: draft_workbook(draft), **handover_file(folder.handover, None)})
        return Outcome(init_plan.told(plan_read, draft, directory, folder.plan), waits=True)
    if last:
        files = {
            folder.plan: next_year_workbook(last.plan, last.numbers),
            folder.proxies: proxy_workbook(last.successor),
        }
        _lay_down(folder, {**files, **handover_file(folder.handover, last.successor)})
        return Outcome(init_from.told(last, directory))
    return _examples(folder)


def nameless(last_year: Path | None, signed: Path | None) -> UseError:
    """What to type where the new folder was not named: the same command with a name."""
    given = [f'--from "{last_year}"'] if last_year else []
    given += [f'--plan "{signed}"'] if signed else []
    name = signed.stem if signed else "Ke hoach nam sau" if last_year else "Ke hoach moi"
    command = " ".join((f'kehoach init "{name}"', *given))
    return UseError(f"Chưa ghi tên thư mục mới. Gõ (đặt tên thư mục tùy ý): {command}")


def _both(folder: WorkingFolder, signed: Path, last: init_from.LastYear) -> Outcome:
    """Next year's folder: what stays from last year, what is promised from the new plan."""
    plan_read, _ = init_plan.read_draft(signed)
    year = last.plan.issuer.year + 1
    if plan_read.year and plan_read.year != year:
        raise UseError(
            f"{signed.name} là kế hoạch năm {plan_read.year}, còn {last.folder.root} là của năm {year - 1}. Xem lại đã "
            "chọn đúng tệp kế hoạch, đúng thư mục năm trước chưa."
        )
    draft = next_year_draft(next_year_rows(last.plan, last.numbers), plan_read, spell_plan(last.plan))
    files = {folder.plan: draft_workbook(draft), folder.proxies: proxy_workbook(last.successor)}
    _lay_down(folder, {**files, **handover_file(folder.handover, None)})
    lines = (*init_from.told_along(last), init_plan.told(plan_read, draft, folder.root, folder.plan))
    return Outcome("\n".join(lines), waits=True)


def _examples(folder: WorkingFolder) -> Outcome:
    directory = folder.root
    _lay_down(folder, {folder.plan: example_workbook()})
    plan = read_plan(folder.plan)
    write_all({folder.proxies: proxy_workbook(plan), **handover_file(folder.handover, plan)})
    first = plan.periods[0].code
    return Outcome(
        f"Đã tạo thư mục làm việc: {directory}\n"
        f"1. Mở {folder.plan}, đọc trang Hướng dẫn, thay các dòng ví dụ bằng kế hoạch của xã.\n"
        f"2. Tạo biểu gửi các đơn vị: kehoach templates{at(directory)} -p {first}\n"
        f"3. Chép tệp gửi về vào {folder.root / INPUT / first}, rồi kiểm tra: "
        f"kehoach check{at(directory)} -p {first}\n"
        f"4. Lập báo cáo: kehoach build{at(directory)} -p {first}\n"
        f"Việc của cả năm, để bàn giao: {folder.handover}"
    )


def _lay_down(folder: WorkingFolder, files: Mapping[Path, bytes]) -> None:
    folder.plan.parent.mkdir(parents=True, exist_ok=True)
    (folder.root / OUTPUT).mkdir(exist_ok=True)
    write_all(files)
