"""All files or none, and never a word lost of what stood there before."""

import errno
import os
from pathlib import Path

import pytest

from kehoach.errors import MachineError
from kehoach.office.files import write_all


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_new_files_in_new_folders(tmp_path: Path) -> None:
    write_all({tmp_path / "kỳ 1" / "b.xlsx": b"b", tmp_path / "a.docx": b"a"}, tmp_path / "ban-truoc")
    assert tree(tmp_path) == {"a.docx": b"a", "kỳ 1/b.xlsx": b"b"}


def test_equal_content_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"a")
    os.utime(path, (1, 1))
    write_all({path: b"a"}, tmp_path / "ban-truoc")
    assert path.stat().st_mtime == 1
    assert tree(tmp_path) == {"a.docx": b"a"}


def test_what_stood_there_is_kept_and_numbered(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for content in (b"1", b"2", b"3", b"1", b"2"):
        write_all({path: content}, tmp_path / "ban-truoc")
    assert tree(tmp_path) == {
        "a.docx": b"2",
        "ban-truoc/a.docx": b"1",
        "ban-truoc/a (2).docx": b"2",
        "ban-truoc/a (3).docx": b"3",
    }


def test_without_a_folder_to_keep_nothing_is_kept(tmp_path: Path) -> None:
    write_all({tmp_path / "a": b"1"})
    write_all({tmp_path / "a": b"2"})
    assert tree(tmp_path) == {"a": b"2"}


def refused(tmp_path: Path, name: str, says: str) -> None:
    """Writing three files of which one is refused changes nothing and names that one."""
    before = tree(tmp_path)
    files = {tmp_path / n: b"new" for n in ("a.docx", "m.xlsx", "z.csv")}
    with pytest.raises(MachineError) as caught:
        write_all(files, tmp_path / "ban-truoc")
    assert caught.value.path == tmp_path / name
    assert name in str(caught.value)
    assert says in str(caught.value)
    assert "Chưa có tệp nào bị thay đổi" in str(caught.value)
    assert {k: v for k, v in tree(tmp_path).items() if not k.startswith("ban-truoc")} == before


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    for name in ("a.docx", "m.xlsx"):
        (tmp_path / name).write_bytes(b"old")
    return tmp_path


def failing(name: str, error: BaseException, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the machine refused `Path.<method>` for files of that name."""
    real = getattr(Path, method)

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        target = Path(str(arguments[0])) if method == "replace" else path
        opened_to_read = "rb" in (*arguments, *named.values())
        if name in target.name and not opened_to_read:
            raise error
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, method, refuse)


def test_a_file_open_in_word(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing("m.xlsx", PermissionError(errno.EACCES, "Permission denied"), "open", monkeypatch)
    refused(filled, "m.xlsx", "tệp đang mở trong Word hoặc Excel")
    assert not (filled / "ban-truoc").exists()


def test_a_full_disk(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing("z.csv", OSError(errno.ENOSPC, "No space left on device"), "open", monkeypatch)
    refused(filled, "z.csv", "ổ đĩa đầy")


def test_a_refusal_at_the_last_moment_puts_everything_back(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing("z.csv", PermissionError(errno.EACCES, "Permission denied"), "replace", monkeypatch)
    refused(filled, "z.csv", "không có quyền ghi")


def test_stopped_by_hand_it_puts_everything_back(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing("z.csv", KeyboardInterrupt(), "replace", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        write_all({filled / n: b"new" for n in ("a.docx", "m.xlsx", "z.csv")})
    assert tree(filled) == {"a.docx": b"old", "m.xlsx": b"old"}


class NotHereError(OSError):
    """As Windows refuses a file that lies on OneDrive alone."""

    winerror = 362


def test_a_file_that_lies_on_onedrive_alone(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing("m.xlsx", NotHereError(errno.EINVAL, "The cloud file provider is not running"), "open", monkeypatch)
    refused(filled, "m.xlsx", "OneDrive")


def test_a_folder_in_the_place_of_a_file(filled: Path) -> None:
    (filled / "z.csv").mkdir()
    refused(filled, "z.csv", "máy báo lỗi")


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"x")
    with pytest.raises(MachineError, match=r"bao-cao\.docx"):
        write_all({tmp_path / "output" / "bao-cao.docx": b"new"})
    assert tree(tmp_path) == {"output": b"x"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MachineError, match="không có quyền ghi"):
        write_all({tmp_path / "a": b"1"})


def test_what_goes_is_removed_after_all_is_written(tmp_path: Path) -> None:
    old, kept = tmp_path / "cu.xlsx", tmp_path / "moi.xlsx"
    old.write_bytes(b"1")
    kept.write_bytes(b"2")
    write_all({kept: b"3"}, gone=[old, kept])
    assert not old.exists() and kept.read_bytes() == b"3"


def test_nothing_goes_when_something_cannot_be_written(tmp_path: Path) -> None:
    old = tmp_path / "cu.xlsx"
    old.write_bytes(b"1")
    (tmp_path / "chan").write_bytes(b"")
    with pytest.raises(MachineError):
        write_all({tmp_path / "chan" / "moi.xlsx": b"2"}, gone=[old])
    assert old.read_bytes() == b"1"
