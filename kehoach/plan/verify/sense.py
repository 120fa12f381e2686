"""What makes no sense although each cell may (nghĩa): units, elements, targets and sentences as wholes."""

import re
from collections.abc import Iterator, Sequence

from kehoach.finding import Finding
from kehoach.plan import mistakes as k
from kehoach.plan.contents import ContentError, read_contents
from kehoach.plan.element import COMMUNE, ElementKind
from kehoach.plan.element import TASKS as TASKS_KIND
from kehoach.plan.expression import ExpressionError, read_expression
from kehoach.plan.names import Names
from kehoach.plan.placeholder import (
    FIXED,
    LETTER_WORDS,
    LETTERS,
    Amount,
    BasisWord,
    Part,
    PlanWord,
    TargetWord,
    Words,
)
from kehoach.plan.section import ContentKind
from kehoach.plan.sheets import BASELINES, ELEMENTS, SECTIONS, SENTENCES, TARGETS, UNITS
from kehoach.plan.table import Row
from kehoach.plan.texts import print_exact, print_list, read_number, read_threshold, read_whole
from kehoach.plan.verify.formulas import parts_of, placeholders
from kehoach.plan.verify.uses import is_commune, kind_of
from kehoach.vi.names import code_of

_PERIOD_OF_BASELINE = re.compile(r"\d{4}(-[A-Za-z0-9]{1,8})?")
RESULT = ".cau"
"""Ends the code of the sentence of a target or task."""


def check_commune(names: Names) -> Iterator[Finding]:
    """KP-41, KP-42: one row for the commune itself, wherever something is asked about it."""
    communes = [row for row in names.book.rows(UNITS) if code_of(row.text("kind_name")) == COMMUNE]
    asked = [row for row in names.book.rows(ELEMENTS) if is_commune(row)]
    if asked and not communes and (UNITS.key, "kind_name") not in names.book.absent:
        yield k.NO_COMMUNE.at(asked[0].place("subject"), asked[0].text("subject"))
    for row in communes[1:]:
        yield k.TWO_COMMUNES.at(row.place("kind_name"), print_list([c.text("name") for c in communes]))


def check_successors(names: Names) -> Iterator[Finding]:
    """KP-47, KP-48: a unit that went into another one, and on, but never back into itself."""
    into = {r.text("code"): [names.unit(p) or "" for p in r.parts("successors")] for r in names.book.rows(UNITS)}
    told: set[str] = set()
    for row in names.book.rows(UNITS):
        reached = list(into[row.text("code")])
        for code in reached:
            reached += [c for c in into.get(code, ()) if c not in reached]
        if row.text("code") in reached:
            if not told & set(reached):
                told.add(row.text("code"))
                yield k.OWN_SUCCESSOR.at(row.place("successors"), row.text("successors"))
        elif reached and not row.text("until"):
            yield k.NO_END.at(row.place("until"), row.text("successors"))


def check_elements(names: Names) -> Iterator[Finding]:
    """KP-45, KP-46, KP-52, KP-53: an element as a whole."""
    for row in names.book.rows(ELEMENTS):
        if code_of(row.text("subject")) == TASKS_KIND and not row.text("suppliers"):
            yield k.NO_SUPPLIER.at(row.place("suppliers"))
        if kind_of(row) is ElementKind.CHOICE and not row.parts("choices"):
            yield k.NO_CHOICES.at(row.place("choices"))
        if (read_whole(row.text("rows")) or 1) < 1 or row.text("rows") == "0":
            yield k.TOO_LOW.at(row.place("rows"), row.text("rows"), header=row.header("rows"), least="1")
        low, high = read_number(row.text("low")), read_number(row.text("high"))
        if low is not None and high is not None and low > high:
            yield k.LOW_HIGH.at(row.place("high"), row.text("high"), low=print_exact(low))


def check_sizes(names: Names) -> Iterator[Finding]:
    """KP-52: known sizes of units that are below zero."""
    for row in names.book.rows(UNITS):
        for head, text in row.open_texts.items():
            if (read_whole(text) or 0) < 0:
                yield k.TOO_LOW.at(row.place(head), text, header=head, least="0")


def check_targets(names: Names) -> Iterator[Finding]:
    """KP-40, KP-51: a target that measures nothing, or promises more than all."""
    for row in names.book.rows(TARGETS):
        threshold = read_threshold(row.text("threshold"), row.text("measure"))
        if threshold is not None and row.text("measure") == "%" and not 0 <= threshold <= 1:
            yield k.ODD_THRESHOLD.at(row.place("threshold"), row.text("threshold").removesuffix("%"))
        if _measures_nothing(row.text("expression")):
            yield k.NO_ELEMENTS.at(row.place("expression"), row.text("expression"))


