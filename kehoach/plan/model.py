"""The plan (kế hoạch) as the rest of the road sees it: frozen, complete, without a trace of Excel."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from kehoach.finding import Finding, Place
from kehoach.plan.expression import Expression

COMMUNE = "xa"
"""Subject of a value about the whole commune, and the kind of its row in the sheet of units."""
TASKS = "nhiem_vu"
"""Kind of subject of a value asked once for each task (nhiệm vụ)."""


class ElementKind(StrEnum):
    """Kiểu số liệu: what may be typed, and how it is kept (int, Decimal, Fraction, date, bool as 0/1, text)."""

    COUNT = "số nguyên"
    AMOUNT = "số thập phân"
    RATE = "tỷ lệ"
    DATE = "ngày"
    YES_NO = "có/không"
    TEXT = "chữ"
    CHOICE = "chọn"
    PARAGRAPHS = "đoạn văn"

    @property
    def is_number(self) -> bool:
        """Whether values of this kind can be added up."""
        return self in (ElementKind.COUNT, ElementKind.AMOUNT, ElementKind.YES_NO)


class Nature(StrEnum):
    """Tính chất: P state at the cut-off, F flow in the period, Y decided once a year, R registered at year start."""

    STATE = "P"
    FLOW = "F"
    YEARLY = "Y"
    REGISTERED = "R"


@dataclass(frozen=True)
class PeriodChoice:
    """Kỳ nào: the periods something applies to. Empty means every one. "2023-Q4", or "Q4" for any year."""

    codes: tuple[str, ...] = ()

    def covers(self, period: "Period") -> bool:
        """Whether `period` is among them."""
        return not self.codes or any(c in (period.code, period.short) for c in self.codes)


@dataclass(frozen=True)
class Period:
    """Kỳ báo cáo: the window of flows, the cut-off (chốt số liệu), the two deadlines, the report's addressees."""

    code: str
    name: str
    start: date
    cutoff: date
    units_due: date
    report_due: date
    cumulative_from: date
    request: str = ""
    addressees: tuple[str, ...] = ()
    signer: str = ""
    is_estimate: bool = False

    @property
    def short(self) -> str:
        """The part after the year: "2023-Q4" → "Q4"."""
        return self.code.partition("-")[2] or self.code

    @property
    def year(self) -> int:
        """The plan year the period belongs to."""
        return int(self.code[:4])


@dataclass(frozen=True)
class Unit:
    """Đơn vị báo cáo: who answers, or what a value is about: a thôn, a school, an office, the commune itself.

    `kind` is the folded code of `kind_name` ("thôn" → "thon"). `base` holds known sizes by data-element code
    (households, people), used only to bound what a missing unit could add. `successors` are the units it went into: one
    where units merged or changed their name, several where one was split.
    """

    code: str
    name: str
    kind: str
    kind_name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    base: Mapping[str, int] = field(default_factory=dict)
    reporter: str = ""
    phone: str = ""

    def is_active(self, on: date) -> bool:
        """Whether the unit exists on that day."""
        return _lasts(self.since, on, self.until)


@dataclass(frozen=True)
class Element:
    """Số liệu (data element): one thing asked, with its unit of measure, and of whom.

    `subject` is the kind of what it is about: a kind of unit, `COMMUNE`, or `TASKS`. `suppliers` are unit codes or
    kinds; the first holds the number that counts, the others are asked too; empty means the subject itself answers.
    `is_estimate` marks what is an estimate by nature. `rows` is how many paragraphs a text may have.
    """

    code: str
    label: str
    measure: str
    kind: ElementKind
    nature: Nature
    is_additive: bool
    subject: str
    suppliers: tuple[str, ...]
    periods: PeriodChoice
    section: str
    help: str = ""
    choices: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    is_estimate: bool = False
    is_required: bool = True
    rows: int = 1


class Before(StrEnum):
    """Trước kỳ kết luận: what may be said of a target in a period that cannot conclude it yet."""

    SILENT = "không nêu"
    FOLLOW = "theo dõi"
    ESTIMATE = "ước"


@dataclass(frozen=True)
class Target:
    """Chỉ tiêu: an expression over data elements, a comparison and a promised value, and when it may be concluded.

    `threshold` is exact and in the expression's own scale: "86" with unit "%" is 43/50. `evidence` are codes of
    elements that must be on file before the result may be claimed (a decision's number and date). `unit` is empty for
    the commune, else the unit the value was allotted to; `short` is the name for lists. A target that was amended is
    two rows of one code, one in force after the other; `amendment` is the document that brought the later one. `place`
    is the cell of the promised value.
    """

    code: str
    text: str
    short: str
    expression: Expression
    comparison: str
    threshold: Fraction
    measure: str
    concludes: PeriodChoice
    before: Before
    evidence: tuple[str, ...] = ()
    lead: str = ""
    since: date | None = None
    until: date | None = None
    unit: str = ""
    amendment: str = ""
    place: Place | None = field(default=None, compare=False)

    def is_in_force(self, on: date) -> bool:
        """Whether the target applies on that day."""
        return _lasts(self.since, on, self.until)

    @property
    def is_percent(self) -> bool:
        """Whether the value is printed as a percentage."""
        return self.measure == "%"


