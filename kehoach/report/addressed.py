"""Whom a report is sent to that is no more (nơi nhận không còn): bodies of a level, or names, that a law ended."""

from collections.abc import Iterator
from datetime import date

from kehoach.finding import Finding, Place
from kehoach.plan.catalogue.read import gone_body
from kehoach.plan.mistakes import GONE_RECIPIENT
from kehoach.plan.sheets import PERIODS, RECIPIENTS
from kehoach.report.model import Report
from kehoach.vi.dates import print_date


def gone_recipients(report: Report, file: str, day: date) -> tuple[Finding, ...]:
    """A finding for each addressee and recipient that is no more on the day of signing."""
    addressees, recipients = report.head.addressees, report.foot.recipients
    places = (*((name, PERIODS.name) for name in addressees), *((name, RECIPIENTS.name) for name in recipients))
    return tuple(finding for name, sheet in places for finding in _gone(name, Place("", file, sheet), day))


def _gone(name: str, place: Place, day: date) -> Iterator[Finding]:
    if body := gone_body(name, day):
        yield GONE_RECIPIENT.at(place, name, day=print_date(day), since=print_date(body.since), now=body.now)
