"""Who issues documents, to whom, on what grounds (cơ quan ban hành, nơi nhận, căn cứ)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach.plan.period import lasts


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
        return lasts(self.since, on, self.until)
