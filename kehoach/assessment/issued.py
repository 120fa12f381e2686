"""What a signed report said (báo cáo đã ban hành), and the small text in which that is kept: `ban-hanh.json`.

In and out: bytes. The totals are the period's own, exact, with who had given a number.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kehoach.vi.dates import print_date


@dataclass(frozen=True)
class IssuedTotal:
    """Tổng đã báo cáo: the total of an element in the period alone, and whose numbers it held."""

    element: str
    value: Fraction
    given: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Issued:
    """Báo cáo đã ban hành: of which plan and period, under which number and date, by which version, and its totals."""

    plan: str
    period: str
    kind: str
    symbol: str
    number: int
    signed_on: date
    version: str
    totals: Mapping[str, IssuedTotal]

    @property
    def title(self) -> str:
        """Báo cáo số 05/BC-BCĐ ngày 20/3/2026."""
        return f"{self.kind.capitalize()} số {self.number:02d}/{self.symbol} ngày {print_date(self.signed_on)}"


def issued_json(issued: Issued) -> bytes:
    """The record, readable as it stands."""
    totals = {
        code: {"value": str(t.value), "given": list(t.given), "expected": list(t.expected)}
        for code, t in issued.totals.items()
    }
    said = {
        "kehoach_version": issued.version,
        "plan": issued.plan,
        "period": issued.period,
        "kind": issued.kind,
        "number": issued.number,
        "symbol": issued.symbol,
        "signed_on": issued.signed_on.isoformat(),
        "totals": totals,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read_issued(data: bytes) -> Issued:
    """The record read again; `ValueError` where it is none of ours."""
    try:
        said = json.loads(data)
        totals = {
            code: IssuedTotal(code, Fraction(t["value"]), tuple(t["given"]), tuple(t["expected"]))
            for code, t in said["totals"].items()
        }
        return Issued(
            str(said["plan"]), str(said["period"]), str(said["kind"]), str(said["symbol"]), int(said["number"]),
            date.fromisoformat(said["signed_on"]), str(said["kehoach_version"]), totals,
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError("no record of an issued report") from error
