"""Two reports as they were written (hai bản báo cáo): targets and sentences that are others now."""

from collections.abc import Iterator

from kehoach.explain.tree import Branch, some
from kehoach.plan.model import Plan
from kehoach.word.edits import is_the_clerks
from kehoach.word.written import Baseline, WrittenBlock

MOST_SENTENCES, MOST_ROWS = 15, 6
NOT_SAID = "chưa có số"


def targets_changed(before: Baseline, now: Baseline, plan: Plan) -> tuple[Branch, ...]:
    """ "Gia đình văn hóa: 85,97% → 86,15%; chưa đạt → nay đạt"."""
    shorts = {t.code: t.short for t in plan.targets if not t.unit}
    lines = ((code, short, _result(before, code), _result(now, code)) for code, short in shorts.items())
    return tuple(Branch(f"{code} {short}: {_turned(was, is_)}") for code, short, was, is_ in lines if was != is_)


def _result(report: Baseline, code: str) -> tuple[str, str]:
    """The value as printed and the verdict; "" for what the report does not say."""
    facts = {f.id: f for block in reversed(report.blocks) for f in reversed(block.facts)}
    value, verdict = facts.get(f"{code}.gia_tri"), facts.get(f"{code}.ket_luan")
    return value.printed if value else "", str(verdict.value).lower() if verdict else ""


def _turned(was: tuple[str, str], now: tuple[str, str]) -> str:
    values = f"{was[0] or NOT_SAID} → {now[0] or NOT_SAID}" if was[0] != now[0] else now[0]
    verdicts = f"{was[1] or 'chưa nêu'} → nay {now[1] or 'không nêu'}" if was[1] != now[1] else f"vẫn {now[1]}"
    return "; ".join(filter(None, (values, verdicts)))


def sentences_changed(before: Baseline, now: Baseline) -> tuple[Branch, ...]:
    """Block by block, in the report's order; of a table the rows."""
    was, is_ = ({b.id: b for b in report.blocks if not is_the_clerks(b.id)} for report in (before, now))
    ids = dict.fromkeys((*is_, *was))
    return some(tuple(b for id_ in ids for b in _block(id_, was.get(id_), is_.get(id_))), MOST_SENTENCES, "chỗ")


def _block(id_: str, was: WrittenBlock | None, now: WrittenBlock | None) -> Iterator[Branch]:
    if was is None or now is None:
        text = _shown(was or now)
        if text:
            yield Branch(f"{id_} ({'mới có' if was is None else 'không còn'}): {text}")
    elif was.text != now.text:
        rows = [row.split("\n") for row in (was.text, now.text)]
        gone, new = ([r for r in mine if r not in other] for mine, other in (rows, reversed(rows)))
        yield Branch(id_, (*_lines("trước", gone), *_lines("nay  ", new)))


def _lines(when: str, rows: list[str]) -> tuple[Branch, ...]:
    lines = tuple(Branch(f"{when}: {' · '.join(filter(None, row.split(chr(9))))}") for row in rows)
    return some(lines, MOST_ROWS, "dòng")


def _shown(block: WrittenBlock | None) -> str:
    """A sentence; of a table that it is one; "" for what has no words."""
    if block is None or not block.text:
        return ""
    return "(bảng)" if "\t" in block.text else f"“{block.text}”"
