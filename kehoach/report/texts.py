"""What is printed of a report (lời văn báo cáo): blocks and texts in the document's order, and the facts in them."""

from collections.abc import Iterator

from kehoach.report.model import Block, Chart, Fact, Report, Table, Text, chart_text, is_prompt, plain

SUBJECT = "dau.trich_yeu"
"""The id of the title, which stands in the head and in no block."""


def blocks_of(report: Report) -> Iterator[Block]:
    """What is printed: a final report has no prompts."""
    every = (*report.blocks, *(b for annex in report.annexes for b in annex.blocks))
    is_final = not report.draft_reason
    return (b for b in every if not (is_final and is_prompt(b)))


def texts_of(report: Report) -> Iterator[tuple[str, Text]]:
    """Every text with facts, with its block's id, in the document's order: heading, paragraph, cell, note."""
    yield SUBJECT, report.head.subject
    for block in blocks_of(report):
        if isinstance(block, Table):
            yield from ((block.id, cell) for row in block.rows for cell in row)
            if plain(block.note):
                yield f"{block.id}.ghi_chu", block.note
        else:
            yield block.id, chart_text(block) if isinstance(block, Chart) else block.text


def facts_of(text: Text) -> tuple[Fact, ...]:
    """The facts among the words."""
    return tuple(part for part in text if isinstance(part, Fact))
