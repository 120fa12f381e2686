"""The parts of a document (thành phần thể thức): head, title, addressees, bases, body, foot, annexes.

In: `document.Document`. Out: `Parts`, which every rule is asked about. Heuristics, so that a document with mistakes
still has parts.
"""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import dropwhile, takewhile

from kehoach.lint.decree import (
    ADDED_TO_TABLE,
    ADDRESSEE,
    ANNEX,
    BASIS,
    DASHES,
    DATE,
    DIEM,
    DRAFT,
    ENCLOSED,
    KHOAN,
    KINDS,
    MUC,
    PHAN,
    PROPOSAL,
    REFORM,
)
from kehoach.lint.document import Document, Table
from kehoach.lint.foot import Foot, find_foot
from kehoach.lint.head import Form, Head, find_head
from kehoach.lint.paragraph import Line, Paragraph, lines_of

BODY_LENGTH = 40
"""Characters from which a paragraph counts as text of the body."""
TITLE_LENGTH = 110
"""A numbered paragraph up to this long, without a closing mark, is a title."""
_LONGEST_SUBJECT = 400
_LONGEST_TITLE = 200
"""A bold paragraph longer than this is text in bold."""


@dataclass(frozen=True)
class Annex:
    """Phụ lục: its first line, title, the line "(Kèm theo …)", and all its paragraphs."""

    start: Paragraph
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Parts:
    """Các thành phần của tài liệu. `kind` and `subject` are tên loại and trích yếu; `under_title` are the empty
    paragraphs right below them; `flow` are all paragraphs of the body, tables left out.
    """

    document: Document
    head: Head
    kind: Line | None
    subject: tuple[Line, ...]
    addressee: Paragraph | None
    addressees: tuple[Paragraph, ...]
    under_title: tuple[Paragraph, ...]
    bases: tuple[Paragraph, ...]
    flow: tuple[Paragraph, ...]
    foot: Foot | None
    annexes: tuple[Annex, ...]

    @cached_property
    def is_draft(self) -> bool:
        """Whether the first line says that it is a draft."""
        first = next((p for p in self.document.paragraphs if not p.is_empty), None)
        return first is not None and bool(DRAFT.match(first.text))

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Paragraphs of running text: long enough, no title, no words that belong to a table."""
        return tuple(
            p for p in self.flow if len(p.text) >= BODY_LENGTH and not self.is_title(p) and not self.of_table(p)
        )

    @cached_property
    def body_size(self) -> float:
        """Points of most letters of the body; 0 without a body."""
        letters: dict[float, int] = {}
        for run in (r for p in self.body for r in p.visible):
            letters[run.size] = letters.get(run.size, 0) + len(run.text)
        return max(letters, key=lambda size: letters[size], default=0)

    @staticmethod
    def is_title(paragraph: Paragraph) -> bool:
        """Whether it heads what follows: numbered or wholly bold, short, and without a closing mark."""
        text = paragraph.text
        if PHAN.match(text) or (MUC.match(text) and text.upper() == text):
            return True
        is_bold = all(run.is_bold for run in paragraph.visible) and len(text) <= _LONGEST_TITLE
        numbered = any(pattern.match(text) for pattern in (MUC, KHOAN, DIEM))
        return is_bold or (numbered and len(text) <= TITLE_LENGTH and text[-1:] not in ".;:,")

    def of_table(self, paragraph: Paragraph) -> bool:
        """Whether it is a table's caption or note: beside one, and centred or introduced as such."""
        items = self.document.items
        at = self._places.get(paragraph.number)
        if at is None:
            return False
        beside = [items[i] for i in (at - 1, at + 1) if 0 <= i < len(items)]
        is_beside = any(isinstance(item, Table) for item in beside)
        return bool(ADDED_TO_TABLE.match(paragraph.text)) or (is_beside and paragraph.align == "center")

    @cached_property
    def _places(self) -> dict[int, int]:
        return {item.number: i for i, item in enumerate(self.document.items) if isinstance(item, Paragraph)}

    @cached_property
    def day(self) -> date | None:
        """The document's date; the last day of its month while the day is blank; None where it cannot be told."""
        found = DATE.match(self.head.date.text) if self.head.date else None
        if found is None or not (found["month"] and found["year"]):
            return None
        try:
            year, month = int(found["year"]), int(found["month"])
            return date(year, month, int(found["day"] or calendar.monthrange(year, month)[1]))
        except ValueError:
            return None

    @property
    def is_after_reform(self) -> bool:
        """Whether it is dated on or after 1 July 2025."""
        return self.day is not None and self.day >= REFORM

    @cached_property
    def texts(self) -> tuple[Paragraph, ...]:
        """All paragraphs with words of body and annexes, tables included: what rules of wording read."""
        last = self.head.last
        foot = {p.number for p in (*self.foot.recipients, *self.foot.signature)} if self.foot else set()
        return tuple(p for p in self.document.paragraphs if p.number > last and p.number not in foot and not p.is_empty)


def find_parts(document: Document) -> Parts:
    """The parts of a document."""
    head = find_head(document)
    foot = find_foot(document)
    main, annexes = _annexes(document, foot)
    flow = [p for p in main if p.number > head.last and not p.cell and not p.box]
    kind, subject, rest = _title(flow, head)
    under, rest = _until_words(rest)
    _, rest = _until_words(tuple(dropwhile(_names_authority, rest)))
    addressee, addressees, rest = _addressees(rest)
    bases, rest = _bases(rest)
    return Parts(document, head, kind, subject, addressee, addressees, under, bases, rest, foot, annexes)


