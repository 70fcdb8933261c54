"""Where and when a cited publication appeared: its venue, the day in it, what is said behind."""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.cited_titles import EDGES, PAGES, sentence_ends, within
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import any_of, key


def is_venue(text: str, record: Record) -> bool:
    """Whether a text is where something appeared: a name in capitals, with a year or pages.

    The year may come first: "2021, Journal of Salt".
    """
    plain = _YEAR_FIRST.sub("", unstyle(text))
    words = re.findall(r"[^\W\d_]{3,}", plain)
    capital = sum(not word[0].islower() for word in words)
    named = plain[:1].isupper() or bool(SOLID.match(plain)) or "*" in text[:1]
    dated = find_date(unstyle(text), record.vocabulary) or re.search(r"\d+\s*[(:]\s*\d", plain)
    return (
        bool(words and named and dated)
        and capital * 2 >= len(words)
        and len(words) <= _LONGEST_VENUE
    )


_LONGEST_VENUE = 24
_YEAR_FIRST = re.compile(r"^[(（]?(?:19|20)\d\d[)）]?[.,:]?\s+(?=[^\W\d_])")


def dated_venue(cited: Citation, record: Record) -> Citation:
    """The citation with the day taken from its venue, and what is said behind either."""
    venue = cited.venue.strip()
    beside = _WITH_IN_TITLE.fullmatch(cited.title)  # "Of salt (with A. Reed)"
    if beside and not cited.authors and read_names(beside[3], record).people:
        cited = replace(cited, title=beside[1], authors=f"{beside[2]} {beside[3]}")
    bare = venue.lstrip(EDGES)
    if not cited.authors and (who := _with_others(bare, record)):
        cited, venue = replace(cited, authors=who), bare[len(who) :].lstrip(", ")
    if aside := _ASIDE.match(venue):  # "*Title* (with whom). Label, 2021", "*Title*: what it is. …"
        said = (aside[1] or aside[2]).strip(" :.")
        venue = venue[aside.end() :] if aside[1] or not cited.authors else venue
        if not cited.authors:
            cited = replace(cited, authors=said)
        elif aside[1]:  # "Holm, I. *Title* (a thesis). Hill University"
            cited = replace(cited, remark=", ".join(filter(None, (said, cited.remark))))
    if held := _BRACKETED.fullmatch(venue):  # "“Salt” (paper given at Moss Days, May 4, 2017)"
        venue = held[1]
    venue, status = _without_status(venue, record)
    venue, given = without_form(venue, record)
    if _SAID.fullmatch(venue) and venue[1].islower():
        cited, venue = replace(cited, authors=f"{cited.authors} {venue}".strip()), ""
    remarks = [part for part in (cited.remark, status, given) if part]
    cited = replace(cited, remark=", ".join(remarks))
    if cited.date:
        return replace(cited, venue=_tidy(venue))
    found = _date_of(venue, record)
    if not found:
        return replace(cited, venue=_tidy(venue))
    before, after = venue[: found.begin], venue[found.finish :]
    if _DASHED.search(before):
        before, after = _DASHED.sub("", before), re.sub(r"^\s*\.\s+[–—-](?=\s)", "", after)
    bracket = before.rstrip().endswith(("(", "（")) and re.match(r"\s*[)）]", after)
    if bracket:
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    elif before.count("(") > before.count(")") and after.lstrip().startswith(")"):
        before, after = f"{before.rstrip(EDGES)})", after.lstrip()[1:]  # "(Moss Press, 2018)"
        before = before[1:-1] if before.startswith("(") and before.count(")") == 1 else before
    before = before.rstrip()
    after, remark = _behind_day(after)
    joint = ""
    if before.strip(EDGES) and after.strip(EDGES + ")"):
        spaced = bracket and after[:1] == " " and not before[-1].isdigit()
        joint = ": " if after.lstrip().startswith(":") else " " if spaced else ", "
    whole = before.rstrip(EDGES) + joint + after.lstrip(EDGES + ")")
    return replace(cited, venue=_tidy(whole), date=found, remark=remark or cited.remark)


_WITH_IN_TITLE = re.compile(r"(.*\S)\s+\(([a-zà-ÿ]{1,5})\s+([^()]+)\)", re.DOTALL)


def _with_others(venue: str, record: Record) -> str:
    """With whom it was written, before where it appeared: "with A. Reed, *Brine*"; "" for none."""
    led = _WITH.match(venue)
    if not led or within().match(venue):
        return ""
    ends = [match.start() for match in re.finditer(r",\s", venue)]
    parts = (venue[:end] for end in reversed(ends))
    return next((one for one in parts if read_names(one[led.end() :], record).people), "")


_WITH = re.compile(r"[a-zà-ÿ]{1,5}\s+(?=[^\W\d_a-zà-ÿ])")
_DASHED = re.compile(r"\s*\.\s+[–—-]\s*$")
"""What libraries put between where, when and on which pages: "Вестник. – 2020. – Т. 4"."""
_BRACKETED = re.compile(r"[(（]([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*\d[^()（）]*)[)）]\.?")
"""A venue that stands in a bracket as a whole, with its day."""


