"""The commands (các lệnh): click, exit codes, and nothing else. Each command is one stop on the road.

Exit codes: 0 done, 1 something waits for the officer, 2 wrong use or a broken plan, 3 our own bug, 4 the machine said
no, 130 interrupted.
"""

import sys
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach import __version__
from kehoach.errors import KehoachError, MachineError, PlanError
from kehoach.vietnamese_click import speak_vietnamese

if TYPE_CHECKING:
    from kehoach.commands.outcome import Outcome
    from kehoach.road import Progress

speak_vietnamese()
"""Before any option is made: click names its types as they are made."""

DONE, WAITS, WRONG_USE, OUR_BUG, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 130

_here = click.option(
    "-C",
    "directory",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Thư mục làm việc (mặc định: ở đây).",
)
_period = click.option("-p", "period", metavar="KỲ", help="Mã kỳ báo cáo, ví dụ 2026-Q1.")
_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác đọc.")
_input = click.option(
    "--input",
    "input_dir",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Đọc biểu của kỳ này từ thư mục khác.",
)
_output = click.option(
    "--output",
    "output_dir",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Ghi kết quả của kỳ này vào thư mục khác.",
)


class _Day(click.ParamType[date]):
    """A day typed as dd/mm/yyyy."""

    name = "ngày/tháng/năm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from kehoach.vi.dates import read_date

        day = value if isinstance(value, date) else read_date(str(value))
        if day is None:
            self.fail(f"“{value}” không phải ngày dạng 20/3/2026.", param, ctx)
        return day


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
)
@click.version_option(__version__, "--version", help="Hiện phiên bản.", message="%(prog)s %(version)s")
def commands() -> None:
    """Từ kế hoạch của xã đến báo cáo in ra ký được.

    \b
    kehoach init XA-TA                tạo thư mục làm việc
    kehoach templates -p 2026-Q1      tạo biểu của kỳ để gửi cho các đơn vị
    kehoach check -p 2026-Q1          xem ai chưa gửi, số nào đáng ngờ
    kehoach build -p 2026-Q1          lập báo cáo Word
    kehoach explain ct1               một con số từ đâu mà ra
    kehoach lint "Bao cao.docx"       soát thể thức một văn bản Word
    """


@commands.command(short_help="Tạo thư mục làm việc.", options_metavar="[TÙY CHỌN]")
@click.argument("directory", metavar="THƯ-MỤC", type=click.Path(path_type=Path, file_okay=False))
def init(directory: Path) -> int:
    """Tạo thư mục làm việc: tệp kế hoạch để điền, chỗ để biểu và chỗ để báo cáo.

    Ví dụ: kehoach init "Ke hoach 2026"
    """
    from kehoach.commands.init import run

    return _say(run(directory))


@commands.command(short_help="Tạo biểu trắng của một kỳ để gửi đi.", options_metavar="[TÙY CHỌN]")
@_here
@_period
def templates(directory: Path, period: str | None) -> int:
    """Tạo biểu trắng của một kỳ cho từng đơn vị. Biểu đã có người điền không bao giờ bị ghi đè.

    Ví dụ: kehoach templates -p 2026-Q1
    """
    from kehoach.commands.templates import run

    return _say(run(directory, period))


@commands.command(short_help="Ai chưa gửi, số nào đáng ngờ; ghi kiem-tra.xlsx.", options_metavar="[TÙY CHỌN]")
@_here
@_period
@_input
@_output
@_json
def check(directory: Path, period: str | None, input_dir: Path | None, output_dir: Path | None, as_json: bool) -> int:
    """Đọc và kiểm tra các biểu đã gửi về; ghi kiem-tra.xlsx, chưa lập báo cáo.

    Ví dụ: kehoach check -p 2026-Q1
    """
    from kehoach.commands.check import run

    return _say(run(directory, period, input_dir, output_dir, _progress()), as_json)


