"""Packages whose bytes depend on their content alone (gói tệp cố định): .xlsx and .docx on their way out."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")
"""Readers that look at the beginning of a file to tell what it is expect these here."""

OLDEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
MS_DOS = 0
OWN_FILE = 0o600
COMPRESSION_LEVEL = 6

_CORE_PART = "docProps/core.xml"
_CORE_TIME = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")


def freeze(data: bytes, made_on: date) -> bytes:
    """The same package with parts in a fixed order, no times of its own, and made on that day at 00:00 UTC."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return pack({n: _dated(content, made_on) if n == _CORE_PART else content for n, content in parts.items()})


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a package, in a fixed order and with no times of its own; their contents as they are."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name in sorted(parts, key=_order):
            target.writestr(_entry(name), parts[name], zipfile.ZIP_DEFLATED, COMPRESSION_LEVEL)
    return packed.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (FIRST_PARTS.index(name) if name in FIRST_PARTS else len(FIRST_PARTS), name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, OLDEST_ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = MS_DOS
    entry.external_attr = OWN_FILE << 16
    return entry


def _dated(core: bytes, made_on: date) -> bytes:
    return _CORE_TIME.sub(rb"\g<1>" + f"{made_on.isoformat()}T00:00:00Z".encode(), core)
