"""Coverage (độ phủ): a sentence whose numbers rest on a part of the units says so where that clause ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.plan.element import COMMUNE
from kehoach.plan.model import Plan
from kehoach.report.facts import coverage_fact, kind_name
from kehoach.report.model import Fact, Text
from kehoach.vi.names import initial_lower

_STOP = re.compile(r"[.;](?=\s|$)|[()]")


@dataclass(frozen=True)
class Coverage:
    """Độ phủ: who gave a number, of whom; `label` names the number where a sentence mixes several.

    Of those that gave one, for `carried` last period's was used.
    """

    code: str
    kind: str
    given: tuple[str, ...]
    expected: tuple[str, ...]
    label: str
    carried: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """Một phần đã nói: words or a fact, and what it lacks."""

    piece: str | Fact
    lacking: tuple[Coverage, ...] = ()


def covered(plan: Plan, said: Sequence[Said], since: str = "") -> list[str | Fact]:
    """The pieces with the coverage in place: where the clause ends in which the last such number is.

    `since` is the day a sum begins at where it should have begun earlier, "" where it does not matter.
    """
    pieces = [s.piece for s in said]
    coverage = _coverage(plan, tuple(dict.fromkeys(c for s in said for c in s.lacking)), since)
    if not coverage:
        return pieces
    last = max(n for n, s in enumerate(said) if s.lacking or (since and isinstance(s.piece, Fact)))
    depth = sum(p.count("(") - p.count(")") for p in pieces[: last + 1] if isinstance(p, str))
    for spot in range(last + 1, len(pieces)):
        words = pieces[spot]
        stop, depth = _clause_end(words, depth) if isinstance(words, str) else (None, depth)
        if stop is not None and isinstance(words, str):
            return [*pieces[:spot], *_bracketed(words[:stop], coverage), words[stop:], *pieces[spot + 1 :]]
    return [*pieces, *_bracketed("", coverage)]


def _clause_end(words: str, depth: int) -> tuple[int | None, int]:
    """Where a clause ends in these words, outside of brackets; `depth` is how many are open before them, and after."""
    for found in _STOP.finditer(words):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] in ".;" and depth <= 0:
            return found.start(), depth
    return None, depth


def _bracketed(before: str, coverage: Sequence[str | Fact]) -> list[str | Fact]:
    """In brackets of its own, or within the ones that the sentence ends with."""
    if before.endswith(")"):
        return [before[:-1], "; ", *coverage, ")"]
    return [before, " (", *coverage, ")"]


def _coverage(plan: Plan, lacking: Sequence[Coverage], since: str) -> list[str | Fact]:
    """ "số liệu của 07/08 thôn, 01 thôn lấy số kỳ trước"; where several numbers lack different units, each by name."""
    groups: dict[tuple[str, tuple[str, ...]], Coverage] = {}
    for each in lacking:
        if len(each.given) < len(each.expected):
            groups.setdefault((each.kind, each.given), each)
    pieces: list[str | Fact] = []
    for each in groups.values():
        about = f"về {initial_lower(each.label)} " if len(groups) > 1 else ""
        fact = coverage_fact(plan, each.code, each.given, each.expected, each.kind)
        pieces += [", " if pieces else "số liệu ", f"{about}của ", fact]
    pieces += [f"{', ' if pieces or n else ''}{words}" for n, words in enumerate(_carried(plan, lacking))]
    if since:
        pieces.append(f"{'; ' if pieces else ''}chỉ tính từ ngày {since}")
    return pieces


def _carried(plan: Plan, lacking: Sequence[Coverage]) -> list[str]:
    """ "01 thôn lấy số kỳ trước", for each kind of unit that the officer had last period's answer used for."""
    subjects: dict[str, set[str]] = {}
    for each in lacking:
        if each.carried:
            subjects.setdefault(each.kind, set()).update(each.carried)
    return [
        "lấy theo kỳ trước" if kind == COMMUNE else f"{len(those):02d} {kind_name(plan, kind)} lấy số kỳ trước"
        for kind, those in subjects.items()
    ]


def ends(text: Text, mark: str) -> Text:
    """The text with exactly that mark at its end, whatever stop it had."""
    last = text[-1] if text and isinstance(text[-1], str) else ""
    kept = text[:-1] if last else text
    return joined((*kept, last.rstrip(" ./") + mark))


def joined(pieces: Sequence[str | Fact]) -> Text:
    """Pieces with neighbouring words put together."""
    result: list[str | Fact] = []
    for piece in pieces:
        if isinstance(piece, str) and result and isinstance(result[-1], str):
            result[-1] += piece
        elif piece != "":
            result.append(piece)
    return tuple(result)
