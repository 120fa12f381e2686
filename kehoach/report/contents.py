"""What the sections hold (nội dung mục): each kind of content as items to be numbered and blocks as they are."""

from collections.abc import Callable
from dataclasses import dataclass

from kehoach.assessment.model import Assessment
from kehoach.plan.section import Content, ContentKind, Section
from kehoach.report.appraisal import shortcomings, strengths
from kehoach.report.chart import target_chart
from kehoach.report.items import Item, next_items, target_items, task_items
from kehoach.report.model import Block, Paragraph
from kehoach.report.own_words import own_words, says_none
from kehoach.report.sentences import say
from kehoach.report.tables import targets_table, tasks_table
from kehoach.report.unit_table import units_table


@dataclass(frozen=True)
class Filled:
    """Nội dung đã có: items first, then blocks."""

    items: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()


def fill(assessment: Assessment, section: Section, content: Content, in_annex: frozenset[ContentKind]) -> Filled:
    """One content of a section. Targets and tasks have their table here unless an annex (`in_annex`) holds it."""
    kind = content.kind
    if kind is ContentKind.SENTENCES:
        return Filled(blocks=_sentences(assessment, section))
    if kind is ContentKind.TEXT:
        return Filled(blocks=tuple(p for code in content.codes for p in own_words(assessment, code)))
    if kind in _APPRAISALS:
        return Filled(blocks=() if says_none(assessment, section) else _APPRAISALS[kind](assessment))
    if kind is ContentKind.NEXT_TASKS:
        return Filled(next_items(assessment, section.code))
    if kind is ContentKind.CHART:
        return Filled(
            blocks=_present(target_chart(assessment, content.subject, f"{section.code}.bieu_do_{content.subject}"))
        )
    if kind is ContentKind.TABLE:
        return Filled(blocks=_present(units_table(assessment, content, f"{section.code}.bang_{content.subject}")))
    items, table = _ITEMS[kind], _TABLES[kind]
    if section.level == 0:
        return Filled(blocks=_present(table(assessment, f"{section.code}.bang")))
    blocks = () if kind in in_annex else _present(table(assessment, f"{section.code}.bang"))
    return Filled(items(assessment), blocks)


_ITEMS: dict[ContentKind, Callable[[Assessment], tuple[Item, ...]]] = {
    ContentKind.TARGETS: target_items,
    ContentKind.TASKS: task_items,
}
_APPRAISALS: dict[ContentKind, Callable[[Assessment], tuple[Block, ...]]] = {
    ContentKind.STRENGTHS: strengths,
    ContentKind.SHORTCOMINGS: shortcomings,
}
_TABLES = {ContentKind.TARGETS: targets_table, ContentKind.TASKS: tasks_table}


def _present(block: Block | None) -> tuple[Block, ...]:
    return (block,) if block else ()


def _sentences(assessment: Assessment, section: Section) -> tuple[Block, ...]:
    """A paragraph for each sentence of the section, in the order of the plan."""
    codes = dict.fromkeys(p.code for p in assessment.plan.sentences if p.section == section.code)
    said = ((code, say(assessment, code)) for code in codes)
    return tuple(Paragraph(code if "." in code else f"{code}.cau", text) for code, text in said if text)