@dataclass(frozen=True)
class Party:
    """Bên thực hiện: who leads or coordinates; with a duty it is one of the plan's responsible groups."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    duty: str = ""


@dataclass(frozen=True)
class Task:
    """Nhiệm vụ: what must be done, led and coordinated by parties (codes), when.

    `time` is as written in the plan. `due` is the last day, None for work of the whole year. `evidence` says in words
    what proves it done ("số, ngày kế hoạch"); empty means a statement suffices. `since`, `until` and `amendment` are as
    a target's, `place` the cell of the time.
    """

    code: str
    text: str
    short: str
    lead: tuple[str, ...]
    coordination: tuple[str, ...]
    time: str
    start: date | None
    due: date | None
    evidence: str = ""
    since: date | None = None
    until: date | None = None
    amendment: str = ""
    place: Place | None = field(default=None, compare=False)

    def is_in_force(self, on: date) -> bool:
        """Whether the task is the plan's on that day."""
        return _lasts(self.since, on, self.until)

    @property
    def is_ongoing(self) -> bool:
        """Cả năm: never finished before the year is."""
        return self.due is None


@dataclass(frozen=True)
class Check:
    """Kiểm tra: a comparison that the numbers of one subject must satisfy, and what to say when they do not.

    `severity` is a value of `finding.Severity`. The sentence may hold `{codes}`, `{don_vi}`. The first code of the
    expression names the value that is at fault. `code` begins with the finding's code: "KT-58.1".
    """

    code: str
    expression: Expression
    severity: str
    sentence: str

    @property
    def finding_code(self) -> str:
        """KT-58 for KT-58.1."""
        return self.code.partition(".")[0]


class ContentKind(StrEnum):
    """Loại nội dung of a report section."""

    SENTENCES = "câu"
    TARGETS = "chỉ tiêu"
    TASKS = "nhiệm vụ"
    NEXT_TASKS = "nhiệm vụ kỳ sau"
    STRENGTHS = "kết quả đạt"
    SHORTCOMINGS = "kết quả chưa đạt"
    TEXT = "văn bản"
    TABLE = "bảng"
    CHART = "biểu đồ"


@dataclass(frozen=True)
class Content:
    """Nội dung: one thing a section holds.

    TEXT: `codes` is the paragraphs element. TABLE: `subject` kind, columns. CHART: `subject` the target.
    """

    kind: ContentKind
    subject: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Mục báo cáo: level 1 is I., 2 is 1., 3 is a); level 0 an annex (phụ lục). Order is the sheet's."""

    code: str
    level: int
    title: str
    contents: tuple[Content, ...]
    periods: PeriodChoice
    is_on: bool = True


@dataclass(frozen=True)
class SentencePattern:
    """Câu chữ: one way to say something. Rows with the same code are tried in order; the first that can be said is.

    `section` is where it stands ("" for the fixed places: tieu_de, mo_dau, ket). It can be said when the period fits,
    `when` holds (unknown is not holding), the verdict of its target is among `verdicts` (if any are named), and every
    code in it has a value. See `plan.placeholder` for what may stand in braces.
    """

    code: str
    section: str
    text: str
    periods: PeriodChoice
    when: Expression | None = None
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipient:
    """Nơi nhận: a line of the list, its purpose "(b/c)", and for each kind of document whether it gets one.

    `role` by kind of document ("báo cáo", "công văn"): "" no, "x" yes, "kính gửi" an addressee, printed "Như trên".
    """

    name: str
    purpose: str
    roles: Mapping[str, str]


