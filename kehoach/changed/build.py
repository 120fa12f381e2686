"""Against the last build (so với lần lập trước): files, numbers, answers, targets, sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.assessment.model import Assessment
from kehoach.changed.sentences import sentences_changed, targets_changed
from kehoach.dataset.frame import counting_values
from kehoach.dataset.since import Changed, Name, Told, values_changed
from kehoach.explain.tree import Branch, some
from kehoach.plan.model import Plan
from kehoach.report.facts import name_in_sentence
from kehoach.submission.model import DataValue
from kehoach.word.written import Baseline

MOST_NUMBERS = 12
"""Numbers of one unit; beyond, a count."""
SAME = "Không có gì khác lần lập trước."


@dataclass(frozen=True)
class LastBuild:
    """Lần lập trước: the values of its table, and what it wrote into the report; None where that is gone."""

    values: Mapping[Name, Told]
    report: Baseline | None


def since_build(
    before: LastBuild, values: Mapping[Name, Told], report: Baseline, assessment: Assessment
) -> tuple[Branch, ...]:
    """Everything that is another now, part by part; one line where nothing is."""
    parts = (
        _part("Đơn vị", _units(before.values, assessment)),
        _part("Số liệu", _numbers(before.values, values, assessment)),
        _part("Câu trả lời mới trong kiem-tra.xlsx", _answers(assessment)),
        *_report(before.report, report, assessment.plan),
    )
    return tuple(part for part in parts if part) or (Branch(SAME),)


def _report(before: Baseline | None, now: Baseline, plan: Plan) -> Iterator[Branch | None]:
    if before is None:
        yield Branch("Không còn báo cáo của lần lập trước, nên không so được chỉ tiêu và câu chữ.")
        return
    yield _part("Chỉ tiêu", targets_changed(before, now, plan))
    yield _part("Câu chữ của báo cáo", sentences_changed(before, now))


def _part(title: str, branches: Sequence[Branch]) -> Branch | None:
    return Branch(f"{title}:", tuple(branches)) if branches else None


def _own(values: Mapping[Name, DataValue], unit: str) -> list[Name]:
    return [name for name, value in values.items() if value.place.unit == unit]


def _given(values: Mapping[Name, Told], names: Sequence[Name]) -> bool:
    return any(name in values and values[name].state.is_given for name in names)


def _newly_in(before: Mapping[Name, Told], assessment: Assessment) -> dict[str, list[Name]]:
    """Units that have sent now, and of whose numbers the last build had none."""
    received = assessment.review.accepted.reception.received
    names = {unit: _own(_now(assessment), unit) for unit in received}
    return {unit: own for unit, own in names.items() if own and not _given(before, own)}


def _now(assessment: Assessment) -> Mapping[Name, DataValue]:
    ledger = counting_values(assessment.review.accepted)
    return {(e, s): value for (period, e, s), value in ledger.items() if period == assessment.period.code}


def _gone(before: Mapping[Name, Told], assessment: Assessment) -> dict[str, list[Name]]:
    """Units that have sent nothing now, and of which the last build had numbers."""
    now, missing = _now(assessment), assessment.review.accepted.reception.missing
    left = [name for name, told in before.items() if told.state.is_given and name not in now]
    names = {unit: [n for n in left if n[1] == unit] for unit in missing}
    return {unit: own for unit, own in names.items() if own}


def _units(before: Mapping[Name, Told], assessment: Assessment) -> tuple[Branch, ...]:
    plan, received = assessment.plan, assessment.review.accepted.reception.received
    came, left = _newly_in(before, assessment), _gone(before, assessment)
    return (
        *(Branch(f"{_called(plan, u)} nay đã gửi: {received[u]}, {len(own)} số") for u, own in came.items()),
        *(Branch(f"{_called(plan, u)} nay không còn biểu; trước có {len(own)} số") for u, own in left.items()),
    )


def _numbers(before: Mapping[Name, Told], values: Mapping[Name, Told], assessment: Assessment) -> tuple[Branch, ...]:
    """Unit by unit; those of a unit that came or went as a whole are not told one by one."""
    plan, now = assessment.plan, _now(assessment)
    units = (_newly_in(before, assessment), _gone(before, assessment))
    whole = {name for those in units for own in those.values() for name in own}
    found: dict[str, list[Branch]] = {}
    for each in values_changed(before, values):
        if (each.element, each.subject) not in whole:
            value = now.get((each.element, each.subject))
            found.setdefault(each.subject, []).append(_number(plan, each, value.source if value else ""))
    return tuple(Branch(_called(plan, s), some(tuple(b), MOST_NUMBERS, "số")) for s, b in found.items())


def _number(plan: Plan, changed: Changed, source: str) -> Branch:
    element = plan.elements.get(changed.element)
    label = element.label if element else changed.element
    measure = f" {element.measure}" if element and element.measure and changed.now and changed.now.value else ""
    by = f" [{source}]" if source else ""
    place = f" ← {changed.now.place}" if changed.now and changed.now.place else ""
    return Branch(f"{label}: {changed.words(plan)}{measure}{by}{place}")


def _answers(assessment: Assessment) -> tuple[Branch, ...]:
    """Those that are obeyed and were typed since the last run."""
    new = (a for a in assessment.review.answers if a.is_new and a.answer)
    return tuple(Branch(f"{a.saying or a.key} → {' '.join(filter(None, (a.answer, a.value)))}") for a in new)


def _called(plan: Plan, subject: str) -> str:
    unit = next((u for u in plan.units if u.code == subject), None)
    return name_in_sentence(unit) if unit else plan.name_of(subject) or subject
