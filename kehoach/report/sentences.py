"""Sentences (câu) of the plan said of an assessment: the first pattern of a code that can be said, as words and facts.

What has no value leaves its sentence unsaid; what rests on a part of the units says so where that clause
ends ("(số liệu của 07/08 thôn)").
"""

from kehoach.assessment.bounds import exactly, surely_holds
from kehoach.assessment.model import Assessment
from kehoach.plan.expression import Code, Interval
from kehoach.plan.placeholder import TargetWord, read_sentence
from kehoach.plan.section import SentencePattern
from kehoach.report.coverage import Said, covered, joined
from kehoach.report.model import Text
from kehoach.report.speaker import Speaker
from kehoach.report.ties import is_cut_short, totals_of
from kehoach.report.words import is_true_of
from kehoach.vi.dates import print_date


def say(assessment: Assessment, code: str) -> Text | None:
    """The first sentence of that code that can be said in this period; None where none can.

    One that does not sum over periods nobody's answers are on file for goes before one that does.
    """
    patterns = [p for p in assessment.plan.sentences if p.code == code]
    patterns.sort(key=lambda p: is_cut_short(assessment, read_sentence(p.text)))
    return next((text for p in patterns if (text := say_pattern(assessment, p)) is not None), None)


def say_pattern(assessment: Assessment, pattern: SentencePattern) -> Text | None:
    """One pattern, where period, condition and verdict allow it, and everything in it is true and has a value."""
    plan, period = assessment.plan, assessment.period
    if not pattern.periods.covers(period) or not is_true_of(plan, period, pattern.text):
        return None
    if not _verdict_fits(assessment, pattern):
        return None
    if pattern.when and not surely_holds(pattern.when, lambda c: _bounds(assessment, c)):
        return None
    return say_text(assessment, pattern.text)


def say_text(assessment: Assessment, pattern: str) -> Text | None:
    """A text with `{…}` as words and facts; None where something in it has no value."""
    parts = read_sentence(pattern)
    speaker = Speaker(assessment, totals_of(assessment, parts))
    said: list[Said] = []
    for part in parts:
        found = speaker.say(part, said[-1].piece if said else "")
        if found is None:
            return None
        said.append(found)
    since = print_date(assessment.period.start) if is_cut_short(assessment, parts) else ""
    return joined(covered(assessment.plan, said, since))


def _bounds(assessment: Assessment, code: Code) -> Interval | None:
    return exactly(assessment.evaluate(code)) if code.function else assessment.total(code.code, False).bounds


def _verdict_fits(assessment: Assessment, pattern: SentencePattern) -> bool:
    """Whether the verdict of the pattern's target (or the state of its task) is one it may be said at."""
    if not pattern.verdicts:
        return True
    code = pattern.code.partition(".")[0]
    mentioned = [p.target for p in read_sentence(pattern.text) if isinstance(p, TargetWord)]
    verdicts = {a.target.code: str(a.verdict) for a in assessment.achievements if not a.target.unit}
    states = {t.task.code: str(t.state) for t in assessment.tasks}
    found = next(((verdicts | states)[c] for c in (code, *mentioned) if c in verdicts | states), "")
    return found in pattern.verdicts
