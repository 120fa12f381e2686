"""What a form works out by itself (tự tính): rates beside the answers, and doubts the moment they are typed.

Formulas use only what Excel 2010 and LibreOffice share, and show nothing while an answer they need is missing or is
words ("không phát sinh").
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kehoach.form.model import Field
from kehoach.office.model import column_letters
from kehoach.plan.check import Check
from kehoach.plan.element import ElementKind
from kehoach.plan.expression import Code, Expression, Node, Number
from kehoach.plan.model import Plan
from kehoach.plan.placeholder import Amount, read_sentence
from kehoach.vi.names import initial_capital

_BRACES = re.compile(r"\{([^{}]*)\}")
_OPENING = re.compile(r"\{don_vi\}\s*:\s*")
_VALUE = re.compile(r"(?:(truoc)\()?(\w+)\)?")
DOUBTED = "✗ "
"""How a doubt begins beside the answers."""
LONGEST_LITERAL = 250
"""Excel takes 255 characters in one quoted text of a formula."""


@dataclass(frozen=True)
class Doubt:
    """Chỗ chưa hợp lý: the field at fault, the condition under which it is, and what is said then (Excel terms)."""

    field: Field
    condition: str
    text: str


def ratios_within(plan: Plan, codes: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(numerator, denominator) of every rate of a target or a sentence that `codes` suffice for, in plan order."""
    found = (_plain_ratio(e) for e in _expressions(plan))
    return tuple(dict.fromkeys(r for r in found if r and r[0] in codes and r[1] in codes))


def checks_within(plan: Plan, codes: Collection[str], with_previous: bool) -> tuple[Check, ...]:
    """The plan's checks that need only these elements, and last period's values only where a form shows them."""
    functions = ("", "truoc") if with_previous else ("",)
    return tuple(
        check
        for check in plan.checks
        if all(c.code in codes and c.function in functions for c in check.expression.codes)
    )


def doubts(plan: Plan, fields: Mapping[str, Field], unit: str) -> tuple[Doubt, ...]:
    """What can be doubted among answers about one subject (`fields` by element code); `unit` names it in sentences."""
    with_previous = all(f.previous_column for f in fields.values())
    return tuple(_doubt(check, fields, unit) for check in checks_within(plan, fields, with_previous))


def rate_formula(top: str, bottom: str) -> str:
    """One answer divided by another, blank while either is missing."""
    return f'=IF(AND(ISNUMBER({top}),ISNUMBER({bottom})),IF({bottom}>0,{top}/{bottom},""),"")'


def cell_address(row: int, column: int) -> str:
    """ "$B$12"."""
    return f"${column_letters(column)}${row}"


def _expressions(plan: Plan) -> Iterator[Expression]:
    yield from (t.expression for t in plan.targets)
    for sentence in plan.sentences:
        yield from (p.expression for p in read_sentence(sentence.text) if isinstance(p, Amount))


def _plain_ratio(expression: Expression) -> tuple[str, str] | None:
    ratio = expression.ratio
    if ratio is None:
        return None
    top, bottom = ratio[0].root, ratio[1].root
    plain = isinstance(top, Code) and isinstance(bottom, Code) and not (top.function or bottom.function)
    return (top.code, bottom.code) if plain else None  # type: ignore[union-attr]


def _doubt(check: Check, fields: Mapping[str, Field], unit: str) -> Doubt:
    known = ",".join(dict.fromkeys(_known(c, fields) for c in check.expression.codes))
    holds = _formula(check.expression.root, fields)
    condition = f"IFERROR(IF(AND({known}),NOT({holds}),FALSE),FALSE)"
    text = f'IF({condition},{"&".join(_said(check.sentence, fields, unit))},"")'
    return Doubt(fields[check.expression.codes[0].code], condition, text)


def _address(code: Code, fields: Mapping[str, Field]) -> str:
    """Where the answer stands, or last period's value."""
    field = fields[code.code]
    return cell_address(field.row, field.previous_column if code.function else field.column)


def _is_yes_no(code: Code, fields: Mapping[str, Field]) -> bool:
    return fields[code.code].element.kind is ElementKind.YES_NO


def _known(code: Code, fields: Mapping[str, Field]) -> str:
    cell = _address(code, fields)
    return f'OR({cell}="có",{cell}="không")' if _is_yes_no(code, fields) else f"ISNUMBER({cell})"


def _number(code: Code, fields: Mapping[str, Field]) -> str:
    cell = _address(code, fields)
    return f'IF({cell}="có",1,0)' if _is_yes_no(code, fields) else cell


def _formula(node: Node, fields: Mapping[str, Field]) -> str:
    if isinstance(node, Code):
        return _number(node, fields)
    if isinstance(node, Number):
        return str(node.value) if node.value.denominator == 1 else f"({node.value})"
    parts = [_formula(o, fields) for o in node.operands]
    return f"({node.operator}{parts[0]})" if len(parts) == 1 else f"({parts[0]}{node.operator}{parts[1]})"


def _said(sentence: str, fields: Mapping[str, Field], unit: str) -> Iterator[str]:
    """Pieces of the sentence as Excel terms: quoted words, and the cells whose numbers stand between them."""
    words = sentence
    if opening := _OPENING.match(sentence):
        words = initial_capital(sentence[opening.end() :])
    text = DOUBTED
    for n, piece in enumerate(_BRACES.split(words.replace("{don_vi}", unit))):
        if n % 2 == 0:
            text += piece
        elif cell := _cell_of(piece, fields):
            yield _quoted(text)
            yield cell
            text = ""
        else:
            text += "…"
    yield _quoted(text)


def _cell_of(inside: str, fields: Mapping[str, Field]) -> str:
    match = _VALUE.fullmatch(inside.strip())
    return _address(Code(match[2], match[1] or ""), fields) if match and match[2] in fields else ""


def _quoted(text: str) -> str:
    pieces = [text[i : i + LONGEST_LITERAL] for i in range(0, len(text), LONGEST_LITERAL)] or [""]
    return "&".join('"' + p.replace('"', '""') + '"' for p in pieces)
