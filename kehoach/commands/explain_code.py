"""`kehoach explain KT-58`: what a code of a finding means (ý nghĩa của mã), what to do, and an example."""

import re
from collections.abc import Iterable

from kehoach.commands.outcome import Outcome
from kehoach.errors import UseError
from kehoach.finding_codes import FindingCode, finding_code
from kehoach.plan import mistakes
from kehoach.plan.draft import slips
from kehoach.plan.mistakes import Mistake
from kehoach.vi.names import initial_capital

_CODE = re.compile(r"(?:KT|KP|ND30)[-\s]?\d{1,3}(?:\.\d+)?", re.IGNORECASE)
_WORD = re.compile(r"\{\w+\}")
MISTAKES = tuple(m for m in vars(mistakes).values() if isinstance(m, Mistake))
"""Mistakes of a plan workbook, in the order of their codes."""
SLIPS = tuple(m for m in vars(slips).values() if isinstance(m, Mistake))
"""Slips of a signed plan, told when it is imported; from KP-101 on."""


def is_code(what: str) -> bool:
    """Whether somebody asks about a code, not a number."""
    return _CODE.fullmatch(what.strip()) is not None


def run(what: str) -> Outcome:
    """Explains one code; `UseError` for one that does not exist."""
    wanted = re.sub(r"^([A-Z]+(?:30)?)[-\s]?(\d+)(?:\.\d+)?$", _spelt, what.strip().upper())
    if known := finding_code(wanted):
        return Outcome("\n".join(_of_data(known)))
    if mistake := next((m for m in (*MISTAKES, *SLIPS) if m.code == wanted), None):
        return Outcome("\n".join(_of_plan(mistake)))
    if lines := list(_of_documents(wanted)):
        return Outcome("\n".join(lines))
    raise UseError(f"Không có mã “{what}”. Mã có dạng KT-58 (số liệu), KP-21 (kế hoạch), ND30-07 (thể thức văn bản).")


def readable(sentence: str) -> str:
    """A sentence of a mistake with an ellipsis where words are filled in."""
    return _WORD.sub("…", sentence).replace("{{", "{").replace("}}", "}")


def _spelt(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[2]):02d}"


def _of_data(known: FindingCode) -> Iterable[str]:
    severity = ", ".join(known.severities) or "không cần hỏi"
    yield f"{known.code} · {known.title} ({severity})"
    yield f"Nghĩa là: {known.means}"
    yield f"Phải làm: {known.do}"
    yield f"Ví dụ: {known.example}"


def _of_plan(mistake: Mistake) -> Iterable[str]:
    yield f"{mistake.code} · Lỗi trong tệp kế hoạch ({mistake.severity})"
    yield f"Nghĩa là: {readable(mistake.say)}"
    yield f"Phải làm: {readable(mistake.do)}"


def _of_documents(code: str) -> Iterable[str]:
    """A rule of the decree; its table is read only when asked for."""
    if code.startswith("ND30"):
        from kehoach.lint.registry import RULES

        for rule in RULES:
            if rule.code == code:
                yield f"{rule.code} · Thể thức văn bản, {rule.reference} ({rule.severity})"
                yield f"Nghĩa là: {initial_capital(rule.demands)}"
