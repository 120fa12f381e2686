"""What a file really is, whatever its name says (nhận dạng tệp): by its first bytes and, in a zip, by its parts."""

from collections.abc import Collection

from kehoach.office import ole
from kehoach.office.model import UnreadableFile

ZIP = b"PK\x03\x04"

_HEAD = 2048
"""Bytes in which a page of HTML has said what it is, after comments and blank lines."""

_OLD_STREAMS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
"""How a workbook begins that was saved without the container around it."""

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"ID3", "media"),
    (b"\xff\xfb", "media"),
    (b"OggS", "media"),
    (b"#!AMR", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (rb"{\rtf", "word"),
)

_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
"""What a telephone's photo calls itself; films and sound are of the same family."""
_OLD_MOVIES = (b"moov", b"mdat", b"wide")

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "old-xls"),
    (b"<html", "html"),
    (b"<!doctype html", "html"),
    (b"<table", "html"),
    (b"mime-version:", "html"),
)


def is_old_workbook(data: bytes) -> bool:
    """Whether it is a workbook of Excel 97–2003 or earlier, whatever its name; not one with a password to open."""
    if data.startswith(ole.MAGIC):
        return ole.reason_for(data) == "old-xls"
    return data.startswith(_OLD_STREAMS)


def refuse_other_files(data: bytes) -> None:
    """Raises UnreadableFile, with what it is, for everything that does not begin as a zip."""
    if not data:
        raise UnreadableFile("empty")
    if data.startswith(ole.MAGIC):
        raise UnreadableFile(ole.reason_for(data), "OLE container")
    if not data.startswith(ZIP):
        raise UnreadableFile(_by_beginning(data[:_HEAD]), data[:16].hex())


def refuse_other_packages(names: Collection[str], mimetype: bytes) -> None:
    """The same for a zip, by the names of its parts (as `archive.Archive` gives them) and its part `mimetype`."""
    reason = _by_parts(names, mimetype)
    if reason:
        raise UnreadableFile(reason, f"{len(names)} parts")


def refuse_other_than_word(names: Collection[str], mimetype: bytes) -> None:
    """The same where a Word document is asked for: reason "not-word" for workbooks, presentations and bare archives."""
    if "word/document.xml" not in names:
        raise UnreadableFile(
            "ods" if mimetype.startswith(b"application/vnd.oasis") else "not-word", f"{len(names)} parts"
        )


def _by_beginning(head: bytes) -> str:
    if not head.strip(b"\0"):
        return "damaged"
    if head[4:8] == b"ftyp":
        return "picture" if head[8:12].lower() in _PICTURE_BRANDS else "media"
    if head[:4] == b"RIFF" or head[4:8] in _OLD_MOVIES:
        return "picture" if head[8:12] == b"WEBP" else "media"
    lowered = head.replace(b"\0", b"").lower()
    found = next((reason for start, reason in _STARTS if head.startswith(start)), None)
    return found or next((reason for mark, reason in _MARKS if mark in lowered), "not-excel")


def _by_parts(names: Collection[str], mimetype: bytes) -> str | None:
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return "ods" if b"spreadsheet" in mimetype else "not-excel"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "word/document.xml" in names:
        return "word"
    if "ppt/presentation.xml" in names:
        return "not-excel"
    return None if "[content_types].xml" in names else "archive"
