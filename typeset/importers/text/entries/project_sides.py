"""What stands beside or right under a project's name: roles, techniques, its type, a link."""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import together
from typeset.importers.text.entries.techniques import behind_label, unlabelled
from typeset.importers.text.header.addresses import is_page_alone, is_same_page
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.texts import points_on
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.dates import date_values
from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import unescape, unlink, unstyle
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.lengths import word_count

_BAR = re.compile(r"\s*[|｜]\s*")


def _beside_name(text: str, record: Record) -> Entry:
    """A project's name, and what bars set beside it: one's role, a list of techniques, its type."""
    name, *others = _BAR.split(text)
    roles = [part for part in others if names("roles", part, record)]
    rest = [part for part in others if part not in roles]
    entry: Entry = {"name": name} | ({"roles": roles} if roles else {})
    if len(rest) == 1 and names_owner(rest[0], record):
        entry["entity"] = rest[0]  # "Foxtrot | Moss Ltd"
    elif roles and len(rest) == 1 and "," not in rest[0]:
        entry["type"] = rest[0]  # "Foxtrot | Web app | Lead developer"
    elif rest:
        entry["keywords"] = [word for part in rest for word in re.split(r",\s+", part)]
    return entry


LONGEST_KEYWORD = 3
DATES = ("startDate", "endDate", "dates")
_BARS = re.compile(r"\s*[|｜]\s*|(?:^|\s+)[·•]\s+")
_DATED_LAST = re.compile(r"(?P<rest>\s*[|｜].*\S)\s+\((?P<when>[^()]{4,40})\)", re.DOTALL)
_ONE_LINK = re.compile(r"\[([^\]]+)\]\(([^\s()]+)\)")


def set_beside(text: str, line: int, record: Record) -> Entry:
    """What bars set beside a project's name: "| *C++, JUCE* | [code](https://…) | 2024".

    A link whose words say more than that it is one, or its address, stays where it stands, with
    all beside it.
    """
    entry: Entry = {}
    rest: list[str] = []
    dated = _DATED_LAST.fullmatch(text)
    if dated and (when := is_only_date(dated["when"], record.vocabulary)):
        text, entry = dated["rest"], date_values(when, line, "", record)
    first, *parts = _BARS.split(text)
    for part in parts if not first else ():
        link = _ONE_LINK.fullmatch(part)
        period = is_only_date(unstyle(part), record.vocabulary)
        if link and "url" not in entry and (list_ := points_on(link[1], record)):
            record.use_label(line, link[1], list_)
            entry["url"] = link[2]
        elif link and "url" not in entry and is_same_page(link[1], link[2]):
            entry["url"] = link[2]
        elif "url" not in entry and is_page_alone(part):
            entry["url"] = unescape(part.strip("<>"))
        elif period and "startDate" not in entry:
            entry |= date_values(period, line, "", record)
        elif "](" in part:
            return {}
        else:
            rest.append(unstyle(part))
    beside = _beside_name(" | ".join(["", *rest]), record) if rest else {}
    return {**{name: value for name, value in beside.items() if name != "name"}, **entry}


def with_role(part: Part, record: Record) -> Part:
    """Projects whose text begins with the role one had: "项目负责人｜…"."""
    for entry in part.entries:
        beside = _beside_name(entry["name"], record) if "|" in entry.get("name", "") else {}
        if "keywords" in beside:  # "Foxtrot | Web", over "Tools: Nim"
            beside["keywords"] += entry.get("keywords", [])
        entry |= beside
        match = _ROLE_FIRST.fullmatch(entry.get("summary", ""))
        if match and names("roles", match[1], record):
            entry["roles"] = [match[1]]
            entry["summary"] = match[2]
        held = re.split(r",\s+", entry.get("description", ""))
        if "roles" not in entry and all(_is_held(one, record) for one in held):
            entry["roles"] = held  # "Gate - Programmer, Designer"
            del entry["description"]
        name, comma, role = entry.get("name", "").rpartition(", ")
        if comma and "roles" not in entry and _is_held(role, record):
            entry |= {"name": name, "roles": [role]}  # "Gate, Maintainer"
    return part


def _is_held(text: str, record: Record) -> bool:
    """Whether a text is a role and no more."""
    return 0 < word_count(text) <= LONGEST_KEYWORD and names("roles", text, record)


def with_techniques(part: Part, line: int, record: Record) -> Part:
    """Projects with a line under their names as keywords, where a label tells it.

    Without one each must have such a line, and none of them is a place.
    """
    for entry in part.entries:
        said = unstyle(entry.get("location", ""))
        if "keywords" not in entry and (listed := behind_label(said, line, record)):
            entry["keywords"] = listed
            del entry["location"]
    told = [entry["location"] for entry in part.entries if "location" in entry]
    words = [re.split(r",\s+|\s+·\s+", text) for text in told]
    short = all(len(word.split()) <= LONGEST_KEYWORD for parts in words for word in parts)
    if len(told) < len(part.entries) or len(told) < _FEWEST_TOLD or not short:
        return part
    if any("keywords" in entry for entry in part.entries) or any(
        is_place(text, record) for text in told
    ):
        return part
    for entry, keywords in zip(part.entries, words, strict=True):
        del entry["location"]
        entry["keywords"] = keywords
        record.choose(line, "techniques-by-layout", ", ".join(keywords), "keywords")
    return part


