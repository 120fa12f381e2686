"""The menu (bảng chọn): every step by a number, for who does not type commands.

A step runs the very command that could be typed, and shows it; there is no second way through. Answers are read a line
at a time; the end of input, or 0, leaves.
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from kehoach import __version__, terminal
from kehoach.errors import KehoachError
from kehoach.folder import WorkingFolder, at
from kehoach.plan.model import Plan
from kehoach.plan.period import Period

Run = Callable[[Sequence[str]], int]
"""Runs a command as typed and gives its exit code."""
LEAVE = "0"
_SIGNED = (".docx", ".txt")


@dataclass(frozen=True)
class Choice:
    """Mục của bảng chọn: its words, the command's name, what is asked before it runs, and what is opened after it.

    `needs_all` is whether the command cannot do without an answer to all that is asked.
    """

    words: str
    command: str
    asked: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    opens: Path | None = None
    has_period: bool = True
    needs_all: bool = True


@dataclass(frozen=True)
class _Desk:
    """Where work goes on: the folder, its plan, the period chosen."""

    folder: WorkingFolder
    plan: Plan
    period: Period

    def choices(self) -> dict[str, Choice]:
        """What makes sense now, by the number that always stands for it."""
        folder, period = self.folder, self.period
        found = {
            "1": Choice("Tạo biểu để gửi cho các đơn vị", "templates"),
            "2": Choice("Kiểm tra biểu gửi về: ai chưa gửi, số nào đáng ngờ", "check", opens=folder.answers(period)),
            "3": Choice(
                "Đôn đốc: công văn, tin nhắn",
                "remind",
                (("--ngay", "Tính đến ngày nào (Enter: hạn gửi)"),),
                needs_all=False,
            ),
            "4": Choice("Lập báo cáo", "build", opens=folder.report(period)),
        }
        if folder.report(period).is_file():
            signed = (("--so", "Số văn thư đã cấp"), ("--ngay", "Ngày ký, dạng 20/3/2026"))
            found |= {
                "5": Choice(
                    "Lập bản chính thức để in, trình ký", "build", flags=("--final",), opens=folder.report(period)
                ),
                "6": Choice("Báo cáo đã ký: ghi số, ngày, lưu hồ sơ", "issue", signed),
                "7": Choice("Một con số từ đâu mà ra", "explain", (("", "Con số, câu, đơn vị, mã chỉ tiêu"),)),
            }
        return {**found, "8": Choice("Soát thể thức một văn bản Word", "lint", (("", "Tệp .docx"),), has_period=False)}

    def typed(self, choice: Choice, answers: Sequence[str]) -> list[str]:
        """The command as it would be typed."""
        words = [choice.command]
        for (option, _), answer in zip(choice.asked, answers, strict=True):
            words += [option, answer] if option and answer else [answer] if answer else []
        place = ["-C", str(self.folder.root)] if self.folder.root != Path() else []
        return words + (["-p", self.period.code, *choice.flags, *place] if choice.has_period else [*choice.flags])


class Menu:
    """Bảng chọn: `run` runs a command, `place` is a working folder or holds working folders."""

    def __init__(self, run: Run, place: Path) -> None:
        self._run, self._place = run, place

    def start(self, dropped: Path | None = None) -> int:
        """Asks until the officer leaves; `dropped` is a signed plan, or the folder to work in."""
        click.echo(f"kehoach {__version__} · từ kế hoạch của xã đến báo cáo in ra ký được")
        try:
            root = self._folder(dropped)
            if root is None:
                return terminal.WRONG_USE
            while self._work(root):
                pass
        except (click.Abort, EOFError):
            click.echo()
        return terminal.DONE

    def _folder(self, dropped: Path | None) -> Path | None:
        """The folder to work in: the one dropped, the only one here, or the one chosen; None where there is none."""
        if dropped and dropped.is_dir():
            return dropped
        if dropped:
            return self._begin(dropped)
        found = list(_folders(self._place))
        if not found:
            click.echo("Ở đây chưa có thư mục làm việc nào.")
            return self._begin(
                _path(_ask("Kéo thả tệp kế hoạch đã ký (.docx) vào đây rồi bấm Enter; Enter: dùng ví dụ"))
            )
        if len(found) == 1:
            return found[0]
        for number, folder in enumerate(found, 1):
            click.echo(f"  {number}  {folder.name}")
        answer = _ask(f"Làm ở thư mục nào (Enter: {len(found)})") or str(len(found))
        return found[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(found) else None

    def _begin(self, signed: Path | None) -> Path | None:
        """A new working folder beside the others, from a signed plan where there is one."""
        if signed and signed.suffix.lower() not in _SIGNED:
            click.echo(f"{signed.name} không phải kế hoạch .docx hay .txt.")
            return None
        name = _ask("Tên thư mục mới (Enter: Ke hoach)") or "Ke hoach"
        typed = ["init", str(self._place / name), *(["--plan", str(signed)] if signed else [])]
        return self._place / name if self._runs(typed) in (terminal.DONE, terminal.WAITS) else None

    def _work(self, root: Path) -> bool:
        """Shows the choices, runs one; whether to go on."""
        desk = _desk(root)
        if desk is None:
            _open(WorkingFolder(root).plan)
            return _ask("Sửa xong, lưu, đóng Excel rồi bấm Enter; 0 để thoát") != LEAVE
        while True:
            choices = desk.choices()
            _show(desk, choices)
            answer = _ask("Chọn số")
            if answer == LEAVE:
                return False
            if answer == "9":
                desk = _other_period(desk)
            elif answer in choices:
                self._do(desk, choices[answer])
            elif answer:
                click.echo(f"Không có mục “{answer}”.")

    def _do(self, desk: _Desk, choice: Choice) -> None:
        answers = []
        for _, words in choice.asked:
            answers.append(str(_path(_ask(words)) or ""))
            if choice.needs_all and not answers[-1]:
                click.echo(f"Chưa ghi “{words}”, nên chưa làm gì.")
                return
        if self._runs(desk.typed(choice, answers)) in (terminal.DONE, terminal.WAITS) and choice.opens:
            _open(choice.opens)
        _ask("Enter: về bảng chọn")

    def _runs(self, typed: Sequence[str]) -> int:
        click.secho("> kehoach " + " ".join(f'"{w}"' if " " in w else w for w in typed), bold=True)
        return self._run(typed)


def _folders(place: Path) -> Iterator[Path]:
    """The working folders here, by name: this one, or those below; what may not be looked into is none."""
    if WorkingFolder(place).plan.is_file():
        yield place
        return
    for folder in sorted(place.iterdir()) if place.is_dir() else ():
        with contextlib.suppress(OSError):
            if WorkingFolder(folder).plan.is_file():
                yield folder


def _desk(root: Path) -> _Desk | None:
    """The folder with its newest period; None, with what is wrong, where its plan cannot be used yet."""
    from kehoach.commands.period import open_plan
    from kehoach.errors import PlanError
    from kehoach.road import newest_period

    try:
        folder, plan = open_plan(root)
    except KehoachError as stopped:
        for finding in stopped.findings if isinstance(stopped, PlanError) else ():
            click.echo(finding.line)
        click.echo(str(stopped))
        return None
    try:
        return _Desk(folder, plan, newest_period(folder, plan))
    except KehoachError:
        return _Desk(folder, plan, plan.periods[0])


def _show(desk: _Desk, choices: dict[str, Choice]) -> None:
    issuer = desk.plan.issuer
    click.echo(f"\n{issuer.commune} · Kế hoạch số {issuer.plan_number}{at(desk.folder.root).replace(' -C', ' ·')}")
    click.echo(f"Kỳ {desk.period.code} ({desk.period.name}){_signed(desk)}\n")
    for number, choice in choices.items():
        click.echo(f"  {number}  {choice.words}")
    click.echo("  9  Đổi kỳ\n  0  Thoát")


def _signed(desk: _Desk) -> str:
    """That the period's report was signed, and how to go on to the next one."""
    from kehoach.road import issued_report

    try:
        issued = issued_report(desk.folder, desk.period)
    except KehoachError as stopped:
        return f" · {stopped}"
    later = desk.plan.after(desk.period)
    onward = f"; kỳ sau {later[0].code}: bấm 9" if later else ""
    return f" · đã ban hành {issued.title}{onward}" if issued else ""


def _other_period(desk: _Desk) -> _Desk:
    for number, period in enumerate(desk.plan.periods, 1):
        click.echo(f"  {number}  {period.code} ({period.name})")
    answer = _ask("Kỳ nào (Enter: giữ nguyên)")
    is_one = answer.isdecimal() and 0 < int(answer) <= len(desk.plan.periods)
    return _Desk(desk.folder, desk.plan, desk.plan.periods[int(answer) - 1]) if is_one else desk


def _ask(words: str) -> str:
    return str(click.prompt(words, default="", show_default=False)).strip()


def _path(typed: str) -> Path | None:
    """What was typed or dropped into the window, without the quotes Windows puts around it."""
    return Path(typed.strip('"')) if typed.strip('"') else None


def _open(path: Path) -> bool:
    """Opens a file in its own program, on Windows; says where it lies elsewhere."""
    opener = getattr(os, "startfile", None)
    if opener and path.exists():
        opener(str(path))
    elif path.exists():
        click.echo(f"Mở tệp: {path}")
    return path.exists()
