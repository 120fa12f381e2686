"""The older container of Office (OLE, tệp phức hợp): only far enough to say which program's file it is.

Old .xls and .doc are such containers, and so is every .xlsx that was given a password. Their chains of sectors may
run in circles, by damage or intent, so every walk is bounded by the number of sectors the file has room for.
"""

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers from here on mean "end", "free" and the like."""

_NONE = 0xFFFFFFFF
_KINDS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "word"),
    ("Workbook", "old-xls"),
    ("Book", "old-xls"),
)


def reason_for(data: bytes) -> str:
    """Why this container cannot be read: encrypted, word, old-xls, not-excel or damaged."""
    try:
        names = _root_streams(data)
    except (struct.error, IndexError, ValueError):
        return "damaged"
    return next((reason for name, reason in _KINDS if name in names), "not-excel")


def _root_streams(data: bytes) -> frozenset[str]:
    """Names of what lies directly in the root: a Word file that carries a workbook further down is a Word file."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector not in (512, 4096):
        raise ValueError("sector size")
    entries = _directory(data, sector)
    names, waiting, seen = set(), [_tree(entries[0])[2]], set[int]()
    while waiting:
        number = waiting.pop()
        if number == _NONE or number in seen:
            continue
        seen.add(number)
        left, right, _ = _tree(entries[number])
        waiting += [left, right]
        names.add(_name(entries[number]))
    return frozenset(names)


def _directory(data: bytes, sector: int) -> list[bytes]:
    table = _allocation_table(data, sector)
    first = struct.unpack_from("<I", data, 48)[0]
    whole = b"".join(_sector(data, sector, number) for number in _chain(table, first))
    return [whole[at : at + _ENTRY] for at in range(0, len(whole), _ENTRY)]


def _allocation_table(data: bytes, sector: int) -> tuple[int, ...]:
    """Sector → the next one of its chain."""
    numbers = [n for n in struct.unpack_from("<109I", data, 76) if n < _LAST_SECTOR]
    numbers += _further_tables(data, sector)
    most = len(data) // sector + 1
    if len(numbers) > most:
        raise ValueError("more tables than sectors")
    whole = b"".join(_sector(data, sector, number) for number in numbers)
    return struct.unpack(f"<{len(whole) // 4}I", whole)


def _further_tables(data: bytes, sector: int) -> Iterator[int]:
    """Tables that the header had no room for; a chain of sectors of its own."""
    number = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(data) // sector):
        if number >= _LAST_SECTOR:
            return
        *numbers, number = struct.unpack(f"<{sector // 4}I", _sector(data, sector, number))
        yield from (n for n in numbers if n < _LAST_SECTOR)
    raise ValueError("chain of tables runs in a circle")


def _chain(table: tuple[int, ...], number: int) -> Iterator[int]:
    for _ in range(len(table)):
        if number >= _LAST_SECTOR:
            return
        yield number
        number = table[number]
    raise ValueError("chain of sectors runs in a circle")


def _sector(data: bytes, sector: int, number: int) -> bytes:
    begin = (number + 1) * sector
    if begin >= len(data):
        raise ValueError("sector beyond the end")
    return data[begin : begin + sector].ljust(sector, b"\0")


def _tree(entry: bytes) -> tuple[int, int, int]:
    left, right, child = struct.unpack_from("<3I", entry, 68)
    return left, right, child


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
