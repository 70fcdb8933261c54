"""What stands behind the title of an item: remarks in small letters, who, and where."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import comma_parts, place_tail
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.scripts import begins_large


def behind_title(title: str, text: str, sums: list[str], record: Record) -> dict[str, str]:
    """The parts behind a title that is set apart: remarks in small letters, who, and where."""
    clause = _DASHED.fullmatch(text) or _LABELLED_LAST.fullmatch(text)
    text, told = (clause[1], clause[2]) if clause else (text, "")
    before, where = place_tail(text, WORK, record, known=True)
    if not where and is_place(text, record) and not is_owner(text, record):
        before, where = "", text
    parts = [before[slice(*end)].strip() for end in comma_parts(before, record)] if before else []
    said = [part for part in parts if is_told(part, record)]
    named = [part for part in parts if part not in said]
    if not where and len(named) == 2 and _may_be_town(named[1], record):
        where = named.pop()  # the gallery, and its town
    who = ", ".join(named)
    entry = {"title": title, "organization": who, "location": where}
    entry["summary"] = " — ".join(filter(None, [", ".join([*said, *sums]), told]))
    return {name: value for name, value in entry.items() if value}


_DASHED = re.compile(r"(.*\S)\s+[–—-]\s+([a-zà-ÿ].*)", re.DOTALL)
"""What a dash in small letters adds to an item: "Quay Theatre, Leeds — role: the widow"."""
_LABELLED_LAST = re.compile(r"([^.]*[^\s.])\.\s+([^\W\d_]{3,20}\s?:\s+\S[^.]*)")
"""What a label adds behind a full stop: "Ash Films. Part: the widow"."""
_COUNT = re.compile(r"^\d{1,3}\s")
"""What may be before the small letter of a remark: "4 episodes"."""


def is_told(part: str, record: Record) -> bool:
    """Whether a part in a small letter says more of an item, and is no body's name."""
    return _COUNT.sub("", part)[:1].islower() and not _is_house(part, record)


def _is_house(part: str, record: Record) -> bool:
    """Whether a part in a small letter is a body by its kind and its name: "galerie du Port"."""
    capital = any(word[:1].isupper() for word in part.split()[1:])
    return capital and is_owner(part, record) and not names(WORK.what, part, record)


def _may_be_town(part: str, record: Record) -> bool:
    capital = all(word[:1].isupper() for word in part.split())
    return (
        capital
        and len(part.split()) < 3
        and part.replace(" ", "").isalpha()
        and not is_owner(part, record)
    )


def is_owner(part: str, record: Record) -> bool:
    """Whether a part is an organisation by its words, without the bracket behind it."""
    part = re.sub(r"\s*\([^()]*\)$", "", part)  # "(Co-I)" is no company
    return names_owner(part, record)


def is_body(part: str, record: Record) -> bool:
    """Whether a part behind a title is an organisation, or what meets or appears: "Salt Days".

    A word alone is the kind of it; "Twelve Days" may be a title, where it stands first.
    """
    if is_owner(part, record):
        return True
    meets = any(names(list_, part, record) for list_ in ("gatherings", "presses", "bodies"))
    return meets and " " in part and begins_large(part) and not is_post(part, record)


def is_post(part: str, record: Record) -> bool:
    """Whether a part is what someone was: "Board member", and no "3rd Engineer Battalion".

    What begins or ends in a word for organisations, and in none for roles, is one of these.
    """
    if not names(WORK.what, part, record):
        return False
    ends = {word for word in (part.split()[0], part.split()[-1]) if word[:1].isalpha()}
    if any(names(WORK.what, word, record) and not names_owner(word, record) for word in ends):
        return True
    return not any(names_owner(word, record) or names("bodies", word, record) for word in ends)


def marked_name(source: str, record: Record) -> str:
    """What a head sets in italics or bold, with the bracket behind it; a day in bold is none."""
    for marked in _MARKED.finditer(source):
        name = unstyle(marked[2]).strip(" ,.")
        if not is_only_date(name, record.vocabulary):
            return name + (marked["more"] or "")
    return ""


_MARKED = re.compile(
    r"(?:^|(?<=[\s,;:–—-]))(\*{1,3})((?:(?!\1).)+)\1(?P<more>\s*\([^()]*\)(?=,\s))?"
)
