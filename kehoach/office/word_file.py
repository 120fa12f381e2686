"""A Word document from the disk, safely (đọc tệp Word): its parts as bytes, each complete, none of them trusted.

In: a path. Out: part name → bytes, in the file's own order. What the parts mean is for other rooms.
"""

from collections.abc import Mapping
from pathlib import Path

from kehoach.office.archive import Archive
from kehoach.office.read import only_unreadable, regular_bytes
from kehoach.office.sniff import refuse_other_files, refuse_other_than_word


def read_word_file(path: Path) -> Mapping[str, bytes]:
    """Các phần của tệp .docx. Raises UnreadableFile, and nothing else, whatever the file holds."""
    with only_unreadable():
        return word_parts(regular_bytes(path))


def word_parts(data: bytes) -> Mapping[str, bytes]:
    """The same for bytes that are at hand."""
    refuse_other_files(data)
    archive = Archive(data, refuse_other_than_word)
    return {name: archive.part(name) for name in archive.names()}
