"""The verdict on a target as a formula (công thức kết luận): complete numbers are compared, the rest is as was found.

An interval of what is missing is not worked out in Excel: while somebody is silent, the verdict of the report stands.
"""

from dataclasses import dataclass

from kehoach.assessment.model import Achievement, Verdict
from kehoach.plan.element import ElementKind
from kehoach.plan.target import Before
from kehoach.summary.formula import block, holds, words
from kehoach.summary.layout import WORKINGS, Layout
from kehoach.summary.workings_sheet import ASKED, GIVEN

_COUNTED = {ElementKind.COUNT, ElementKind.YES_NO}


@dataclass(frozen=True)
class Judgement:
    """Kết luận of one target: `value` and `limit` are the cells of what was reached and promised."""

    layout: Layout
    result: Achievement
    value: str
    limit: str

    @property
    def is_judged(self) -> bool:
        """Whether this period concludes, or foresees."""
        target = self.result.target
        return target.concludes.covers(self.layout.assessment.period) or target.before is Before.ESTIMATE

    @property
    def is_whole(self) -> str:
        """Whether everybody who was asked gave every number."""
        return f"SUM({self._workings(GIVEN)})=SUM({self._workings(ASKED)})"

    def verdict(self) -> str:
        """No number, no verdict; all numbers and papers, a comparison."""
        rests_on_none = all(c.function for c in self.result.target.expression.codes)
        judged = f"IF({self._evidence()},{self._compared()},{words(Verdict.NO_BASIS)})"
        full = f"IF(AND({self.is_whole},ISNUMBER({self.value})),{judged},{words(self._partly())})"
        return full if rests_on_none else f"IF(MIN({self._workings(GIVEN)})=0,{words(Verdict.NO_DATA)},{full})"

    @property
    def can_be_short(self) -> bool:
        """Whether a lack can be counted in whole ones, and told in this period."""
        target, elements = self.result.target, self.layout.assessment.plan.elements
        top = target.expression.ratio[0] if target.expression.ratio else target.expression
        is_counted = {elements[c].kind for c in top.elements} <= _COUNTED
        return is_counted and target.comparison in (">=", ">", "=") and self.result.may_be_told

    def short(self, top: str, bottom: str) -> str:
        """How many whole ones are still needed above the line; nothing where it is met, or not known for sure."""
        comparison, gap = self.result.target.comparison, f"ROUND({self.limit}*{bottom}-{top},9)"
        needed = f"INT({gap})+1" if comparison == ">" else f"ROUNDUP({gap},0)"
        met = f"OR({holds(self.value, comparison, self.limit)},{self.value}>{self.limit})"
        sure = f"AND({self.is_whole},{self._evidence()})" if self.is_judged else self.is_whole
        return f'IF(AND(ISNUMBER({self.value}),{sure}),IF({met},"",{needed}),"")'

    def _workings(self, column: int) -> str:
        first, last = self.layout.working_rows(self.result)
        return block(first, last, column, WORKINGS)

    def _partly(self) -> str:
        """What is said while somebody is silent."""
        found, elements = self.result.verdict, self.result.target.expression.elements
        whole = all(self.layout.total(c).is_complete for c in elements)
        return Verdict.NO_BASIS if whole or found is Verdict.NO_DATA else found

    def _compared(self) -> str:
        target, likely = self.result.target, self.result.is_provisional
        met = Verdict.LIKELY_MET if likely else Verdict.MET
        missed = Verdict.LIKELY_NOT_MET if likely else Verdict.NOT_MET
        plainly = f"IF({holds(self.value, target.comparison, self.limit)},{words(met)},{words(missed)})"
        can_exceed = target.comparison == ">=" and not (target.is_percent and target.threshold >= 1)
        if likely or not can_exceed:
            return plainly
        return f"IF({holds(self.value, '>', self.limit)},{words(Verdict.EXCEEDED)},{plainly})"

    def _evidence(self) -> str:
        """Whether every paper that must be there is."""
        if self.result.is_provisional or not self.result.target.evidence:
            return "TRUE"
        return f"AND({','.join(map(self._paper, self.result.target.evidence))})"

    def _paper(self, code: str) -> str:
        shares = self.layout.total(code).shares.values()
        cells = [self.layout.value(n) for share in shares for n in share.names]
        return f"COUNTA({','.join(cells)})>0" if cells else "FALSE"
