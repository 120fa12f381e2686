"""How the plan wants its report (mục báo cáo, câu chữ): sections, what they hold, how things are said."""

from dataclasses import dataclass
from enum import StrEnum

from kehoach.plan.expression import Expression
from kehoach.plan.period import PeriodChoice


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
