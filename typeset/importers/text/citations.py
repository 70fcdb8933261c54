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
from dataclasses import dataclass, replace
from typing import Any

from typeset.importers.text.authors import read_names
from typeset.importers.text.cited_links import take_links
from typeset.importers.text.dates import DateFound, find_date, is_only_date
from typeset.importers.text.head_words import WORK, names
from typeset.importers.text.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import SOLID, any_of, key

_EDGES = " \t,;:."
_QUOTED = re.compile(
    r"(?P<title>[“\"„«][^”\"“»\n]{3,300}[”\"“»]|‘[^’\n]{3,}(?:’\w[^’\n]*)*’"
    r"|「[^「」\n]{2,}」|『[^『』\n]{2,}』"
    r"|(?<![^\s])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){3,300}'(?!\w))"
)
_ITALIC = re.compile(r"(?<![*\\])\*(?!\*)((?:[^*\\]|\\.)+)(?<![*\\])\*(?!\*)")
_END = re.compile(
    r"[.?!…](?:\*{2}|[”\"»’)\x00])*\s+(?=[^\W_a-zà-ÿ]|[*“\"„«‘(\[\x00])|[。．]\s*|\.\s+(?=\x00)"
)
_SHORT_FORMS = frozenset(
    ["vs", "etc", "al", "no", "nr", "vol", "pp", "p", "ed", "eds", "dr", "st", "mr", "mrs", "ms",
     "proc", "conf", "int", "univ", "dept", "fig", "inc", "ltd", "jr", "sr", "cf", "ca", "hrsg",
     "bd", "jg", "cap", "n°", "trans", "symp", "rev", "prof", "т", "с", "ст", "вып", "ред"]
)  # fmt: skip
"""Words whose full stop ends no sentence."""
_PAGES = re.compile(
    r"[\s,;:.]*(?:[(（](?:[^\W\d_]{1,4}\.?\s?)?\d[\d\s–—-]*[)）]|[^\W\d_]{0,4}\.?\s*\d|[#№]\s?\w)"
)
_VOLUME = re.compile(r"[\s,.;:]*(?:[(（#№]?\s*\*{0,2}\d|[^\W\d_]{1,8}\.?\s?\*{0,2}\d)")
_WITHIN = re.compile(r"(?i)(.*?)[,.:;]?\s+((?:in|en|dans|em|w|v|в|i)\s*:?\s*)$", re.DOTALL)
_TYPE = re.compile(r"\\?\[(?:[JCMDNPRSZA]|[A-Z]{2})(?:/OL)?\\?\][.．]?\s*")
_LETTERED = re.compile(r"((?:19|20)\d\d)[a-z]")
_LONGEST_STATUS = 3
_LONGEST_CITATION = 2000
"""Characters; the forms are tried at every full stop."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation; `remark` is what is said behind it, `links` are "[pdf](…)"."""

    title: str
    venue: str = ""
    authors: str = ""
    date: DateFound | None = None
    remark: str = ""
    url: str = ""
    links: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether its title is in italics or quotation marks."""
        return bool(_QUOTED.fullmatch(self.title) or _ITALIC.fullmatch(self.title))

    def entry(self) -> dict[str, Any]:
        """The publication without its day: authors and remarks are its summary."""
        said = [part for part in (self.authors, self.remark, self.links) if part]
        parts = {"name": self.title, "publisher": self.venue, "url": self.url}
        parts["summary"] = "\n\n".join(said)
        return {name: part for name, part in parts.items() if part}


def read_citation(text: str, record: Record) -> Citation | None:
    """The parts of a citation; None for what has no form of one."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_CITATION:
        return None
    body, url, links = take_links(plain)
    body = re.sub(r"^\*\*([“\"„«][^*]+[”\"“»][.,]?)\*\*", r"\1", body)  # a bold title in marks
    for form in (_by_type, _dated, _quoted, _by_slashes, _by_italics, _by_sentences, _by_commas):
        found = form(body, record)
        if found and re.search(r"[^\W\d_]{2}", found.title):
            return replace(_dated_venue(found, record), url=found.url or url, links=links)
    return None


