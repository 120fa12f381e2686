"""The foot of the document (cuối văn bản): recipients at the left, signature at the right, on one page.

In: `report.model.Foot`. Out: flow. Boxes 7 and 9b of Annex I; one row that cannot break, so that "Nơi nhận:" stands
level with the first line of the signature (II.9.d).
"""

from kehoach.report.model import Foot
from kehoach.word.head import dashed
from kehoach.word.markup import PLAIN, Flow, Layout, block, cell, clean, paragraph, row, table, twips
from kehoach.word.standard import FOOT_SHARES, HEAD_GAP, PAGE, SIGNATURE_LINES, Component
from kehoach.word.styles import FRAME


def foot_flow(foot: Foot) -> Flow:
    """Recipients and signature."""
    left, right = (twips(PAGE.text_width() * share) for share in FOOT_SHARES)
    return table(FRAME, (left, right), (row((cell(left, _recipients(foot)), cell(right, _signature(foot)))),))


def _recipients(foot: Foot) -> Flow:
    yield paragraph(Component.RECIPIENTS, "Nơi nhận:", Layout(before=HEAD_GAP))
    for number, line in enumerate(dashed(foot.recipients), 1):
        yield block(f"cuoi.noi_nhan.{number}", Component.RECIPIENT, (line,))


def _signature(foot: Foot) -> Flow:
    for number, line in enumerate(foot.powers, 1):
        layout = Layout(before=HEAD_GAP) if number == 1 else PLAIN
        yield block(f"cuoi.quyen_han.{number}", Component.POWERS, (clean(line).upper(),), layout)
    yield from (paragraph(Component.POWERS) for _ in range(SIGNATURE_LINES))
    if foot.second_post:
        yield block("cuoi.chuc_vu", Component.POWERS, (clean(foot.second_post).upper(),))
    yield block("cuoi.nguoi_ky", Component.SIGNER, (foot.signer,))
