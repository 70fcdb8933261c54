"""Citations whose title stands in quotation marks, and what stands before and behind it."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.cited_titles import EDGES, QUOTED, bare_title
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.scripts import COMMA, SOLID


def quoted(text: str, record: Record) -> Citation | None:
    """A title in quotation marks: what stands before it are its authors, behind it the venue."""
    match = QUOTED.search(text)
    if not match:
        return None
    who, rest = text[: match.start()].strip(EDGES), text[match.end() :]
    told = len(who.split()) == 1 and text[: match.start()].rstrip().endswith(":")  # "Forthcoming:"
    told = told or _PATENT.fullmatch(who) is not None
    meeting = bool(who) and not rest.strip(EDGES) and _is_meeting(who, record)
    if who and not (told or meeting or read_names(who, record).people):
        return None
    inner = match["title"][1:-1].rstrip()
    set_apart = inner[-1:] in ".,?!" or re.match(
        r"\s*(?:[.,:;(（「『《〈«„“–—*，、；。،؛-]|$)", rest
    )
    if not (set_apart or re.match(r"\s*[^\W_a-zà-ÿ]", rest)) or not (who or rest.strip(EDGES)):
        return None
    who = text[: match.start()].strip().rstrip(":, –—-")
    if meeting:
        return Citation(bare_title(match["title"]), who)
    said, venue = ("", rest) if who else _said_before_press(rest, record)
    return Citation(bare_title(match["title"]), venue.strip(), who or said)


def _is_meeting(text: str, record: Record) -> bool:
    """Whether what stands before the title of a talk is where it was held, with its town or day.

    "Moss Days, Malmö, May 2019"; no list of authors ends so, and "Holm, Ida" begins otherwise.
    """
    first, *others = COMMA.split(text)
    if others and is_only_date(others[-1], record.vocabulary):
        return True
    if not others or len(first.split()) == 1 or read_names(text, record).sure:
        return False
    return is_place(others[-1], record) or len(others[-1].split()) == 1


def _said_before_press(text: str, record: Record) -> tuple[str, str]:
    """What stands between a title and the house that printed it, by whom or in what part; the rest.

    "『苔』、共著、青空出版、2019": the house is the first part that names one.
    """
    first, *others = [one for one in COMMA.split(text.strip().lstrip(EDGES)) if one]
    told = bool(others) and not names("presses", first, record)
    printed = told and names("presses", others[0], record)
    if not printed or not SOLID.search(text):
        return "", text
    return first, text[text.index(others[0], text.index(first) + len(first)) :]


_PATENT = re.compile(r"[^\d,.]{0,14}\d[\d,./-]{4,}\s?[号號호A-Z\d]{0,2}")
"""The number of a patent before its title: "特許第6555012号「監視装置」"."""
