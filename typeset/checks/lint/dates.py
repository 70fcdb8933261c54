"""Dates: in the future, with holes, one within the other, in several forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import Place, entries
from typeset.profile.dates import PartialDate
from typeset.profile.entries import Certificate, DatedEntry, Publication, Volunteer, Work
from typeset.words import words

_GAP = 12
"""Months."""
_LONG = 6
"""Months: a shorter position within another is no surprise."""
_FOREVER = 10**6


def future(subject: Subject) -> Iterator[Remark]:
    """What begins, or is dated, after today; a position that has ended after today."""
    today = subject.today
    if today is None:
        return
    now = (today.year, today.month, today.day)
    for place in entries(subject.profile):
        entry = place.entry
        if entry.start_date and entry.start_date.first > now:
            yield Remark((*place.path, "startDate"), f"{entry.start_date} is in the future")
        elif (
            isinstance(entry, (Work, Volunteer))
            and isinstance(entry.end_date, PartialDate)
            and entry.end_date.first > now
        ):
            yield Remark((*place.path, "endDate"), f"{entry.end_date} is in the future")
        # Papers are announced before they appear, and certificates run out; prizes are won.
        date = getattr(entry, "date", None) if isinstance(entry, DatedEntry) else None
        if date and date.first > now and not isinstance(entry, (Certificate, Publication)):
            yield Remark((*place.path, "date"), f"{date} is in the future")


def gaps(subject: Subject) -> Iterator[Remark]:
    """More than a year that no position, degree or volunteering covers."""
    spans = [
        (*span, place)
        for place in entries(subject.profile)
        if place.kind in ("work", "education", "volunteer", "roles", "engagements")
        and (span := _months(place, subject))
    ]
    spans.sort(key=lambda item: item[:2])
    first_work = min((s[0] for s in spans if s[2].kind == "work"), default=_FOREVER)
    reached = None
    for start, end, place in spans:
        if reached is not None and start - reached > _GAP + 1 and reached >= first_work:
            months = start - reached - 1
            path = (*place.path, "startDate")
            yield Remark(
                path, f"nothing covers the {months} months before {place.entry.start_date}"
            )
        reached = max(reached or end, end)


def overlaps(subject: Subject) -> Iterator[Remark]:
    """A position that lies wholly within another one at another employer."""
    places = [p for p in entries(subject.profile) if p.kind == "work" and isinstance(p.entry, Work)]
    spans = [(span, place) for place in places if (span := _months(place, subject))]
    for (start, end), place in spans:
        assert isinstance(place.entry, Work)
        if end >= _FOREVER or end - start < _LONG or _is_partial(place, subject):
            continue
        for (other_start, other_end), other in spans:
            assert isinstance(other.entry, Work)
            inside = other_start < start and end < other_end and other.path != place.path
            if inside and not _is_partial(other, subject) and other.entry.name != place.entry.name:
                what = other.entry.name or other.entry.position
                yield Remark(
                    (*place.path, "startDate"), f"this lies wholly within the time at {what}"
                )
                break


def _is_partial(place: Place, subject: Subject) -> bool:
    """Whether an entry says that it was not the only occupation, or holds no dates of its own."""
    entry = place.entry
    assert isinstance(entry, Work)
    text = " ".join(
        (entry.name, entry.position, entry.description, entry.dates, entry.summary)
    ).lower()
    known = set(words(text))
    return any(
        word in (text if " " in word or "-" in word else known) for word in subject.words.partly
    )


def precision(subject: Subject) -> Iterator[Remark]:
    """A range with a month at one end and only a year at the other."""
    for place in entries(subject.profile):
        start, end = place.entry.start_date, place.entry.end_date
        if not start or not isinstance(end, PartialDate) or place.entry.dates:
            continue
        if (start.month is None) != (end.month is None):
            message = f"{start} and {end} are given in different forms"
            yield Remark((*place.path, "endDate"), message)


def forms(subject: Subject) -> Iterator[Remark]:
    """A recent entry in years where an older one has months; older ones may be vaguer."""
    by_kind: dict[str, list[Place]] = defaultdict(list)
    for place in entries(subject.profile):
        if place.kind in ("work", "education", "volunteer") and not place.entry.dates:
            by_kind[place.kind].append(place)
    for places in by_kind.values():
        starts = [place.entry.start_date for place in places]
        exact = [start.year for start in starts if start and start.month]
        for place in places:
            start = place.entry.start_date
            if start and start.month is None and exact and start.year > min(exact):
                yield Remark(
                    (*place.path, "startDate"),
                    f"{start} is a year alone, where an older entry has a month",
                )


def _months(place: Place, subject: Subject) -> tuple[int, int] | None:
    """First and last month of an entry, counted from year 0, as wide as the dates allow."""
    start, end = place.entry.start_date, place.entry.end_date
    if start is None:
        return None
    last = _FOREVER if not isinstance(end, PartialDate) else end.last[0] * 12 + end.last[1]
    return start.first[0] * 12 + start.first[1], last
