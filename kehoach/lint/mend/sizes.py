"""Sizes put right (cỡ chữ): what lies outside of the decree's range, and sizes that do not go together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kehoach.lint.mend.element import set_size
from kehoach.lint.paragraph import Line, Run, lines_of
from kehoach.lint.parts import Parts
from kehoach.word.standard import BODY_SIZES, LOOKS, Component

_PAIRED = (Component.NATION, Component.MOTTO, Component.SUPERIOR, Component.ISSUER, Component.DATE_LINE)
_NAMES = {
    Component.NATION: "Quốc hiệu",
    Component.MOTTO: "Tiêu ngữ",
    Component.SUPERIOR: "cơ quan chủ quản",
    Component.ISSUER: "cơ quan ban hành",
    Component.NUMBER: "số, ký hiệu",
    Component.DATE_LINE: "địa danh, ngày tháng",
    Component.KIND: "tên loại",
    Component.SUBJECT: "trích yếu",
    Component.ADDRESSEE: "Kính gửi",
    Component.BASIS: "căn cứ",
    Component.BODY: "nội dung",
    Component.POWERS: "chức vụ",
    Component.SIGNER: "họ tên người ký",
    Component.RECIPIENTS: "Nơi nhận",
    Component.RECIPIENT: "dòng nơi nhận",
    Component.ANNEX_NUMBER: "phụ lục",
    Component.ANNEX_TITLE: "tên phụ lục",
    Component.ANNEX_REFERENCE: "dòng kèm theo",
}


def fit_sizes(parts: Parts) -> Iterator[str]:
    """Every element in the size that goes with the body's; what one run shares with another element stays."""
    low, high = LOOKS[Component.BODY].allowed
    body = parts.body_size if low <= parts.body_size <= high else float(BODY_SIZES[parts.body_size < low])
    profile = 0 if body > BODY_SIZES[1] else 1
    own = _own_runs(_elements(parts))
    paired = {run.size == LOOKS[c].sizes[profile] for c in _PAIRED for run in own[c]}
    for component, its in own.items():
        look = LOOKS[component]
        wanted = body if component is Component.BODY else look.sizes[profile]
        breaks_pair = component in _PAIRED and False in paired
        runs = [r for r in its if r.size != wanted and (breaks_pair or _is_wrong(r, component, look.allowed))]
        for run in runs:
            set_size(run.element, wanted)
        if runs:
            yield f"Cỡ chữ: {_NAMES[component]} thành {wanted:g} ở {len(runs)} chỗ."


def _is_wrong(run: Run, component: Component, allowed: tuple[float, float]) -> bool:
    return component is Component.BODY or not allowed[0] <= run.size <= allowed[1]


def _own_runs(elements: Mapping[Component, Sequence[Line]]) -> dict[Component, list[Run]]:
    """The runs of each element that no other has a part in, as agency and Quốc hiệu with a tab between have."""
    runs = {c: [r for line in lines for r in line.visible if not r.is_raised] for c, lines in elements.items()}
    owners = Counter(element for its in runs.values() for element in {r.element for r in its})
    return {c: [r for r in its if owners[r.element] == 1] for c, its in runs.items()}


def _elements(parts: Parts) -> dict[Component, Sequence[Line]]:
    """The lines of each element of the document."""
    head, foot = parts.head, parts.foot
    addressed = [p for p in (parts.addressee, *parts.addressees) if p]
    return {
        Component.NATION: [line for line in [head.nation] if line],
        Component.MOTTO: [line for line in [head.motto] if line],
        Component.SUPERIOR: head.superior,
        Component.ISSUER: head.issuer,
        Component.NUMBER: [line for line in [head.number] if line],
        Component.DATE_LINE: [line for line in [head.date] if line],
        Component.KIND: [line for line in [parts.kind] if line],
        Component.SUBJECT: parts.subject,
        Component.ADDRESSEE: [line for p in addressed for line in lines_of(p)],
        Component.BASIS: [line for p in parts.bases for line in lines_of(p)],
        Component.BODY: [line for p in parts.flow if not parts.of_table(p) for line in lines_of(p)],
        Component.POWERS: foot.posts if foot else (),
        Component.SIGNER: [line for line in [foot.name if foot else None] if line],
        Component.RECIPIENTS: [line for line in [foot.label if foot else None] if line],
        Component.RECIPIENT: foot.listed if foot else (),
        Component.ANNEX_NUMBER: [line for annex in parts.annexes for line in lines_of(annex.start)[:1]],
        Component.ANNEX_TITLE: [line for annex in parts.annexes for line in annex.title],
        Component.ANNEX_REFERENCE: [line for annex in parts.annexes for line in annex.reference],
    }
