"""A workbook from the disk, safely (đọc sổ tính): every file is taken for hostile until it has shown what it is.

Ours, because the libraries lose error cells and values under merged cells, trust what the file says about its own size,
refuse a whole file for one bad number, or hang on a note typed far away.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from kehoach.office.archive import Archive
from kehoach.office.contents import Contents, SheetEntry, read_contents, relations_of
from kehoach.office.files import is_on_the_cloud_alone
from kehoach.office.model import RawNote, RawSheet, RawWorkbook, UnreadableFile
from kehoach.office.notes import read_comments, read_text_boxes
from kehoach.office.sheet_xml import Surroundings, read_sheet
from kehoach.office.sniff import is_old_workbook, refuse_other_files
from kehoach.office.strings import read_strings
from kehoach.office.styles import read_styles

MOST_BYTES = 30_000_000
"""A file of a unit has some 15 KB, with photos pasted in a few MB."""


def read_workbook(path: Path) -> RawWorkbook:
    """Sổ tính thô: all sheets with their cells. Raises UnreadableFile, and nothing else, whatever the file holds."""
    with only_unreadable():
        return _read(regular_bytes(path))


@contextmanager
def only_unreadable() -> Iterator[None]:
    """Whatever goes wrong on reading is an UnreadableFile.

    One broken file must never stop the others, and there is no end to the ways a file can be broken.
    """
    try:
        yield
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise UnreadableFile("too-big", "out of memory") from error
    except Exception as error:
        raise UnreadableFile("damaged", repr(error)) from error


def regular_bytes(path: Path) -> bytes:
    """The file's bytes, unless it is too big.

    Only a regular file is opened: a pipe or a device would never end, a link leads out of the folder.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("dangerous", "not a regular file")
        if status.st_size > MOST_BYTES:
            raise UnreadableFile("too-big", f"{status.st_size} bytes")
        with path.open("rb") as stream:
            return stream.read(status.st_size)
    except OSError as error:
        raise UnreadableFile("cloud" if is_on_the_cloud_alone(error) else "no-right", str(error)) from error


def _read(data: bytes) -> RawWorkbook:
    if is_old_workbook(data):
        # Only when needed: few units still have Excel 2003, and xlrd takes time to load.
        from kehoach.office.old_xls import read_old_workbook

        return read_old_workbook(data)
    refuse_other_files(data)
    archive = Archive(data)
    contents = read_contents(archive)
    surroundings = Surroundings(
        read_strings(archive.part(contents.strings)) if contents.strings else (),
        read_styles(archive.part(contents.styles)) if contents.styles and contents.styles in archive else (),
        contents.is_1904,
    )
    sheets = tuple(
        replace(read_sheet(archive.part(entry.part), entry, surroundings), notes=_notes(archive, entry))
        for entry in contents.sheets
    )
    return RawWorkbook(
        sheets,
        _names(contents, sheets),
        contents.is_1904,
        has_macro="xl/vbaProject.bin" in archive,
        has_pictures=archive.has_folder("xl/media/"),
    )


def _notes(archive: Archive, entry: SheetEntry) -> tuple[RawNote, ...]:
    """Comments and text boxes; a broken one is left out, for nothing rests on them."""
    readers = {"comments": read_comments, "drawing": read_text_boxes}
    found: list[RawNote] = []
    for relation in relations_of(archive, entry.part).values():
        if relation.kind in readers and relation.part in archive:
            with suppress(UnreadableFile):
                found += readers[relation.kind](archive.part(relation.part))
    return tuple(note for note in found if note.text.strip())


def _names(contents: Contents, sheets: tuple[RawSheet, ...]) -> dict[str, tuple[str, int, int]]:
    """Names of one cell; a whole merged cell counts as its first."""
    by_name = {sheet.name.casefold(): sheet for sheet in sheets}
    found = {}
    for name, (sheet_name, area) in contents.names.items():
        sheet = by_name.get(sheet_name.casefold())
        if sheet and (area[:2] == area[2:] or area in sheet.merged):
            found[name] = (sheet.name, area[0], area[1])
    return found
