"""A fact worked out anew (đếm lại), from the cells it says it rests on and by another way than the report's.

In: assessment and fact. Out: what the fact must be worth. Sums run over the dataset's rows, cell by cell; what no cell
holds (last year, counts of units, verdicts, states) is the assessment's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kehoach.assessment.model import Achievement, Assessment, TaskState, Verdict
from kehoach.dataset.frame import counting_values
from kehoach.finding import Place
from kehoach.plan.element import ElementKind, Nature
from kehoach.plan.expression import Code, Expression, ExpressionError, read_expression
from kehoach.plan.lineage import heirs
from kehoach.report.allotted import GIVEN, allotted, by_verdict, units_named
from kehoach.report.corrections import AT, ISSUED
from kehoach.report.facts import ALONE, COUNTED, leads, name_in_sentence
from kehoach.report.model import Fact
from kehoach.submission.model import DataValue
from kehoach.vi.names import code_of
from kehoach.vi.values import Exact


@dataclass(frozen=True)
class Entry:
    """Một số đã cộng: the value of a cell, and of which period it is."""

    period: str
    value: DataValue

    @property
    def number(self) -> Fraction:
        """What it adds to the sum."""
        return self.value.number or Fraction(0)


@dataclass(frozen=True)
class Recount:
    """Sổ đếm lại of one assessment."""

    assessment: Assessment

    def expected(self, fact: Fact) -> tuple[Exact, ...]:
        """What the fact may be worth: one value, or one for each unit that was given the target; () where unknown."""
        name, _, word = fact.id.partition(".")
        plan = self.assessment.plan
        if word == "do_phu":
            return (fact.value,) if name in plan.elements or name in {t.code for t in plan.targets} else ()
        if name.startswith(COUNTED):
            return self._of_count(name.removeprefix(COUNTED), word)
        if AT in name:
            return self._of_correction(name, word, fact)
        if word.startswith(GIVEN):
            return self._of_allotted(name, word.removeprefix(GIVEN))
        if any(t.code == name for t in plan.targets):
            results = (a for a in self.assessment.achievements if a.target.code == name)
            return tuple(v for a in results if (v := self._of_target(a, word, fact)) is not None)
        if any(t.code == name for t in plan.tasks):
            return self._of_task(name, word)
        value = self._of_value(name, word, fact) if word and name in plan.elements else self._of_expression(fact)
        return () if value is None else (value,)

    def entries(self, code: str, places: Sequence[Place], alone: bool = False) -> tuple[Entry, ...]:
        """The cells among `places` whose numbers of an element are added up; of a state, each subject's last one.

        Units that became one said yes or no as one.
        """
        kept = dict[tuple[str, str], Entry]()
        element = self.assessment.plan.elements[code]
        is_flow, is_either = element.nature is Nature.FLOW, element.kind is ElementKind.YES_NO
        summed = {self.assessment.period.code} if alone else self._summed
        for place in dict.fromkeys(places):
            for entry in self._ledger.get((code, place), ()):
                if entry.value.number is None or (is_flow and entry.period not in summed):
                    continue
                subject = entry.value.subject if is_flow or not is_either else self._heir(entry.value.subject)
                key = (subject, entry.period if is_flow else "")
                if key not in kept or self._order[kept[key].period] < self._order[entry.period]:
                    kept[key] = entry
        return tuple(kept.values())

    def _heir(self, subject: str) -> str:
        into = heirs(self.assessment.plan, subject, self.assessment.period.cutoff)
        return into[0] if len(into) == 1 else subject

    def value(self, expression: Expression, places: Sequence[Place], alone: bool = False) -> Fraction | None:
        """An expression over the cells among `places`."""
        return expression.value(lambda code: self._worth(code, places, alone))

    def _worth(self, code: Code, places: Sequence[Place], alone: bool, unit: str = "") -> Fraction | None:
        if code.function:
            return self.assessment.unit_value(code, unit) if unit else self.assessment.evaluate(code)
        entries = self.entries(code.code, places, alone)
        return sum((e.number for e in entries), Fraction(0)) if entries else None

    def _of_target(self, result: Achievement, word: str, fact: Fact) -> Exact | None:
        target = result.target
        fixed: dict[str, Exact | None] = {
            "muc": target.threshold,
            "ket_luan": str(result.verdict),
            "con_thieu": result.short_by,
            "con_giam": result.over_by,
        }
        if word in fixed:
            return fixed[word]
        top, bottom = target.expression.ratio or (target.expression, None)
        wanted = {"tu_so": top, "mau_so": bottom}.get(word, target.expression)
        if wanted is None:
            return None
        unit = word if word in {p.unit for p in result.parts} else target.unit
        actual = wanted.value(lambda code: self._worth(code, fact.rests_on, False, unit))
        compared = {"so_nam_truoc": result.last_year, "so_ky_truoc": result.last_period}
        against = {**compared, "so_ke_hoach": target.threshold}.get(word, Fraction(0))
        return None if actual is None or against is None else actual - against

    def _of_count(self, of_what: str, word: str) -> tuple[Exact, ...]:
        """How many targets of the commune, or tasks, ended so; each is looked at, whatever the list beside it names."""
        results = [a.verdict for a in self.assessment.achievements if not a.target.unit]
        states = [t.state for t in self.assessment.tasks]
        counts = {
            ("chi_tieu", "dat"): sum(v in (Verdict.MET, Verdict.EXCEEDED) for v in results),
            ("chi_tieu", "uoc_dat"): results.count(Verdict.LIKELY_MET),
            ("chi_tieu", "tong"): len(results),
            ("nhiem_vu", "xong"): states.count(TaskState.DONE),
            ("nhiem_vu", "tong"): len(states),
        }
        return (counts[of_what, word],) if (of_what, word) in counts else ()

    def _of_correction(self, name: str, word: str, fact: Fact) -> tuple[Exact, ...]:
        """A total of an earlier period: as it was issued, or the sum of that period's cells."""
        code, _, period = name.partition(AT)
        if word == ISSUED:
            told = (c for c in self.assessment.corrections if (c.now.code, c.period.code) == (code, period))
            return tuple(c.issued.totals[code].value for c in told)
        numbers = (
            entry.number
            for place in dict.fromkeys(fact.rests_on)
            for entry in self._ledger.get((code, place), ())
            if entry.period == period
        )
        return (sum(numbers, Fraction(0)),)

    def _of_allotted(self, code: str, said: str) -> tuple[Exact, ...]:
        """How many of the units with a target of their own were judged so, or which."""
        groups = by_verdict(allotted(self.assessment, code))
        found = next((g for verdict, g in groups.items() if code_of(verdict) == said), ())
        return len(found), units_named(self.assessment, found)

    def _of_task(self, code: str, word: str) -> tuple[Exact, ...]:
        progress = self.assessment.task(code)
        task = progress.task
        known: dict[str, Exact] = {
            "trang_thai": str(progress.state),
            "minh_chung": progress.evidence,
            "ghi_chu": progress.note,
            "chu_tri": leads(self.assessment.plan, task.lead),
            "thoi_gian": task.time,
        }
        return (known[word],) if word in known else ()

    def _of_value(self, code: str, subject: str, fact: Fact) -> Exact | None:
        """One unit's number, or what was said about one subject."""
        if isinstance(fact.value, str):
            return self.assessment.value(code, subject)
        return self._worth(Code(code), fact.rests_on, False)

    def _of_expression(self, fact: Fact) -> Exact | None:
        """A number of the commune; a text or day as given; units for which a comparison holds."""
        plan, period = self.assessment.plan, self.assessment.period
        if fact.id in plan.elements and not isinstance(fact.value, int | Fraction):
            subjects = plan.subjects(plan.elements[fact.id], period)
            return next((self.assessment.value(fact.id, s) for s in subjects), None)
        if ": " in fact.id:
            return self._of_units(*fact.id.split(": ", 1))
        try:
            expression = read_expression(fact.id.removeprefix(ALONE))
        except ExpressionError:
            return None
        if not all(c in plan.elements for c in expression.elements):
            return None
        return self.value(expression, fact.rests_on, fact.id.startswith(ALONE))

    def _of_units(self, what: str, condition: str) -> Exact | None:
        """ "so thon" and "ds thon": how many units, or which."""
        word, _, kind = what.partition(" ")
        expression, unit_value = read_expression(condition), self.assessment.unit_value
        units = self.assessment.plan.active_units(self.assessment.period, kind)
        chosen = [u for u in units if expression.holds(lambda code, u=u: unit_value(code, u.code))]  # type: ignore[misc]
        return len(chosen) if word == "so" else ", ".join(map(name_in_sentence, chosen))

    @cached_property
    def _ledger(self) -> dict[tuple[str, Place], list[Entry]]:
        found: dict[tuple[str, Place], list[Entry]] = {}
        for (period, element, _), value in counting_values(self.assessment.review.accepted).items():
            found.setdefault((element, value.place), []).append(Entry(period, value))
        return found

    @cached_property
    def _summed(self) -> frozenset[str]:
        """The periods whose flows are added up; a file of another one may go by the same name."""
        plan, period = self.assessment.plan, self.assessment.period
        earlier = () if self.assessment.not_on_file else plan.earlier(period)
        return frozenset(p.code for p in (*earlier, period))

    @cached_property
    def _order(self) -> dict[str, int]:
        """Place of each period in the year."""
        return {p.code: n for n, p in enumerate(sorted(self.assessment.plan.periods, key=lambda p: p.cutoff))}
