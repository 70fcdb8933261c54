"""Publications as libraries cite them: authors, title, where it appeared, when.

`Holm, I. (2021). Title. *Venue*, 4(2), 1–9.` (APA), `I. Holm, "Title," *Venue*, 2021.` (IEEE, MLA),
`Holm I. Title. Venue. 2021;4:1-9.` (Vancouver), `Holm, Ida. *Title*. Town: Press, 2021.` (Chicago),
`Холм И. Название // Журнал. 2021.` (GOST), `霍某. 题目[J]. 期刊, 2021.` (GB/T 7714), and
`Title. Venue, 2021`.
What has none of these forms is no citation, and stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import WORK, names
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.cited_links import take_lead, take_links
from typeset.importers.text.items.cited_titles import (
    EDGES,
    ITALIC,
    bare_title,
    mask,
    sentence_ends,
    title_and_venue,
    within,
)
from typeset.importers.text.items.cited_venues import dated_venue, is_venue
from typeset.importers.text.items.quoted_citations import quoted
from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date, is_only_date
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import any_of, key

_TYPE = re.compile(r"\\?\[(?:[JCMDNPRSZA]|[A-Z]{2})(?:/OL)?\\?\][.．]?\s*")
_LETTERED = re.compile(r"((?:19|20)\d\d)[a-z]")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d),\s+(.*[^\W\d_].*)")
_LONGEST_STATUS = 3
_LONGEST_CITATION = 2000
"""Characters; the forms are tried at every full stop."""


def read_citation(text: str, record: Record, day: DateFound | None = None) -> Citation | None:
    """The parts of a citation, whose day may be known; None for what has no form of one."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_CITATION:
        return None
    body, url, links = take_links(plain)
    if url or links:
        body, lead = take_lead(body)
        links = " ".join(filter(None, (lead, links)))
    body = re.sub(r"^\*\*([“\"„«][^*]+[”\"“»][.,]?)\*\*", r"\1", body)  # a bold title in marks
    for form in FORMS:
        found = form(body, record)
        if found and re.search(r"[^\W\d_]{2}", found.title):
            found = replace(found, date=found.date or day)
            return replace(dated_venue(found, record), url=found.url or url, links=links)
    return None


def _dated(text: str, record: Record) -> Citation | None:
    """Authors, a year in brackets or between full stops, then title and venue: APA, ACM."""
    for match in _YEAR.finditer(text):
        who, said = text[: match.start()].strip(" ,"), match["said"] or match["bare"]
        rest = text[match.end() :].strip()
        date = _year(said, record)
        if not date and (match["bare"] or len(said.split()) > _LONGEST_STATUS):
            continue
        names = read_names(who, record)
        if (match[0].endswith(", ") or ITALIC.match(text)) and not names.sure:
            continue  # "*Of Salt*, Ash Press, 2017, 212 pages"
        fewest = 1 if SOLID.match(who) else 2  # a name of a few signs is told by its length
        parted = bool(match["bare"]) or len(sentence_ends(rest)) >= fewest
        told = names.sure or (names.people and parted)
        if not told or not rest or (re.search(r"\d", said) and not date):
            return None
        title, venue = title_and_venue(rest)
        authors = who if date else f"{who} ({said})"
        return Citation(title, venue, authors, date) if title else None
    return None


_YEAR = re.compile(
    r"\s*[(（](?P<said>[^()（）]{4,30})[)）]\s*[.,:]?(?=\s)|\s*[.,]\s+(?P<bare>(?:19|20)\d\d[a-z]?)[.:,]\s"
)


def _year(text: str, record: Record) -> DateFound | None:
    """The day that is all of a bracket; "2021a" is kept as it is written.

    Talks have the year first: "2023, May 3–5" is a day, and is kept so, too.
    """
    lettered = _LETTERED.fullmatch(text.strip())
    if lettered:
        return DateFound(lettered[1], lettered[1], 0, len(text), text.strip(), True)
    if found := is_only_date(text, record.vocabulary):
        return found
    first = _YEAR_FIRST.fullmatch(text.strip())
    day = is_only_date(f"{first[2]} {first[1]}", record.vocabulary) if first else None
    return replace(day, text=text.strip(), verbatim=True) if day else None


