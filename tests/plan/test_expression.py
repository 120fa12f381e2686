"""Expressions: exact, safe, silent where something is unknown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.plan.expression import Code, Expression, ExpressionError, Interval, read_expression

KNOWN = {"a": Fraction(6), "b": Fraction(4), "khong": Fraction(0)}


def value(text: str) -> Fraction | None:
    return read_expression(text).value(lambda code: KNOWN.get(code.code) if not code.function else Fraction(10))


def holds(text: str) -> bool | None:
    return read_expression(text).holds(lambda code: KNOWN.get(code.code))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b * 2", 14),
        ("(a + b) * 2", 20),
        ("a - b - 1", 1),
        ("a / b / 2", Fraction(3, 4)),
        ("-a + 0,5", Fraction(-11, 2)),
        ("0.5", Fraction(1, 2)),
        ("truoc(a) + goc(a) + dem(thon)", 30),
        ("a + la", None),
        ("a / khong", None),
        ("khong / a", 0),
    ],
)
def test_values(text: str, expected: Fraction | int | None) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a >= b", True),
        ("a ≤ b", False),
        ("a <> b", True),
        ("a == 6", True),
        ("a != 6", False),
        ("a < la", None),
        ("a / khong > 1", None),
    ],
)
def test_comparisons(text: str, expected: bool | None) -> None:
    assert holds(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a +",
        "* a",
        "(a",
        "a)",
        "a b",
        "a < b < 3",
        "max(a)",
        "truoc()",
        "truoc(a",
        "truoc(5)",
        "dem(a + b)",
        "a ^ 2",
        "a.b",
        "__import__('os')",
        "1_000",
        "(" * 3000 + "a" + ")" * 3000,
        "a*" * 2000 + "a",
        "-" * 3000 + "a",
        "1" * 5000,
    ],
)
def test_what_means_nothing_is_refused_in_vietnamese(text: str) -> None:
    with pytest.raises(ExpressionError, match=r"[À-ỹ].*\.$"):
        read_expression(text)


def test_codes_are_listed_once_in_order() -> None:
    expression = read_expression("b + truoc(a) / dem(thon) + b + a")
    assert expression.codes == (Code("b"), Code("a", "truoc"), Code("thon", "dem"), Code("a"))
    assert expression.elements == ("b", "a")
    top, bottom = read_expression("(a + b) / dem(thon)").ratio or (None, None)
    assert top and bottom
    assert (top.elements, bottom.codes) == (("a", "b"), (Code("thon", "dem"),))
    assert read_expression("a / b + 1").ratio is None


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_bounds_hold_whatever_the_numbers_turn_out_to_be(a: int, more: int, b: int, wider: int) -> None:
    sides = {"a": Interval(Fraction(a), Fraction(a + more)), "b": Interval(Fraction(b), Fraction(b + wider))}
    for text in ("a + b", "a - b", "a * b", "a / b", "2 * a - b / 3"):
        bounds = read_expression(text).bounds(lambda code: sides[code.code])
        for inside in ((a, b), (a + more, b + wider), (a, b + wider), (a + more, b), (a + more // 2, b + wider // 2)):
            exact = _exact(read_expression(text), *inside)
            if bounds is not None and exact is not None:
                assert bounds.low is None or bounds.low <= exact
                assert bounds.high is None or exact <= bounds.high


def test_bounds_of_the_unknown() -> None:
    open_ended = Interval(Fraction(1), None)
    assert read_expression("a + 1").bounds(lambda _: None) is None
    assert read_expression("a + 1").bounds(lambda _: open_ended) == Interval(Fraction(2), None)
    assert read_expression("0 - a").bounds(lambda _: open_ended) == Interval(None, Fraction(-1))
    assert Interval(Fraction(1), Fraction(1)).is_exact
    assert not open_ended.is_exact


def _exact(expression: Expression, a: int, b: int) -> Fraction | None:
    return expression.value(lambda code: Fraction(a if code.code == "a" else b))
