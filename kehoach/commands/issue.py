"""`kehoach issue`: the report was signed (ban hành báo cáo), under this number, on this day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kehoach import __version__
from kehoach.assessment.corrected import own_totals
from kehoach.assessment.issued import Issued
from kehoach.commands.outcome import Outcome
from kehoach.commands.period import chosen_period, open_plan
from kehoach.errors import UseError
from kehoach.file_names import INPUT, OUTPUT, OutputFile
from kehoach.folder import WorkingFolder
from kehoach.issue.archive import CONTENTS, Origin, archive
from kehoach.issue.document import SignedDocument, signed_document
from kehoach.office.package import pack
from kehoach.outputs import write_issue
from kehoach.report.frame import KIND
from kehoach.road import Progress, Walk, issued_report, walk
from kehoach.submission.folder import shown_names, workbook_files
from kehoach.vi.dates import print_date
from kehoach.word.sign import Signature

_MOST_TOLD = 5


def run(directory: Path, code: str, number: int, day: date, document: Path | None, progress: Progress) -> Outcome:
    """Keeps the signed report with all it rests on. Refuses while something is open, and a second number."""
    folder, plan = open_plan(directory)
    period = chosen_period(plan, code)
    before = issued_report(folder, period)
    if before and (before.number, before.signed_on) == (number, day):
        return Outcome(f"Kỳ {period.code} đã ban hành {before.title}, giữ ở {folder.shown(folder.issued(period))}/.")
    if before:
        raise UseError(
            f"Kỳ {period.code} đã ban hành {before.title}; văn bản đã ký không thay bằng số khác. Nếu lần trước ghi "
            f"nhầm, đổi tên thư mục {folder.shown(folder.issued(period))} để giữ lại bản cũ rồi chạy lại."
        )
    if day < period.cutoff and not period.is_estimate:
        raise UseError(f"Ngày ký {print_date(day)} trước ngày chốt số liệu ({print_date(period.cutoff)}). Sửa --ngay.")
    walked = walk(folder, plan, period, progress=progress)
    if walked.review.open:
        raise UseError(
            f"Chưa ban hành được: còn {len(walked.review.open)} việc chờ xác nhận. Trả lời trong "
            f"{folder.shown(folder.answers(period))}, chạy build --final, in, trình ký rồi chạy lại lệnh này."
        )
    signed = signed_document(folder.output(period), walked.report, Signature(number, day), document)
    issued = _issued(walked, number, day)
    files = archive(walked.assessment, issued, signed, tuple(_origins(folder, walked)))
    placed = {folder.issued(period) / name: data for name, data in files.items()}
    write_issue(folder, walked, issued, {**placed, folder.dossier(period): pack(files)})
    return Outcome("\n".join(_told(folder, walked, issued, signed, len(files))))


def _issued(walked: Walk, number: int, day: date) -> Issued:
    plan, period = walked.plan, walked.period
    totals = own_totals(plan, period, walked.assessment.total)
    symbol = walked.report.head.symbol
    return Issued(plan.issuer.plan_id, period.code, KIND, symbol, number, day, __version__, totals)


def _origins(folder: WorkingFolder, walked: Walk) -> Iterator[Origin]:
    """Plan, forms and answers of this and of every earlier period, as they lie, named as in a working folder."""
    plan, receptions = walked.plan, walked.review.accepted.receptions
    yield from _origin(folder.plan, f"{INPUT}/{folder.plan.name}", "kế hoạch")
    yield from _origin(folder.proxies, f"{INPUT}/{folder.proxies.name}", "số liệu cán bộ nhập hộ")
    for period in (*plan.before(walked.period), walked.period):
        senders = {file: plan.unit(unit).name for unit, file in receptions[period.code].received.items()}
        inbox, out = folder.inbox(period), f"{OUTPUT}/{period.code}"
        paths = workbook_files(inbox)
        for path, name in zip(paths, shown_names(inbox, paths), strict=True):
            what = f"biểu {period.name}: {senders.get(name, 'không dùng')}"
            yield from _origin(path, f"{INPUT}/{period.code}/{name.replace('?', '_')}", what)
        what = f"kiểm tra và câu trả lời, {period.name}"
        yield from _origin(folder.answers(period), f"{out}/{OutputFile.ANSWERS}", what)
        if period != walked.period:
            record = folder.record(period)
            what = f"báo cáo {period.name} đã ban hành"
            yield from _origin(record, f"{out}/{record.parent.name}/{record.name}", what)


def _origin(path: Path, name: str, what: str) -> Iterator[Origin]:
    """The file as it lies; nothing where there is none."""
    if path.is_file():
        yield Origin(name, what, path.read_bytes())


def _told(folder: WorkingFolder, walked: Walk, issued: Issued, signed: SignedDocument, count: int) -> Iterator[str]:
    period = walked.period
    where = folder.shown(folder.issued(period))
    if not signed.is_known:
        yield f"Tệp {signed.path.name} không còn dấu nhận dạng, nên chưa đối chiếu được với số liệu."
    for edit in [e for e in signed.edits if e.lost][:_MOST_TOLD]:
        yield f"Bản đã ký không còn số {', '.join(edit.lost)} như số liệu ({edit.id}); xem {where}/{CONTENTS}."
    if signed.unused:
        yield f"Không dùng bản sửa tay khác của kỳ này: {', '.join(signed.unused)}."
    by_hand = f", có {len(signed.edits)} chỗ sửa tay" if signed.edits else ""
    yield f"Đã ban hành {issued.title} (kỳ {period.code})"
    yield f"Văn bản   {where}/{OutputFile.REPORT} (từ {signed.path.name}{by_hand})"
    yield f"Lưu trữ   {where}/: {count} tệp, các lệnh sau không động đến"
    yield f"Hồ sơ     {folder.shown(folder.dossier(period))}"
