"""Sheet `Chỉ tiêu` (kết quả các chỉ tiêu): promised, reached, compared, judged, by formulas over the workings.

What the report may not say of a period is not said here either.
"""

from fractions import Fraction

from kehoach.assessment.model import Achievement, Verdict
from kehoach.plan.expression import Expression
from kehoach.plan.model import Before, ElementKind
from kehoach.report.facts import amended_by, kind_name, target_fact
from kehoach.summary.formula import cell, holds
from kehoach.summary.layout import FIRST, WORKINGS, Layout
from kehoach.summary.look import BELOW_COLOUR, MET_COLOUR, SILENT_COLOUR, Column, Page
from kehoach.summary.shown import COUNT, WORDS, promise_format, signed, sum_format, target_format
from kehoach.summary.workings_sheet import ASKED, GIVEN, USED, reached

COLUMNS = (
    *(Column("TT", 5), Column("Chỉ tiêu", 30), Column("Mức giao", 14), Column("Tử số", 8), Column("Mẫu số", 8)),
    *(Column("Thực hiện", 10), Column("So với mức giao", 10), Column("Còn thiếu", 8)),
    *(Column("Kỳ trước", 9), Column("So với kỳ trước", 9), Column("Năm trước", 9), Column("So với năm trước", 9)),
    *(Column("Đánh giá", 14), Column("Số liệu của", 11), Column("Ghi chú", 20)),
)
PROMISED, TOP, BOTTOM, REACHED, AGAINST, SHORT = 2, 3, 4, 5, 6, 7
BEFORE, AGAINST_BEFORE, LAST_YEAR, AGAINST_LAST_YEAR, VERDICT, COVERAGE, NOTES = range(8, 15)
NOTE = (
    "Tử số, mẫu số lấy từ trang Cách tính. Chênh lệch của tỷ lệ là điểm %. “…” là chưa có số; “–” là kỳ này không nêu "
    "hoặc không có căn cứ để so sánh. Khi còn nơi chưa có số, đánh giá theo khoảng thấp nhất, cao nhất có thể có."
)
NOT_SAID = "–"


def write_targets(page: Page, layout: Layout) -> None:
    """A row a target and a unit it was allotted to; a comparison for which no row has a basis is hidden."""
    page.head("Kết quả thực hiện các chỉ tiêu", NOTE, COLUMNS)
    results = layout.assessment.achievements
    for number, result in enumerate(results, 1):
        Row(page, layout, result, FIRST + number - 1).write(number)
    last = FIRST + max(0, len(results) - 1)
    spot = f"$M{FIRST + 1}"
    for words, colour in (
        ((Verdict.MET, Verdict.EXCEEDED, Verdict.LIKELY_MET), MET_COLOUR),
        ((Verdict.NOT_MET, Verdict.LIKELY_NOT_MET), BELOW_COLOUR),
        ((Verdict.NO_BASIS, Verdict.NO_DATA), SILENT_COLOUR),
    ):
        listed = ",".join(f'{spot}="{w}"' for w in words)
        page.shade((FIRST, VERDICT), (last, VERDICT), f"OR({listed})", bg_color=colour)
    for column, word in ((BEFORE, "so_ky_truoc"), (LAST_YEAR, "so_nam_truoc")):
        if not any(target_fact(result, word) for result in results):
            page.hide(column, column + 1)
    page.finish(len(results), COLUMNS, 2, last)


