"""Which numbers of a sentence belong together (số đi cùng nhau), so that what is printed can be recomputed from it.

A rate, its parts and a target's result in one sentence are taken over the same units: the ones that gave them all.
"""

from collections.abc import Mapping, Sequence

from kehoach.assessment.model import Assessment, Total
from kehoach.assessment.values import tied
from kehoach.plan.element import ElementKind, Nature
from kehoach.plan.expression import Expression
from kehoach.plan.model import Plan
from kehoach.plan.placeholder import Amount, Part, TargetWord, UnitList, Words

Key = tuple[str, bool]
"""(element code, whether of this period alone)."""
_NUMBERS = ("gia_tri", "tu_so", "mau_so")


def totals_of(assessment: Assessment, parts: Sequence[Part]) -> Mapping[Key, Total]:
    """The total to print for every element that a sentence adds up."""
    result: dict[Key, Total] = {}
    for group in _joined(_groups(assessment.plan, parts)):
        found = tied(assessment.plan, [assessment.total(*key) for key in group])
        result |= {key: found[key[0]] for key in group}
    return result


def _groups(plan: Plan, parts: Sequence[Part]) -> list[list[Key]]:
    groups = [_keys_of(plan, part) for part in parts]
    for spot in range(2, len(parts)):
        if parts[spot - 1] == Words("/") and _one_span(both := groups[spot - 2] + groups[spot]):
            groups.append(both)
    return [g for g in groups if g]


def _one_span(keys: Sequence[Key]) -> bool:
    return len({this_period for _, this_period in keys}) == 1


def _keys_of(plan: Plan, part: Part) -> list[Key]:
    if isinstance(part, Amount):
        return [(c, part.this_period) for c in added(plan, part.expression)]
    if isinstance(part, TargetWord) and part.word in _NUMBERS:
        targets = [t for t in plan.targets if t.code == part.target and not t.unit]
        return [(c, False) for t in targets for c in added(plan, t.expression)]
    return []


def added(plan: Plan, expression: Expression) -> tuple[str, ...]:
    """Elements whose totals an expression needs (not those only asked of last period, baseline or as a count)."""
    codes = (c.code for c in expression.codes if not c.function)
    return tuple(c for c in codes if plan.elements[c].kind.is_number or plan.elements[c].kind is ElementKind.RATE)


def _joined(groups: list[list[Key]]) -> list[list[Key]]:
    """Groups that share an element become one; this period's and cumulated flows stay apart."""
    result: list[list[Key]] = []
    for group in groups:
        touching = [g for g in result if set(g) & set(group)]
        result = [g for g in result if g not in touching]
        merged = dict.fromkeys(k for g in (*touching, group) for k in g)
        result.append(list(merged))
    return result


def is_cut_short(assessment: Assessment, parts: Sequence[Part]) -> bool:
    """Whether a sentence cumulates a flow whose earlier periods are not on file: it counts this period alone."""
    plan, gone = assessment.plan, assessment.not_on_file
    codes = {code for part in parts for code, this_period in _keys_of(plan, part) if not this_period}
    codes |= {code for part in parts if isinstance(part, UnitList) for code in added(plan, part.condition)}
    flows = [plan.elements[c] for c in codes if plan.elements[c].nature is Nature.FLOW]
    return any(e.periods.covers(p) for e in flows for p in gone)
