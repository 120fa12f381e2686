"""All the rules in the decree's order (danh mục quy tắc), and what no file can show."""

from collections.abc import Mapping

from kehoach.lint.rule import Rule
from kehoach.lint.rules import (
    addressee,
    agency,
    annex,
    citations,
    date_line,
    finish,
    headings,
    letters,
    nation,
    number,
    page,
    page_number,
    paragraphs,
    recipients,
    signature,
    title,
    wording,
)

_BY_ELEMENT: tuple[tuple[Rule, ...], ...] = (
    page.RULES,
    letters.RULES,
    page_number.RULES,
    nation.RULES,
    agency.RULES,
    number.RULES,
    date_line.RULES,
    title.RULES,
    addressee.RULES,
    paragraphs.RULES,
    citations.RULES,
    headings.RULES,
    signature.RULES,
    recipients.RULES,
    annex.RULES,
    finish.RULES,
    wording.RULES,
)

RULES: tuple[Rule, ...] = tuple(sorted((r for rules in _BY_ELEMENT for r in rules), key=lambda rule: rule.number))

NOT_SHOWN_BY_A_FILE: Mapping[str, str] = {
    "ND30-39": "Whether the number is the next of its series stands in the clerk's register.",
    "ND30-47": "Whether the day lies in the future at issue: no command reads the clock.",
    "ND30-49": "Whether the place is the agency's seat: it is compared with the names in the head alone.",
    "ND30-84": "Whether the board uses the council's seal is a matter of the decision that set it up.",
    "ND30-97": "Whether the document is issued on paper, where blanks must be filled in: they are noted.",
    "ND30-100": "The address at the foot of page 1 (box 13) cannot be told from other footers; it is not asked for.",
}
"""What of a rule cannot be seen in a document, by the rule's code; the rest of the rule is checked."""
