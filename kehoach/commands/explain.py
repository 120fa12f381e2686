"""`kehoach explain`: where a number comes from (giải thích), down to files and cells, as a tree."""

from pathlib import Path

from kehoach.commands import explain_code
from kehoach.commands.outcome import Outcome
from kehoach.commands.period import walk_period
from kehoach.explain.find import explained
from kehoach.explain.tree import as_text


def run(directory: Path, code: str | None, what: str) -> Outcome:
    """Explains a code (`KT-58`), or what is meant in a period: a code, a unit, a number, a sentence of the report."""
    if explain_code.is_code(what):
        return explain_code.run(what)
    _, walked = walk_period(directory, code)
    branches = explained(walked.report, walked.assessment, what)
    head = f"Kỳ {walked.period.code} ({walked.period.name})"
    return Outcome(as_text(head, branches))
