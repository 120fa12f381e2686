"""`kehoach init`: lays down a working folder (tạo thư mục làm việc)."""

from pathlib import Path

from kehoach.commands import init_plan
from kehoach.commands.init_from import read_last_year, told
from kehoach.commands.outcome import Outcome
from kehoach.errors import UseError
from kehoach.folder import WorkingFolder, at
from kehoach.office.files import write_all
from kehoach.plan.draft.write import draft_workbook
from kehoach.plan.examples import example_workbook
from kehoach.plan.next_year import next_year_workbook
from kehoach.plan.read import read_plan
from kehoach.review.proxy import proxy_workbook
from kehoach.road import Progress


def run(
    directory: Path, last_year: Path | None = None, progress: Progress = lambda _: None, signed: Path | None = None
) -> Outcome:
    """Writes a plan workbook (of examples, of what last year's folder hands on, or of a signed plan) and an empty
    `nhap-ho.xlsx`, which for a signed plan waits until the units are named.

    Refuses where a plan already lies.
    """
    folder = WorkingFolder(directory)
    if folder.plan.exists():
        raise UseError(f"Thư mục này đã có kế hoạch ({folder.plan}). Không ghi đè; hãy chọn tên thư mục khác.")
    if signed:
        plan_read, draft = init_plan.read_draft(signed)
        folder.plan.parent.mkdir(parents=True, exist_ok=True)
        (directory / "output").mkdir(exist_ok=True)
        write_all({folder.plan: draft_workbook(draft)})
        return Outcome(init_plan.told(plan_read, draft, directory, folder.plan), waits=True)
    last = read_last_year(last_year, progress) if last_year else None
    folder.plan.parent.mkdir(parents=True, exist_ok=True)
    (directory / "output").mkdir(exist_ok=True)
    if last:
        files = {
            folder.plan: next_year_workbook(last.plan, last.numbers),
            folder.proxies: proxy_workbook(last.successor),
        }
        write_all(files)
        return Outcome(told(last, directory))
    write_all({folder.plan: example_workbook()})
    plan = read_plan(folder.plan)
    write_all({folder.proxies: proxy_workbook(plan)})
    first = plan.periods[0].code
    return Outcome(
        f"Đã tạo thư mục làm việc: {directory}\n"
        f"1. Mở {folder.plan}, đọc trang Hướng dẫn, thay các dòng ví dụ bằng kế hoạch của xã.\n"
        f"2. Tạo biểu gửi các đơn vị: kehoach templates{at(directory)} -p {first}\n"
        f"3. Chép tệp gửi về vào {directory / 'input_templates' / first}, rồi kiểm tra: "
        f"kehoach check{at(directory)} -p {first}\n"
        f"4. Lập báo cáo: kehoach build{at(directory)} -p {first}"
    )