@commands.command(short_help="Lập báo cáo Word của một kỳ.", options_metavar="[TÙY CHỌN]")
@_here
@_period
@_input
@_output
@click.option("--final", is_flag=True, help="Bản chính thức: không còn dòng dự thảo; chỉ lập được khi hết việc chờ.")
@click.option("--trace", is_flag=True, help="Thêm bản truy vết: mỗi con số kèm nhận xét nói nó từ tệp nào, ô nào.")
@click.option("--date", "made_on", type=_Day(), help="Ngày lập báo cáo (mặc định: ngày chốt số liệu).")
@_json
def build(
    directory: Path,
    period: str | None,
    input_dir: Path | None,
    output_dir: Path | None,
    final: bool,
    trace: bool,
    made_on: date | None,
    as_json: bool,
) -> int:
    """Làm cả đường: đọc, kiểm tra, cộng, so với kế hoạch, viết báo cáo Word.

    Không ghi kỳ thì lấy kỳ mới nhất đã có đơn vị điền số liệu.

    Ví dụ: kehoach build -p 2026-Q4
    """
    from kehoach.commands.build import run

    return _say(run(directory, period, input_dir, output_dir, final, trace, made_on, _progress()), as_json)


@commands.command(short_help="Một con số từ đâu mà ra.", options_metavar="[TÙY CHỌN]")
@click.argument("what", metavar="CÁI-GÌ")
@_here
@_period
def explain(what: str, directory: Path, period: str | None) -> int:
    """Một con số từ đâu mà ra: công thức, các số cộng lại, tệp và ô.

    Ví dụ: kehoach explain ct1 · kehoach explain ho_cn · kehoach explain ho_cn.T03 · kehoach explain KT-58
    """
    from kehoach.commands.explain import run

    return _say(run(directory, period, what))


@commands.command(short_help="Soát một văn bản Word theo Nghị định 30/2020.", options_metavar="[TÙY CHỌN]")
@click.argument(
    "files", metavar="TỆP.docx…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option("--fix", is_flag=True, help="Sửa những chỗ chắc chắn (phông, cỡ chữ, lề, giãn cách …) trên một bản sao.")
@_json
def lint(files: tuple[Path, ...], fix: bool, as_json: bool) -> int:
    """Soát thể thức văn bản Word theo Nghị định 30/2020; ghi bản có nhận xét cạnh tệp gốc, tệp gốc giữ nguyên.

    Ví dụ: kehoach lint "Bao cao.docx" · kehoach lint *.docx --fix
    """
    from kehoach.commands.lint import run

    return _say(run(files, fix), as_json)


def _say(outcome: "Outcome", as_json: bool = False) -> int:
    """Prints an outcome; the exit code says whether something waits."""
    click.echo(outcome.json if as_json else outcome.text)
    return WAITS if outcome.waits else DONE


def _progress() -> "Progress":
    """Says what is being read, on a terminal only."""
    return (lambda text: click.echo(f"  … {text}", err=True)) if sys.stderr.isatty() else (lambda _: None)


def main() -> None:
    """Entry point: runs a command and turns what stopped it into an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def _run() -> int:
    try:
        return int(commands.main(prog_name="kehoach", standalone_mode=False) or DONE)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return INTERRUPTED
    except MachineError as refused:
        click.echo(str(refused), err=True)
        return MACHINE
    except KehoachError as stopped:
        _tell(stopped)
        return WRONG_USE
    except OSError as refused:
        click.echo(_refusal(refused), err=True)
        return MACHINE
    except Exception:
        return _our_bug()


def _tell(stopped: KehoachError) -> None:
    for finding in stopped.findings if isinstance(stopped, PlanError) else ():
        click.echo(finding.line, err=True)
    click.echo(str(stopped), err=True)


def _refusal(refused: OSError) -> str:
    """What the machine said no to where no room foresaw it: a folder without rights, no space for temporary files."""
    where = f" tệp hoặc thư mục {refused.filename}" if refused.filename else ""
    return f"Máy không cho đọc hoặc ghi{where} (lỗi {refused.errno}). Xem quyền mở, chỗ trống trên ổ đĩa rồi chạy lại."


def _our_bug() -> int:
    """One sentence, and a log beside which the officer can send us; no traceback on the screen."""
    log = Path("kehoach-loi.txt")
    story = traceback.format_exc()
    try:
        log.write_text(f"kehoach {__version__}, Python {sys.version}\n{sys.argv}\n\n{story}", encoding="utf-8")
        where = f"Chi tiết ở tệp {log.resolve()}; gửi tệp này cho người hỗ trợ."
    except OSError:
        where = "Không ghi được tệp chi tiết."
    click.echo(f"Chương trình gặp lỗi của chính nó, không phải lỗi của bạn. {where}", err=True)
    return OUR_BUG
