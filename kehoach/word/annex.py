"""Annexes (phụ lục): each its own section and page count, lying where its table is wide (III.1, form 2.1).

In: `report.model.Report`. Out: flow.
"""

from kehoach.report.model import Annex, Report
from kehoach.vi.numbers import print_roman
from kehoach.word.body import body_flow
from kehoach.word.head import date_words, number_words, rule, width_of
from kehoach.word.lines import break_lines
from kehoach.word.markup import Flow, block, clean
from kehoach.word.standard import ANNEX_RULE_LENGTH, ANNEX_WORD, HEAD_GAP, PAGE, Component

_TITLE_SHARE = 0.9


def annex_flow(report: Report, number: int) -> Flow:
    """The annex of that number, counted from 1; a single one has none (III.1.a)."""
    annex = report.annexes[number - 1]
    width = PAGE.text_width(annex.is_wide)
    counted = f" {print_roman(number)}" if len(report.annexes) > 1 else ""
    yield block(f"{annex.id}.phu_luc", Component.ANNEX_NUMBER, (ANNEX_WORD + counted,))
    yield from _title(annex, width, report.body_size)
    yield from _reference(annex, report, width)
    yield rule(ANNEX_RULE_LENGTH, width, HEAD_GAP)
    yield from body_flow(annex.blocks, width, not report.draft_reason, is_signed=False)


def _title(annex: Annex, width: float, body_size: int) -> Flow:
    lines = break_lines(
        clean(annex.title).upper(), width * _TITLE_SHARE, lambda line: width_of(line, Component.ANNEX_TITLE, body_size)
    )
    yield block(annex.id, Component.ANNEX_TITLE, (annex.title,), shown="\n".join(lines))


def _reference(annex: Annex, report: Report, width: float) -> Flow:
    """(Kèm theo Báo cáo số 12/BC-BCĐ ngày … của …); blanks while number and day are not given (III.1.c)."""
    head = report.head
    document = f"(Kèm theo {head.kind_name} số{number_words(head)} {date_words(head)}"
    issuer = f"của {head.issuer_name})" if head.issuer_name else ""
    words = f"{document} {issuer}" if issuer else f"{document})"

    def printed(line: str) -> float:
        return width_of(line, Component.ANNEX_REFERENCE, report.body_size)

    lines = (words,) if printed(words) <= width else (document, *break_lines(issuer, width, printed))
    yield block(f"{annex.id}.kem_theo", Component.ANNEX_REFERENCE, (words,), shown="\n".join(lines))
