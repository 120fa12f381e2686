"""The terminal (cửa sổ lệnh): what is printed there, and what stopped a command as an exit code and a sentence.

Exit codes: 0 done, 1 something waits for the officer, 2 wrong use or a broken plan, 3 our own bug, 4 the machine said
no, 130 interrupted.
"""

import os
import re
import sys
import traceback
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import __version__
from kehoach.errors import KehoachError, MachineError, PlanError
from kehoach.folder import WorkingFolder
from kehoach.waiting import WaitingLine

if TYPE_CHECKING:
    from kehoach.commands.outcome import Outcome
    from kehoach.road import Progress

_LINE = "kehoach.waiting"
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line feed, and marks that turn the direction of what follows."""
_COLOURS = (
    (re.compile(r"^(KT|KP|ND30)-[\d.]+", re.M), "yellow"),
    (re.compile(r"^Còn \d+ việc chờ[^:\n]*", re.M), "yellow"),
    (re.compile(r"^Không còn việc nào[^\n]*", re.M), "green"),
)
DONE, WAITS, WRONG_USE, OUR_BUG, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def say(outcome: "Outcome", as_json: bool = False) -> int:
    """Prints an outcome; the exit code says whether something waits."""
    if line := click.get_current_context().meta.get(_LINE):
        line.clear()
    click.echo(outcome.json if as_json else painted(printable(outcome.text)), color=_colours())
    return WAITS if outcome.waits else DONE


def welcome(context: click.Context) -> int:
    """What is said to who typed no command: the help, and whether there is something to work in here."""
    click.echo(context.get_help())
    has_plan = WorkingFolder(Path()).plan.is_file()
    here = "Đây là thư mục làm việc: gõ một lệnh ở trên, hoặc đọc DOC-TRUOC.txt để biết bước tiếp theo."
    nothing = "Ở đây chưa có thư mục làm việc. Bắt đầu bằng: kehoach init TÊN-THƯ-MỤC"
    click.echo(f"\n{here if has_plan else nothing}")
    return DONE


def progress() -> "Progress":
    """Says how long it still takes, on a terminal only."""
    if not sys.stderr.isatty():
        return lambda _: None
    context, line = click.get_current_context(), WaitingLine(sys.stderr)
    context.meta[_LINE] = line
    context.call_on_close(line.clear)
    return line


def printable(text: str) -> str:
    """NFC, and nothing that a terminal would obey: names of files come from anywhere."""
    return "".join("?" if _OBEYED.match(char) else char for char in unicodedata.normalize("NFC", text))


def painted(text: str) -> str:
    """Codes of findings, and whether something waits, in colour."""
    for pattern, colour in _COLOURS:
        text = pattern.sub(click.style(r"\g<0>", fg=colour), text)
    return text


def _colours() -> bool | None:
    """Never where somebody said so (no-color.org); else click looks whether it is a terminal."""
    return False if os.environ.get("NO_COLOR") else None


def run(command: click.Command, typed: Sequence[str] | None = None) -> None:
    """Runs what was typed (None: on the command line) and leaves with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(code_of(command, typed))


def code_of(command: click.Command, typed: Sequence[str] | None) -> int:
    """Runs what was typed; whatever stops it is told in a sentence, and is an exit code."""
    try:
        return int(command.main(typed, prog_name="kehoach", standalone_mode=False) or DONE)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        _show_by_example(wrong)
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        _complain("Đã dừng theo yêu cầu; không có tệp nào ghi dở.")
        return INTERRUPTED
    except MachineError as refused:
        _complain(str(refused))
        return MACHINE
    except KehoachError as stopped:
        _tell(stopped)
        return WRONG_USE
    except OSError as refused:
        _complain(_refusal(refused))
        return MACHINE
    except Exception:
        return _our_bug()


def _tell(stopped: KehoachError) -> None:
    for finding in stopped.findings if isinstance(stopped, PlanError) else ():
        click.echo(painted(printable(finding.line)), err=True, color=_colours())
    _complain(str(stopped))


def _complain(sentence: str) -> None:
    click.secho(printable(sentence), err=True, fg="red", color=_colours())


def _show_by_example(wrong: click.ClickException) -> None:
    """The first example of the command that was typed wrongly."""
    context = getattr(wrong, "ctx", None)
    examples = re.findall(r"^ *(kehoach .+?)(?: {2,}.*)?$", (context.command.help or "") if context else "", re.M)
    if examples:
        click.echo(f"Ví dụ: {examples[0]}", err=True)


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
    _complain(f"Chương trình gặp lỗi của chính nó, không phải lỗi của bạn. {where}")
    return OUR_BUG
