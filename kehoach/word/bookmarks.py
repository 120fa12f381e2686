"""Bookmarks (dấu trang): each block's place in the document, under a name that Word accepts.

In: flow. Out: the document's XML with bookmarks, and what was written where.
"""

import hashlib
import re
from collections.abc import Collection
from io import StringIO

from kehoach.word.markup import Flow, Marked
from kehoach.word.written import WrittenBlock

LONGEST_NAME = 40
_PREFIX = "kh_"
_NOT_NAME = re.compile(r"[^A-Za-z0-9_]")


def assemble(flow: Flow) -> tuple[str, tuple[WrittenBlock, ...]]:
    """Everything in order, with a bookmark of its own number and name around each block."""
    xml, blocks, names = StringIO(), list[WrittenBlock](), set[str]()
    for part in flow:
        if isinstance(part, str):
            xml.write(part)
            continue
        name = bookmark_name(part.id, names)
        names.add(name.casefold())
        xml.write(_with_bookmark(part, len(blocks), name))
        blocks.append(WrittenBlock(part.id, name, part.text, part.facts))
    return xml.getvalue(), tuple(blocks)


def bookmark_name(id_: str, taken: Collection[str] = ()) -> str:
    """ "ct1.cau" → "kh_ct1_cau"; shortened or told apart by a digest where it must be. `taken` are in lower case."""
    plain = _PREFIX + _NOT_NAME.sub("_", id_)
    if len(plain) <= LONGEST_NAME and plain.casefold() not in taken:
        return plain
    rounds = (hashlib.sha256(f"{id_}#{n}".encode()).hexdigest()[:8] for n in range(len(taken) + 1))
    names = (f"{plain[: LONGEST_NAME - 9]}_{digest}" for digest in rounds)
    return next(name for name in names if name.casefold() not in taken)


def _with_bookmark(block: Marked, number: int, name: str) -> str:
    start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    return f"{block.before}{start}{block.inner}{end}{block.after}"
