"""The whole way through, on one screen: plan → forms → submissions → dataset → review → assessment → report → .docx.

Every command is a prefix of this road. Nothing is remembered between runs: earlier periods are walked again from
their own folders, with their own answers.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from kehoach.assessment.assess import assess
from kehoach.assessment.issued import Issued, read_issued
from kehoach.assessment.model import Assessment
from kehoach.board.page import board_page
from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import Dataset
from kehoach.errors import UseError
from kehoach.folder import WorkingFolder
from kehoach.office.files import write_all
from kehoach.plan.model import Period, Plan
from kehoach.proof.read_back import read_back
from kehoach.proof.trace import trace_document
from kehoach.reply.leftover import untouched
from kehoach.reply.write import replies
from kehoach.report.brief import brief
from kehoach.report.compose import compose_report
from kehoach.report.model import Report
from kehoach.review.answers import read_answers
from kehoach.review.model import Review
from kehoach.review.proxy import read_proxies
from kehoach.review.review import review_dataset
from kehoach.review.write import check_workbook
from kehoach.step import Counter, Step
from kehoach.submission.folder import workbook_files
from kehoach.submission.inbox import forms_of, read_inbox
from kehoach.summary.write import summary_workbook
from kehoach.word.baseline import edited_copy
from kehoach.word.pdf import NoPdfError, pdf_of
from kehoach.word.write import report_document, sheet_document

Progress = Callable[[Step], None]


@dataclass(frozen=True)
class Walk:
    """Kết quả một lần đi: what each room handed on, as far as the command went; `earlier` the periods before."""

    plan: Plan
    period: Period
    review: Review
    assessment: Assessment
    report: Report
    earlier: tuple[Review, ...] = ()


@dataclass(frozen=True)
class Written:
    """Kết quả ghi: to how many units a form goes back, and under which name an edited report was kept ("" if none).

    `no_pdf` is why there is no PDF though one was asked for.
    """

    returned: int
    kept: str = ""
    no_pdf: str = ""


def walk(
    folder: WorkingFolder,
    plan: Plan,
    period: Period,
    final: bool = False,
    made_on: date | None = None,
    progress: Progress = lambda _: None,
) -> Walk:
    """Reads, reviews, assesses and composes one period. Writes nothing."""
    *earlier, review = reviews_until(folder, plan, period, progress)
    issued = (issued_report(folder, p) for p in plan.before(period))
    assessment = assess(plan, review, tuple(i for i in issued if i))
    return Walk(plan, period, review, assessment, compose_report(assessment, final, made_on), tuple(earlier))


def review_period(folder: WorkingFolder, plan: Plan, period: Period, progress: Progress = lambda _: None) -> Review:
    """The review of a period, on what the earlier periods left as accepted."""
    *_, last = reviews_until(folder, plan, period, progress)
    return last


def reviews_until(
    folder: WorkingFolder, plan: Plan, period: Period, progress: Progress = lambda _: None
) -> Iterator[Review]:
    """The review of every earlier period and of this one, oldest first."""
    earlier: tuple[Dataset, ...] = ()
    proxies = read_proxies(folder.proxies)
    periods = (*plan.before(period), period)
    counter = Counter(progress, sum(len(workbook_files(folder.inbox(each))) for each in periods))
    for each in periods:
        submissions = read_inbox(plan, each, folder.inbox(each), partial(counter.one, f"đọc biểu {each.name}"))
        typed_in = proxies.of(plan, each)
        dataset = merge_submissions(plan, each, submissions, earlier, typed_in.values)
        dataset = replace(dataset, findings=(*dataset.findings, *typed_in.findings))
        review = review_dataset(plan, dataset, read_answers(folder.answers(each)))
        earlier = (*earlier, review.accepted)
        yield review


def issued_report(folder: WorkingFolder, period: Period) -> Issued | None:
    """What the period's report was issued with; None while it was not. `UseError` for a damaged record."""
    path = folder.record(period)
    if not path.is_file():
        return None
    try:
        return read_issued(path.read_bytes())
    except ValueError as error:
        where = f"{folder.shown(path)} đã bị sửa, không đọc được"
        raise UseError(f"Tệp {where}. Chép lại tệp ấy từ {folder.shown(folder.dossier(period))}.") from error


