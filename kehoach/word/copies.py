"""The copies of a document (các bản của một văn bản): found by what is embedded in them, whatever they are called now;
what hands made of one is kept under a number beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kehoach.file_names import COMMENTED, LOCK
from kehoach.word.baseline import read_baseline, was_edited
from kehoach.word.written import Baseline

_ASIDE = " (bản sửa "
"""Follows the name of what was kept aside, before its number."""


@dataclass(frozen=True)
class Copy:
    """Một bản: a file that is the document, and what was written into it."""

    path: Path
    baseline: Baseline

    @property
    def is_kept_aside(self) -> bool:
        """Whether `edited_copy` named it."""
        return _ASIDE in self.path.name


def copy_at(path: Path, identity: Mapping[str, str]) -> Copy | None:
    """The file as a copy of the document of this identity; None where it is none, or the linter's with comments."""
    if path.name.startswith((LOCK, ".")) or path.name.endswith(COMMENTED):
        return None
    baseline = read_baseline(path)
    return Copy(path, baseline) if baseline and dict(baseline.identity) == identity else None


def copies_in(folder: Path, identity: Mapping[str, str]) -> tuple[Copy, ...]:
    """Every copy in a folder, by file name."""
    return tuple(copy for path in sorted(folder.glob("*.docx")) if (copy := copy_at(path, identity)))


def edited_copy(path: Path, data: bytes) -> dict[Path, bytes]:
    """What hands made of the document, under a number beside it, before `data` takes its place; {} where none did."""
    if not path.is_file() or not was_edited(path) or path.read_bytes() == data:
        return {}
    numbered = (path.with_name(f"{path.stem}{_ASIDE}{number}){path.suffix}") for number in count(1))
    return {next(copy for copy in numbered if not copy.exists()): path.read_bytes()}
