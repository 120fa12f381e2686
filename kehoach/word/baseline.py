"""Whether a document is still as we wrote it (bản gốc), and what we wrote.

In: a path. Out: yes or no, identity, baseline. The digest in our part covers every part of the package, so that a
re-save, by whatever program, counts as an edit: nobody's work is ever taken for ours.
"""

import hashlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from kehoach.errors import MachineError
from kehoach.office.archive import MOST_ENTRIES, MOST_INFLATED
from kehoach.word.written import NAMESPACE, NO_DIGEST, Baseline, read_baseline_xml

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    RuntimeError,
    EOFError,
    OSError,
)
"""What `zipfile` raises over bytes that are no whole package."""

_FOLDER = "customxml/item"
_OPENING = f'<baseline xmlns="{NAMESPACE}" digest="'.encode()


def was_edited(path: Path) -> bool:
    """False only for a document that is, part by part, what we wrote. `MachineError` where it cannot be opened."""
    parts = _parts(path)
    baseline = _baseline(parts)
    return baseline is None or baseline.digest != digest_of(parts)


def read_baseline(path: Path) -> Baseline | None:
    """What we wrote into the document, block by block; None where it is not ours."""
    return _baseline(_parts(path))


def baseline_of(data: bytes) -> Baseline:
    """The same of a document just made; ValueError for any other bytes."""
    baseline = _baseline(_read(data))
    if baseline is None:
        raise ValueError("not a document of ours")
    return baseline


def was_written_as(path: Path, data: bytes) -> bool:
    """Whether the document, edited since or not, was once exactly `data`: there is nothing new to say."""
    before, now = read_baseline(path), _baseline(_read(data))
    return before is not None and now is not None and before.digest == now.digest


def sealed(data: bytes) -> bytes:
    """The package with the digest of all its parts set."""
    parts = _read(data)
    digest = digest_of(parts).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            empty, full = _OPENING + NO_DIGEST.encode(), _OPENING + digest
            package.writestr(name, content.replace(empty, full, 1))
    return target.getvalue()


def digest_of(parts: Mapping[str, bytes]) -> str:
    """SHA-256 over names and contents of all parts, the digest itself left out."""
    total = hashlib.sha256()
    for name in sorted(parts):
        content = _without_digest(parts[name])
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _without_digest(content: bytes) -> bytes:
    start = content.find(_OPENING, 0, 1000)
    if start < 0:
        return content
    start += len(_OPENING)
    return content[:start] + content[start + len(NO_DIGEST) :]


def _baseline(parts: Mapping[str, bytes]) -> Baseline | None:
    for name, content in parts.items():
        if name.lower().startswith(_FOLDER) and NAMESPACE.encode() in content:
            try:
                return read_baseline_xml(content)
            except (etree.XMLSyntaxError, ValueError, KeyError, TypeError, ArithmeticError):
                continue
    return None


def _parts(path: Path) -> Mapping[str, bytes]:
    """Part name → content; empty for what is no package."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError(f"Không đọc được tệp {path.name}: hãy đóng tệp trong Word rồi chạy lại.", path) from error
    try:
        return _read(data)
    except _BROKEN:
        return {}


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_INFLATED:
            raise ValueError("too big")
        return {entry.filename: package.read(entry) for entry in entries}
