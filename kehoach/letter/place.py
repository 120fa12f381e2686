"""Letters into their folder (đặt công văn vào thư mục): what the officer wrote into one is never lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kehoach.word.baseline import was_edited, was_written_as
from kehoach.word.copies import edited_copy


@dataclass(frozen=True)
class Placed:
    """Công văn, tin nhắn để ghi: path → content; names of edited letters left alone, and of copies made of others."""

    files: Mapping[Path, bytes]
    left: tuple[str, ...]
    copies: tuple[str, ...]


def placed(folder: Path, letters: Mapping[str, bytes]) -> Placed:
    """An edited letter stays while there is nothing new to say; else it is kept under a number beside the new one."""
    paths = {folder / name: data for name, data in letters.items()}
    left = {path for path, data in paths.items() if path.suffix == ".docx" and _says_the_same(path, data)}
    new = {path: data for path, data in paths.items() if path not in left}
    copies = {c: d for path, data in new.items() if path.suffix == ".docx" for c, d in edited_copy(path, data).items()}
    return Placed({**copies, **new}, tuple(path.name for path in left), tuple(path.name for path in copies))


def _says_the_same(path: Path, data: bytes) -> bool:
    return path.is_file() and was_edited(path) and was_written_as(path, data)
