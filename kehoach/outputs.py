"""What a command leaves behind (kết quả ghi): which files, all of them or none, and what the officer edited kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kehoach.assessment.assess import assess
from kehoach.assessment.issued import Issued
from kehoach.board.page import board_page
from kehoach.dataset.csv import dataset_csv
from kehoach.file_names import OutputFile
from kehoach.folder import WorkingFolder
from kehoach.office.files import write_all
from kehoach.proof.read_back import read_back
from kehoach.proof.trace import trace_document
from kehoach.reply.leftover import untouched
from kehoach.reply.write import replies
from kehoach.report.brief import brief
from kehoach.review.write import check_workbook
from kehoach.road import Walk
from kehoach.submission.inbox import forms_of
from kehoach.summary.write import summary_workbook
from kehoach.word.copies import edited_copy
from kehoach.word.pdf import NoPdfError, pdf_of
from kehoach.word.write import report_document, sheet_document


@dataclass(frozen=True)
class Written:
    """Kết quả ghi: to how many units a form goes back, and under which name an edited report was kept ("" if none).

    `no_pdf` is why there is no PDF though one was asked for.
    """

    returned: int
    kept: str = ""
    no_pdf: str = ""


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


def write_issue(folder: WorkingFolder, walked: Walk, signed: Issued, files: Mapping[Path, bytes]) -> None:
    """What is kept of a signed report; the page and the summary beside it say from now on that it was signed."""
    period = walked.period
    walked = replace(walked, assessment=replace(walked.assessment, signed=signed))
    written = {**files, folder.brief(period): sheet_document(brief(walked.assessment))}
    write_all({**written, folder.board(period): _board(folder, walked, written)}, folder.kept(period))


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
        folder.issued(period) / OutputFile.REPORT: "Báo cáo đã ký",
        folder.report(period): "Báo cáo",
        folder.answers(period): "Việc chờ và câu trả lời",
        folder.brief(period): "Tóm tắt một trang",
        folder.summary(period): "Tổng hợp số liệu",
    }
    here = folder.output(period)
    there = {path: name for path, name in named.items() if path in written or path.is_file()}
    beside = [(name, path.relative_to(here).as_posix()) for path, name in there.items()]
    earlier = [assess(walked.plan, review) for review in walked.earlier]
    return board_page(walked.assessment, earlier, folder.answers(period).name, beside)
