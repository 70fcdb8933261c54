"""A post among whose clients it stands: "*Developer*, 2018 – 2021" over "*Moss Bank* (2019)"."""

from __future__ import annotations

from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date
from typeset.profile.fields import PRESENT

_FEWEST = 2


def with_clients(entry: RawEntry, record: Record) -> None:
    """Make what seem to be roles at an employer its one role and the clients within its time.

    The first names a role and lasted as long as all the others, of which none names one.
    """
    first, *others = entry.inner or [entry]
    if not entry.employer or len(others) < _FEWEST or _date(entry, record):
        return
    held, *dates = [_date(one, record) for one in entry.inner]
    if not held or not _tells_role(first, record):
        return
    if any(_tells_role(one, record) for one in others):
        return
    if not all(date and _is_within(date, held) for date in dates):
        return
    record.choose(entry.line, "clients-of-post", others[0].head[0][1], "a client")
    entry.head += first.head
    entry.body += first.body
    entry.inner, entry.employer = others, False


def _date(entry: RawEntry, record: Record) -> DateFound | None:
    found = (find_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in entry.head)
    return next(filter(None, found), None)


def _tells_role(entry: RawEntry, record: Record) -> bool:
    """Whether the first line of a head names a role, its date apart."""
    text = unlink(unstyle(entry.head[0][1]))[0]
    found = find_date(text, record.vocabulary)
    title = text[: found.begin].rstrip(" ,(|–—-") if found and found.begin else text
    return names("roles", title, record) or ends_like_role(title, record)


def _is_within(date: DateFound, whole: DateFound) -> bool:
    """Whether a date lies in another, as far as both are known: "2019" in "2018-09 – 2021"."""
    begin = min(len(date.start), len(whole.start))
    if not date.start or date.start[:begin] < whole.start[:begin]:
        return False
    if PRESENT in (date.end, whole.end):
        return whole.end == PRESENT
    end = min(len(date.end), len(whole.end))
    return date.end[:end] <= whole.end[:end]
