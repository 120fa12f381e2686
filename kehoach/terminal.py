"""The terminal (cửa sổ lệnh): what is printed there, and what stopped a command as an exit code and a sentence.

Exit codes: 0 done, 1 something waits for the officer, 2 wrong use or a broken plan, 3 our own bug, 4 the machine said
no, 130 interrupted.
"""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import __version__
from kehoach.errors import KehoachError, MachineError, PlanError

if TYPE_CHECKING:
    from kehoach.commands.outcome import Outcome
    from kehoach.road import Progress

DONE, WAITS, WRONG_USE, OUR_BUG, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def say(outcome: "Outcome", as_json: bool = False) -> int:
    """Prints an outcome; the exit code says whether something waits."""
    click.echo(outcome.json if as_json else outcome.text)
    return WAITS if outcome.waits else DONE


def progress() -> "Progress":
    """Says what is being read, on a terminal only."""
    return (lambda text: click.echo(f"  … {text}", err=True)) if sys.stderr.isatty() else (lambda _: None)


def run(command: click.Command, typed: Sequence[str] | None = None) -> None:
    """Runs what was typed (None: on the command line) and leaves with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_code(command, typed))


def _code(command: click.Command, typed: Sequence[str] | None) -> int:
    try:
        return int(command.main(typed, prog_name="kehoach", standalone_mode=False) or DONE)
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