def _behind_names(text: str, record: Record) -> Citation | None:
    """A title in italics, told from a journal's name by people right before it and its length."""
    match = ITALIC.search(text)
    before = text[: match.start()].rstrip() if match else ""
    if not match or not before.endswith(",") or len(match[1].split()) < _FEWEST_TITLE_WORDS:
        return None
    who = before.rstrip(" ,")
    if not read_names(who, record).people or names(WORK.what, who, record):
        return None
    return Citation(match[0], text[match.end() :].strip(EDGES), who)


_FEWEST_TITLE_WORDS = 3


def _emphasized(text: str, record: Record) -> Citation | None:
    """A title in bold, or bold italics, right behind people: "I. Holm. ***Of Salt***. Tide 4"."""
    match = _STRONG.fullmatch(text)
    if not match or len(match["title"].split()) < _FEWEST_TITLE_WORDS:
        return None
    who = match["who"].rstrip(" ,:")
    people = read_names(who, record).people and not names(WORK.what, who, record)
    return Citation(match["title"], match["venue"], who) if people else None


_STRONG = re.compile(
    r"(?P<who>[^*]+?)\s*(?P<title>(?P<mark>\*{2,3})[^*]+(?P=mark))[.,:]?\s+(?P<venue>[^*]+)"
)


def _by_type(text: str, record: Record) -> Citation | None:
    """A title that a letter in square brackets ends: "题目[J]. 期刊"."""
    match = _TYPE.search(text)
    if not match or not SOLID.search(text):
        return None
    who, title = _authors(text[: match.start()], record)
    return Citation(f"{title}{match[0].rstrip('.． ')}", text[match.end() :], who)


def _by_slashes(text: str, record: Record) -> Citation | None:
    """A title that two slashes part from where it appeared: "Название // Журнал. 2021"."""
    before, slashes, venue = text.partition(" // ")
    if not slashes or not re.search(r"\d", venue):
        return None
    who, title = _authors(before, record)
    return Citation(bare_title(title), venue, who)


def _by_italics(text: str, record: Record) -> Citation | None:
    """A title or venue in italics; before it, authors whose form leaves no doubt."""
    if not ITALIC.search(text):
        return None
    for who, rest in _splits(text, record):
        title, venue = title_and_venue(rest)
        if not (title and venue and "*" in title + venue):
            continue
        if who or ITALIC.match(title) or not read_names(title, record).people:
            who, title = (who, title) if who else _before_comma(title, record)
            return Citation(title, venue, who)
        book = ITALIC.match(venue)
        if book and re.match(r"[.,]?\s+[^\W\d_a-zà-ÿ]", venue[book.end() :]):
            return Citation(bare_title(book[0]), venue[book.end() :].strip(EDGES), title)
    return None


def _by_sentences(text: str, record: Record) -> Citation | None:
    """Authors, title and venue that full stops part, or title and venue and a day: Vancouver."""
    for who, rest in _splits(text, record):
        ends = sentence_ends(rest)
        if not ends or (not who and not _closes(rest, ends, record)):
            continue
        title, venue = title_and_venue(rest)
        named = read_names(title, record).people and len(title.split()) < 4
        named = named and not names(WORK.who, venue, record)  # "Bread and Salt. Meridian Press"
        if title and is_venue(venue, record) and (who or (not named and " " in title)):
            return Citation(title, venue, who)
        if who and title and _is_year(venue, record):
            return Citation(title, venue, who)  # "Holm I. Of salt. 2021"
    return None


def _closes(text: str, ends: list[tuple[int, int]], record: Record) -> bool:
    """Whether the sentence behind the title, or all of them, closes with a day."""
    second = text[ends[0][1] : ends[1][0] if len(ends) > 1 else len(text)]
    found = find_date(second, record.vocabulary)
    dated = found is not None and not re.search(r"\w", second[found.finish :])
    return len(ends) == 1 or dated or _is_year(text[ends[-1][1] :], record)


