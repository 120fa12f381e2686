"""The frame of a công văn to the units (thể thức công văn): symbol, addressees, Nơi nhận, as Decree 30 wants them."""

from collections.abc import Sequence
from datetime import date

from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.coverage import ends
from kehoach.report.frame import ADDRESSEE, foot_of
from kehoach.report.model import Annex, Block, Foot, Head, Paragraph, Report

KIND = "công văn"
"""The kind of document, as the columns of the sheet `Nơi nhận` call it."""
ARCHIVE, CLERK = "Lưu:", "VT"


def official_letter(
    plan: Plan,
    period: Period,
    purpose: str,
    subject: str,
    addressees: Sequence[str],
    blocks: Sequence[Block],
    last: str,
    day: date,
    annexes: Sequence[Annex] = (),
) -> Report:
    """The letter, number and date blank; `purpose` tells it from the period's other letters, `day` is its month."""
    issuer = plan.issuer
    foot = _foot(plan, period)
    head = Head(
        issuer.superior,
        issuer.name_lines,
        f"{issuer.abbreviation}-{_drafting_unit(foot)}",
        issuer.place,
        day.month,
        day.year,
        "",
        (subject,),
        tuple(addressees),
        issuer_name=issuer.full_name,
    )
    return Report(
        head,
        (*blocks, Paragraph("ket", ends((last,), "./."))),
        foot,
        tuple(annexes),
        {"plan": plan.issuer.plan_id, "period": period.code, "kind": f"{KIND} {purpose}"},
        day,
        body_size=issuer.body_size,
        is_paper=issuer.is_paper,
        author=issuer.full_name,
        keywords=(issuer.plan_number, period.code),
    )


def usual_addressees(plan: Plan) -> tuple[str, ...]:
    """Whom the sheet `Nơi nhận` names as the addressees of a công văn."""
    return tuple(r.name for r in plan.recipients if r.roles.get(KIND) == ADDRESSEE)


def names_drafter(plan: Plan, period: Period) -> bool:
    """Whether the line `Lưu:` says which unit drafts the letters; their symbol ends in it."""
    return _drafting_unit(_foot(plan, period)) != CLERK


def _foot(plan: Plan, period: Period) -> Foot:
    """A letter always has addressees, and is always filed: without a line for it, with the clerk."""
    foot = foot_of(plan, period, KIND, is_addressed=True)
    if any(name.startswith(ARCHIVE) for name in foot.recipients):
        return foot
    filed = next((r.name for r in reversed(plan.recipients) if r.name.startswith(ARCHIVE)), f"{ARCHIVE} {CLERK}")
    return Foot((*foot.recipients, filed), foot.powers, foot.second_post, foot.signer)


def _drafting_unit(foot: Foot) -> str:
    """A công văn is numbered "cơ quan-đơn vị soạn thảo" (Annex I, II.3.b): the unit that keeps a copy. The clerk's
    office where none does.
    """
    filed = foot.recipients[-1].removeprefix(ARCHIVE).partition("(")[0]
    keepers = [k for part in filed.split(",") if (k := part.strip(" .;")) and k != CLERK]
    return next((k for k in keepers if k.isalnum() and k.isupper()), CLERK)
