"""`kehoach build`: the whole road (lập báo cáo), from returned forms to the Word report."""

from datetime import date
from pathlib import Path

from kehoach.commands.outcome import (
    Outcome,
    earlier_lines,
    issued_lines,
    note_lines,
    open_lines,
    returned_lines,
    review_data,
)
from kehoach.commands.period import walk_period
from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.since import changed_since
from kehoach.errors import UseError
from kehoach.folder import WorkingFolder
from kehoach.outputs import write_build
from kehoach.report.closing import closing_lines
from kehoach.road import Progress, Walk
from kehoach.step import Step


def run(
    directory: Path,
    code: str | None,
    input_dir: Path | None,
    output_dir: Path | None,
    final: bool,
    with_trace: bool,
    with_pdf: bool,
    made_on: date | None,
    progress: Progress,
) -> Outcome:
    """Writes report, `kiem-tra.xlsx` and `so-lieu.csv`; a draft while something waits, and no final one then."""
    folder, walked = walk_period(directory, code, input_dir, output_dir, progress, final, made_on)
    if final and (walked.review.open or walked.gone):
        raise UseError(_refusal(folder, walked))
    changed = _changed(folder, walked)
    if with_pdf:
        progress(Step("xuất PDF, có thể mất một phút"))
    written = write_build(folder, walked, with_trace, with_pdf)
    report = folder.shown(folder.report(walked.period)) + (" (bản dự thảo)" if walked.report.draft_reason else "")
    lines = [*note_lines(walked), *open_lines(walked.review), *changed, *issued_lines(folder, walked.period)]
    if written.kept:
        kept = folder.shown(folder.report(walked.period).with_name(written.kept))
        lines.append(f"Báo cáo cũ đã được sửa tay, giữ lại ở {kept}; bản mới chưa có những chỗ sửa ấy.")
    lines += returned_lines(folder, walked.period, written.returned)
    if with_trace:
        lines.append(f"Truy vết  {folder.shown(folder.trace(walked.period))}")
    lines += _pdf_lines(folder, walked, with_pdf, written.no_pdf)
    lines += earlier_lines(walked)
    lines += closing_lines(walked.assessment, report, folder.shown(folder.answers(walked.period)))
    waits = bool(walked.review.open or written.no_pdf)
    return Outcome("\n".join(lines), waits, review_data(walked))


def _refusal(folder: WorkingFolder, walked: Walk) -> str:
    """Why there is no final report: whom it must not go to, and what still waits."""
    lines = [*(finding.line for finding in walked.gone), *open_lines(walked.review)]
    reasons = [f"có {len(walked.gone)} nơi nhận không còn nữa"] if walked.gone else []
    if walked.review.open:
        reasons.append(
            f"còn {len(walked.review.open)} việc chờ xác nhận. Trả lời trong "
            f"{folder.shown(folder.answers(walked.period))} (chạy “kehoach check -p {walked.period.code}” để tạo)"
        )
    lines.append(
        f"Chưa lập bản chính thức được: {'; '.join(reasons)}{',' if walked.review.open else '. Sửa kế hoạch,'} hoặc bỏ "
        "--final để lập bản dự thảo."
    )
    return "\n".join(lines)


def _pdf_lines(folder: WorkingFolder, walked: Walk, with_pdf: bool, no_pdf: str) -> list[str]:
    """Where the PDF lies, how to make it by hand, or that the one there is of an earlier build."""
    pdf = folder.pdf(walked.period)
    shown, report = folder.shown(pdf), folder.shown(folder.report(walked.period))
    old = f" Tệp {shown} đang có là của lần lập trước." if pdf.is_file() else ""
    if no_pdf:
        return [f"Chưa có PDF: {no_pdf}. Mở {report} trong Word, chọn File → Save As → PDF.{old}"]
    if with_pdf:
        return [f"PDF       {shown}"]
    return [f"{old.strip()} Thêm --pdf để lập lại."] if old else []


def _changed(folder: WorkingFolder, walked: Walk) -> list[str]:
    """What the table of the last build said otherwise; looked at before it is written anew."""
    table = folder.table(walked.period)
    if not table.is_file():
        return []
    said = changed_since(walked.plan, table.read_bytes(), dataset_csv(walked.review.accepted))
    return [said] if said else []
