"""The periods a plan reports on (kỳ báo cáo): their days, and which of them something applies to."""

from dataclasses import dataclass
from datetime import date


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


def lasts(since: date | None, on: date, until: date | None) -> bool:
    """Whether a day lies between two, both included; None is no end."""
    return (since is None or since <= on) and (until is None or on <= until)
