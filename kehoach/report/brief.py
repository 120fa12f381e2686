"""The brief (bản tóm tắt) `tom-tat.docx`: one A4 page for the chair, to read on the way to a meeting.

It always fits: lists are cut and say how much they leave to the page and to the report.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from textwrap import wrap

from kehoach.assessment.model import Achievement, Assessment, TaskProgress, TaskState, Verdict
from kehoach.plan.promise import promised_at_least
from kehoach.report.closing import received_words, standing_words, target_words
from kehoach.report.facts import reached_fact, target_coverage, target_fact
from kehoach.report.model import Block, Fact, Heading, Paragraph, Sheet, Table, TableColumn, Text, plain
from kehoach.report.words import as_of_sentences
from kehoach.vi.dates import print_date
from kehoach.vi.names import initial_capital, initial_lower

KIND = "tóm tắt"
"""What its identity says it is: never taken for the report."""
MOST_LINES = 3
"""Lines of a list that fit on the page, at their longest, beside the table of targets."""
_ROOM = 18
"""Printed lines that are left to the targets and to what the numbers are worth, however long everything else is."""
_LONGEST = 72
"""Letters of a line in a list: one printed line."""
_ACROSS = 80
"""Letters that surely fit on a line as wide as the page; in a column, its share of them."""
_COLUMNS = (
    TableColumn("Chỉ tiêu", 0.34),
    TableColumn("Kế hoạch", 0.18, "center"),
    TableColumn("Thực hiện", 0.16, "center"),
    TableColumn("Còn thiếu", 0.14, "center"),
    TableColumn("Đánh giá", 0.18, "center"),
)
_URGENCY = (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET, Verdict.NO_BASIS, Verdict.NO_DATA)
_NOTHING = "–"


def brief(assessment: Assessment) -> Sheet:
    """Targets, tasks, who is missing, what waits, and the days to keep."""
    plan, period = assessment.plan, assessment.period
    issuer = plan.issuer
    return Sheet(
        KIND.upper(),
        (f"Tình hình thực hiện Kế hoạch số {issuer.plan_number}, {period.name}",),
        tuple(_blocks(assessment)),
        {"plan": issuer.plan_id, "period": period.code, "kind": KIND},
        period.cutoff,
        author=issuer.full_name,
        keywords=(issuer.plan_number, period.code),
    )


def _blocks(assessment: Assessment) -> Iterator[Block]:
    worth = " ".join((*as_of_sentences(assessment), standing_words(assessment)))
    yield Paragraph("den_ngay", (worth,))
    counted = (words.partition(":")[0] for words in target_words(assessment))
    yield Heading("chi_tieu", 2, "1.", (f"Chỉ tiêu: {' · '.join(counted)}",))
    yield from _targets(assessment, _ROOM - _printed_lines(worth, _ACROSS))
    yield from _listed("nhiem_vu", 2, _tasks_said(assessment), _short(_pressing(assessment)))
    received, *missing = received_words(assessment)
    yield from _listed("don_vi", 3, f"Đã nhận số liệu của {received}", _short(missing))
    waiting = [finding.say for finding in assessment.review.open]
    said = f"Còn {len(waiting):02d} việc chờ xác nhận" if waiting else "Không còn việc nào chờ xác nhận"
    yield from _listed("viec_cho", 4, said, _short(waiting))
    yield from _listed("thoi_han", 5, "Thời hạn", _days(assessment))


def _targets(assessment: Assessment, room: int) -> Iterator[Block]:
    """The table, the urgent ones first; as many rows as fit into `room` printed lines."""
    results = [a for a in assessment.achievements if not a.target.unit]
    urgent = sorted(results, key=lambda a: a.verdict not in _URGENCY)
    all_rows = [_row(assessment, a) for a in urgent]
    ends = accumulate(map(_height, all_rows))
    rows = tuple(row for row, end in zip(all_rows, ends, strict=True) if end <= room)
    more = len(results) - len(rows)
    if rows:
        yield Table(
            "chi_tieu.bang", _COLUMNS, rows, note=(f"Và {more:02d} chỉ tiêu khác, xem báo cáo.",) if more else ()
        )


def _row(assessment: Assessment, achievement: Achievement) -> tuple[Text, ...]:
    target = achievement.target
    value, short = reached_fact(achievement), target_fact(achievement, "con_thieu")
    surplus = target_fact(achievement, "con_giam")
    coverage = target_coverage(assessment.plan, achievement) if achievement.may_be_told else None
    verdict = str(achievement.verdict)
    return (
        (_cut(initial_capital(target.short), 50),),
        (initial_capital(promised_at_least(target)),),
        _reached(value, coverage),
        (short,) if short else ("giảm ", surplus) if surplus else (_NOTHING,),
        (Fact(f"{target.code}.ket_luan", verdict, verdict, achievement.places),),
    )


def _reached(value: Fact | None, coverage: Fact | None) -> Text:
    """ "43,7% (07/08 thôn)" where it rests on a part of the units."""
    if value is None:
        return (f"mới có {coverage.printed}",) if coverage else (_NOTHING,)
    return (value, " (", coverage, ")") if coverage else (value,)


def _height(row: tuple[Text, ...]) -> int:
    """Printed lines of a row: those of its fullest cell."""
    cells = zip(row, _COLUMNS, strict=True)
    return max(_printed_lines(plain(text), int(column.share * _ACROSS)) for text, column in cells)


def _printed_lines(text: str, width: int) -> int:
    return len(wrap(text, width))


def _tasks_said(assessment: Assessment) -> str:
    states = [t.state for t in assessment.tasks]
    counts = [(state, states.count(state)) for state in (TaskState.DONE, TaskState.OVERDUE) if state in states]
    told = ", ".join(f"{state.lower()} {number}/{len(states)}" for state, number in counts)
    return f"Nhiệm vụ: {told or f'có {len(states):02d} nhiệm vụ, chưa nhiệm vụ nào hoàn thành'}"


def _pressing(assessment: Assessment) -> list[str]:
    """Tasks that are overdue, then those that fall due next."""
    undone = [t for t in assessment.tasks if t.state not in (TaskState.DONE, TaskState.ONGOING) and t.task.due]
    ordered = sorted(undone, key=lambda t: (t.state is not TaskState.OVERDUE, t.task.due or date.max))
    return [f"{_when(t)} ({initial_lower(t.task.time)}): {t.task.short}." for t in ordered]


def _when(progress: TaskProgress) -> str:
    return "Quá hạn" if progress.state is TaskState.OVERDUE else "Đến hạn"


def _days(assessment: Assessment) -> list[str]:
    """What is due with this period's report, and the next period's cut-off."""
    period = assessment.period
    days = [f"{initial_capital(period.name)}: hạn gửi báo cáo {print_date(period.report_due)}."]
    for after in assessment.plan.after(period)[:1]:
        units, report = print_date(after.units_due), print_date(after.report_due)
        days.append(f"{initial_capital(after.name)}: hạn đơn vị gửi {units}, hạn gửi báo cáo {report}.")
    return days


def _listed(key: str, number: int, title: str, lines: Sequence[str]) -> Iterator[Block]:
    yield Heading(key, 2, f"{number}.", (title,))
    shown = lines if len(lines) <= MOST_LINES else lines[: MOST_LINES - 1]
    for place, line in enumerate(shown, 1):
        yield Paragraph(f"{key}.{place}", (f"- {initial_capital(line)}",))
    if len(shown) < len(lines):
        yield Paragraph(f"{key}.con_lai", (f"- Và {len(lines) - len(shown):02d} việc khác.",))


def _short(lines: Sequence[str]) -> list[str]:
    return [_cut(line, _LONGEST) for line in lines]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
