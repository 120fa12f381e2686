"""What may be typed with more than one command (tùy chọn chung): folder, period, places, dates."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from kehoach.file_names import INPUT
from kehoach.vietnamese_click import speak_vietnamese

speak_vietnamese()
"""Before any option is made: click names its types as they are made."""


class Road(click.Group):
    """Các lệnh theo thứ tự việc làm, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """As they stand in `cli`."""
        return list(self.commands)


here = click.option(
    "-C",
    "directory",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Thư mục làm việc (mặc định: ở đây).",
)


def periods_here(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """What may be completed after -p: the folders of forms. The plan itself is not read: a key press must not wait."""
    inboxes = (context.params.get("directory") or Path()) / INPUT
    return [path.name for path in sorted(inboxes.glob("*/")) if path.name.casefold().startswith(begun.casefold())]


period = click.option("-p", "period", metavar="KỲ", help="Mã kỳ báo cáo, ví dụ 2026-Q1.", shell_complete=periods_here)
as_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác đọc.")
input_dir = click.option(
    "--input",
    "input_dir",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Đọc biểu của kỳ này từ thư mục khác.",
)
output_dir = click.option(
    "--output",
    "output_dir",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Ghi kết quả của kỳ này vào thư mục khác.",
)


class Day(click.ParamType[date]):
    """A day typed as dd/mm/yyyy."""

    name = "ngày/tháng/năm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or click's word that it is none."""
        from kehoach.vi.dates import read_date

        day = value if isinstance(value, date) else read_date(str(value))
        if day is None:
            self.fail(f"“{value}” không phải ngày dạng 20/3/2026.", param, ctx)
        return day


class Number(click.ParamType[int]):
    """Số văn thư đã cấp: a whole number from 1, as the clerk gave it, without the symbol that follows it."""

    name = "số"
    most = 99_999

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's word that it is none."""
        typed = str(value).strip()
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else 0
        if not 1 <= number <= self.most:
            say = f"“{value}” không phải số văn thư đã cấp; chỉ ghi con số, từ 1 trở lên, ví dụ 12 cho số 12/BC-BCĐ."
            self.fail(say, param, ctx)
        return number
