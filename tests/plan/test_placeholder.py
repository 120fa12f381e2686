"""What stands in braces, part by part."""

import pytest

from kehoach.plan.expression import ExpressionError, read_expression
from kehoach.plan.placeholder import (
    Amount,
    PlanWord,
    TargetWord,
    TaskWord,
    UnitList,
    Words,
    read_sentence,
)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{ho_cn}", Amount(read_expression("ho_cn"))),
        ("{ ho_dk / tong_ho }", Amount(read_expression("ho_dk / tong_ho"))),
        ("{ky: van_ban}", Amount(read_expression("van_ban"), this_period=True)),
        ("{ct1.gia_tri}", TargetWord("ct1", "gia_tri")),
        ("{nv3.minh_chung}", TaskWord("nv3", "minh_chung")),
        ("{ds thon: nvh = 0}", UnitList("thon", read_expression("nvh = 0"), False)),
        ("{so co_quan: a > 1}", UnitList("co_quan", read_expression("a > 1"), True)),
        ("{ky}", PlanWord("ky")),
        ("không có gì", Words("không có gì")),
    ],
)
def test_parts(text: str, part: object) -> None:
    assert read_sentence(text) == (part,)


def test_words_between_are_kept_as_they_stand() -> None:
    text = "Có {a} hộ , {nam}."
    assert [p.text for p in read_sentence(text) if isinstance(p, Words)] == ["Có ", " hộ , ", "."]
    assert read_sentence("") == ()


@pytest.mark.parametrize("text", ["{a", "a}", "{{a}}", "{}", "{ct1.ti_le}", "{ds thon: }", "{a b}", "{ds: a = 1}"])
def test_braces_that_mean_nothing(text: str) -> None:
    with pytest.raises(ExpressionError):
        read_sentence(text)
