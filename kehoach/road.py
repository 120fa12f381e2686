"""The whole way through, on one screen: plan → forms → submissions → dataset → review → assessment → report → .docx.

Every command is a prefix of this road. Nothing is remembered between runs: earlier periods are walked again from
their own folders, with their own answers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from kehoach.assessment.assess import assess
from kehoach.assessment.issued import Issued, read_issued
from kehoach.assessment.model import Assessment
from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import Dataset
from kehoach.errors import UseError
from kehoach.file_names import INPUT
from kehoach.finding import Finding
from kehoach.folder import WorkingFolder
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.addressed import gone_recipients
from kehoach.report.compose import compose_report
from kehoach.report.model import Report
from kehoach.review.answers import read_answers
from kehoach.review.model import Review
from kehoach.review.proxy import read_proxies
from kehoach.review.review import review_dataset
from kehoach.step import Counter, Step
from kehoach.submission.folder import workbook_files
from kehoach.submission.inbox import read_inbox

Progress = Callable[[Step], None]


@dataclass(frozen=True)
class Walk:
    """Kết quả một lần đi: what each room handed on, as far as the command went; `earlier` the periods before.

    `gone` are recipients of the report that are no more when it is signed.
    """

    plan: Plan
    period: Period
    review: Review
    assessment: Assessment
    report: Report
    earlier: tuple[Review, ...] = ()
    gone: tuple[Finding, ...] = ()


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
    assessment = assess(plan, review, tuple(i for i in issued if i), issued_report(folder, period))
    report = compose_report(assessment, final, made_on)
    gone = gone_recipients(report, folder.plan.name, made_on or period.report_due)
    return Walk(plan, period, review, assessment, report, tuple(earlier), gone)


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
        f"tệp gửi về chép vào {INPUT}/{first}/. Muốn làm ngay một kỳ còn trống thì ghi rõ kỳ: -p {first}."
    )
