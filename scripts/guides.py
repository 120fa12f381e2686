"""The docs as pages for a browser (hướng dẫn đọc ngoại tuyến): an offline Windows has nothing that shows Markdown.

Knows what our docs use and nothing else: headings, paragraphs, lists, tables, fences, links, pictures, bold, italics,
code.
"""

import html
import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
FOR_OFFICERS = ("tu-ke-hoach-den-bao-cao", "hoi-dap", "cai-dat-windows", "ma-kiem-tra")
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>
body {{ font: 17px/1.5 "Segoe UI", Arial, sans-serif; max-width: 900px; margin: 1.5em auto; padding: 0 1em; }}
pre {{ background: #f3f3f3; padding: .7em; white-space: pre-wrap; font-size: 14px; }}
code {{ background: #f3f3f3; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #bbb; padding: .3em .6em; vertical-align: top; text-align: left; }}
img {{ max-width: 100%; }}
</style></head><body>
{body}
</body></html>
"""
_BLOCKS = re.compile(r"^```\w*\n(.*?)^```$|^((?:[^\n]+\n?)+)", re.M | re.S)
_CODE = re.compile(r"(`[^`]+`)")
_MARKS = (
    (re.compile(r"!\[([^\]]*)\]\(([^)]+)\)"), r'<img alt="\1" src="\2">'),
    (re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)]+?)\.md\)"), r'<a href="\2.html">\1</a>'),
    (re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*", re.S), r"<strong>\1</strong>"),
    (re.compile(r"(?<!\w)\*(\S.*?)\*", re.S), r"<em>\1</em>"),
)


def write_guides(folder: Path) -> None:
    """The officer's pages with their pictures, and the sheet for village heads."""
    folder.mkdir(parents=True)
    for name in FOR_OFFICERS:
        page = as_page((DOCS / f"{name}.md").read_text(encoding="utf-8"))
        (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")
        for picture in re.findall(r'(?:src|href)="([\w-]+\.(?:png|docx))"', page):
            shutil.copyfile(DOCS / picture, folder / picture)


def as_page(text: str) -> str:
    """A page of Markdown as HTML."""
    text = re.sub(r"^<!-- .*? -->\n", "", text, flags=re.M)
    title = text.splitlines()[0].removeprefix("# ")
    return _PAGE.format(title=html.escape(title), body="\n".join(_blocks(text)))


def _blocks(text: str) -> Iterator[str]:
    for block in _BLOCKS.finditer(text):
        if block[1] is not None:
            yield f"<pre>{html.escape(block[1], quote=False)}</pre>"
        else:
            yield _block(block[2].rstrip())


def _block(text: str) -> str:
    if heading := re.fullmatch(r"(#+) (.+)", text):
        return f"<h{len(heading[1])}>{_inline(heading[2])}</h{len(heading[1])}>"
    if text.startswith("|"):
        return _table(text.splitlines())
    if item := re.match(r"- |\d+\. ", text):
        kind = "ul" if item[0] == "- " else "ol"
        items = re.split(r"^(?:- |\d+\. )", text, flags=re.M)[1:]
        return f"<{kind}>" + "".join(f"<li>{_inline(i.strip())}</li>" for i in items) + f"</{kind}>"
    return f"<p>{_inline(text)}</p>"


def _table(lines: list[str]) -> str:
    head, _, *rows = ([_inline(cell.strip()) for cell in line.strip("|").split("|")] for line in lines)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return "<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head) + f"</tr>{body}</table>"


def _inline(text: str) -> str:
    """Marks within a line; what is code stays as it is."""
    parts = []
    for is_code, group in groupby(_CODE.split(text), lambda part: part.startswith("`")):
        parts += [_code(part) if is_code else html.escape(part, quote=False) for part in group]
    return _marked("".join(parts))


def _code(part: str) -> str:
    return f"<code>{html.escape(part[1:-1], quote=False)}</code>"


def _marked(text: str) -> str:
    for pattern, shown in _MARKS:
        text = pattern.sub(shown, text)
    return text
