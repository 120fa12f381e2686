"""The door of this room (soát thể thức): a file's bytes in, findings out."""

from collections.abc import Mapping

from kehoach.finding import Finding
from kehoach.lint.parts import Parts, find_parts
from kehoach.lint.reading import read_document
from kehoach.lint.registry import RULES
from kehoach.office.word_package import Package


def lint_parts(parts: Mapping[str, bytes], name: str) -> tuple[Finding, ...]:
    """All findings of a document, rule by rule, out of its package's parts."""
    return findings_of(find_parts(read_document(Package(parts), name)))


def findings_of(parts: Parts) -> tuple[Finding, ...]:
    """What the rules have against a document."""
    return tuple(finding for rule in RULES for finding in rule.check(parts))
