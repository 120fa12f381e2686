"""The parts of a sentence (thành phần câu), said one by one: words, or a fact with what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.assessment.model import Achievement, Assessment, Total
from kehoach.assessment.values import worth
from kehoach.finding import Place
from kehoach.plan.expression import Code, Expression
from kehoach.plan.placeholder import Amount, BasisWord, Part, PlanWord, TargetWord, TaskWord, UnitList, Words
from kehoach.report.coverage import Coverage, Said
from kehoach.report.facts import (
    ALONE,
    estimated,
    given_fact,
    name_in_sentence,
    print_amount,
    reached,
    target_fact,
    task_fact,
)
from kehoach.report.model import Fact
from kehoach.report.ties import added
from kehoach.report.words import plan_word
from kehoach.vi.numbers import print_count


@dataclass(frozen=True)
class Speaker:
    """Says the parts of one sentence, over the totals that its numbers share."""

    assessment: Assessment
    totals: Mapping[tuple[str, bool], Total]

    def say(self, part: Part, before: str | Fact) -> Said | None:
        """Words or a fact; None where it cannot be said. `before` is what stands in front of it."""
        if isinstance(part, Words):
            return Said(part.text)
        if isinstance(part, PlanWord):
            word = plan_word(self.assessment, part.word)
            return Said(word) if word else None
        if isinstance(part, BasisWord):
            plan, cutoff = self.assessment.plan, self.assessment.period.cutoff
            bases = (b.text for b in plan.bases if part.number in b.text and b.is_in_force(cutoff))
            return next((Said(text) for text in bases), None)
        if isinstance(part, TaskWord):
            tasks = [t for t in self.assessment.tasks if t.task.code == part.task]
            facts = (task_fact(self.assessment, t, part.word) for t in tasks)
            return next((Said(f) for f in facts if f), None)
        front = before if isinstance(before, str) else ""
        if isinstance(part, Amount):
            return self._amount(part, front)
        return self._units(part) if isinstance(part, UnitList) else self._target(part, front)

    def _amount(self, part: Amount, before: str) -> Said | None:
        plan, expression = self.assessment.plan, part.expression
        codes = added(plan, expression)
        if isinstance(expression.root, Code) and not expression.root.function and not codes:
            return self._given(expression.root.code)
        totals = {c: self.totals[c, part.this_period] for c in codes}
        if len(codes) < sum(not c.function for c in expression.codes):
            return None
        value = worth(expression, totals, self.assessment.evaluate)
        if value is None:
            return None
        is_estimate = any(t.is_estimate or plan.elements[c].is_estimate for c, t in totals.items()) and value != 0
        printed = estimated(print_amount(plan, expression, value), is_estimate, before)
        name = (ALONE if part.this_period else "") + expression.text.replace(" ", "")
        return self._over(totals, Fact(name, value, printed, _places(totals)))

    def _given(self, code: str) -> Said | None:
        """A text, day or choice about the commune; that of the period before says so."""
        element, fact = self.assessment.plan.elements[code], given_fact(self.assessment, code)
        subjects = self.assessment.plan.subjects(element, self.assessment.period)[:1]
        if not fact or not self.assessment.is_carried(code, *subjects):
            return Said(fact) if fact else None
        return Said(fact, (Coverage(code, element.subject, subjects, subjects, element.label, subjects),))

    def _over(self, totals: Mapping[str, Total], fact: Fact) -> Said:
        partial = (t for t in totals.values() if t.carried or not t.is_complete)
        return Said(fact, tuple(self._coverage(t) for t in partial))

    def _coverage(self, total: Total) -> Coverage:
        element = self.assessment.plan.elements[total.code]
        return Coverage(total.code, element.subject, total.given, total.expected, element.label, total.carried)

    def _target(self, part: TargetWord, before: str) -> Said | None:
        for achievement in self.assessment.achievements:
            if achievement.target.code == part.target and not achievement.target.unit:
                if part.word in ("gia_tri", "tu_so", "mau_so"):
                    return self._result(achievement, part.word, before)
                fact = target_fact(achievement, part.word)
                return Said(fact) if fact else None
        return None

    def _result(self, achievement: Achievement, word: str, before: str) -> Said | None:
        """Value, numerator or denominator, over the units this sentence counts."""
        target, plan = achievement.target, self.assessment.plan
        ratio = target.expression.ratio
        expression = target.expression if word == "gia_tri" else ratio and ratio[word == "mau_so"]
        if not expression or not achievement.may_be_told:
            return None
        totals = {c: self.totals[c, False] for c in added(plan, target.expression)}
        value = worth(expression, totals, self.assessment.evaluate)
        if value is None:
            return None
        printed = reached(target, value) if word == "gia_tri" else print_count(value)
        printed = estimated(printed, achievement.is_estimate, before)
        return self._over(totals, Fact(f"{target.code}.{word}", value, printed, _places(totals)))

    def _units(self, part: UnitList) -> Said | None:
        """The units a comparison holds for, of those that it is known for."""
        units = self.assessment.plan.active_units(self.assessment.period, part.kind)
        answers = {u.code: self._holds(part.condition, u.code) for u in units}
        known, chosen = [u for u in units if answers[u.code] is not None], [u for u in units if answers[u.code]]
        if not known or not (chosen or part.as_number):
            return None
        element = self.assessment.plan.elements[part.condition.elements[0]]
        shares = self.assessment.total(element.code, False).shares
        places = tuple(p for u in known if u.code in shares for p in shares[u.code].places)
        names = ", ".join(name_in_sentence(u) for u in chosen)
        word, value, printed = ("so", len(chosen), print_count(len(chosen))) if part.as_number else ("ds", names, names)
        given, expected = tuple(u.code for u in known), tuple(u.code for u in units)
        carried = tuple(u for u in given if u in shares and shares[u].is_carried)
        lacking = Coverage(element.code, part.kind, given, expected, element.label, carried)
        fact = Fact(f"{word} {part.kind}: {part.condition.text}", value, printed, places)
        return Said(fact, (lacking,) if carried or len(given) < len(expected) else ())

    def _holds(self, condition: Expression, unit: str) -> bool | None:
        return condition.holds(lambda code: self.assessment.unit_value(code, unit))


def _places(totals: Mapping[str, Total]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(p for t in totals.values() for p in t.places))
