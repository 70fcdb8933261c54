"""Entries as JSON Resume has them: each word under one of the kind's own keys.

What a kind has no key for: a place is said after the organisation's name, all other words
join the kind's text (`Shape.text`); where it has none, they are left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from typeset.document.markdown import plain, rich
from typeset.exporters.exported import Account
from typeset.exporters.json_keys import KEYS, with_own_empties
from typeset.profile.dates import PartialDate
from typeset.profile.entries import Entry, Highlight
from typeset.profile.fields import PRESENT

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """Which of a kind's own keys take what it has no key for.

    `organisation` takes a place, `text` (a text, or the list `courses`) all other words,
    `day` is the key of its one date; "" where there is none.
    """

    keys: tuple[str, ...]
    organisation: str
    text: str
    day: str


def _shape(kind: str, organisation: str, text: str, day: str = "") -> Shape:
    return Shape(KEYS[kind], organisation, text, day)


SHAPES: dict[str, Shape] = {
    "work": _shape("work", "name", "summary"),
    "volunteer": _shape("volunteer", "organization", "summary"),
    "education": _shape("education", "institution", "courses"),
    "awards": _shape("awards", "awarder", "summary", "date"),
    "certificates": _shape("certificates", "issuer", "", "date"),
    "publications": _shape("publications", "publisher", "summary", "releaseDate"),
    "projects": _shape("projects", "entity", "description"),
}
"""The kinds whose entries have dates."""

_DATES = frozenset({"startDate", "endDate", "date", "releaseDate"})
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)


def web_address(url: str) -> str:
    """A URI, which the schema asks for: a bare `example.org/me` gets its scheme."""
    return f"https://{url}" if _HOST.fullmatch(url) else url


def entry_data(entry: Entry, kind: str, path: str, account: Account) -> Data:
    """One entry under the keys of its kind. Roles and engagements are not looked at."""
    shape = SHAPES[kind]
    given: Data = entry.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    made = {key: given[key] for key in shape.keys if key in given}
    if "url" in made:
        made["url"] = web_address(made["url"])
    if "highlights" in made:
        made["highlights"] = list(_bullets(entry.highlights))
    dates, said = _dates(entry, shape, given.get(shape.day))
    made = {key: text for key, text in made.items() if key not in _DATES} | dates
    before, after = [("dates", said)], []
    if entry.location and "location" not in shape.keys:
        if made.get(shape.organisation):
            made[shape.organisation] += f", {entry.location}"
            account.moved(f"{path}.location", f"in {shape.organisation}")
        else:
            before.append(("location", entry.location))
    if "url" not in shape.keys:
        before.append(("url", entry.url))
    if "summary" not in shape.keys:
        after.append(("summary", entry.summary))
    if "highlights" not in shape.keys:
        bullets = list(_bullets(entry.highlights))
        listed = bullets if shape.text in ("", "courses") else _as_list(bullets)
        after += [("highlights", text) for text in listed]
    _add_texts(made, shape, [*_told(before)], [*_told(after)], path, account)
    return with_own_empties(entry, kind, made)


def _told(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((key, text) for key, text in texts if text)


def _add_texts(
    made: Data,
    shape: Shape,
    before: list[tuple[str, str]],
    after: list[tuple[str, str]],
    path: str,
    account: Account,
) -> None:
    """Words without a key of their own into the kind's text, around what stands there."""
    if not shape.text:
        for key, text in (*before, *after):
            account.left_out(f"{path}.{key}", text)
        return
    if not (before or after):
        return
    for key in dict.fromkeys(key for key, _ in (*before, *after)):
        account.moved(f"{path}.{key}", f"in {shape.text}")
    own = made.get(shape.text)
    texts = [text for _, text in before]
    texts += own if isinstance(own, list) else [own] if own else []
    texts += [text for _, text in after]
    made[shape.text] = texts if shape.text == "courses" else "\n\n".join(texts)


def _dates(entry: Entry, shape: Shape, day: str | None) -> tuple[Data, str]:
    """The date keys, and in words what they do not say."""
    start, end = entry.start_date, entry.end_date
    words = " – ".join(str(date) for date in dict.fromkeys((start, end)) if date)
    if found := _impossible(entry.dates, shape.day):
        return found, ""
    if not shape.day:
        if (entry.dates and not end) or (end == PRESENT and not start):
            # Without an end it would read as ongoing, which the author's words may not say.
            return {}, entry.dates or words
        dates = {"startDate": start, "endDate": None if end == PRESENT else end}
        return _valid(dates, [entry.dates])
    if day:
        return _valid({shape.day: PartialDate.parse(day)}, [words, entry.dates])
    one = start or (end if isinstance(end, PartialDate) else None)
    is_one = not (start and end) or start == end
    return _valid({shape.day: one}, ["" if is_one else words, entry.dates])


_PATTERN = r"[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?"
_WRITTEN = re.compile(rf"({_PATTERN})?(?: ?– ({_PATTERN}))?")


def _impossible(said: str, day: str) -> Data:
    """The date keys of words that are dates by the schema's pattern and can be none.

    Such are a 31st of June, or an end before its start; a profile has them as words.
    """
    match = _WRITTEN.fullmatch(said)
    start, end = match.groups() if match else (None, None)
    try:
        first, last = (PartialDate.parse(text) if text else None for text in (start, end))
    except ValueError:
        pass
    else:
        if not (first and last) or first.first <= last.last:
            return {}
    keys = {day: start} if day and not end else {"startDate": start, "endDate": end}
    return {key: text for key, text in keys.items() if text}


def _valid(dates: Mapping[str, PartialDate | str | None], said: list[str]) -> tuple[Data, str]:
    """Dates of the years that the schema's pattern allows; others are said in words."""
    made = {key: str(date) for key, date in dates.items() if date}
    kept = {key: text for key, text in made.items() if text[0] in "12"}
    said = [text for key, text in made.items() if key not in kept] + said
    return kept, ", ".join(filter(None, said))


def _bullets(items: Iterable[Highlight]) -> Iterator[str]:
    """Bullets and paragraphs in order, each a text; what stands below one follows it."""
    for item in items:
        yield item.prose or _joined(item.lead, item.text)
        yield from _bullets(item.children)


def _joined(lead: str, text: str) -> str:
    """A lead before its text, with the mark that the document would set between them."""
    if lead and text and plain(rich(lead))[-1:].isalnum():
        lead += "." if text[0].isupper() else ":"
    return f"{lead} {text}".strip()


def _as_list(bullets: list[str]) -> list[str]:
    """A Markdown list, as one text."""
    return ["\n".join(f"- {bullet}" for bullet in bullets)] if bullets else []