def _dated(text: str, record: Record) -> Citation | None:
    """Authors, a year in brackets or between full stops, then title and venue: APA, ACM."""
    for match in _YEAR.finditer(text):
        who, said = text[: match.start()].strip(" ,"), match["said"] or match["bare"]
        rest = text[match.end() :].strip()
        date = _year(said, record)
        if not date and (match["bare"] or len(said.split()) > _LONGEST_STATUS):
            continue
        names = read_names(who, record.vocabulary)
        told = names.sure or (names.people and bool(match["bare"] or len(_ends(rest)) > 1))
        if not told or not rest or (re.search(r"\d", said) and not date):
            return None
        title, venue = _title_and_venue(rest)
        authors = who if date else f"{who} ({said})"
        return Citation(title, venue, authors, date) if title else None
    return None


_YEAR = re.compile(
    r"\s*[(（](?P<said>[^()（）]{4,30})[)）]\s*[.,:]?(?=\s)|\s*[.,]\s+(?P<bare>(?:19|20)\d\d[a-z]?)[.:]\s"
)


def _year(text: str, record: Record) -> DateFound | None:
    """The day that is all of a bracket; "2021a" is kept as it is written."""
    lettered = _LETTERED.fullmatch(text.strip())
    if lettered:
        return DateFound(lettered[1], lettered[1], 0, len(text), text.strip(), True)
    return is_only_date(text, record.vocabulary)


def _quoted(text: str, record: Record) -> Citation | None:
    """A title in quotation marks: what stands before it are its authors, behind it the venue."""
    match = _QUOTED.search(text)
    if not match:
        return None
    who, rest = text[: match.start()].strip(" ,:."), text[match.end() :]
    told = len(who.split()) == 1 and text[: match.start()].rstrip().endswith(":")  # "Forthcoming:"
    if who and not (told or read_names(who, record.vocabulary).people):
        return None
    inner = match["title"][1:-1].rstrip()
    set_apart = inner[-1:] in ".,?!" or re.match(r"\s*(?:[.,:;(（–—*-]|$)", rest)
    if not (set_apart or re.match(r"\s*[^\W_a-zà-ÿ]", rest)) or not (who or rest.strip(_EDGES)):
        return None
    who = text[: match.start()].strip().rstrip(":,")
    return Citation(_bare_title(match["title"]), rest.strip(), who)


def _bare_title(text: str) -> str:
    """A title in its marks without the comma or full stop that ends it there."""
    closing = text[-1:] if text[-1:] in "”\"“»’'」』*" else ""
    inner = text[: len(text) - len(closing)].rstrip()
    return re.sub(r"(?<!\b\w)(?<!\.\.)[.,:]$", "", inner) + closing


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
    return Citation(_bare_title(title), venue, who)


def _by_italics(text: str, record: Record) -> Citation | None:
    """A title or venue in italics; before it, authors whose form leaves no doubt."""
    if not _ITALIC.search(text):
        return None
    for who, rest in _splits(text, record):
        title, venue = _title_and_venue(rest)
        if not (title and venue and "*" in title + venue):
            continue
        if who or title.startswith("*") or not read_names(title, record.vocabulary).people:
            return Citation(title, venue, who)
        book = _ITALIC.match(venue)
        if book and re.match(r"[.,]?\s+[^\W\d_a-zà-ÿ]", venue[book.end() :]):
            return Citation(_bare_title(book[0]), venue[book.end() :].strip(_EDGES), title)
    return None


def _by_sentences(text: str, record: Record) -> Citation | None:
    """Authors, title and venue that full stops part, or title and venue and a day: Vancouver."""
    for who, rest in _splits(text, record):
        ends = _ends(rest)
        if not ends or (not who and not _closes(rest, ends, record)):
            continue
        title, venue = _title_and_venue(rest)
        named = read_names(title, record.vocabulary).people and len(title.split()) < 4
        named = named and not names(WORK.who, venue, record)  # "Bread and Salt. Meridian Press"
        if title and _is_venue(venue, record) and (who or (not named and " " in title)):
            return Citation(title, venue, who)
    return None


