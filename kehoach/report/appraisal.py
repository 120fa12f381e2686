"""What went well and what did not (ưu điểm, hạn chế), as far as facts alone say so: the officer writes the rest.

Causes are never among them: no number knows a cause.
"""

from collections.abc import Iterator, Sequence

from kehoach.assessment.model import Achievement, Assessment, TaskProgress, TaskState, Verdict
from kehoach.finding import Place
from kehoach.report.coverage import joined
from kehoach.report.facts import COUNTED, gap, reached_fact, target_coverage
from kehoach.report.model import Fact, Paragraph, Text
from kehoach.vi.names import initial_lower
from kehoach.vi.numbers import print_count

_MET, _LIKELY_MET = (Verdict.MET, Verdict.EXCEEDED), (Verdict.LIKELY_MET,)
_NOT_MET, _LIKELY_NOT_MET = (Verdict.NOT_MET,), (Verdict.LIKELY_NOT_MET,)


def strengths(assessment: Assessment) -> tuple[Paragraph, ...]:
    """Targets met and tasks done; nothing of what this period cannot conclude yet."""
    met, likely = _of(assessment, _MET), _of(assessment, _LIKELY_MET)
    words = "đạt và vượt" if any(a.verdict is Verdict.EXCEEDED for a in met) else "đạt"
    said = {
        "dat": _of_targets(assessment, "dat", f"chỉ tiêu {words} kế hoạch", met),
        "uoc_dat": _of_targets(assessment, "uoc_dat", "chỉ tiêu ước đạt kế hoạch", likely),
        "xong": _done(assessment, [t for t in assessment.tasks if t.state is TaskState.DONE]),
    }
    return tuple(_paragraph(f"ket_qua_dat.{name}", text) for name, text in said.items() if text)


def shortcomings(assessment: Assessment) -> tuple[Paragraph, ...]:
    """Targets not met, with what is missing, and tasks overdue."""
    missed, likely = _of(assessment, _NOT_MET), _of(assessment, _LIKELY_NOT_MET)
    overdue = [t for t in assessment.tasks if t.state is TaskState.OVERDUE]
    names = "; ".join(f"{initial_lower(t.task.short)} ({initial_lower(t.task.time)})" for t in overdue)
    said: dict[str, Text] = {
        "chua_dat": ("Chỉ tiêu chưa đạt kế hoạch: ", *_listed(assessment, missed)) if missed else (),
        "uoc_chua_dat": ("Chỉ tiêu ước chưa đạt kế hoạch: ", *_listed(assessment, likely)) if likely else (),
        "qua_han": (f"Nhiệm vụ quá hạn, chưa hoàn thành: {names}",) if overdue else (),
    }
    return tuple(_paragraph(f"ket_qua_chua_dat.{name}", text) for name, text in said.items() if text)


def _of(assessment: Assessment, verdicts: Sequence[Verdict]) -> list[Achievement]:
    return [a for a in assessment.achievements if not a.target.unit and a.verdict in verdicts]


def _of_targets(assessment: Assessment, name: str, words: str, some: Sequence[Achievement]) -> Text:
    """ "Có 03/05 chỉ tiêu đạt kế hoạch: …"."""
    every = sum(not a.target.unit for a in assessment.achievements)
    places = tuple(dict.fromkeys(p for a in some for p in a.places))
    count = _count(f"chi_tieu.{name}", len(some), places)
    return (
        ("Có ", count, "/", _count("chi_tieu.tong", every), f" {words}: ", *_listed(assessment, some)) if some else ()
    )


def _done(assessment: Assessment, done: Sequence[TaskProgress]) -> Text:
    """At the end of all how many of how many, before that which."""
    places = tuple(dict.fromkeys(p for t in done for p in t.places))
    count = _count("nhiem_vu.xong", len(done), places)
    if not done:
        return ()
    if not assessment.plan.after(assessment.period):
        return ("Đã hoàn thành ", count, "/", _count("nhiem_vu.tong", len(assessment.tasks)), " nhiệm vụ của kế hoạch")
    return ("Đã hoàn thành ", count, f" nhiệm vụ: {'; '.join(initial_lower(t.task.short) for t in done)}")


def _count(name: str, count: int, places: tuple[Place, ...] = ()) -> Fact:
    return Fact(f"{COUNTED}{name}", count, print_count(count), places)


def _listed(assessment: Assessment, some: Sequence[Achievement]) -> Text:
    """ "Gia đình văn hóa (85,97%, còn thiếu 01 hộ); …"."""
    pieces = (piece for n, a in enumerate(some) for piece in ("; " if n else "", *_one(assessment, a)))
    return tuple(p for p in pieces if p != "")


def _one(assessment: Assessment, achievement: Achievement) -> Iterator[str | Fact]:
    yield achievement.target.short
    value, left = reached_fact(achievement), gap(achievement)
    coverage = target_coverage(assessment.plan, achievement)
    if value:
        yield " ("
        yield value
        if coverage:
            yield ", số liệu của "
            yield coverage
        if left:
            yield ", "
            yield from left
        yield ")"


def _paragraph(id_: str, text: Text) -> Paragraph:
    return Paragraph(id_, joined((*text, ".")))