_FEWEST_TOLD = 3


def read_said(head: Head, raw: RawEntry, described: bool, record: Record) -> Entry:
    """What is said of a project beside its name, and in a sentence under it; it leaves the head."""
    said: Entry = {}
    if len(head.remarks) == 1 and not described:
        said["description"] = head.remarks.pop()  # "**Lamp** (2020) — a light for two"
    sentence = f"{head.where}."
    role = _is_held(head.where, record)  # "Developer."
    if (
        head.where
        and not role
        and any(sentence in unlink(unstyle(text))[0] for _, text in raw.head[1:])
    ):
        head.where = ""
        said["summary"] = sentence
    return said


def is_beside(raw: RawEntry) -> bool:
    """Whether what is said of a project begins in the line of its name, and is one paragraph."""
    told = [block for block in raw.body if isinstance(block, Paragraph)]
    first = raw.body[0] if len(told) == 1 else None
    return first is not None and first is told[0] and first.line == raw.head[-1][0]


def with_brackets(part: Part, line: int, record: Record) -> Part:
    """Projects with brackets behind their dates, as keywords where one of them is a list.

    "Tide table – May 2024 (Nim, SQLite)" beside "Lock gates – June 2023 (Nim)".
    """
    told = [_BEHIND_DATE.fullmatch(entry.get("name", "")) for entry in part.entries]
    if not any(match and "," in match["list"] for match in told):
        return part
    for entry, match in zip(part.entries, told, strict=True):
        if match and "keywords" not in entry:
            entry |= {"name": match["name"], "keywords": re.split(r",\s+", match["list"])}
            record.choose(line, "techniques-by-layout", match["list"], "keywords")
    return part


_BEHIND_DATE = re.compile(r"(?P<name>[^·]*\S) · \((?P<list>[^()]+)\)")


def with_description(part: Part, record: Record) -> Part:
    """Projects whose line under the name says what they are or who one was, and not where."""
    for entry in part.entries:
        told = [one for one in entry.get("location", "").split(" · ") if one]
        places = [one for one in told if is_place(one, record)]
        roles = [one for one in told if one not in places and _is_held(one, record)]
        said = " · ".join(one for one in told if one not in places and one not in roles)
        if len(places) == len(told):
            continue
        del entry["location"]
        entry |= {"location": " · ".join(places)} if places else {}
        entry |= {"roles": [*entry.get("roles", []), *roles]} if roles else {}
        if "keywords" not in entry and (listed := unlabelled(said)):
            entry["keywords"] = listed
        elif said and ("description" in entry or SENTENCE_END.search(said)):
            entry |= together(said, entry.get("summary", ""))
        elif said:
            entry["description"] = said
    return part


def with_lone_pages(part: Part, line: int, record: Record) -> Part:
    """Projects with the page that is all that is said of them: "**Lamp** [GitHub](https://…)"."""
    for entry in part.entries:
        link = _ONE_LINK.fullmatch(entry.get("description", ""))
        if link and "url" not in entry and (list_ := points_on(link[1], record)):
            record.use_label(line, link[1], list_)
            entry["url"] = link[2]
            del entry["description"]
    return part


def is_technique(word: str) -> bool:
    """Whether a text can name what a project is made with: a name of few words."""
    short = 0 < len(word.split()) <= LONGEST_KEYWORD and not re.search(r"[.!?:]$|\]\(", word)
    return short and bool(re.match(r"[^\W_a-zà-ÿ]", word))


_ROLE_FIRST = re.compile(r"([^\s|｜，,。：:]{2,10})\s*[|｜，]\s*(\S.*)", re.DOTALL)


def before_article(text: str, record: Record) -> tuple[str, str]:
    """A name, and what it is behind it with no sign between: "Lamp Run A game about …"; or "".

    A converter that drops the style of a name leaves such texts.
    """
    words = text.split()
    articles = record.vocabulary["indefinites"]
    at = next((at for at, word in enumerate(words) if at and word.lower() in articles), 0)
    name = " ".join(words[:at])
    bare, comma, rest = name.partition(",")
    apart = comma and not rest and len(words) >= at + _FEWEST_BEHIND_COMMA
    if apart and len(bare.split()) <= _LONGEST_NAME and not re.search(r"[.:;!?]", bare):
        return bare, " ".join(words[at:])  # "lampctl, a switch for lamps"
    plain = re.sub(r"\s*\([^()]*\)$", "", name)
    capital = plain and all(word[0].isupper() for word in plain.split())
    short = len(plain.split()) <= _LONGEST_NAME and not re.search(r"[.,:;!?]", plain)
    if not capital or not short or len(words) < at + _FEWEST_SAID:
        return "", ""
    return name.rstrip("\\"), " ".join(words[at:])


_LONGEST_NAME = 4
_FEWEST_SAID = 4
_FEWEST_BEHIND_COMMA = 3