def check_sentences(names: Names) -> Iterator[Finding]:
    """KP-31, KP-55, KP-56: where a sentence stands, and what it may depend on."""
    results = {f"{code}{RESULT}" for code in (*names.targets, *names.tasks)}
    placeless = {*FIXED, *LETTERS, *results}
    first: dict[str, Row] = {}
    for row in names.book.rows(SENTENCES):
        code = row.text("code")
        if code and not row.text("section") and code not in placeless:
            hint = k.did_you_mean(code, tuple(sorted(placeless)))
            yield k.NO_PLACE.at(row.place("section"), code, hint=hint)
        above = first.setdefault(code, row).text("section")
        if above != row.text("section") and above and row.text("section"):
            yield k.OTHER_SECTION.at(row.place("section"), row.text("section"), code=code, first=above)
        if row.text("verdicts") and code.removesuffix(RESULT) not in names.targets:
            yield k.NO_VERDICT.at(row.place("verdicts"), row.text("verdicts"), code=code)


def check_told(names: Names) -> Iterator[Finding]:
    """KP-62: a target's sentence that prints a part of what the target adds up, and not the whole; once a target."""
    for row in names.book.rows(TARGETS):
        code, formula = row.text("code"), row.text("expression")
        sentences = (s for s in names.book.rows(SENTENCES) if s.text("code") == f"{code}{RESULT}")
        for sentence in sentences:
            if told := _part_told(code, formula, parts_of(sentence.text("text"))):
                word = "tu_so" if "/" in formula else "gia_tri"
                place, text = sentence.place("text"), sentence.text("text")
                yield k.PART_TOLD.at(place, text, told=told, target=code, formula=formula, word=word)
                break


def _part_told(target: str, formula: str, parts: Sequence[Part]) -> str:
    """What is printed of the numbers that a formula adds up, where others of them and the sum itself are not."""
    try:
        whole = read_expression(formula)
    except ExpressionError:
        return ""
    added = {c.code for c in (whole.ratio[0] if whole.ratio else whole).codes if not c.function}
    sums = ("tu_so",) if whole.ratio else ("tu_so", "gia_tri")
    says_sum = any(isinstance(p, TargetWord) and p.target == target and p.word in sums for p in parts)
    told = {c.code for p in parts if isinstance(p, Amount) for c in p.expression.codes if not c.function}
    return "" if says_sum or added <= told else ", ".join(sorted(f"{{{code}}}" for code in added & told))


def check_letters(names: Names) -> Iterator[Finding]:
    """KP-59: a number in a letter, which is written before there are any; a letter's word in the report."""
    for braces in placeholders(names.book):
        is_letter = braces.row.sheet is SENTENCES and braces.row.text("code") in LETTERS
        is_of_letters = isinstance(braces.part, PlanWord) and braces.part.word in LETTER_WORDS
        fits = isinstance(braces.part, Words | PlanWord | BasisWord) if is_letter else not is_of_letters
        if not fits:
            yield k.OTHER_DOCUMENT.at(braces.row.place(braces.key), braces.row.text("code"))


def check_baseline_headers(names: Names) -> Iterator[Finding]:
    """KP-14: headers of last year's periods, once a column."""
    first = {head: row for row in reversed(names.book.rows(BASELINES)) for head in row.open_texts}
    for head, row in first.items():
        if not _PERIOD_OF_BASELINE.fullmatch(head):
            yield k.BAD_CODE.at(row.header_place(head), head, how="Ghi năm (cả năm) hoặc mã kỳ: 2025, 2025-Q3.")


def check_sections(names: Names) -> Iterator[Finding]:
    """KP-57: sentences that a section would never print, for it does not hold sentences."""
    holding = {row.text("code") for row in names.book.rows(SECTIONS)}
    for row in names.book.rows(SENTENCES):
        section = names.section(row.text("section"))
        if section in holding and not _holds_sentences(names, section):
            yield k.SILENT_SECTION.at(row.place("section"), row.text("section"))


def _holds_sentences(names: Names, section: str | None) -> bool:
    row = next(r for r in names.book.rows(SECTIONS) if r.text("code") == section)
    try:
        return any(content.kind is ContentKind.SENTENCES for content in read_contents(row.text("contents")))
    except ContentError:
        return True


def _measures_nothing(text: str) -> bool:
    try:
        return not read_expression(text).codes
    except ExpressionError:
        return False
