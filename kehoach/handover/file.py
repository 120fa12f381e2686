"""`DOC-TRUOC.txt` as it is to be written (tệp bàn giao): its last line holds a digest of those above.

A file that somebody wrote in is theirs and never written again.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from kehoach.handover.text import handover_lines
from kehoach.office.text_file import text_file
from kehoach.plan.model import Plan

_SEAL = "Chương trình tự cập nhật tệp này cho đến khi có người sửa nó. Mã: "
_DIGITS = 16


def handover_file(path: Path, plan: Plan | None) -> Mapping[Path, bytes]:
    """The file as of the plan; without one that can be read yet the calendar is left for later. {} where it is not
    ours to write.
    """
    if path.is_file() and not _is_ours(path.read_bytes()):
        return {}
    text = "\n".join(handover_lines(plan))
    return {path: text_file(f"{text}\n{_SEAL}{_digest(text)}")}


def _is_ours(data: bytes) -> bool:
    """Whether the digest at the end is that of what stands above it."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    above, seal, digest = text.rpartition(f"\n{_SEAL}")
    return bool(seal) and digest.strip() == _digest(above)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
