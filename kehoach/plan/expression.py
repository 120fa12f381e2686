"""Expressions (biểu thức) of the plan: arithmetic and comparison over codes, evaluated exactly and safely.

Grammar, loosest first: comparison (`<=  >=  <  >  =  <>  ≤  ≥`, at most one) of sums; `+ -`; `* /`; unary minus;
numbers ("45", "0,5"), codes, `truoc(x)` (last period), `goc(x)` (baseline), `dem(loai)` (count of units),
`liet_ke(x)` (how many numbers the text x lists), `( )`.
Unknown in, unknown out; division by zero is unknown too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

LISTED = "liet_ke"
"""The function that counts the numbers a text lists; only in checks."""
FUNCTIONS = ("truoc", "goc", "dem", LISTED)
COMPARISONS = ("<=", ">=", "<>", "<", ">", "=")

_TOKEN = re.compile(r"\s*(?:(\d+(?:[.,]\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|<>|!=|==|[≤≥≠<>=+\-*/()]))")
MOST_LETTERS, MOST_TOKENS = 1000, 100
"""Far beyond any formula of a plan, and well within what may be nested."""
_SAME = {"≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>", "==": "="}


class ExpressionError(ValueError):
    """Biểu thức sai: the message is a Vietnamese sentence that names the spot."""


@dataclass(frozen=True)
class Number:
    """Hằng số."""

    value: Fraction


@dataclass(frozen=True)
class Code:
    """Mã số liệu, by itself (`function` empty) or under truoc, goc, dem, liet_ke."""

    code: str
    function: str = ""


@dataclass(frozen=True)
class Operation:
    """Phép tính: operator over one (unary minus) or two operands."""

    operator: str
    operands: "tuple[Node, ...]"


Node = Number | Code | Operation


@dataclass(frozen=True)
class Interval:
    """Khoảng: lowest and highest a value can be; None is unbounded on that side."""

    low: Fraction | None
    high: Fraction | None

    @property
    def is_exact(self) -> bool:
        """Whether only one value is left."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True)
class Expression:
    """Biểu thức: the text as typed, and its tree."""

    text: str
    root: Node

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """Every code in it, in order of appearance, without repeats."""
        return tuple(dict.fromkeys(_codes(self.root)))

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """Data-element codes in it (not the kinds under dem), without repeats."""
        return tuple(dict.fromkeys(c.code for c in self.codes if c.function != "dem"))

    @cached_property
    def ratio(self) -> "tuple[Expression, Expression] | None":
        """(numerator, denominator) where the whole is one division, else None."""
        if isinstance(self.root, Operation) and self.root.operator == "/":
            top, bottom = self.root.operands
            return Expression(self.text, top), Expression(self.text, bottom)
        return None

    def value(self, look_up: Callable[[Code], Fraction | None]) -> Fraction | None:
        """The exact value; None where anything needed is unknown or a division is by zero. Not for comparisons."""
        return _value(self.root, look_up)

    def holds(self, look_up: Callable[[Code], Fraction | None]) -> bool | None:
        """Whether the comparison holds; None where that is unknown."""
        if not (isinstance(self.root, Operation) and self.root.operator in COMPARISONS):
            raise ExpressionError(f"“{self.text}” không phải phép so sánh.")
        left, right = (_value(o, look_up) for o in self.root.operands)
        return None if left is None or right is None else compare(left, self.root.operator, right)

    def bounds(self, look_up: Callable[[Code], Interval | None]) -> Interval | None:
        """The interval the value must lie in, by interval arithmetic; None where nothing can be said."""
        return _bounds(self.root, look_up)


def compare(left: Fraction, operator: str, right: Fraction) -> bool:
    """One of `COMPARISONS` on exact numbers."""
    return {
        "<=": left <= right,
        ">=": left >= right,
        "<": left < right,
        ">": left > right,
        "=": left == right,
        "<>": left != right,
    }[operator]


def read_expression(text: str) -> Expression:
    """Text → expression. Raises `ExpressionError` with a Vietnamese sentence."""
    parser = _Parser(text)
    root = parser.comparison()
    if parser.peek():
        raise ExpressionError(f"Thừa “{parser.peek()}” trong biểu thức “{text}”.")
    return Expression(text.strip(), root)


def _codes(node: Node) -> Iterator[Code]:
    if isinstance(node, Code):
        yield node
    elif isinstance(node, Operation):
        for operand in node.operands:
            yield from _codes(operand)