def _annexes(document: Document, foot: Foot | None) -> tuple[Sequence[Paragraph], tuple[Annex, ...]]:
    """What stands before the foot, and the annexes after it (after half of the text where there is no foot)."""
    ends = foot.first if foot else len(document.paragraphs) // 2
    after = [p for p in document.paragraphs if p.number > ends]
    starts = [p for p in after if ANNEX.match(_first(p)) and not p.cell]
    last = starts[0].number if starts and not foot else ends if foot else len(document.paragraphs) + 1
    bounds = [*(p.number for p in starts), len(document.paragraphs) + 1][1:]
    annexes = tuple(
        _annex([p for p in after if start.number <= p.number < end]) for start, end in zip(starts, bounds, strict=True)
    )
    return [p for p in document.paragraphs if p.number < last], annexes


def _first(paragraph: Paragraph) -> str:
    lines = lines_of(paragraph)
    return lines[0].text if lines else ""


def _annex(paragraphs: Sequence[Paragraph]) -> Annex:
    """Title: what stands between the first line and "(Kèm theo", at most a few lines; numbered text is none."""
    lines = [line for p in paragraphs if not p.cell for line in lines_of(p)]
    at = next((i for i, line in enumerate(lines[:8]) if ENCLOSED.match(line.text)), None)
    following = lines[1:] if at is None else lines[1:at]
    is_title: Callable[[Line], bool] = lambda line: line.paragraph.align == "center" or line.is_capitals  # noqa: E731
    title = tuple(following) if at is not None else tuple(takewhile(is_title, following))
    reference = [] if at is None else [x for x in lines[at:] if x.paragraph is lines[at].paragraph]
    return Annex(paragraphs[0], title, tuple(reference), tuple(paragraphs))


def _title(flow: Sequence[Paragraph], head: Head) -> tuple[Line | None, tuple[Line, ...], Sequence[Paragraph]]:
    """Tên loại, trích yếu, and the paragraphs from the last line of the title on."""
    if head.is_letter or (head.form is Form.NONE and head.nation is None and not flow):
        return None, (), flow
    lines = [line for p in flow for line in lines_of(p) if not DASHES.match(line.text.replace(" ", ""))][:12]
    at = next((i for i, line in enumerate(lines[:6]) if _is_kind(line)), None)
    if at is None:
        return None, (), flow
    subject = tuple(takewhile(lambda line: _is_subject(line, lines[at + 1]), lines[at + 1 :]))
    last = (subject or (lines[at],))[-1].paragraph.number
    return lines[at], subject, [p for p in flow if p.number > last]


def _is_kind(line: Line) -> bool:
    text = line.text.upper()
    looks = line.is_capitals and line.paragraph.align == "center" and line.is_bold and len(text) < 60
    return any(text == kind or (text.startswith(kind) and looks) for kind in KINDS) or looks


def _is_subject(line: Line, first: Line) -> bool:
    """Centred or bold lines under the type's name; the first of them in any look."""
    text = line.text
    if ADDRESSEE.match(text) or BASIS.match(text) or MUC.match(text) or len(text) > _LONGEST_SUBJECT:
        return False
    if _names_authority(line.paragraph) and not first.is_capitals:
        return False
    if line.paragraph is first.paragraph:
        return line.paragraph.align != "both" or line.is_bold
    return line.paragraph.align == "center"


def _names_authority(paragraph: Paragraph) -> bool:
    """Thẩm quyền ban hành, above the bases of a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"."""
    lines = lines_of(paragraph)
    return bool(lines) and paragraph.align == "center" and all(line.is_capitals and line.is_bold for line in lines)


def _until_words(flow: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], Sequence[Paragraph]]:
    """Empty paragraphs and lines of dashes, and the rest."""
    empty = tuple(takewhile(lambda p: p.is_empty or bool(DASHES.match(p.text.replace(" ", ""))), flow))
    return empty, flow[len(empty) :]


def _addressees(
    flow: Sequence[Paragraph],
) -> tuple[Paragraph | None, tuple[Paragraph, ...], Sequence[Paragraph]]:
    """ "Kính gửi:" and the dashed lines under it."""
    if not flow or not ADDRESSEE.match(flow[0].text):
        return None, (), flow
    listed = tuple(takewhile(lambda p: p.text.startswith(("-", "–", "+", "•")), flow[1:]))
    return flow[0], listed, flow[1 + len(listed) :]


def _bases(flow: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Lines that begin with "Căn cứ" right under the title, with "Theo đề nghị của …" below them, and the rest."""
    run = tuple(takewhile(lambda p: p.is_empty or _is_basis(p) or _is_proposal(p), flow))
    ends = max((i + 1 for i, p in enumerate(run) if not p.is_empty), default=0)
    if not any(_is_basis(p) for p in run):
        return (), tuple(flow)
    return tuple(p for p in flow[:ends] if not p.is_empty), tuple(flow[ends:])


def _is_basis(paragraph: Paragraph) -> bool:
    """A basis stands alone; "Căn cứ …, Văn phòng thông báo như sau:" is how the text opens."""
    return bool(BASIS.match(paragraph.text)) and not paragraph.text.rstrip().endswith("sau:")


def _is_proposal(paragraph: Paragraph) -> bool:
    """Who proposed it; "Theo đề nghị của …, Ủy ban nhân dân đồng ý" is how a text opens."""
    return bool(PROPOSAL.match(paragraph.text)) and "," not in paragraph.text