def without_form(venue: str, record: Record) -> tuple[str, str]:
    """A venue without what says how or with whom a talk was given, before it or in a bracket.

    "Moss Congress, Ely (poster; with A. Reed)"; what is short for the venue stays: "(MOSSCON)".
    """
    led = _LED.fullmatch(venue.lstrip(EDGES))
    if led and _is_form(led[1], record) and not _ONE_WORD.match(led[2]):
        return led[2], led[1]  # "talk, Moss Days, Ely"; what has no name was there: "talk, Ely"
    match = _GIVEN.fullmatch(venue)
    if not match or not (match[2][0].islower() or _is_form(match[2], record)):
        return venue, ""
    return match[1], match[2]


_LED = re.compile(r"([^\W\d_][^,.;:()\d*]{2,30}),\s+([^\W\d_a-zà-ÿ].*)")


_ONE_WORD = re.compile(r"\w[a-zà-ÿ]+\W*(?:$|[^,]*\d[^,]*$)")


_SAID = re.compile(r"[(（][^()（）\d]+[)）]")
"""No venue, but what is said of a publication: "(with A. Reed)" alone behind its title."""


def _is_form(text: str, record: Record) -> bool:
    return key(re.split(r"[,;]", text)[0]) in record.vocabulary["talk_forms"]


_GIVEN = re.compile(r"(.*[^\s(（])\s*[(（]([^\W\d_][^()（）\d]*)[)）]\.?")


def _without_status(venue: str, record: Record) -> tuple[str, str]:
    """A venue without how far the publication is ("Nature. In press."), and this."""
    asides = (match.end() for match in _ASIDES.finditer(venue))
    for at in (0, *(end for _, end in sentence_ends(venue)), *asides):
        status = venue[at:].strip(" .,;()[]")
        if key(status) in record.vocabulary["statuses"]:
            return venue[:at].rstrip(" ,;([."), status
    return venue, ""


_ASIDES = re.compile(r"[,;]\s+|\s[(\[]")


_ASIDE = re.compile(
    r"([(（][^()（）\d]+[)）])\s*[.,;、，]\s*(?=[^\W\d_a-zà-ÿ])"
    r"|(:?\s*[a-zà-ÿ][^.]*(?:\.\s[^.]+)*)\.\s+(?=[^\W\d_a-zà-ÿ][^.]*$)"
)


def _behind_day(text: str) -> tuple[str, str]:
    """What follows a day: volume and pages, which are the venue's, and what else is said."""
    venue = ""
    while text and PAGES.match(text):
        ends = sentence_ends(text)
        cut = ends[0] if ends else (len(text), len(text))
        venue, text = f"{venue} {text[: cut[0]]}" if venue else text[: cut[0]], text[cut[1] :]
    if venue:
        return venue, text.strip()
    ends_here = re.match(r"\s*[.;](?=\s|$)|\s+(?=[(（])", text)
    return ("", text[ends_here.end() :].strip()) if ends_here else (text, "")


def _date_of(venue: str, record: Record) -> DateFound | None:
    """The day of a venue: in brackets, or else the last that is no range and opens no name."""
    found: list[DateFound] = []
    at = 0
    while one := find_date(venue[at:], record.vocabulary):
        one = replace(one, begin=one.begin + at, finish=one.finish + at)
        at = one.finish
        around = venue[: one.begin].rstrip()[-1:] + venue[one.finish :].lstrip()[:1]
        if around in ("()", "（）"):
            return one
        month = re.match(r"\d\d/", one.text) and venue[: one.begin].endswith(", ")
        issue = re.fullmatch(r"\d{1,2}/((?:19|20)\d\d)", one.text)
        if issue and not month:  # "Salt Monthly 3/2019": no month of that year
            found.append(DateFound(issue[1], issue[1], one.finish, one.finish, one.text))
            continue
        named = re.match(r"\s+[^\W\d_]", venue[one.finish :])
        years = one.start != one.end and len(one.start) == len("2021")
        pages = years or re.search(r"(?:(?<!\. )[–—-]|\bpp?\.?|\bS\.)\s*$", venue[: one.begin])
        if not named and not pages and not re.search(r"[/\w]$", venue[: one.begin]):
            found.append(_with_weekday(one, venue, record))
    return found[-1] if found else None


def _with_weekday(found: DateFound, venue: str, record: Record) -> DateFound:
    days = any_of(record.vocabulary, "weekdays")
    match = re.search(rf"(?i)\b(?:{days})\.?,?\s+$", venue[: found.begin]) if days else None
    if not match:
        return found
    return replace(
        found, begin=match.start(), text=venue[match.start() : found.finish], verbatim=True
    )


def _tidy(text: str) -> str:
    """A venue without the marks at its ends."""
    text = text.strip(EDGES.replace(".", ""))
    return re.sub(r"(?<!\b[^\W\d_])(?<!\.)\.$", "", text.lstrip(". "))