class Row:
    """Dòng: one target being written."""

    def __init__(self, page: Page, layout: Layout, result: Achievement, row: int) -> None:
        self.page, self.layout, self.result, self.row = page, layout, result, row
        self.target = result.target
        self.shown = target_format(self.target, result.actual)
        first, last = layout.working_rows(result)
        self.given, self.asked = (_rows(first, last, column) for column in (GIVEN, ASKED))
        self.coverage = [cell(first, column, WORKINGS) for column in (USED, ASKED)]
        self.is_whole = f"SUM({self.given})=SUM({self.asked})"

    def write(self, number: int) -> None:
        """The whole row."""
        plan = self.layout.assessment.plan
        unit = f" ({plan.name_of(self.target.unit)})" if self.target.unit else ""
        self.page.number(self.row, 0, number, align="center")
        self.page.text(self.row, 1, self.target.text + unit + amended_by(self.target))
        self.page.number(self.row, PROMISED, self.target.threshold, promise_format(self.target), align="center")
        self._write_reached()
        self._write_difference(AGAINST, PROMISED, "so_ke_hoach")
        self._write_short()
        self._write_then(BEFORE, self.result.last_period, "so_ky_truoc")
        self._write_then(LAST_YEAR, self.result.last_year, "so_nam_truoc")
        self._write_verdict()
        self._write_coverage()
        self.page.text(self.row, NOTES, self._note())

    def _at(self, column: int) -> str:
        return cell(self.row, column)

    def _write_reached(self) -> None:
        """The value and, of a rate, its parts; nothing before its time."""
        result, ratio = self.result, self.target.expression.ratio
        parts = ((TOP, ratio[0], result.numerator), (BOTTOM, ratio[1], result.denominator)) if ratio else ()
        for column in (TOP, BOTTOM, REACHED):
            self._say_nothing(column)
        if not result.may_be_told and result.verdict is not Verdict.NO_DATA:
            return
        for column, part, value in parts:
            self.page.formula(self.row, column, self._calculated(part), value, self._part_format(part))
        whole = self._calculated(self.target.expression)
        self.page.formula(self.row, REACHED, whole, result.actual, self.shown, bold=True)

    def _calculated(self, expression: Expression) -> str:
        return reached(self.layout, self.result, expression)

    def _part_format(self, part: Expression) -> str:
        elements = [self.layout.assessment.plan.elements[c] for c in part.elements]
        return sum_format(elements[0]) if elements else COUNT

    def _write_difference(self, column: int, other: int, word: str) -> None:
        """Where the report may tell it: the value less the other, of numbers that are whole."""
        fact = target_fact(self.result, word)
        if fact is None or not isinstance(fact.value, int | Fraction):
            self._say_nothing(column)
            return
        there, here = self._at(other), self._at(REACHED)
        formula = f'IF(AND(ISNUMBER({here}),ISNUMBER({there}),{self.is_whole}),{here}-{there},"{NOT_SAID}")'
        self.page.formula(self.row, column, formula, fact.value, signed(self.shown))

    def _write_then(self, column: int, then: Fraction | None, word: str) -> None:
        """What it was, and the difference, where the report compares with it."""
        if then is None or target_fact(self.result, word) is None:
            self._say_nothing(column)
            self._say_nothing(column + 1)
            return
        self.page.number(self.row, column, then, target_format(self.target, then), align="right")
        self._write_difference(column + 1, column, word)

    def _write_short(self) -> None:
        """How many are still needed: whole ones."""
        fact = target_fact(self.result, "con_thieu")
        if not self._can_be_short():
            self._say_nothing(SHORT)
            return
        limit, value = self._at(PROMISED), self._at(REACHED)
        is_rate = self.target.expression.ratio is not None
        gap = f"{limit}*{self._at(BOTTOM)}-{self._at(TOP)}" if is_rate else f"{limit}-{value}"
        whole = f"INT(ROUND({gap},9))+1" if self.target.comparison == ">" else f"ROUNDUP(ROUND({gap},9),0)"
        met = f"OR({holds(value, self.target.comparison, limit)},{value}>{limit})"
        needed = f'IF(AND(ISNUMBER({value}),{self._is_sure()}),IF({met},"",{whole}),"")'
        stored = fact.value if fact and isinstance(fact.value, int) else ""
        measure = f' "{self.result.short_measure}"' if self.result.short_measure.isprintable() else ""
        self.page.formula(self.row, SHORT, needed, stored, f"{COUNT}{measure}")

    def _can_be_short(self) -> bool:
        """Whether a lack can be counted in whole ones, and told in this period."""
        plan, expression = self.layout.assessment.plan, self.target.expression
        top = expression.ratio[0] if expression.ratio else expression
        kinds = {plan.elements[c].kind for c in top.elements}
        is_counted = kinds <= {ElementKind.COUNT, ElementKind.YES_NO} and self.target.comparison in (">=", ">", "=")
        return is_counted and self.result.may_be_told

    def _write_verdict(self) -> None:
        """What the numbers make of it: where all are there, by comparison; else what was found for certain."""
        verdict = str(self.result.verdict)
        if not self._is_judged():
            self.page.text(self.row, VERDICT, verdict, align="center", bold=True)
            return
        whole = all(self.layout.total(c).is_complete for c in self.target.expression.elements)
        partly = str(Verdict.NO_BASIS) if whole or self.result.verdict is Verdict.NO_DATA else verdict
        judged = f'IF({self._evidence()},{self._compared()},"{Verdict.NO_BASIS}")'
        full = f'IF(AND({self.is_whole},ISNUMBER({self._at(REACHED)})),{judged},"{partly}")'
        rests_on_none = all(c.function for c in self.target.expression.codes)
        formula = full if rests_on_none else f'IF(MIN({self.given})=0,"{Verdict.NO_DATA}",{full})'
        self.page.formula(self.row, VERDICT, formula, verdict, WORDS, align="center", bold=True)

    def _is_judged(self) -> bool:
        """Whether this period concludes, or foresees."""
        return self.target.concludes.covers(self.layout.assessment.period) or self.target.before is Before.ESTIMATE

    def _compared(self) -> str:
        value, limit = self._at(REACHED), self._at(PROMISED)
        met, missed = (
            (Verdict.LIKELY_MET, Verdict.LIKELY_NOT_MET)
            if self.result.is_provisional
            else (Verdict.MET, Verdict.NOT_MET)
        )
        plainly = f'IF({holds(value, self.target.comparison, limit)},"{met}","{missed}")'
        can_exceed = self.target.comparison == ">=" and not (self.target.is_percent and self.target.threshold >= 1)
        if self.result.is_provisional or not can_exceed:
            return plainly
        return f'IF({holds(value, ">", limit)},"{Verdict.EXCEEDED}",{plainly})'

    def _evidence(self) -> str:
        """Whether every paper that must be there is."""
        if self.result.is_provisional or not self.target.evidence:
            return "TRUE"
        cells = [self._papers(code) for code in self.target.evidence]
        return f"AND({','.join(cells)})"

    def _papers(self, code: str) -> str:
        shares = self.layout.total(code).shares.values()
        cells = [self.layout.value(n) for s in shares for n in s.names]
        return f"COUNTA({','.join(cells)})>0" if cells else "FALSE"

    def _is_sure(self) -> str:
        return f"AND({self.is_whole},{self._evidence()})" if self._is_judged() else self.is_whole

    def _write_coverage(self) -> None:
        """Of how many units: "07/08 thôn"."""
        plan, parts = self.layout.assessment.plan, self.result.parts
        subjects = {plan.elements[c].subject for c in self.target.expression.elements}
        if not parts or self.target.unit or len(subjects) > 1:
            self._say_nothing(COVERAGE)
            return
        kind = kind_name(plan, *subjects)
        used, asked = self.coverage
        formula = f'TEXT({used},"00")&"/"&TEXT({asked},"00")&" {kind}"'
        given = sum(p.unit not in self.result.silent for p in parts)
        self.page.formula(self.row, COVERAGE, formula, f"{given:02d}/{len(parts):02d} {kind}", WORDS, align="center")

    def _note(self) -> str:
        plan = self.layout.assessment.plan
        silent = [plan.name_of(u) for u in self.result.silent]
        more = f" và {len(silent) - 3} nơi khác" if len(silent) > 3 else ""
        lacking = ", ".join(plan.elements[c].label for c in self.result.lacking)
        return "; ".join(filter(None, (
            f"chưa có số của {', '.join(silent[:3])}{more}" if silent else "",
            f"thiếu căn cứ: {lacking}" if lacking else "",
            "có số ước" if self.result.is_estimate else "",
        )))  # fmt: skip

    def _say_nothing(self, column: int) -> None:
        self.page.text(self.row, column, NOT_SAID, align="center")


def _rows(first: int, last: int, column: int) -> str:
    return f"{cell(first, column, WORKINGS)}:{cell(last, column)}"
