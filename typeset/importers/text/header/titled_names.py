"""A document's title or a label, and a name, in one line: "Curriculum vitae di Ada Longo"."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.particles import PARTICLES
from typeset.importers.text.words.scripts import SOLID, begins_large

_OF = frozenset(["di", "de", "of", "van", "von", "för", "av", "do", "da", "del", "for", "du"])
_SAID = re.compile(r"(?P<name>[^:]+?)\s*:\s+\S[^:]*")
_BEHIND = re.compile(r"(?P<name>.+?)(?:\s*[,(|]\s*|\s+[–—-]\s+)(?P<title>[^,(|–-]+?)\)?")


def title_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A name or headline, and the document's title behind it, perhaps with its day.

    "Ann Bell – Nurse, Resume 2014"; "Ann Bell - CV - March 2024"; "Ann Bell CV: the long one".
    """
    if said := _SAID.fullmatch(text):
        last = said["name"].split()[-1]
        name = said["name"].removesuffix(last).rstrip()
        if is_document_title(last, record.vocabulary) and is_person(name):
            return name, text.removeprefix(name).strip()
    found = find_date(text, record.vocabulary)
    dated = found is not None and not re.search(r"\w", text[found.finish :])
    undated = text[: found.begin].rstrip(" ,(|–-") if found and dated else text
    match = _BEHIND.fullmatch(undated)
    if not match or not is_document_title(match["title"], record.vocabulary):
        return None
    return match["name"], text[match.start("title") :].removesuffix(
        ")" if ")" not in undated else ""
    )


def labelled_name(text: str, record: Record) -> tuple[str, str] | None:
    """A label and the name behind it: "Name: Ann Bell", "氏名　青木 遥"."""
    label, colon, name = (part.strip() for part in text.replace("：", ":").partition(":"))
    if not colon:
        label, name = (*text.split(maxsplit=1), "", "")[:2]
    people = all(is_person(part) for part in name.split("/"))  # "Haruka Aoki/青木遥"
    return (label, name) if record.vocabulary.label(label) == "name" and people else None


def titled_name(text: str, record: Record) -> tuple[str, str] | None:
    """A document's title and the name behind it in one line: "Curriculum vitae di Ada Longo".

    Where scripts have no spaces, a sign parts them: "简历 - 青木遥".
    """
    words = text.replace("：", "： ").split()
    for count in (2, 1):
        title = " ".join(words[:count])
        if not is_document_title(title, record.vocabulary):
            continue
        of = words[count : count + 1]
        joined = bool(of) and (of[0].casefold() in _OF or not re.search(r"\w", of[0]))
        name = words[count + joined :]
        # "CV Ida van der Meer", "CV – Anne de La Tour"
        parts = [word for word in name if word.casefold() not in PARTICLES]
        small = any(word.casefold() in record.vocabulary.small_words - _OF for word in parts)
        large = all(begins_large(word) or word in _OF for word in parts) and name[-1:] == parts[-1:]
        joined_solid = joined or title.endswith((":", "："))
        whole = len(name) == 1 and joined_solid and SOLID.search(name[0]) and is_person(name[0])
        counted = whole or 1 < len(name) <= 5
        if counted and large and not small:  # "APPLICATION FOR EMPLOYMENT AT SEA"
            return " ".join(words[: count + joined]).rstrip(" :–—-|"), " ".join(name)
    return None
