"""A Word document from the disk, safely (đọc tệp Word): its parts as bytes, each complete, none of them trusted.

In: a path. Out: part name → bytes, in the file's own order. What the parts mean is for other rooms.
"""

from collections.abc import Mapping
from pathlib import Path

from kehoach.office.archive import Archive
from kehoach.office.model import UnreadableFile
from kehoach.office.read import regular_bytes
from kehoach.office.sniff import refuse_other_files, refuse_other_than_word


def read_word_file(path: Path) -> Mapping[str, bytes]:
    """Các phần của tệp .docx. Raises UnreadableFile, and nothing else, whatever the file holds."""
    try:
        return word_parts(regular_bytes(path))
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise UnreadableFile("too-big", "out of memory") from error
    except Exception as error:
        # One broken file must never stop the others, and there is no end to the ways a file can be broken.
        raise UnreadableFile("damaged", repr(error)) from error


def word_parts(data: bytes) -> Mapping[str, bytes]:
    """The same for bytes that are at hand."""
    refuse_other_files(data)
    archive = Archive(data, refuse_other_than_word)
    return {name: archive.part(name) for name in archive.names()}
