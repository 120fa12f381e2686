"""Targets allotted to units (chỉ tiêu giao từng đơn vị): how many reached their own, and which did not."""

from collections.abc import Mapping, Sequence

from kehoach.assessment.model import Achievement, Assessment, Verdict
from kehoach.report.facts import kind_name, name_in_sentence
from kehoach.report.model import Fact, Text
from kehoach.vi.names import code_of
from kehoach.vi.numbers import print_count

GIVEN = "giao_"
"""Begins the word of a fact about a target's allotted rows: "ct4.giao_dat", "ct4.giao_chua_dat"."""
_SAID = {
    Verdict.MET: Verdict.MET,
    Verdict.EXCEEDED: Verdict.MET,
    Verdict.LIKELY_MET: Verdict.LIKELY_MET,
    Verdict.LIKELY_NOT_MET: Verdict.LIKELY_NOT_MET,
    Verdict.NOT_MET: Verdict.NOT_MET,
    Verdict.NO_BASIS: Verdict.NO_BASIS,
    Verdict.NO_DATA: Verdict.NO_DATA,
}
"""What is said together, in this order; of a target whose time has not come nothing is."""
_COUNTED = (Verdict.MET, Verdict.LIKELY_MET)


def allotted(assessment: Assessment, code: str) -> tuple[Achievement, ...]:
    """The results of the units that a target was allotted to."""
    return tuple(a for a in assessment.achievements if a.target.code == code and a.target.unit)


def by_verdict(results: Sequence[Achievement]) -> Mapping[Verdict, tuple[Achievement, ...]]:
    """The results by what is said of them, in speaking order."""
    groups = {said: tuple(r for r in results if _SAID.get(r.verdict) is said) for said in _SAID.values()}
    return {said: found for said, found in groups.items() if found}


def allotted_text(assessment: Assessment, code: str) -> Text:
    """ "Theo mức giao từng thôn: đạt 05/06 thôn; chưa đạt: thôn Một."; () where nothing may be said."""
    results = allotted(assessment, code)
    groups = by_verdict(results)
    if not groups:
        return ()
    kind = kind_name(assessment.plan, assessment.plan.unit(results[0].target.unit).kind)
    pieces: list[str | Fact] = [f"Theo mức giao từng {kind}: "]
    for number, (verdict, found) in enumerate(groups.items()):
        names = units_named(assessment, found)
        is_counted = verdict in _COUNTED
        count = f"{print_count(len(found))}/{print_count(len(results))} {kind}"
        fact = Fact(
            f"{code}.{GIVEN}{code_of(verdict)}",
            len(found) if is_counted else names,
            count if is_counted else names,
            tuple(dict.fromkeys(p for a in found for p in a.places)),
        )
        pieces += ["; " if number else "", str(verdict).lower(), " " if is_counted else ": ", fact]
    return (*pieces, ".")


def units_named(assessment: Assessment, found: Sequence[Achievement]) -> str:
    """Their units as they are named within a sentence."""
    return ", ".join(name_in_sentence(assessment.plan.unit(a.target.unit)) for a in found)
