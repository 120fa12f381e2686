"""The files of a period's folder (tệp trong thư mục kỳ): which may be answers, in one order on every machine."""

import os
import unicodedata
from collections.abc import Sequence
from itertools import count
from pathlib import Path, PurePosixPath

from kehoach.errors import MachineError
from kehoach.file_names import LOCK, InputFile, OutputFile, OutputFolder

DEEPEST = 8
"""Folders within folders: people sort by village and day, only a backup of a backup goes deeper."""
_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini"}
_OURS = {*InputFile, *OutputFile}
_NOT_OPENED = {"__macosx", *(set(OutputFolder) - {OutputFolder.LETTERS})}
"""Letters lie in a folder that people call their own so, too: "thu" is to collect."""
_UNFINISHED = (".tmp", ".bak", ".crdownload", ".part")


def workbook_files(folder: Path) -> tuple[Path, ...]:
    """Every file that may be an answer, in sub-folders too; () without the folder."""
    return tuple(path for path in _walk(folder) if not path.name.startswith(LOCK) and not _is_ours(path))


def our_files(folder: Path) -> tuple[Path, ...]:
    """Files named as what the program itself writes: copied here by mistake, or a unit's under such a name."""
    return tuple(path for path in _walk(folder) if _is_ours(path))


def lock_files(folder: Path) -> tuple[Path, ...]:
    """Files that say that somebody has a workbook open."""
    return tuple(path for path in _walk(folder) if path.name.startswith(LOCK))


def shown_name(folder: Path, path: Path) -> str:
    """The name a person knows the file by: from the folder on, forward slashes, NFC, "?" for what shows as nothing."""
    name = _nfc(path.relative_to(folder).as_posix())
    return "".join(char if char.isprintable() else "?" for char in name)


def shown_names(folder: Path, paths: Sequence[Path]) -> list[str]:
    """Their names, each once: a disk may hold two that look alike, and then the second is numbered."""
    names: list[str] = []
    for path in paths:
        shown = PurePosixPath(shown_name(folder, path))
        free = (str(shown if n == 1 else shown.with_stem(f"{shown.stem} ({n})")) for n in count(1))
        names.append(next(name for name in free if name not in names))
    return names


def _walk(folder: Path) -> list[Path]:
    """Links are not followed: they lead out of the folder, or in circles."""
    found = []
    for root, folders, files in os.walk(folder, onerror=_refuse):
        depth = len(Path(root).relative_to(folder).parts)
        folders[:] = [f for f in folders if not f.startswith(".") and f.casefold() not in _NOT_OPENED]
        if depth >= DEEPEST:
            folders.clear()
        found += [Path(root) / name for name in files if _may_be_an_answer(name)]
    return sorted(found, key=lambda p: (shown_name(folder, p).casefold(), shown_name(folder, p), os.fsencode(p)))


def _refuse(error: OSError) -> None:
    """A folder that cannot be looked into stops everything: its units would count as missing. None yet is no error."""
    if not isinstance(error, FileNotFoundError):
        path = Path(str(error.filename))
        say = f"Không mở được {path}: không phải thư mục, hoặc không có quyền mở. Sửa lại rồi chạy lại."
        raise MachineError(say, path) from error


def _may_be_an_answer(name: str) -> bool:
    lower = _nfc(name).casefold()
    return not (lower.startswith(".") or lower in _OF_THE_SYSTEM or lower.endswith(_UNFINISHED))


def _is_ours(path: Path) -> bool:
    return _nfc(path.name).casefold() in _OURS


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