def _closes(text: str, ends: list[tuple[int, int]], record: Record) -> bool:
    """Whether the sentence behind the title, or all of them, closes with a day."""
    second = text[ends[0][1] : ends[1][0] if len(ends) > 1 else len(text)]
    found = find_date(second, record.vocabulary)
    dated = found is not None and not re.search(r"\w", second[found.finish :])
    return len(ends) == 1 or dated or _is_year(text[ends[-1][1] :], record)


def _by_commas(text: str, record: Record) -> Citation | None:
    """Authors with initials, title and venue between commas: "I. Holm, Title, Venue 4 (2021) 9"."""
    parts = [match.end() for match in re.finditer(r",\s+", masked(text))]
    for start in parts:
        who, rest = text[:start].rstrip(", "), text[start:]
        following = re.split(r",\s", rest, maxsplit=1)[0]
        if read_names(following, record.vocabulary).people and len(following.split()) < 4:
            continue
        if not read_names(who, record.vocabulary).sure:
            return None
        ends = list(re.finditer(r",\s+", masked(rest)))
        for at, end in enumerate(ends):
            after = rest[end.end() :]
            last = at + 1 == len(ends) or re.match(r"[^,]*\d", after)
            if last and len(rest[: end.start()].split()) > 2 and _is_venue(after, record):
                return Citation(rest[: end.start()], after, who)
        return None
    return None


def _splits(text: str, record: Record) -> Iterator[tuple[str, str]]:
    """Authors and the rest at each full stop or comma that can end them, the most authors first."""
    masks = _mask(text)
    ends = [match.end() for match in re.finditer(r"\.(?:\*\*)?:?\s+|:\s+", masks)]
    for end in reversed(ends):
        who = text[:end].strip()
        if read_names(who, record.vocabulary).sure:
            yield who.rstrip(":"), text[end:].strip()
    yield "", text


def _authors(text: str, record: Record) -> tuple[str, str]:
    """Authors and title of a text that holds no more than these."""
    for who, rest in _splits(text, record):
        if rest:
            return who, rest
    return "", text


def _title_and_venue(text: str) -> tuple[str, str]:
    """A title and where it appeared: at quotation marks, at italics, else at a full stop."""
    quoted = _QUOTED.match(text)
    if quoted:
        return _bare_title(quoted[0]), text[quoted.end() :].strip(_EDGES)
    for match in _ITALIC.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if not before.strip():
            if _VOLUME.match(after) or (
                not re.match(r"\s*[.,:;(（–—-]|\s*$", after) and match[1][-1] not in ".,"
            ):
                return "", ""  # a venue without a title, or words in the midst of one
            return _bare_title(match[0]), after.strip(_EDGES)
        if re.match(r"\s+[a-zà-ÿ]", after) and not _PAGES.match(after):
            continue  # "Growth of *E. coli* in broth"
        if ends := [end for end in _ends(text) if end[1] <= match.start()]:
            return _bare_title(text[: ends[-1][0]]), text[ends[-1][1] :]
        if within := _WITHIN.fullmatch(before):
            return _bare_title(within[1]), within[2] + text[match.start() :]
        inside = any(_WITHIN.fullmatch(text[: later.start()]) for later in _ITALIC.finditer(text))
        if re.search(r"[,:;–—-]\s*$", before) and not inside:
            return _bare_title(before.rstrip(" ,:;–—-")), text[match.start() :]
    ends = _ends(text)
    if not ends:
        return _bare_title(text), ""
    asked = len(ends) > 1 and text[ends[0][0] - 1] in "?!"  # the title goes on behind its question
    end = ends[1 if asked else 0]
    return _bare_title(text[: end[0]]), text[end[1] :]


