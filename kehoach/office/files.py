"""Files onto the disk, all or none (ghi tệp): probed first, written beside, then moved into place."""

import contextlib
import errno
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from kehoach.errors import MachineError

SHARING_VIOLATIONS = frozenset({32, 33})
"""How Windows answers for a file that is open in Word or Excel."""

CLOUD_REFUSALS = frozenset({*range(358, 399), 404, 426, 475, 476})
"""How Windows answers for a file that OneDrive holds and cannot fetch (ERROR_CLOUD_FILE_… of winerror.h)."""

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_all(files: Mapping[Path, bytes], keep: Path | None = None, gone: Collection[Path] = ()) -> None:
    """Writes every file or none. Raises MachineError naming the file that the machine refused.

    A file that already has that content is left alone. One that differs is first kept in the folder `keep`, under its
    own name or, where that is taken by other content, with a number. Those of `gone` that are not written go, for good.
    """
    changed = {path: data for path, data in sorted(files.items()) if _content(path) != data}
    removed = sorted(set(gone) - set(files))
    for path in (*changed, *removed):
        _probe(path)
    with _written_beside(changed) as ready:
        if keep:
            for path in changed:
                _keep(path, keep)
        _move_all(ready)
    for path in removed:
        with _told(path):
            path.unlink(missing_ok=True)


def is_on_the_cloud_alone(error: OSError) -> bool:
    """Whether Windows could not fetch what OneDrive holds."""
    return getattr(error, "winerror", None) in CLOUD_REFUSALS


def _content(path: Path) -> bytes | None:
    """None where there is no file yet."""
    with _told(path):
        return path.read_bytes() if path.is_file() else None


def _probe(path: Path) -> None:
    """Whether the file may be replaced: a program that holds it open, and a write protection, both refuse this."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            with path.open("r+b"):
                pass


@contextlib.contextmanager
def _written_beside(files: Mapping[Path, bytes]) -> Iterator[Sequence[tuple[Path, Path]]]:
    """Each file complete on the disk, beside its place: pairs of (temporary, place). None is left behind."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            temporary = path.with_name(f".{path.name}.tmp")
            ready.append((temporary, path))
            with _told(path):
                _write(temporary, data)
        yield ready
    finally:
        for temporary, _ in ready:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move_all(ready: Sequence[tuple[Path, Path]]) -> None:
    """All into place; when one refuses, or somebody stops it, those already moved are put back as they were."""
    before = [(temporary, path, _content(path)) for temporary, path in ready]
    try:
        for temporary, path in ready:
            with _told(path):
                temporary.replace(path)
    except BaseException:
        for temporary, path, old in before:
            with contextlib.suppress(OSError):
                _put_back(temporary, path, old)
        raise


def _put_back(temporary: Path, path: Path, old: bytes | None) -> None:
    """The old content where it was; whole or not at all, also on a disk that is full."""
    if temporary.exists():
        return
    if old is None:
        path.unlink(missing_ok=True)
    else:
        _write(temporary, old)
        temporary.replace(path)


def _keep(path: Path, folder: Path) -> None:
    data = _content(path)
    if data is None:
        return
    for number in count(1):
        kept = folder / (path.name if number == 1 else f"{path.stem} ({number}){path.suffix}")
        there = _content(kept)
        if there == data:
            return
        if there is None:
            break
    with _told(kept):
        folder.mkdir(parents=True, exist_ok=True)
        _write(kept, data)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """The machine's refusal, as a sentence that names the file."""
    try:
        yield
    except OSError as error:
        raise MachineError(f"{_why(error, path)} Chưa có tệp nào bị thay đổi.", path) from error


def _why(error: OSError, path: Path) -> str:
    if getattr(error, "winerror", None) in SHARING_VIOLATIONS:
        return f"Không ghi được {path}: tệp đang mở trong Word hoặc Excel. Đề nghị đóng tệp rồi chạy lại."
    if is_on_the_cloud_alone(error):
        return (
            f"Không ghi được {path}: tệp nằm trên OneDrive mà chưa tải về máy. Đề nghị bấm chuột phải vào tệp, chọn "
            "“Always keep on this device”, chờ tải xong rồi chạy lại."
        )
    if error.errno in NO_SPACE:
        return f"Không ghi được {path}: ổ đĩa đầy. Đề nghị dọn bớt rồi chạy lại."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"Không ghi được {path}: tệp đang mở trong Word hoặc Excel, hoặc không có quyền ghi. "
            "Đề nghị đóng tệp, hoặc chọn thư mục khác, rồi chạy lại."
        )
    return f"Không ghi được {path}: máy báo lỗi {error.errno}. Đề nghị kiểm tra ổ đĩa rồi chạy lại."