def _by_commas(text: str, record: Record) -> Citation | None:
    """Authors with initials, title and venue between commas: "I. Holm, Title, Venue 4 (2021) 9"."""
    who, rest = _before_comma(text, record)
    ends = list(re.finditer(r",\s+", masked(rest))) if who else []
    for at, end in enumerate(ends):
        after = rest[end.end() :]
        last = at + 1 == len(ends) or re.match(r"[^,]*\d", after)
        if last and len(rest[: end.start()].split()) > 2 and is_venue(after, record):
            return Citation(rest[: end.start()], after, who)
    return None


def _before_comma(text: str, record: Record) -> tuple[str, str]:
    """Authors with initials before a comma, and the rest; ("", text) where none are sure."""
    words = any_of(record.vocabulary, "and")
    for match in re.finditer(r",\s+", masked(text)):
        who, rest = text[: match.start()], text[match.end() :]
        following = re.sub(rf"^(?:{words})\s+", "", re.split(r",\s", rest, maxsplit=1)[0])
        more = read_names(following, record)
        if not (more.people and (more.sure or len(following.split()) < 4)):
            return (who, rest) if read_names(who, record).sure else ("", text)
    return "", text


def _printed(text: str, record: Record) -> Citation | None:
    """A title, and behind a comma where it was printed: "Title, in: Journal 4", "Title, Ash Press".

    A word for "in" tells it, before a name; or a press or a journal is named as one.
    """
    for comma in re.finditer(r",\s+", masked(text)):
        title, venue = text[: comma.start()], text[comma.end() :]
        leads = within().match(venue)
        name = unstyle(venue[leads.end() if leads else 0 :]).split(",")[0]
        other = is_place(name, record) or names("tongues", name, record)
        printed = name[:1].isupper() and names("presses", name, record)
        if printed or (leads and not other):
            return Citation(bare_title(title), venue)
    return None


def _by_authors(text: str, record: Record) -> Citation | None:
    """Authors whose form leaves no doubt, and a title, with a name behind it or none.

    "Holm I, Ferro P. Who comes back? Traits of salt."
    """
    for who, rest in _splits(text, record):
        title, venue = title_and_venue(rest)
        if title.endswith("?"):
            title, venue = bare_title(rest), ""
        named = not venue or (venue[:1].isupper() and len(venue.split()) <= _LONGEST_NAME)
        if who and named and len(title.split()) >= _FEWEST_TITLE_WORDS:
            return Citation(title, venue, who)
    return None


_LONGEST_NAME = 12


def _splits(text: str, record: Record) -> Iterator[tuple[str, str]]:
    """Authors and the rest at each full stop or comma that can end them, the most authors first."""
    masks = mask(text)
    ends = [match.end() for match in re.finditer(r"\.(?:\*\*)?:?\s+|:\s+", masks)]
    for end in reversed(ends):
        who = text[:end].strip()
        if read_names(who, record).sure and not _is_amid_name(who, record):
            yield who.rstrip(":"), text[end:].strip()
    yield "", text


def _is_amid_name(who: str, record: Record) -> bool:
    """Whether authors end in initials whose family name follows: "I. Holm and A." of "A. Reed"."""
    plain = unstyle(who).strip("* ")
    last = _INITIALS_LAST.search(plain)
    if not last or not last["sign"] or last["sign"] in ",;":
        return bool(last and _INITIALS_FIRST.match(plain))  # no "Holm, I., Reed, A."
    return last["sign"] == "&" or key(last["sign"]) in record.vocabulary["and"]


_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[ -]?)+(?:\s|$)")
_INITIALS_LAST = re.compile(r"(?:^|(?P<sign>[,;&]|\s\w+)\s+)(?:[^\W\d_]\.[ -]?)+$")


def _authors(text: str, record: Record) -> tuple[str, str]:
    """Authors and title of a text that holds no more than these."""
    for who, rest in _splits(text, record):
        if rest:
            return who, rest
    return "", text


def _is_year(text: str, record: Record) -> bool:
    return is_only_date(text, record.vocabulary) is not None


FORMS = (
    _by_type,
    _by_slashes,
    _dated,
    quoted,
    _behind_names,
    _emphasized,
    _by_italics,
    _by_sentences,
    _by_commas,
    _printed,
    _by_authors,
)
"""In this order: what one sign tells first, what only the sentences tell last."""
