"""The first sheet of `kiem-tra.xlsx` (tổng quan): which period, who has sent, whom to call, how much there is to do."""

from collections import Counter

from openpyxl.worksheet.worksheet import Worksheet

from kehoach.finding import Severity
from kehoach.office.look import Column, Style
from kehoach.plan.model import Plan
from kehoach.review.model import Review
from kehoach.review.table import Item, write_table
from kehoach.vi.dates import print_date

COLUMNS = (
    Column("STT", 5, Style.CENTRED),
    Column("Mã", 8, Style.CENTRED),
    Column("Đơn vị", 34),
    Column("Tình trạng", 18, Style.CENTRED),
    Column("Cần xử lý", 10, Style.CENTRED),
    Column("Cần xem", 10, Style.CENTRED),
    Column("Tệp đã nhận", 46),
    Column("Người báo cáo", 24),
    Column("Điện thoại", 14, Style.CENTRED),
)


def write_overview(sheet: Worksheet, plan: Plan, review: Review) -> None:
    """Units in the plan's order, those that are missing first."""
    title = f"Kiểm tra số liệu {review.accepted.period.name} · {plan.issuer.commune}"
    missing = range(len(review.accepted.reception.missing))
    write_table(sheet, title, _summary(plan, review), COLUMNS, _rows(plan, review), missing)


def _summary(plan: Plan, review: Review) -> str:
    reception, period = review.accepted.reception, review.accepted.period
    severities = Counter(f.severity for f in review.findings if not f.open)
    dates = f"từ {print_date(period.start)} đến {print_date(period.cutoff)}"
    due = f"hạn đơn vị gửi {print_date(period.units_due)}, hạn gửi cấp trên {print_date(period.report_due)}"
    return (
        f"Kế hoạch số {plan.issuer.plan_number}. Số liệu {dates}; {due}.\n"
        f"Đã nhận {len(reception.received)}/{len(reception.expected)} đơn vị. Cần xử lý: {len(review.open)}; "
        f"cần xem: {severities[Severity.LOOK]}; ghi nhận: {severities[Severity.NOTED]}; "
        f"thay đổi khi đọc: {len(review.accepted.changes)}; đã trả lời: {len(review.answers)}."
    )


def _rows(plan: Plan, review: Review) -> list[list[Item]]:
    reception = review.accepted.reception
    waiting = Counter(f.place.unit for f in review.open)
    looks = Counter(f.place.unit for f in review.findings if f.severity is Severity.LOOK)
    rows: list[list[Item]] = []
    for number, code in enumerate((*reception.missing, *(c for c in reception.expected if c in reception.received)), 1):
        unit, file = plan.unit(code), reception.received.get(code, "")
        counts: list[Item] = [waiting[code] or None, looks[code] or None]
        head: list[Item] = [number, code, unit.name, _state(review, code), *counts]
        rows.append([*head, file, unit.reporter, unit.phone])
    return rows


def _state(review: Review, code: str) -> str:
    if code in review.accepted.reception.received:
        return "đã gửi"
    if code in review.without:
        return "chưa gửi, báo cáo không chờ"
    return "GỬI RỒI, TỆP CHƯA DÙNG ĐƯỢC" if code in review.unsettled else "CHƯA GỬI"
