"""The report (báo cáo) of one period, put together: head, opening, sections, closing, foot, annexes."""

from dataclasses import replace
from datetime import date

from kehoach.assessment.model import Assessment
from kehoach.file_names import OutputFile
from kehoach.plan.section import ContentKind
from kehoach.report.corrections import corrections
from kehoach.report.coverage import ends, joined
from kehoach.report.frame import KIND, foot, head
from kehoach.report.model import DRAFT_MARK, Annex, Block, Heading, Paragraph, Report, Text, facts_in, is_prompt
from kehoach.report.sections import annexes, body
from kehoach.report.sentences import say, say_text
from kehoach.report.words import as_of_sentences
from kehoach.vi.numbers import print_roman

_OPENING = "Thực hiện {ke_hoach}, {ban} báo cáo kết quả {ky} như sau:"
_CLOSING = "Trên đây là báo cáo kết quả {ky} của {ban}"


def compose_report(assessment: Assessment, final: bool = False, made_on: date | None = None) -> Report:
    """Assessment → report. A draft while something waits for the officer; a final one holds neither mark nor prompt."""
    plan, period = assessment.plan, assessment.period
    enclosed = annexes(assessment)
    inside = _body(assessment, enclosed, final)
    told = facts_in((*inside, *(b for annex in enclosed for b in annex.blocks)))
    corrected = corrections(assessment, told)
    blocks = (_opening(assessment), _as_of(assessment, enclosed), *corrected, *inside, _closing(assessment))
    return Report(
        head(assessment, made_on or period.report_due),
        blocks,
        foot(assessment),
        enclosed,
        {"plan": plan.issuer.plan_id, "period": period.code, "kind": KIND},
        made_on or period.cutoff,
        "" if final else _draft_reason(assessment, blocks),
        plan.issuer.body_size,
        plan.issuer.is_paper,
        plan.issuer.full_name,
        (plan.issuer.plan_number, period.code),
    )


def _draft_reason(assessment: Assessment, blocks: tuple[Block, ...]) -> str:
    waiting, prompts = len(assessment.review.open), sum(map(is_prompt, blocks))
    if waiting:
        return f"{DRAFT_MARK} – còn {waiting} việc chờ xác nhận (xem {OutputFile.ANSWERS})"
    return f"{DRAFT_MARK} – còn {prompts} đoạn cán bộ phải viết" if prompts else ""


def _opening(assessment: Assessment) -> Paragraph:
    return Paragraph("mo_dau", say(assessment, "mo_dau") or _certain(assessment, _OPENING))


def _closing(assessment: Assessment) -> Paragraph:
    return Paragraph("ket", ends(say(assessment, "ket") or _certain(assessment, _CLOSING), "./."))


def _certain(assessment: Assessment, pattern: str) -> Text:
    """One of our own patterns, in which nothing can be missing."""
    return say_text(assessment, pattern) or ()


def _as_of(assessment: Assessment, enclosed: tuple[Annex, ...]) -> Paragraph:
    """The day of the numbers, what they leave out, and where their details stand."""
    sentences = as_of_sentences(assessment)
    if enclosed:
        sentences.append(f"Số liệu chi tiết tại {_references(enclosed)}.")
    return Paragraph("so_lieu.tinh_den", (" ".join(sentences),))


def _references(enclosed: tuple[Annex, ...]) -> str:
    """Every annex by number: a single one has none (Decree 30, Annex I, III.1.a)."""
    if len(enclosed) == 1:
        return "Phụ lục kèm theo"
    return f"các Phụ lục {', '.join(print_roman(n) for n in range(1, len(enclosed) + 1))} kèm theo"


def _body(assessment: Assessment, enclosed: tuple[Annex, ...], final: bool) -> tuple[Block, ...]:
    """The sections; where an annex holds the table of one, its heading says which."""
    holding = {
        c.kind: _references(enclosed) if len(enclosed) == 1 else f"Phụ lục {print_roman(n)}"
        for n, annex in enumerate(enclosed, 1)
        for s in assessment.plan.sections
        if f"{s.code}.phu_luc" == annex.id
        for c in s.contents
        if c.kind in (ContentKind.TARGETS, ContentKind.TASKS)
    }
    places = {
        f"{s.code}.de_muc": holding[c.kind]
        for s in assessment.plan.sections
        for c in s.contents
        if s.level and c.kind in holding
    }
    return tuple(_with_reference(b, places.get(b.id, "")) for b in body(assessment, final))


def _with_reference(block: Block, reference: str) -> Block:
    if not reference or not isinstance(block, Heading):
        return block
    return replace(block, text=joined((*block.text, f" ({reference})")))
