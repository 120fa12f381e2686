"""Dates as offices print them (cách viết ngày): days and the months 1 and 2 padded (Decree 30, Annex I, II.4.b)."""

from datetime import date


def print_date(day: date) -> str:
    """05/10/2023, 14/3/2023: in tables and running text, padded as in the long form."""
    return f"{day.day:02d}/{print_month(day.month)}/{day.year}"


def print_long_date(day: date) -> str:
    """ngày 05 tháng 9 năm 2023: the date line and formal mentions."""
    return f"ngày {day.day:02d} tháng {print_month(day.month)} năm {day.year}"


def print_month(month: int) -> str:
    """1 → "01", 2 → "02", 3 → "3"."""
    return f"{month:02d}" if month < 3 else str(month)


def read_date(text: str) -> date | None:
    """d/m/yyyy with /, - or . between; None for anything else. Never month first."""
    parts = text.strip().replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts) or len(parts[2]) != 4:
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
