"""What one unit said, and nothing that another did (số liệu riêng của một đơn vị).

A finding often compares: a village's number with the office's, a total with a paper. So the sentences of a reply are
not the review's; they are those of a second review that has never seen another unit's values.
"""

from dataclasses import replace

from kehoach.dataset.merge import merge_submissions
from kehoach.dataset.model import SUPPLIER, Dataset
from kehoach.plan.model import Plan
from kehoach.review.model import Review
from kehoach.review.review import review_dataset
from kehoach.submission.model import Submission


def sender(submission: Submission) -> str:
    """Whose file it is: by its stamp, else by what reading it made of its name; "" where nobody knows."""
    if submission.stamp:
        return submission.stamp.unit
    return next((f.place.unit for f in submission.findings), "")


def own_dataset(dataset: Dataset, unit: str) -> Dataset:
    """The rows a unit supplied, in this period and earlier ones, and the files it sent."""
    rows = dataset.by_value[dataset.by_value[SUPPLIER] == unit]
    return replace(dataset, by_value=rows, submissions=tuple(s for s in dataset.submissions if sender(s) == unit))


def own_review(plan: Plan, review: Review, unit: str) -> Review:
    """The period's review as it would be had nobody but this unit ever sent anything."""
    own = own_dataset(review.accepted, unit)
    earlier = [replace(own, period=plan.period(code)) for code in own.receptions if code != own.period.code]
    return review_dataset(plan, merge_submissions(plan, own.period, own.submissions, earlier), review.answers)
