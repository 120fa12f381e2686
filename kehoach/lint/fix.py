"""A copy in which what is safe is put right (bản đã sửa), and a list of what was done.

In: the parts of a file. Out: bytes and sentences. Words, order and looks that only a person can judge are left alone.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.lint.mend.letters import compose, one_font
from kehoach.lint.mend.sizes import fit_sizes
from kehoach.lint.mend.spaces import fit_gaps, fit_indents, fit_lines, fit_margins, fit_nation
from kehoach.lint.mend.words import dash_lists, join_motto, pad_date, pad_number, spell_prefixes
from kehoach.lint.parts import Parts, find_parts
from kehoach.lint.reading import read_document
from kehoach.office.word_markup import serialized
from kehoach.office.word_package import MAIN, Package

MENDS: tuple[Callable[[Parts], Iterator[str]], ...] = (
    compose,
    one_font,
    join_motto,
    pad_number,
    pad_date,
    dash_lists,
    spell_prefixes,
    fit_sizes,
    fit_margins,
    fit_nation,
    fit_lines,
    fit_gaps,
    fit_indents,
)
"""In this order: words before looks, so that each sees what the earlier ones left."""
_EDGES = ("header", "footer")


@dataclass(frozen=True)
class Mended:
    """Bản đã sửa: the parts of the copy and what was done, a sentence each."""

    parts: Mapping[str, bytes]
    done: tuple[str, ...]


def mended(parts: Mapping[str, bytes]) -> Mended:
    """The package put right; the same parts and nothing done where there is nothing to do."""
    package = Package(parts)
    done: list[str] = []
    read = find_parts(read_document(package, ""))
    for mend in MENDS:
        if lines := list(mend(read)):
            done += lines
            read = find_parts(read_document(package, ""))
    if not done:
        return Mended(parts, ())
    edges = [r.part for r in package.relations.values() if r.kind in _EDGES and package.has(r.part)]
    changed = {package.spelled(name): serialized(package.tree(name)) for name in (MAIN, *edges)}
    return Mended({**parts, **changed}, tuple(done))
