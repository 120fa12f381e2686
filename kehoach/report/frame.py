"""The frame of the report (thể thức): all above and below the body, from the sheets `Thông tin` and `Nơi nhận`."""

from datetime import date

from kehoach.assessment.model import Assessment
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.report.model import Foot, Head
from kehoach.report.sentences import say, say_text

KIND = "báo cáo"
"""The kind of document, as the columns of the sheet `Nơi nhận` call it."""
ADDRESSEE = "kính gửi"
_SUBJECT = "Kết quả thực hiện {ke_hoach}, {ky}"


def head(assessment: Assessment, signing: date) -> Head:
    """Head: number and date are the clerk's to give; month and year are those in which it is to be signed."""
    issuer, period = assessment.plan.issuer, assessment.period
    return Head(
        issuer.superior,
        issuer.name_lines,
        f"BC-{issuer.abbreviation}",
        issuer.place,
        signing.month,
        signing.year,
        KIND.upper(),
        say(assessment, "tieu_de") or say_text(assessment, _SUBJECT) or (),
        period.addressees,
        issuer_name=issuer.full_name,
    )


def foot(assessment: Assessment) -> Foot:
    """The report's foot."""
    return foot_of(assessment.plan, assessment.period, KIND, bool(assessment.period.addressees))


def foot_of(plan: Plan, period: Period, kind: str, is_addressed: bool) -> Foot:
    """Foot: addressees become one "Như trên" (Decree 30, Annex I, II.9); without any they are named like the others."""
    issuer = plan.issuer
    recipients = ["Như trên"] if is_addressed else []
    for recipient in plan.recipients:
        role = recipient.roles.get(kind, "")
        if role and not (role == ADDRESSEE and is_addressed):
            recipients.append(f"{recipient.name} {recipient.purpose}".strip())
    powers = tuple(line.strip() for line in f"{issuer.powers}\n{issuer.post}".split("\n") if line.strip())
    return Foot(tuple(recipients), powers, issuer.second_post, period.signer or issuer.signer)
