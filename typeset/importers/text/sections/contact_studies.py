"""Schooling among the facts on a person: "本科/南山大学计算机系", "2006-2010：南山大学，本科"."""

from __future__ import annotations

import re

from typeset.importers.text.entries.sections import make_entry
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import EDUCATION, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK

Lines = list[tuple[int, str]]


def take_studies(lines: Lines, record: Record) -> tuple[Lines, list[Entry]]:
    """The lines of contacts without those that are a school and what one read there, and these."""
    studies = {line: study for line, text in lines if (study := _study(text, record))}
    entries: list[Entry] = []
    for line, text in studies.items():
        record.choose(line, "studies-among-contacts", text, "education")
        head = read_head([(line, text)], "education", record)
        entries.append(make_entry(head, RawEntry([(line, text)]), "education", record))
    return [(line, text) for line, text in lines if line not in studies], entries


def _study(text: str, record: Record) -> str:
    """A line as the head of an entry, its parts between spaces; "" for other facts.

    It names a degree, and a school or the years of a school; a label ("学历：") tells it itself.
    """
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    years = found is not None and found.start != found.end
    rest = plain[: found.begin] + plain[found.finish :] if found else plain
    rest = rest.strip(" ：:，,\t")
    taught = names(EDUCATION.what, rest, record)
    schooled = names(EDUCATION.who, rest, record)
    if not taught or not (schooled or years) or ("：" in rest or ":" in rest):
        return ""
    if not CJK.search(rest) or is_contact_line(rest) or names("roles", rest, record):
        return ""
    return " ".join([found.text if found else "", _PARTS.sub(" ", rest)]).strip()


_PARTS = re.compile(r"\s*[/／|｜·，,、-]\s*")
