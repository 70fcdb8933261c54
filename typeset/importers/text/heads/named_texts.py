"""Heads whose texts come with their names: the columns of a table, labels, lines told apart."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import LAST_BRACKET
from typeset.importers.text.heads.forms import by_style
from typeset.importers.text.heads.grades import before_grades
from typeset.importers.text.heads.honours import is_bracketed_honours
from typeset.importers.text.heads.joined_owners import row_of_links
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.places import place, place_behind_owner
from typeset.importers.text.heads.subjects import takes_subject
from typeset.importers.text.heads.words import EDUCATION, Kind, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record

MARKS = ("score", "mark")
"""What the column of a table is called that says how well a degree was taken."""


def by_columns(
    head: Head, left: list[tuple[str, str]], given: dict[str, str], words: Kind, record: Record
) -> Head:
    """A head whose texts come from columns with names; `left` has each without its date, and whole.

    What stood behind the date of a named text is not a part of it: "Degree | 2007-2012 | Town".
    """
    undated = {_flat(whole): rest.split("\t") for rest, whole in left}
    named = {name: unlink(unstyle(text))[0].strip() for name, text in given.items()}
    plain = {name: undated.get(_flat(text), [text])[0] for name, text in named.items()}
    known = {_flat(text) for text in named.values()}
    texts = [text for rest, whole in left for text in _columns(rest, _flat(whole) in known)]
    head.what, owner = plain.get("role", ""), plain.get("organisation", "")
    where = plain.get("location", "")
    head.area = plain.get("subject", "") or head.area
    if words is EDUCATION and not owner and "," in where and not is_place(where, record):
        owner = plain.pop("location")  # where one learned: "Ash School, Leeds"
    if not owner and texts and texts[0] != head.what:
        owner = texts[0]  # a heading, under which a line is labelled as the role
    elif not head.what and texts and texts[0] != owner:
        head.what, texts = _role_among(head, texts, owner, words, record)
    marks = [plain[name] for name in MARKS if name in plain] if words is EDUCATION else []
    others = [text for text in texts if text not in (head.what, owner, head.area, *marks)]
    head.remarks += marks
    row = row_of_links(given.get("organisation", ""))
    if row or (owner and "location" in plain):  # each part is told
        head.who, head.where = row or owner, plain.get("location", "")
        head.url = "" if row else head.url
        told = (owner, head.where, named.get("organisation"))
        place(head, [text for text in others if text not in told], words, record)
        return head
    styled = by_style(given.get("organisation", ""), owner, record)
    if len(styled) > 1:  # "**Org**, Town"
        head.who, head.where = styled[0], ", ".join(styled[1:])
    else:
        head.who = owner
        place_behind_owner(head, words, record)
    if words is EDUCATION:
        _take_studies(head, record)
    inner = LAST_BRACKET.fullmatch(head.who)
    if inner and words is EDUCATION and names(words.what, inner[2], record):
        head.who, degree = inner[1], inner[2]  # "School (Master)"
        head.what = ", ".join(part for part in (degree, head.what) if part)
    place(head, others, words, record)
    return head


def _role_among(
    head: Head, texts: list[str], owner: str, words: Kind, record: Record
) -> tuple[str, list[str]]:
    """The role among the lines over a labelled owner, and the lines but for what it was on.

    This goes to `head`: '"Sea Rose", trawler (Hull)' over "Mate, 2005-2013", "Owner: Moss Ltd".
    """
    held = [text for text in texts[1:] if text != owner and names(words.what, text, record)]
    if words is EDUCATION or not held or names(words.what, texts[0], record):
        return texts[0], texts
    worked_on, where = place_tail(texts[0], words, record)
    if (bracket := LAST_BRACKET.fullmatch(worked_on)) and not where:
        worked_on, where = bracket[1], bracket[2]
    head.remarks.append(worked_on)
    record.choose(head.line, "role-over-owner", held[0], f"role; beside it {worked_on}")
    return held[0], [*texts[1:], *([where] if where else [])]


def _flat(text: str) -> str:
    """A text as it compares: an emphasis that ends before a comma is a column ("*Org*, Town")."""
    return " ".join(re.split(r"[\s,]+", text))


def _columns(rest: str, named: bool) -> list[str]:
    """The texts of a line of a head, which only those of a named one are told apart in."""
    return [text.strip() for text in rest.split("\t")] if named else [rest]


def _take_studies(head: Head, record: Record) -> None:
    """Part what stands for a degree: "Degree (with honours)", "Degree, cum laude", "Major: Art"."""
    if takes_subject(head, head.what, record):
        head.what = ""
        return
    head.what, *grades = before_grades(head.what, record) or [""]
    graded = LAST_BRACKET.fullmatch(head.what)
    if graded and is_bracketed_honours(graded[2], record):
        head.what, grades = graded[1], [graded[2], *grades]
    head.remarks += grades
