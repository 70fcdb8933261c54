"""The line of a letter that says where and when it was written: "Lyon, le 2 février 2026"."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_points import alternatives
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

LABELLED = re.compile(r"([^:：]{1,24})\s*[:：]\s*(.+)", re.DOTALL)
"""A label of a letter's head, and what follows it: "Subject: …", "Date: …"."""
_BLANK = re.compile(r"\\?\[([^\[\]]+?)\\?\]|\{\{\s*(\w+)\s*\}\}")
_TODAY = re.compile(r"\\today(?:\{\})?$")
_SHORT_DAY = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,:]{2,30}),\s+)?(?P<day>(?:[^\W\d_]{2,5}\s+)?\d{1,2}([./])\d{1,2}\3\d\d)"
)
"""A day whose year has two digits, alone or after a place: "Bern, den 15.3.24"."""
_WRITTEN_DAY = re.compile(
    r"[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日"
)
"""A day whose numbers are words: "二〇二六年四月十四日"."""
_PLACE_BEHIND = re.compile(r"[^\W\d_]{1,3} [^\W\d_a-z][^\d,:]{1,30}")
"""Where a letter was written, behind the day: "Le 9 mai 2026, à Sète"."""
_CLOCK = re.compile(
    r",?\s*(?:\S{1,3}\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[+-]\d{4}|[A-Z]{2,4})\)?)*",
    re.IGNORECASE,
)
"""The time of day behind the date of an e-mail."""


def day_of(text: str, record: Record) -> tuple[str, str] | None:
    """Place and date of a line that is a date, perhaps after a place; None for other lines."""
    plain = unstyle(text).strip()
    found = find_date(plain, record.vocabulary)
    if (today := _TODAY.search(plain)) and len(plain.split()) <= 4:
        return plain[: today.start()].strip(" ,"), "today"
    if (blank := _BLANK.search(plain)) and _is_blank_date(blank, record):
        place, comma, word = plain[: blank.start()].rpartition(",")
        articles = record.vocabulary["day_articles"]
        if blank.end() == len(plain) and (not word.strip() or (comma and key(word) in articles)):
            return place.strip(), f"{word.strip()} {blank[0]}".strip()
    if not found and (short := _SHORT_DAY.fullmatch(plain)):
        return short["place"] or "", short["day"]
    if not found and _WRITTEN_DAY.fullmatch(plain):
        return "", plain
    if (told := LABELLED.fullmatch(plain)) and _is_day_in_words(told, record):
        record.use_label(0, told[1], "labels.dates")
        return "", told[2].strip()
    if not found or len(plain.split()) > 9 or found.start != found.end or len(found.start) < 7:
        return None
    before, after = plain[: found.begin].strip(), plain[found.finish :].strip(" .,")
    if behind := _PLACE_BEHIND.fullmatch(after):
        at, _, place = behind[0].partition(" ")
        if key(at) in record.vocabulary["place_articles"] and key(before) in {
            "",
            *record.vocabulary["day_articles"],
        }:
            record.use_label(0, at, "place_articles")
            return place, f"{before} {plain[found.begin : found.finish].strip()}".strip()
    match = LABELLED.fullmatch(plain)
    labelled = match and (
        record.vocabulary.label(match[1]) == "dates" or key(match[1]) in record.vocabulary["sent"]
    )
    if after and not (labelled and _CLOCK.fullmatch(plain[found.finish :])):
        return None
    if match and labelled:
        sent = key(match[1]) in record.vocabulary["sent"]
        record.use_label(0, match[1], "sent" if sent else "labels.dates")
        before = plain[match.start(2) : found.begin].strip()
    written = plain[found.begin :] if after else plain[found.begin : found.finish].strip()
    # The article of a date ("le", "den", "a") stays with it.
    words = alternatives(record.vocabulary["day_articles"])
    days = alternatives(record.vocabulary["weekdays"])
    day = rf"(?:(?:{words})\s+)?(?:{days})\b[.,]?\s*(?:(?:{words})\s*)?|(?:{words})\s*"
    article = re.search(rf"(?:^|[,،\s])({day})$", before, re.IGNORECASE)
    if article:
        written = f"{article[1].strip()} {written}"
        before = before[: article.start(1)]
    return before.strip(" ,،，、|·–—-"), written


def is_day(text: str, record: Record) -> bool:
    """Whether a line is a day, perhaps after a place; nothing is recorded of it."""
    mark = record.mark()
    found = day_of(text, record)
    record.reset(mark)
    return found is not None


def _is_day_in_words(told: re.Match[str], record: Record) -> bool:
    """Whether a label of dates has a day without a year behind it: "Date: 3rd of November"."""
    day = re.fullmatch(r"\d{1,2}[^\W\d_]{0,3}\.?\s[^\d,]{2,24}", told[2].strip())
    return bool(day) and record.vocabulary.label(told[1]) == "dates"


def _is_blank_date(blank: re.Match[str], record: Record) -> bool:
    """Whether a placeholder is one of a day: "[Date]", "[Today's Date]", "{{ date }}"."""
    inner = blank[1] or blank[2]
    words = [inner, *inner.split()[:1], *inner.split()[-1:]]
    return any(record.vocabulary.column(word) == "dates" for word in words if len(word) > 3)


def labelled_place(text: str, record: Record) -> str:
    """The town of a line that is labelled as one: "Place: Ely"; "" for others, and for a street."""
    match = LABELLED.fullmatch(unstyle(text).strip())
    if not match or record.vocabulary.label(match[1]) != "location" or re.search(r"\d", match[2]):
        return ""
    record.use_label(0, match[1], "labels.location")
    return match[2].strip()