def newest_period(folder: WorkingFolder, plan: Plan) -> Period:
    """The newest period with a typed answer of its own; `UseError` where nobody has sent anything yet."""
    proxies = read_proxies(folder.proxies)
    for period in sorted(plan.periods, key=lambda p: p.cutoff, reverse=True):
        typed = (submission.values for submission in read_inbox(plan, period, folder.inbox(period)))
        if proxies.of(plan, period).values or any(typed):
            return period
    first = plan.periods[0].code
    raise UseError(
        f"Chưa có đơn vị nào điền số liệu, nên chưa biết làm kỳ nào. Tạo biểu gửi đi: kehoach templates -p {first}; "
        f"tệp gửi về chép vào input_templates/{first}/. Muốn làm ngay một kỳ còn trống thì ghi rõ kỳ: -p {first}."
    )


def write_check(folder: WorkingFolder, walked: Walk) -> Written:
    """`kiem-tra.xlsx` and what goes back to the units."""
    return _write(folder, walked, {})


def write_build(folder: WorkingFolder, walked: Walk, with_trace: bool = False, with_pdf: bool = False) -> Written:
    """Everything of a build, all or nothing; also nothing where the report, read back, says anything else. Where no
    program makes a PDF, the rest is written all the same.
    """
    report = folder.report(walked.period)
    document = report_document(walked.report)
    read_back(document, walked.report, walked.assessment)
    files = {
        report: document,
        folder.table(walked.period): dataset_csv(walked.review.accepted),
        folder.brief(walked.period): sheet_document(brief(walked.assessment)),
        folder.summary(walked.period): summary_workbook(walked.assessment, partial(folder.source, walked.period)),
    }
    if with_trace:
        files[folder.trace(walked.period)] = trace_document(walked.report, walked.assessment)
    no_pdf = ""
    if with_pdf:
        try:
            files[folder.pdf(walked.period)] = pdf_of(document, walked.report.made_on)
        except NoPdfError as reason:
            no_pdf = str(reason)
    kept = edited_copy(report, document)
    written = _write(folder, walked, {**kept, **files})
    return replace(written, kept="".join(path.name for path in kept), no_pdf=no_pdf)


def write_reminder(folder: WorkingFolder, walked: Walk, letters: Mapping[Path, bytes]) -> Written:
    """What a check writes, for the messages speak of the marked forms, and the letters."""
    return _write(folder, walked, letters)


def _write(folder: WorkingFolder, walked: Walk, files: Mapping[Path, bytes]) -> Written:
    """The files and all that every command writes; what earlier runs sent back and nobody touched since goes."""
    plan, period = walked.plan, walked.period
    back = folder.replies(period)
    returned = {back / p: data for p, data in replies(plan, walked.review, forms_of(plan, period)).items()}
    written = {**files, folder.answers(period): check_workbook(plan, walked.review), **returned}
    board = {folder.board(period): _board(folder, walked, written)}
    write_all({**written, **board}, folder.kept(period), untouched(plan, period, back))
    return Written(sum(path.suffix == ".xlsx" for path in returned))


def _board(folder: WorkingFolder, walked: Walk, written: Collection[Path]) -> bytes:
    """The page, with a link to each file beside it that is written now or stands there already."""
    period = walked.period
    named = {
        folder.report(period): "Báo cáo",
        folder.answers(period): "Việc chờ và câu trả lời",
        folder.brief(period): "Tóm tắt một trang",
        folder.summary(period): "Tổng hợp số liệu",
    }
    beside = [(name, path.name) for path, name in named.items() if path in written or path.is_file()]
    earlier = [assess(walked.plan, review) for review in walked.earlier]
    return board_page(walked.assessment, earlier, folder.answers(period).name, beside)
