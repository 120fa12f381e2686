"""Slips of the plan itself (lỗi trong kế hoạch): what the officer should put right before the next copy is signed."""

from kehoach.finding import Finding
from kehoach.plan.signed.model import SignedPlan


def slips_of(plan: SignedPlan) -> tuple[Finding, ...]:
    """Every slip, in the order of the plan."""
    return ()
