"""Positions as JSON Resume has them: one after another, each with its employer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typeset.exporters.exported import Account
from typeset.exporters.json_entries import entry_data
from typeset.profile.dates import PartialDate
from typeset.profile.entries import Work
from typeset.profile.fields import PRESENT

Data = dict[str, Any]

_SHARED = ("name", "location", "url")
"""What roles have of their employer."""


def positions(work: Work, path: str, account: Account, employer: str = "") -> Iterator[Data]:
    """One position, or for promotions each role, then the engagements below it.

    The employer stands before its roles only where it says what they do not.
    """
    own = entry_data(work, "work", path, account)
    if employer and not work.name:
        own = {"name": employer, **own}
    shared = {key: own[key] for key in _SHARED if key in own}
    roles = [
        entry_data(role, "work", f"{path}.roles[{index}]", account)
        for index, role in enumerate(work.roles)
    ]
    implied = {key for key in _SHARED if any(key not in role for role in roles)}
    implied |= {"startDate", "endDate"} if _spanned(work) else set()
    said = {key for key, value in own.items() if value}
    if own and not (work.roles and said <= implied):
        yield own
    yield from ({**shared, **role} for role in roles)
    for index, engagement in enumerate(work.engagements):
        below = f"{path}.engagements[{index}]"
        yield from positions(engagement, below, account, own.get("name", ""))
    for key in ("roles", "engagements"):
        if getattr(work, key):
            account.moved(f"{path}.{key}", "in positions of their own")


def _spanned(work: Work) -> bool:
    """Whether the roles' dates begin and end with the employer's, which then say nothing more."""
    roles = work.roles
    if work.dates or any(role.dates or not role.start_date for role in roles):
        return False
    starts = [role.start_date for role in roles if role.start_date]
    ends = [role.end_date for role in roles if isinstance(role.end_date, PartialDate)]
    if not starts:
        return False
    first = min(starts, key=lambda date: date.first)
    if len(ends) < len(roles):  # one of them goes on
        return work.start_date == first and work.end_date in (None, PRESENT)
    last = max(ends, key=lambda date: date.last)
    return (work.start_date, work.end_date) == (first, last)
