"""Number formats (định dạng số): the built-in ones by id, and whether a format shows a number as a date."""

import re

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""ECMA-376 Part 1, 18.8.30; what the file does not define itself."""

_EAST_ASIAN_DATES = (*range(27, 37), *range(50, 59))
"""Ids without a fixed text; a date wherever they are defined."""

_NOT_CODES = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]', re.DOTALL)
_SECONDS_FRACTION = re.compile(r"(?<=s)\.0+", re.IGNORECASE)
_DATE_CODES = frozenset("dmyhs")
_DIGIT_CODES = frozenset("0#?")


def built_in(number: int) -> str:
    """The text of a built-in format; "General" for an id that means nothing."""
    return "d/m/yyyy" if number in _EAST_ASIAN_DATES else BUILT_IN.get(number, "General")


def shows_date(number_format: str) -> bool:
    """Whether numbers are shown as dates or times: by its codes, with quoted text, colours and escapes left out."""
    codes = _NOT_CODES.sub("", number_format).partition(";")[0]
    letters = set(_SECONDS_FRACTION.sub("", codes).lower())
    return bool(letters & _DATE_CODES) and not letters & _DIGIT_CODES and "general" not in codes.lower()