def _value(node: Node, look_up: Callable[[Code], Fraction | None]) -> Fraction | None:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Code):
        return look_up(node)
    values = [_value(o, look_up) for o in node.operands]
    if any(v is None for v in values):
        return None
    known = [v for v in values if v is not None]
    if node.operator == "/" and known[1] == 0:
        return None
    return _apply(node.operator, known)


def _apply(operator: str, values: list[Fraction]) -> Fraction:
    if len(values) == 1:
        return -values[0]
    left, right = values
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right if operator == "*" else left / right


def _bounds(node: Node, look_up: Callable[[Code], Interval | None]) -> Interval | None:
    if isinstance(node, Number):
        return Interval(node.value, node.value)
    if isinstance(node, Code):
        return look_up(node)
    sides = [_bounds(o, look_up) for o in node.operands]
    known = [s for s in sides if s is not None]
    if len(known) < len(sides):
        return None
    if len(known) == 1:
        return _negated(known[0])
    left, right = known
    if node.operator == "-":
        left, right = left, _negated(right)
    if node.operator in "+-":
        return Interval(_plus(left.low, right.low), _plus(left.high, right.high))
    return _scaled(left, node.operator, right)


def _negated(side: Interval) -> Interval:
    return Interval(None if side.high is None else -side.high, None if side.low is None else -side.low)


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _scaled(left: Interval, operator: str, right: Interval) -> Interval | None:
    """Product or quotient, for sides that cannot be negative (counts and amounts); anything else is not bounded."""
    if left.low is None or right.low is None or left.low < 0 or right.low < 0:
        return None
    if operator == "*":
        high = None if left.high is None or right.high is None else left.high * right.high
        return Interval(left.low * right.low, high)
    low = left.low / right.high if right.high else (Fraction(0) if right.high is None else None)
    high = left.high / right.low if left.high is not None and right.low else None
    return None if low is None else Interval(low, high)


class _Parser:
    """Recursive descent over the tokens of one expression."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens, spot = text, [], 0
        stripped = text.rstrip()
        while spot < len(stripped):
            match = _TOKEN.match(stripped, spot)
            if not match:
                raise ExpressionError(f"Không hiểu “{stripped[spot:].strip()[:12]}” trong biểu thức “{text}”.")
            self.tokens.append(_SAME.get(match.group(0).strip(), match.group(0).strip()))
            spot = match.end()
        if len(stripped) > MOST_LETTERS or len(self.tokens) > MOST_TOKENS:
            raise ExpressionError(f"Biểu thức “{text[:40]}…” quá dài; tối đa {MOST_TOKENS} số, mã và dấu.")
        self.spot = 0

    def peek(self) -> str:
        return self.tokens[self.spot] if self.spot < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        if self.peek() in wanted:
            self.spot += 1
            return self.tokens[self.spot - 1]
        return ""

    def comparison(self) -> Node:
        left = self.sum()
        operator = self.take(*COMPARISONS)
        return Operation(operator, (left, self.sum())) if operator else left

    def sum(self) -> Node:
        node = self.product()
        while operator := self.take("+", "-"):
            node = Operation(operator, (node, self.product()))
        return node

    def product(self) -> Node:
        node = self.atom()
        while operator := self.take("*", "/"):
            node = Operation(operator, (node, self.atom()))
        return node

    def atom(self) -> Node:
        if self.take("-"):
            return Operation("-", (self.atom(),))
        if self.take("("):
            return self._closed(self.sum())
        token = self.peek()
        if not token or not (token[0].isalnum() or token[0] == "_"):
            raise ExpressionError(
                f"Biểu thức “{self.text}” thiếu một số hoặc một mã" + (f" trước “{token}”." if token else " ở cuối.")
            )
        self.spot += 1
        if token[0].isdigit():
            return Number(Fraction(token.replace(",", ".")))
        if not self.take("("):
            return Code(token)
        if token not in FUNCTIONS:
            raise ExpressionError(f"Không có hàm “{token}”; chỉ dùng truoc(…), goc(…), dem(…), liet_ke(…).")
        argument = self.peek()
        if not argument.isidentifier():
            raise ExpressionError(f"Trong {token}(…) của “{self.text}” phải là một mã.")
        self.spot += 1
        return self._closed(Code(argument, token))

    def _closed(self, node: Node) -> Node:
        if not self.take(")"):
            raise ExpressionError(f"Biểu thức “{self.text}” thiếu dấu đóng ngoặc.")
        return node
