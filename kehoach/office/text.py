"""Text as XML can hold it (làm sạch chữ), and as spreadsheets hide it in `_xHHHH_` escapes."""

import re

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """Without what no XML file can hold: control characters except tab and line end, lone surrogates, U+FFFE/FFFF."""
    return text if text.isprintable() else _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def unescape(text: str) -> str:
    """Text of a cell as it stands in the file → as people see it: `_x000D_` decoded, then cleaned."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return clean(text)


def escape(text: str) -> str:
    """The reverse: text that happens to look like an escape is kept from being read as one."""
    return _ESCAPE_LIKE.sub("_x005F_", text)
