"""From dataset to review (rà soát): answers obeyed first, then the rules, then what is in doubt is set aside.

Every rule sees the values without those an earlier one, or the reading, already doubts: one cause speaks once. An
answer can bring up a further question that was answered too, so asking and obeying go on until nothing new is heard.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kehoach.dataset.model import Dataset
from kehoach.file_names import OutputFile
from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.plan.model import Plan
from kehoach.review.columns import Sheet, stored_key
from kehoach.review.effect import Effect
from kehoach.review.model import UNFINISHED, OfficerAnswer, Review
from kehoach.review.obey import fault_of, obey, set_aside
from kehoach.review.rules import RULES
from kehoach.review.values import Values, values_of
from kehoach.vi.typed_date import read_typed_date

VALUE_ANSWERS = (Answer.CHANGE, Answer.KEEP, Answer.DROP)
Heard = Mapping[str, tuple[Finding, OfficerAnswer]]
"""Lời đã nghe: finding key → the finding and the answer in force."""


def review_dataset(plan: Plan, dataset: Dataset, answers: Sequence[OfficerAnswer] = ()) -> Review:
    """Reviews one period. `answers` are all the officer ever gave for it; of two with one key the first counts."""
    ledger = {stored_key(a.key): a for a in reversed(answers)}
    effect = Effect(plan, dataset.period)
    heard: dict[str, tuple[Finding, OfficerAnswer]] = {}
    current, findings = dataset, _findings(effect, dataset, heard)
    while fresh := _fresh(plan, current, findings, ledger):
        for finding, answer in fresh:
            current = obey(plan, current, finding, answer)
            heard[stored_key(finding.key)] = finding, _telling(plan, finding, answer)
        findings = _findings(effect, current, heard)
    waiting = [f for f in findings if f.open]
    unfinished = {key: ledger[key] for f in waiting if (key := stored_key(f.key)) in ledger}
    return Review(
        accepted=set_aside(current, waiting),
        findings=(*findings, *_faults(plan, current, waiting, unfinished), *_no_days(dataset, heard)),
        answers=tuple(a for _, a in heard.values()),
        spent=tuple(a for key, a in sorted(ledger.items()) if key not in heard and key not in unfinished),
        without=tuple(dict.fromkeys(f.place.unit for f, a in heard.values() if a.answer is Answer.WITHOUT_UNIT)),
        unfinished=tuple(unfinished.values()),
        kept=frozenset((f.element, f.subject) for f, a in heard.values() if f.element and a.answer is Answer.KEEP),
    )


def _telling(plan: Plan, finding: Finding, answer: OfficerAnswer) -> OfficerAnswer:
    """With the words of its question, so that it reads by itself when the question is gone."""
    unit = plan.name_of(finding.place.unit) or finding.place.unit
    place = " ".join(part for part in (unit, str(finding.place)) if part)
    return replace(answer, saying=answer.saying or finding.say, where=answer.where or place)


def _fresh(
    plan: Plan, dataset: Dataset, findings: Iterable[Finding], ledger: Mapping[str, OfficerAnswer]
) -> list[tuple[Finding, OfficerAnswer]]:
    """Open questions with an answer that lacks nothing."""
    pairs = [(f, ledger[key]) for f in findings if f.open and (key := stored_key(f.key)) in ledger]
    return [(f, a) for f, a in pairs if not fault_of(plan, dataset, f, a)]


def _findings(effect: Effect, dataset: Dataset, heard: Heard) -> tuple[Finding, ...]:
    """What was said on reading, then what each rule says about the values that are not in doubt yet."""
    values = _with_kept(values_of(effect.plan, dataset), heard)
    found: list[Finding] = []
    for speak in (_said_on_reading, *RULES):
        new = [_marked(effect, values, heard, f) for f in _unsaid(speak(values), found)]
        found += new
        values = values.without(frozenset().union(*(values.named_by(f) for f in new if f.open)))
    return tuple(found)


def _said_on_reading(values: Values) -> Iterator[Finding]:
    """Findings of the rooms before, each once."""
    yield from {(f.key, f.place): f for f in values.dataset.findings}.values()


def _unsaid(new: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """Without what was said before in other words: the same code of a value, or a value that is already asked about."""
    said = {(f.code, f.element, f.subject) for f in found if f.element}
    asked = {(f.element, f.subject) for f in found if f.element and f.open}
    return [f for f in new if (f.code, f.element, f.subject) not in said and (f.element, f.subject) not in asked]


def _with_kept(values: Values, heard: Heard) -> Values:
    """Values the officer vouches for as they stand: nothing more is asked about them."""
    given = {name: a.answer for f, a in heard.values() for name in values.named_by(f)}
    return replace(values, kept=frozenset(name for name, answer in given.items() if answer is Answer.KEEP))


def _marked(effect: Effect, values: Values, heard: Heard, finding: Finding) -> Finding:
    """With weight, the answers it takes, and whether it still waits."""
    weighed = effect.weighed(values, finding)
    if weighed.severity is Severity.RETURN and not _is_missed(values, weighed.place):
        weighed = replace(weighed, severity=Severity.LOOK)
    if not weighed.severity.waits:
        return replace(weighed, open=False)
    answers = weighed.answers or (VALUE_ANSWERS if weighed.element else (Answer.DROP,))
    return replace(weighed, open=not _is_settled(values, heard, weighed), answers=answers)


def _is_settled(values: Values, heard: Heard, finding: Finding) -> bool:
    """Answered itself, or about a value that is kept, or about a unit the report goes out without."""
    without = {f.place.unit for f, a in heard.values() if a.answer is Answer.WITHOUT_UNIT}
    named = values.named_by(finding)
    is_kept = bool(named) and named <= values.kept
    return stored_key(finding.key) in heard or is_kept or (not named and finding.place.unit in without)


def _is_missed(values: Values, place: Place) -> bool:
    """Whether a file sent back is missed: its unit, or where that is unknown any unit, sent no other."""
    missing = values.dataset.reception.missing
    return place.unit in missing if place.unit else bool(missing)


def _faults(
    plan: Plan, dataset: Dataset, waiting: Iterable[Finding], unfinished: Mapping[str, OfficerAnswer]
) -> Iterator[Finding]:
    """KT-106: answers that lack something; the questions themselves still wait, so these are only listed."""
    for finding in waiting:
        answer = unfinished.get(stored_key(finding.key))
        if answer:
            yield Finding(
                code=UNFINISHED,
                severity=Severity.LOOK,
                place=Place(finding.place.unit, OutputFile.ANSWERS.value, Sheet.OPEN.value),
                read=" ".join(part for part in (answer.answer or answer.typed, answer.value) if part),
                say=fault_of(plan, dataset, finding, answer),
                do="Điền tiếp rồi chạy lại.",
                element=finding.element,
                subject=finding.subject,
            )


def _no_days(dataset: Dataset, heard: Heard) -> Iterator[Finding]:
    """KT-106: what was typed for the day of an answer and is none; the answer holds, for nothing rests on its day."""
    for finding, answer in heard.values():
        reading = read_typed_date(answer.said_when, dataset.period.start, dataset.period.cutoff)
        if answer.said_when and reading.value is None:
            yield Finding(
                code=UNFINISHED,
                severity=Severity.LOOK,
                place=Place(finding.place.unit, OutputFile.ANSWERS.value, Sheet.ANSWERED.value),
                read=answer.said_when,
                say=f"Ngày của câu trả lời ghi “{answer.said_when}”: {reading.doubt}; câu trả lời vẫn được dùng.",
                do="Ghi lại dạng ngày/tháng/năm.",
                element=finding.element,
                subject=finding.subject,
            )
