"""A row of the sheet of targets (dòng chỉ tiêu): promised, reached, compared, judged, by formulas over the workings.

What the report may not say of a period is not said here either.
"""

from fractions import Fraction

from kehoach.assessment.model import Achievement, Verdict
from kehoach.plan.expression import Expression
from kehoach.report.facts import amended_by, kind_name, target_fact
from kehoach.summary.formula import cell, words
from kehoach.summary.judgement import Judgement
from kehoach.summary.layout import WORKINGS, Layout
from kehoach.summary.page import Page
from kehoach.summary.shown import COUNT, WORDS, measured_format, promise_format, signed, sum_format, target_format
from kehoach.summary.workings_sheet import ASKED, USED, reached

PROMISED, TOP, BOTTOM, REACHED, AGAINST, SHORT = 2, 3, 4, 5, 6, 7
BEFORE, AGAINST_BEFORE, LAST_YEAR, AGAINST_LAST_YEAR, VERDICT, COVERAGE, NOTES = range(8, 15)
"""Columns."""
NOT_SAID = "–"


class Row:
    """Dòng: one target being written."""

    def __init__(self, page: Page, layout: Layout, result: Achievement, row: int) -> None:
        self.page, self.layout, self.result, self.row = page, layout, result, row
        self.target = result.target
        self.shown = target_format(self.target, result.actual)
        self.judgement = Judgement(layout, result, cell(row, REACHED), cell(row, PROMISED))

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
        formula = f'IF(AND(ISNUMBER({here}),ISNUMBER({there}),{self.judgement.is_whole}),{here}-{there},"{NOT_SAID}")'
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
        if not self.judgement.can_be_short:
            self._say_nothing(SHORT)
            return
        ratio = self.target.expression.ratio
        needed = self.judgement.short(self._at(TOP) if ratio else self._at(REACHED), self._at(BOTTOM) if ratio else "1")
        stored = fact.value if fact and isinstance(fact.value, int) else ""
        self.page.formula(self.row, SHORT, needed, stored, measured_format(self.result.short_measure))

    def _write_verdict(self) -> None:
        """By comparison where the period judges; else the words for a year that goes on."""
        verdict = str(self.result.verdict)
        if self.judgement.is_judged:
            self.page.formula(self.row, VERDICT, self.judgement.verdict(), verdict, WORDS, align="center", bold=True)
        else:
            self.page.text(self.row, VERDICT, verdict, align="center", bold=True)

    def _write_coverage(self) -> None:
        """Of how many units: "07/08 thôn"."""
        plan, parts = self.layout.assessment.plan, self.result.parts
        subjects = {plan.elements[c].subject for c in self.target.expression.elements}
        was_asked = self.result.actual is not None or self.result.silent
        if (
            not parts
            or self.target.unit
            or len(subjects) > 1
            or not was_asked
            or self.result.verdict is Verdict.NOT_YET
        ):
            self._say_nothing(COVERAGE)
            return
        kind = kind_name(plan, *subjects)
        first, _ = self.layout.working_rows(self.result)
        used, asked = (cell(first, column, WORKINGS) for column in (USED, ASKED))
        formula = f'TEXT({used},"00")&"/"&TEXT({asked},"00")&{words(f" {kind}")}'
        given = sum(p.unit not in self.result.silent for p in parts)
        self.page.formula(self.row, COVERAGE, formula, f"{given:02d}/{len(parts):02d} {kind}", WORDS, align="center")

    def _note(self) -> str:
        """Who is silent, and which papers are missing; of a target whose time has not come nothing."""
        plan = self.layout.assessment.plan
        if self.result.verdict is Verdict.NOT_YET:
            return ""
        silent = [plan.name_of(u) for u in self.result.silent]
        more = f" và {len(silent) - 3} nơi khác" if len(silent) > 3 else ""
        lacking = ", ".join(plan.elements[c].label for c in self.result.lacking)
        return "; ".join(filter(None, (
            f"chưa có số của {', '.join(silent[:3])}{more}" if silent else "",
            f"thiếu căn cứ: {lacking}" if lacking and self.judgement.is_judged else "",
            "có số ước" if self.result.is_estimate else "",
        )))  # fmt: skip

    def _say_nothing(self, column: int) -> None:
        self.page.text(self.row, column, NOT_SAID, align="center")