@dataclass(frozen=True)
class Basis:
    """Căn cứ: a legal document with the days from and to which it applies."""

    text: str
    since: date | None = None
    until: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether it applies on that day."""
        return _lasts(self.since, on, self.until)


@dataclass(frozen=True)
class Issuer:
    """Thông tin chung: who issues, under which number and name, and how the documents look.

    `superior` is printed above `name_lines` in the head; `full_name` stands in sentences; `abbreviation` in symbols
    (BC-BCĐ). `powers` is "TM. BAN CHỈ ĐẠO", `post` "TRƯỞNG BAN", `second_post` "CHỦ TỊCH UBND XÃ". `body_size` is 14
    or 13. `is_paper` says whether annex references are to be filled in.
    """

    commune_code: str
    commune: str
    plan_number: str
    plan_date: date
    plan_title: str
    year: int
    superior: str
    name_lines: tuple[str, ...]
    full_name: str
    abbreviation: str
    place: str
    powers: str
    post: str
    second_post: str
    signer: str
    body_size: int = 14
    is_paper: bool = True
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan_id(self) -> str:
        """Khóa kế hoạch: commune code / number / year, set once and stamped into every form."""
        return f"{self.commune_code}/{self.plan_number}/{self.year}"


@dataclass(frozen=True, eq=False)
class Plan:
    """Kế hoạch: everything of one plan and one year, verified. One that was read is itself alone, never compared.

    `baselines` maps (column such as "2022", unit code, element code) to a number: last year's accepted values.
    `notes` is what was noted on reading, and keeps nobody waiting.
    """

    issuer: Issuer
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    elements: Mapping[str, Element]
    targets: tuple[Target, ...]
    parties: tuple[Party, ...]
    tasks: tuple[Task, ...]
    checks: tuple[Check, ...]
    sections: tuple[Section, ...]
    sentences: tuple[SentencePattern, ...]
    recipients: tuple[Recipient, ...]
    baselines: Mapping[tuple[str, str, str], Decimal]
    bases: tuple[Basis, ...]
    path: Path | None = field(default=None, compare=False)
    notes: tuple[Finding, ...] = field(default=(), compare=False)

    def period(self, code: str) -> Period:
        """The period of that code; KeyError where there is none."""
        return {p.code: p for p in self.periods}[code]

    def earlier(self, period: Period) -> tuple[Period, ...]:
        """Earlier periods of the same accumulation, oldest first: those that begin on or after `cumulative_from`."""
        return tuple(p for p in self.periods if p.cutoff < period.cutoff and p.start >= period.cumulative_from)

    def before(self, period: Period) -> tuple[Period, ...]:
        """Every earlier period, oldest first."""
        return tuple(sorted((p for p in self.periods if p.cutoff < period.cutoff), key=lambda p: p.cutoff))

    def after(self, period: Period) -> tuple[Period, ...]:
        """Every later period, the next one first."""
        return tuple(sorted((p for p in self.periods if p.cutoff > period.cutoff), key=lambda p: p.cutoff))

    def targets_in(self, period: Period) -> tuple[Target, ...]:
        """Targets in force at the period's cut-off, in the sheet's order; none of a unit that is gone by then."""
        here = {"", *(u.code for u in self.active_units(period))}
        return tuple(t for t in self.targets if t.is_in_force(period.cutoff) and t.unit in here)

    def tasks_in(self, period: Period) -> tuple[Task, ...]:
        """Tasks in force at the period's cut-off, in the sheet's order."""
        return tuple(t for t in self.tasks if t.is_in_force(period.cutoff))

    def as_of(self, period: Period) -> "Plan":
        """Kế hoạch tại kỳ ấy: the plan with the targets and tasks in force at the period's cut-off alone."""
        return replace(self, targets=self.targets_in(period), tasks=self.tasks_in(period))

    def amendments(self, period: Period) -> tuple[str, ...]:
        """Documents that brought what is in force at the period's cut-off, each once."""
        rows: tuple[Target | Task, ...] = (*self.targets_in(period), *self.tasks_in(period))
        return tuple(dict.fromkeys(r.amendment for r in rows if r.amendment))

    def name_of(self, subject: str) -> str:
        """What a unit or a task is called in a list; "" for anything else (a paragraph, a code the plan lacks)."""
        return ({t.code: t.short for t in self.tasks} | {u.code: u.name for u in self.units}).get(subject, "")

    def unit(self, code: str) -> Unit:
        """The unit of that code; KeyError where there is none."""
        return {u.code: u for u in self.units}[code]

    def active_units(self, period: Period, kind: str = "") -> tuple[Unit, ...]:
        """Units that exist at the cut-off, of one kind if given, in the sheet's order."""
        return tuple(u for u in self.units if u.is_active(period.cutoff) and (not kind or u.kind == kind))

    def subjects(self, element: Element, period: Period) -> tuple[str, ...]:
        """What an element is asked about in a period: unit codes, task codes, or the paragraphs d1 … dn."""
        if element.kind is ElementKind.PARAGRAPHS:
            return tuple(f"d{n}" for n in range(1, element.rows + 1))
        if element.subject == TASKS:
            return tuple(t.code for t in self.tasks_in(period))
        return tuple(u.code for u in self.active_units(period, element.subject))


def _lasts(since: date | None, on: date, until: date | None) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)
