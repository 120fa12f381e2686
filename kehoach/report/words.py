"""Words of the plan and the period (chữ của kế hoạch) that sentences and titles may hold: `placeholder.WORDS`."""

from collections.abc import Mapping
from datetime import date

from kehoach.assessment.model import Assessment
from kehoach.plan.model import Period, Plan
from kehoach.vi.dates import print_date


def plan_word(assessment: Assessment, word: str) -> str:
    """What stands for one of `placeholder.WORDS`; "" where the plan does not say."""
    period = assessment.period
    since = period.start if assessment.not_on_file else period.cumulative_from
    return plan_words(assessment.plan, period, since).get(word, "")


def plan_words(plan: Plan, period: Period, since: date) -> Mapping[str, str]:
    """All of `placeholder.WORDS`; `since` is the first day of what is told."""
    issuer = plan.issuer
    return {
        "nam": str(issuer.year),
        "nam_truoc": str(issuer.year - 1),
        "nam_sau": str(issuer.year + 1),
        "xa": issuer.commune,
        "ban": issuer.full_name,
        "ke_hoach": f"Kế hoạch số {issuer.plan_number} ngày {print_date(issuer.plan_date)}{_amended(plan, period)}",
        "ten_ke_hoach": issuer.plan_title,
        "ky": period.name,
        "ky_sau": next_name(plan, period),
        "tu_ngay": print_date(since),
        "den_ngay": print_date(period.cutoff),
        "yeu_cau": period.request,
    }


def _amended(plan: Plan, period: Period) -> str:
    """ " (được sửa đổi, bổ sung tại Kế hoạch số 51/KH-UBND ngày 10/7/2026)"; "" where nothing in force is amended."""
    documents = plan.amendments(period)
    return f" (được sửa đổi, bổ sung tại {', '.join(documents)})" if documents else ""


def next_name(plan: Plan, period: Period) -> str:
    """The next period's name; after the last, the next year."""
    later = plan.after(period)
    return later[0].name if later else f"năm {plan.issuer.year + 1}"
