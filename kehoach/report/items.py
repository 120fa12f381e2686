"""Items (điểm) of the body: one paragraph for each target, each task, and what the next period has to do."""

from dataclasses import dataclass
from datetime import date

from kehoach.assessment.model import Achievement, Assessment, TaskProgress, TaskState, Verdict
from kehoach.plan.model import Plan
from kehoach.plan.promise import promised_at_least
from kehoach.report.allotted import allotted, allotted_text
from kehoach.report.coverage import ends, joined
from kehoach.report.facts import amended_by, gap, leads, promise_fact, target_fact, task_fact
from kehoach.report.model import Fact, Text, plain
from kehoach.report.sentences import say, say_text
from kehoach.report.words import ahead_until
from kehoach.vi.names import initial_capital, initial_lower

_FALLBACKS = (
    "Thực hiện {CODE.tu_so}/{CODE.mau_so}, bằng {CODE.gia_tri}; kế hoạch PROMISED.",
    "Thực hiện {CODE.gia_tri}; kế hoạch PROMISED.",
    "Đã có số liệu {CODE.tu_so}/{CODE.mau_so}; kế hoạch PROMISED.",
    "Kế hoạch PROMISED.",
)
"""What is said of a target for which the plan has no sentence that can be said, fullest first."""
_SETTLED = (Verdict.MET, Verdict.EXCEEDED)
_UNSPOKEN = (Verdict.NOT_YET, Verdict.UNDER_WAY)
"""Verdicts that a sentence of the plan says in its own words."""


@dataclass(frozen=True)
class Item:
    """Điểm: a paragraph that is numbered where it stands ("a)")."""

    id: str
    text: Text


def target_items(assessment: Assessment) -> tuple[Item, ...]:
    """Every target: its name, its verdict, its sentence, and how the units did that it was allotted to."""
    codes = dict.fromkeys(a.target.code for a in assessment.achievements)
    whole = {a.target.code: a for a in assessment.achievements if not a.target.unit}
    return tuple(_target(assessment, whole[c]) if c in whole else _units_target(assessment, c) for c in codes)


def _units_target(assessment: Assessment, code: str) -> Item:
    """A target that the commune has only as the sum of what its units were given."""
    first = allotted(assessment, code)[0]
    text = allotted_text(assessment, code) or (initial_capital(str(first.verdict)), ".")
    return Item(f"{code}.cau", joined((initial_capital(first.target.short) + amended_by(first.target), ". ", *text)))


def _target(assessment: Assessment, achievement: Achievement) -> Item:
    target = achievement.target
    sentence = say(assessment, f"{target.code}.cau")
    verdict = target_fact(achievement, "ket_luan")
    lead: tuple[str | Fact, ...] = (initial_capital(target.short) + amended_by(target),)
    if verdict and (sentence is None or achievement.verdict not in _UNSPOKEN):
        lead = (*lead, ": ", verdict)
    for pattern in _FALLBACKS if sentence is None else ():
        text = pattern.replace("CODE", target.code).replace("PROMISED", promised_at_least(target))
        sentence = sentence or say_text(assessment, text)
    units = allotted_text(assessment, target.code)
    return Item(f"{target.code}.cau", joined((*lead, ". ", *(sentence or ()), " " if units else "", *units)))


def task_items(assessment: Assessment) -> tuple[Item, ...]:
    """Every task: its name, its state, its sentence or its evidence."""
    return tuple(_task(assessment, t) for t in assessment.tasks)


def _task(assessment: Assessment, progress: TaskProgress) -> Item:
    task = progress.task
    state, proof = task_fact(assessment, progress, "trang_thai"), task_fact(assessment, progress, "minh_chung")
    sentence = say(assessment, f"{task.code}.cau")
    lead: list[str | Fact] = [f"{initial_capital(task.short)}{amended_by(task)}: ", *((state,) if state else ())]
    if progress.state in (TaskState.NOT_DUE, TaskState.OVERDUE):
        lead.append(f" ({initial_lower(task.time)})")
    if sentence is None and proof and plain((proof,)):
        lead += [" (", proof, ")"]
    if progress.note:
        lead += ["; ", _note(progress)]
    return Item(f"{task.code}.trang_thai", joined((*ends(tuple(lead), "."), *((" ", *sentence) if sentence else ()))))


def _note(progress: TaskProgress) -> Fact:
    return Fact(f"{progress.task.code}.ghi_chu", progress.note, progress.note.strip(" ."), progress.places)


def next_items(assessment: Assessment, section: str) -> tuple[Item, ...]:
    """What is left to do in the time ahead, the earliest deadline first; then the open targets and, while the year
    lasts, the ongoing tasks. Work that begins after that time is not yet among it.
    """
    plan, period = assessment.plan, assessment.period
    is_last, until = not plan.after(period), ahead_until(plan, period)
    begun = [t for t in assessment.tasks if not t.task.is_ongoing and (t.task.start or until) <= until]
    left = sorted((t for t in begun if _is_left(t, period.cutoff)), key=lambda t: t.task.due or date.max)
    tasks = (Item(f"{t.task.code}.ky_sau", _left(plan, t, period.cutoff)) for t in left)
    items = (*tasks, *open_targets(assessment, section))
    ongoing = [t.task.short for t in assessment.tasks if t.task.is_ongoing and not is_last]
    if not ongoing:
        return items
    names = "; ".join(map(initial_lower, ongoing))
    return (*items, Item(f"{section}.thuong_xuyen", (f"Tiếp tục các nhiệm vụ thường xuyên: {names}.",)))


def open_targets(assessment: Assessment, section: str) -> tuple[Item, ...]:
    """The targets that a later period concludes, with what was promised and, where it is known, what is missing."""
    later = assessment.plan.after(assessment.period)
    left = [
        a
        for a in assessment.achievements
        if not a.target.unit and a.verdict not in _SETTLED and any(a.target.concludes.covers(p) for p in later)
    ]
    if not left:
        return ()
    year = assessment.plan.issuer.year
    pieces = (piece for n, a in enumerate(left) for piece in ("; " if n else "", *_still_open(a)))
    return (Item(f"{section}.chi_tieu", joined((f"Phấn đấu hoàn thành các chỉ tiêu năm {year}: ", *pieces, "."))),)


def _still_open(achievement: Achievement) -> Text:
    target = achievement.target
    promise = promise_fact(target, promised_at_least(target))
    left = gap(achievement)
    return (f"{target.short} (", promise, *((", ", *left) if left else ()), ")")


def _is_left(progress: TaskProgress, cutoff: date) -> bool:
    """Due later, or known not to be done; where nothing was said, nothing is said."""
    if progress.state in (TaskState.DONE, TaskState.NO_DATA):
        return progress.state is TaskState.NO_DATA and _is_ahead(progress, cutoff)
    return True


def _is_ahead(progress: TaskProgress, cutoff: date) -> bool:
    return progress.task.due is None or cutoff <= progress.task.due


def _left(plan: Plan, progress: TaskProgress, cutoff: date) -> Text:
    task = progress.task
    name = task.text if _is_ahead(progress, cutoff) else f"Tiếp tục hoàn thành: {initial_lower(task.short)}"
    return (f"{name.rstrip('. ')} ({initial_lower(task.time)}; {leads(plan, task.lead)} chủ trì).",)