def _ends(text: str) -> list[tuple[int, int]]:
    """The ends of sentences outside of brackets and italics: behind the stop, and the next one."""
    found = []
    for match in _END.finditer(_mask(text)):
        word = re.search(r"[^\s(]*$", unstyle(text[: match.start()]))
        last = word[0] if word else ""
        short = len(last) == 1 and last.isalpha() and last.isupper()
        dotted = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", last)
        if match[0][0] == "." and (short or dotted or key(last) in _SHORT_FORMS):
            continue
        found.append((match.start() + len(match[0].rstrip()), match.end()))
    return found


def _mask(text: str) -> str:
    """`masked`, with what is in italics blanked too."""
    return _ITALIC.sub(lambda match: "*" + "x" * (len(match[0]) - 2) + "*", masked(text))


def _is_year(text: str, record: Record) -> bool:
    return is_only_date(text, record.vocabulary) is not None


_LONGEST_VENUE = 24


def _is_venue(text: str, record: Record) -> bool:
    """Whether a text is where something appeared: a name in capitals, with a year or pages."""
    plain = unstyle(text)
    words = re.findall(r"[^\W\d_]{3,}", plain)
    capital = sum(not word[0].islower() for word in words)
    named = plain[:1].isupper() or bool(SOLID.match(plain)) or "*" in text[:1]
    dated = find_date(plain, record.vocabulary) or re.search(r"\d+\s*[(:]\s*\d", plain)
    return (
        bool(words and named and dated)
        and capital * 2 >= len(words)
        and len(words) <= _LONGEST_VENUE
    )


def _dated_venue(cited: Citation, record: Record) -> Citation:
    """The citation with the day taken from its venue, and what is said behind this."""
    venue = cited.venue.strip()
    if aside := _ASIDE.match(venue):  # "*Title* (with whom). Label, 2021", "*Title*: what it is. …"
        said = cited.authors or aside[1].strip(" :.")
        venue = venue[aside.end() :] if said != cited.authors else venue
        cited = replace(cited, authors=said, venue=venue)
    if cited.date:
        return replace(cited, venue=_tidy(venue))
    found = _date_of(venue, record)
    if not found:
        return replace(cited, venue=_tidy(venue))
    before, after = venue[: found.begin], venue[found.finish :]
    bracket = before.rstrip().endswith(("(", "（")) and re.match(r"\s*[)）]", after)
    if bracket:
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    before = before.rstrip()
    after, remark = _behind_day(after)
    joint = ""
    if before.strip(_EDGES) and after.strip(_EDGES + ")"):
        spaced = bracket and after[:1] == " " and not before[-1].isdigit()
        joint = ": " if after.lstrip().startswith(":") else " " if spaced else ", "
    whole = before.rstrip(_EDGES) + joint + after.lstrip(_EDGES + ")")
    return replace(cited, venue=_tidy(whole), date=found, remark=remark)


_ASIDE = re.compile(
    r"([(（][^()（）\d]+[)）]|:?\s*[a-zà-ÿ][^.]*(?:\.\s[^.]+)*)\.\s+(?=[^\W\d_a-zà-ÿ][^.]*$)"
)


def _behind_day(text: str) -> tuple[str, str]:
    """What follows a day: volume and pages, which are the venue's, and what else is said."""
    venue = ""
    while text and _PAGES.match(text):
        ends = _ends(text)
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
        if issue := re.fullmatch(r"\d{1,2}/((?:19|20)\d\d)", one.text):  # no month of that year
            found.append(DateFound(issue[1], issue[1], one.finish, one.finish, one.text))
            continue
        named = re.match(r"\s+[^\W\d_]", venue[one.finish :])
        pages = one.start != one.end or re.search(
            r"(?:[–—-]|\bpp?\.?|\bS\.)\s*$", venue[: one.begin]
        )
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
    text = text.strip(" ,;:")
    return re.sub(r"(?<!\b[^\W\d_])(?<!\.)\.$", "", text.lstrip(". "))
