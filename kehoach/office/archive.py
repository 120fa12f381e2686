"""The zip around a workbook (gói nén), opened with its lies in mind: nothing is inflated beyond what was checked."""

import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterator

from kehoach.office.model import UnreadableFile
from kehoach.office.sniff import refuse_other_packages

MOST_ENTRIES = 1_000
"""Parts of a package: of 2,743 public workbooks the largest had 340."""

MOST_INFLATED = 160_000_000
"""Bytes of all parts together, as declared: the largest seen was 60 MB."""

MOST_PART = 64_000_000
"""Bytes of one part: it is held whole, once as bytes and once as what was read of it."""

MOST_READ = 80_000_000
"""Bytes of all the parts that are read: XML costs seconds beyond that."""

MOST_RATIO = 150
RATIO_COUNTS_FROM = 4_000_000
"""A part that shrinks more than MOST_RATIO-fold is a bomb, once it is large enough to harm: 69 was the highest seen."""

_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1
_DRIVE = re.compile("[a-z]:")


class Archive:
    """Gói nén của một sổ tính: part name, in lower case with "/", → its bytes. Raises UnreadableFile.

    `refuse` says, by the names of the parts, what is not the package that is asked for.
    """

    def __init__(self, data: bytes, refuse: Callable[[Collection[str], bytes], None] = refuse_other_packages) -> None:
        # zipfile builds an object for each entry, whatever the end record says; so they are counted first.
        if data.count(_ENTRY_MARK) > MOST_ENTRIES:
            raise UnreadableFile("too-big", "too many entries")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise UnreadableFile("cut-off", str(error)) from error
        self._entries = self._by_name()
        self._left = MOST_READ
        mimetype = self.part("mimetype") if "mimetype" in self._entries else b""
        refuse(self._entries, mimetype)
        self._refuse_bombs()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def names(self) -> Iterator[str]:
        """Every part's name as the file spells it; folders are none."""
        return (name for entry in self._entries.values() if not (name := entry.filename).endswith("/"))

    def has_folder(self, folder: str) -> bool:
        """Whether any part lies in that folder ("xl/media/")."""
        return any(name.startswith(folder) for name in self._entries)

    def part(self, name: str) -> bytes:
        """The part's bytes, complete and with the right checksum."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            raise UnreadableFile("damaged", f"no part {name}")
        self._left -= entry.file_size
        if entry.file_size > MOST_PART or self._left < 0:
            raise UnreadableFile("too-big", f"{name}: {entry.file_size} bytes")
        with self._zip.open(entry) as stream:
            # One byte beyond the declared size, so that a lying entry is inflated no further before the checksum fails.
            content = stream.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise UnreadableFile("damaged", f"{name} is shorter than it says")
        return content

    def _by_name(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            name = _plain(entry.filename)
            if name in entries or ".." in name.split("/") or _DRIVE.match(name):
                raise UnreadableFile("dangerous", f"entry {entry.filename!r}")
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableFile("encrypted", "zip with a password")
            entries[name] = entry
        return entries

    def _refuse_bombs(self) -> None:
        entries = self._entries.values()
        if any(e.file_size > RATIO_COUNTS_FROM and e.file_size > MOST_RATIO * e.compress_size for e in entries):
            raise UnreadableFile("dangerous", "a part shrinks too well")
        if sum(e.file_size for e in entries) > MOST_INFLATED:
            raise UnreadableFile("too-big", "too much when inflated")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
