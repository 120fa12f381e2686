"""The report (báo cáo) as content: blocks with stable ids, made of words and facts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kehoach.finding import Place


@dataclass(frozen=True)
class Fact:
    """Dữ kiện: something printed that rests on numbers or evidence.

    `id` is made from plan codes ("ct1.gia_tri", "ho_cn"), `value` is exact, `printed` what stands in the text,
    `rests_on` the cells behind it.
    """

    id: str
    value: int | Fraction | str | date
    printed: str
    rests_on: tuple[Place, ...] = ()


DRAFT_MARK, PROMPT_MARK = "BẢN DỰ THẢO", "[Cán bộ viết"
"""How the first line of a draft and a place left to the officer begin; a final report has neither."""

Text = tuple[str | Fact, ...]
"""Câu: words and facts in order."""


def plain(text: Text) -> str:
    """The words as printed."""
    return "".join(p if isinstance(p, str) else p.printed for p in text)


@dataclass(frozen=True)
class Heading:
    """Đề mục: level 1 "I.", 2 "1.", 3 "a)"; `number` is printed before the text ("I.", "1.", "a)")."""

    id: str
    level: int
    number: str
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """Đoạn văn. `is_prompt` marks a place that only the officer can write, visible in a draft, not in a final one."""

    id: str
    text: Text
    is_prompt: bool = False


@dataclass(frozen=True)
class TableColumn:
    """Cột của bảng: header, share of the width, alignment of its cells ("left", "center", "right")."""

    header: str
    share: float
    align: str = "left"


@dataclass(frozen=True)
class Table:
    """Bảng: columns, rows of texts; `has_total` says whether the last row is the total (bold).

    `caption` may be empty, `note` stands under the table.
    """

    id: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Text, ...], ...]
    has_total: bool = False
    caption: str = ""
    note: Text = ()


@dataclass(frozen=True)
class Bar:
    """Cột của biểu đồ: whose, the fact it shows (a share of one), and whether it stays below the limit."""

    name: str
    fact: Fact
    is_below: bool


@dataclass(frozen=True)
class Chart:
    """Biểu đồ cột: title, bars in order, a line at `limit`, its name; `words` say it to those who cannot see."""

    id: str
    title: str
    bars: tuple[Bar, ...]
    limit: Fact
    limit_name: str
    words: str


Block = Heading | Paragraph | Table | Chart


def is_prompt(block: Block) -> bool:
    """Whether it is what only the officer can write, still unwritten."""
    return isinstance(block, Paragraph) and block.is_prompt


def chart_text(chart: Chart) -> Text:
    """The facts a chart shows: its bars, then the line."""
    return (*(bar.fact for bar in chart.bars), chart.limit)


def facts_in(blocks: Iterable[Block]) -> tuple[Fact, ...]:
    """The facts of blocks, in order."""
    return tuple(part for block in blocks for text in _texts(block) for part in text if isinstance(part, Fact))


def _texts(block: Block) -> tuple[Text, ...]:
    if isinstance(block, Chart):
        return (chart_text(block),)
    return (*(cell for row in block.rows for cell in row), block.note) if isinstance(block, Table) else (block.text,)


@dataclass(frozen=True)
class Annex:
    """Phụ lục: title in sentence case, blocks, and whether its table is too wide for an upright page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False


@dataclass(frozen=True)
class Head:
    """Đầu văn bản: everything above the body. `number` and `signed_on` are None while the clerk has not given them.

    `kind` is tên loại ("BÁO CÁO") and `subject` trích yếu. A công văn has no `kind`: its `subject` stands as "V/v …"
    below the number, and Kính gửi above the text (Decree 30, Annex I, II.5.b). `issuer_name` is the issuer as written
    in a sentence ("Ban Chỉ đạo … xã …"), for the line under an annex's title.
    """

    superior: str
    issuer_lines: tuple[str, ...]
    symbol: str
    place: str
    month: int
    year: int
    kind: str
    subject: Text
    addressees: tuple[str, ...] = ()
    number: int | None = None
    signed_on: date | None = None
    bases: tuple[str, ...] = ()
    issuer_name: str = ""

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn."""
        return not self.kind

    @property
    def kind_name(self) -> str:
        """What a citation calls it: "Báo cáo", "Công văn"."""
        return self.kind.capitalize() or "Công văn"


@dataclass(frozen=True)
class Foot:
    """Cuối văn bản: recipients in order (the first may be "Như trên"), powers, post, second post and name."""

    recipients: tuple[str, ...]
    powers: tuple[str, ...]
    second_post: str
    signer: str


@dataclass(frozen=True)
class Report:
    """Báo cáo, or any other document with an official head: head, body, foot, annexes. With a head without kind it is a
    công văn. `identity` (plan, period, kind of document) is embedded in the file.

    `draft_reason` is empty for a final report, else the first line of the draft. `made_on` is the cut-off or the date
    asked for; it is every time stamp inside the file. `body_size` is 14 or 13.
    """

    head: Head
    blocks: tuple[Block, ...]
    foot: Foot
    annexes: tuple[Annex, ...]
    identity: dict[str, str]
    made_on: date
    draft_reason: str = ""
    body_size: int = 14
    is_paper: bool = True
    author: str = ""
    keywords: tuple[str, ...] = field(default=())

    @property
    def title(self) -> str:
        """What the file says it is."""
        return f"{self.head.kind_name} {plain(self.head.subject)}"


@dataclass(frozen=True)
class Sheet:
    """Tờ trình bày: a paper for use inside the office, kind and subject above its blocks, no agency and no signature.

    `kind` is printed as the title ("TÓM TẮT"); everything else is as in `Report`.
    """

    kind: str
    subject: Text
    blocks: tuple[Block, ...]
    identity: dict[str, str]
    made_on: date
    draft_reason: str = ""
    body_size: int = 13
    author: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the file says it is."""
        return f"{self.kind.capitalize()} {plain(self.subject)}"
