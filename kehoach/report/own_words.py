"""What only the officer can write (phần cán bộ viết): strengths, shortcomings, causes, proposals, in their own words.

Nothing is invented in their place: a required text that is still blank is a prompt, which a draft alone shows.
"""

from kehoach.assessment.model import Assessment
from kehoach.plan.section import ContentKind, Section
from kehoach.report.model import PROMPT_MARK, Block, Fact, Paragraph, Text
from kehoach.vi.names import fold

_NOTHING_TO_SAY = ("khong", "khong co", "khong phat sinh")


def own_words(assessment: Assessment, code: str) -> tuple[Block, ...]:
    """The officer's own words; a prompt where a required text is blank; nothing where there is nothing to say."""
    element = assessment.plan.elements[code]
    subjects = assessment.plan.subjects(element, assessment.period)
    given = [(s, v) for s in subjects if isinstance(v := assessment.value(code, s), str) and v.strip()]
    told = [(s, v) for s, v in given if not _is_nothing(v)]
    if told:
        return tuple(Paragraph(f"{code}.{s}", _printed(assessment, code, s, v)) for s, v in told)
    is_asked = element.is_required and element.periods.covers(assessment.period)
    if given or not is_asked or _is_none(assessment, code, subjects):
        return ()
    return (Paragraph(f"{code}.cau", (f"{PROMPT_MARK}: {element.label}]",), is_prompt=True),)


def says_none(assessment: Assessment, section: Section) -> bool:
    """Whether the officer said of a text of this section that there is nothing to say: then facts do not fill it."""
    codes = [code for c in section.contents if c.kind is ContentKind.TEXT for code in c.codes]
    subjects = [(c, s) for c in codes for s in assessment.plan.subjects(assessment.plan.elements[c], assessment.period)]
    said = [v for c, s in subjects if (v := assessment.value(c, s)) not in (None, "")]
    return bool(said) and all(v == 0 or (isinstance(v, str) and _is_nothing(v)) for v in said)


def _is_nothing(words: str) -> bool:
    return fold(words).strip(" .") in _NOTHING_TO_SAY


def _is_none(assessment: Assessment, code: str, subjects: tuple[str, ...]) -> bool:
    """Whether it was left blank on purpose, or "không phát sinh" chosen: a number, nought, where a text is asked."""
    return any((code, s) in assessment.review.kept or assessment.value(code, s) == 0 for s in subjects)


def _printed(assessment: Assessment, code: str, subject: str, words: str) -> Text:
    printed = words.strip()
    printed += "" if printed[-1] in ".;:!?…" else "."
    return (Fact(f"{code}.{subject}", words, printed, assessment.places(code, subject)),)
