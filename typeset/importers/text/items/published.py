"""Publications and talks: an entry a citation, or a title with where it appeared."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from typeset.importers.text.entries.bodies import read_body, together
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import may_be_place, place_tail
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.behind_titles import is_body
from typeset.importers.text.items.chapters import of_chapter
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.citations import read_citation
from typeset.importers.text.items.cited_titles import sentence_ends, title_and_venue, within
from typeset.importers.text.items.cited_venues import dated_venue
from typeset.importers.text.items.dates import date_values
from typeset.importers.text.items.issues import cut_issue
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

# "**Title**, where": an author in bold stands before a title in italics or quotation marks.
_BOLD_TITLE = re.compile(r"\*\*([^*\n]{3,160}?)[.,:]?\*\*([.,:;]?\s[^*“\"„«]*)", re.DOTALL)

_BOLD_AND_VENUE = re.compile(r"\*\*([^*\n]{3,160}?)[.,:]?\*\*,?\s+(\*[^*]+\*,\s[^*]*\d{4})\.?")
"""A title set apart, and where it came out in italics: "**Salt**, *The Moss Courier*, May 2016"."""
_BOLD_AND_YEAR = re.compile(
    r"\*\*([^*\n]{3,160}?),?\*\*,?\s+((?:[^\s*,.;:]+\s){1,5}(?:19|20)\d\d)\.?"
)
"""A title set apart, and in a few words where it came out: "**Of Salt**, Moss Days 2016."."""
_LINKED_TITLE = re.compile(r"\[([^\[\]*]{3,200})\]\((\S+)\)([.,:;]?\s[^\[]*)", re.DOTALL)
_MARKS = re.compile(r"\*{0,3}")
_BEHIND_DAY = re.compile(r"(?:\s*::?|\s[–—|·-]|[.,])?\s+(?=\S)")
"""What parts a day before all else from the rest: "1999: Title", "08/2022 :: Title"."""

_TITLE_VENUE_DAY = 3


def read_publication(
    line: int, text: str, below: list[Block], single: str, record: Record
) -> dict[str, Any]:
    """A publication in the form of a citation, perhaps with its day in a column; {} for others.

    A title that is a link is set apart by it, as one in bold is.
    """
    apart = _with_day_apart(text, record)
    before, tab, rest = apart.partition("\t")
    dated = bool(tab) and is_only_date(before, record.vocabulary) is not None
    if linked := _LINKED_TITLE.fullmatch(rest if dated else text):
        title, target, rest = linked.groups()
        led = f"{before}\t" if dated else ""
        found = read_publication(line, f"{led}**{title}**{rest}", below, single, record)
        return {**found, "url": target} if found.get("name") == title else {}
    cells = apart.split("\t")
    cells = [cell.strip() for cell in cells if cell.strip()]
    days = [cell for cell in cells if is_only_date(cell, record.vocabulary)]
    rest = " ".join(cell for cell in cells if cell not in days)
    day = is_only_date(days[0], record.vocabulary) if len(days) == 1 else None
    titled = day and len(cells) == _TITLE_VENUE_DAY and cells[-1] == days[0]
    if not titled and (len(cells) - len(days) != 1 or len(days) > 1):
        return {}
    authors = read_names(cells[0], record).people
    again = day and re.search(rf"{day.start[:4]}\W*$", rest)
    known = None if again or not day else replace(day)  # one of its own, told from one cited
    cited = Citation(cells[0], cells[1]) if titled and not authors else cite(rest, record, known)
    if day and not cited:
        cited = _behind_stop(rest, record)
    if cited and known and cited.date is known:
        cited = replace(cited, date=None)
    if cited and day and cited.date and cited.date.start[:4] == day.start[:4]:
        record.use_date(line, cited.date)  # its year is told again over it
        cited = replace(cited, date=None)
    if not cited or (day and cited.date) or not (cited.venue or cited.authors):
        return {}
    record.choose(line, "citation", rest, f"name: {cited.title}")
    cited = of_chapter(cited, record)
    if leads := within().match(cited.venue):  # "In: *Moss Letters*"
        record.use_label(line, leads[0].strip(" :"), "printed_in")
        cited = replace(cited, venue=cited.venue[leads.end() :])
    body, entry = read_body(below), cited.entry()
    body |= together(entry.pop("summary", ""), body.get("summary", ""))
    entry |= _house_and_town(entry.get("publisher", ""), record)
    return {**entry, **date_values(cited.date or day, line, single, record), **body}


def _behind_stop(text: str, record: Record) -> Citation | None:
    """A title, and where it appeared in a sentence of its own, its day known: "Of salt. Brine"."""
    if len(text.split()) > _LONGEST_CITED:
        return None
    title, venue = title_and_venue(text)
    words = re.findall(r"[^\W\d_]{4,}", venue)
    named = bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)
    article = key((venue.split() or [""])[0]) in record.vocabulary["articles"]
    lone = len(venue.split()) == 1 and not names("presses", venue, record)
    if not named or article or lone or len(sentence_ends(text)) != 1 or re.search(r"[*(]", text):
        return None
    return Citation(title, venue.rstrip(" .")) if " " in title else None


_LONGEST_CITED = 40


def _with_day_apart(text: str, record: Record) -> str:
    """A text with a tab behind the day it begins with: "1999: Title", "**May 2019** Title"."""
    found = find_date(text, record.vocabulary) if "\t" not in text else None
    marks = _MARKS.match(text)
    if not found or not marks or found.begin != marks.end():
        return text
    after = text[found.finish :]
    behind = _BEHIND_DAY.match(after.removeprefix(marks[0])) if after.startswith(marks[0]) else None
    if not behind:
        return text
    return f"{found.text}\t{after.removeprefix(marks[0])[behind.end() :]}"


def where(venue: str, record: Record) -> dict[str, str]:
    """Who brought something out, and where: "Moss Press, Leeds", "Moss Days", "Leeds"."""
    if not venue:
        return {}
    house, comma, _ = venue.partition(", ")
    numbered = re.search(r"\d,", venue)  # "MossConf 19, Leeds"
    named = numbered or (comma and is_body(house, record))  # "Moss Design Days, Leeds"
    town = key(venue.rpartition(", ")[2])
    known = town in record.vocabulary["cities"] or town in record.vocabulary["remote"]
    named = named or (known and comma and not is_place(house, record))  # "MossCon, Leeds"
    if is_place(venue, record) and not names_owner(venue, record) and not named:
        return {"location": venue}
    return {"publisher": venue} | _house_and_town(venue, record)


def _house_and_town(venue: str, record: Record) -> dict[str, str]:
    """ "Moss Press, Leeds": where it came out, and in which town; {} for other venues."""
    bracket = _TOWN_LAST.fullmatch(venue)
    if bracket and is_place(bracket["town"], record) and not is_place(bracket["house"], record):
        return {"publisher": bracket["house"], "location": bracket["town"]}
    if ends := sentence_ends(venue):  # "Moss Congress. Kalamazoo, MI"
        house, town = venue[: ends[-1][0]].rstrip(" ."), venue[ends[-1][1] :]
        housed = names_owner(town, record) or names("presses", town, record)
        if is_place(town, record) and not housed:
            return {"publisher": house, "location": town}
    house, where = place_tail(venue, WORK, record, known=True)
    if "," in where and not names_owner(where, record):
        return {"publisher": house, "location": where}  # "Moss Days, Malmö, Sweden"
    house, _, town = venue.rpartition(", ")
    known = is_place(town, record)
    alone = house and not re.search(r"[,:(]", house) and len(town.split()) <= _LONGEST_TOWN
    if not alone or not (known or (may_be_place(town, WORK, record) and town[:1].isupper())):
        return {}
    if not known and (town.isupper() or " " in town or house.islower()):
        return {}  # "Solo, Moss Discs"; "talk, MossConf": what it was, and where
    if any(names(list_, town, record) for list_ in ("organisations", "roles", "units")):
        return {}
    return {"publisher": house, "location": town}


_LONGEST_TOWN = 2
_TOWN_LAST = re.compile(r"(?P<house>[^()]+?)\s+\((?P<town>[^()\d]+)\)")
"""Where a talk was given, and the town of that: "MossConf (Leeds)"."""


_BESIDE = re.compile(r"([(（][^\W\dA-Z_][^()（）\d]{3,60}[)）])\s+(?=[*“\"„«])")
"""Who else wrote or edited it, before a title that is set apart: "(with A. Reed) *Of Salt*"."""


def cite(text: str, record: Record, day: DateFound | None = None) -> Citation | None:
    """The citation that an item is, whose title may be set apart in bold.

    Where its day is known, a year in its venue is the venue's own: "LICS 2022: Logic".
    """
    if (beside := _BESIDE.match(text)) and (cited := cite(text[beside.end() :], record, day)):
        return replace(cited, authors=" ".join(filter(None, (beside[1], cited.authors))))
    styled = _BOLD_AND_VENUE.fullmatch(text)
    if styled and not read_names(styled[1], record).people:
        return dated_venue(Citation(styled[1], styled[2], date=day), record)
    plain = _BOLD_AND_YEAR.fullmatch(text)
    if plain and not read_names(plain[1], record).sure:
        return dated_venue(Citation(plain[1], plain[2], date=day), record)
    bold = _BOLD_TITLE.fullmatch(text)
    if bold and read_names(bold[1], record).sure:
        bold = None  # "**AS Ferro**, I Holm. Title. …": oneself among the authors
    cited = read_citation(f"*{bold[1]}*{bold[2]}" if bold else text, record, day)
    if cited and bold and bold[1] not in cited.title:  # an author in bold, not the title
        bold, cited = None, read_citation(text, record, day)
    if not cited:
        return None
    cited = replace(cited, venue=cited.venue.lstrip("–— "))  # "**Title** — where"
    cited = _recorded(cited, record)
    journal = bool(cited.authors or within().match(cited.venue))
    venue, issue = cut_issue(cited.venue, journal, record)
    cited = replace(cited, venue=venue, issue=issue)
    return replace(cited, title=bold[1]) if bold else cited


def _recorded(cited: Citation, record: Record) -> Citation:
    """A recording with who plays before the label's name: "*Salt*, Moss Quartet, Ash Records"."""
    players, comma, label = cited.venue.rpartition(", ")
    if not comma or cited.authors or not record.vocabulary.has("record_labels", label):
        return cited
    return replace(cited, authors=players, venue=label)
