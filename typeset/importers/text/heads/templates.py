"""The form of the heads that are surely read, for those of a section that are not.

A form is what stands between the parts of a head, over all its lines: "Org (Town)" over "Role,
dates" gives `who (where)⏎what, date`. People give the heads of one section one form.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import may_be_place
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    is_own_work,
    names,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

FIELDS = ("what", "who", "where")
_DATE = "\0"

Form = tuple[str, ...]
"""Literals and names of fields by turns: `("", "who", " (", "where", ")\\n", "what", "")`."""


@dataclass
class _Shown:
    """A head as a reader sees it, its date as one sign, and the form it has been read by."""

    head: Head
    text: str
    form: Form | None
    sure: bool


def read_alike(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """Read the heads that no words decide by the form that most of the decided ones have."""
    shown = [_show(head, raw, words, record) for head, raw in pending]
    forms = Counter(one.form for one in shown if one.sure and one.form)
    form, count = next(iter(forms.most_common(1)), ((), 0))
    if not form or count * 2 < forms.total():
        return
    for one in shown:
        if one.sure or form == one.form:
            continue
        parts = _parts_by(form, one, words, record)
        # An ending may deceive ("Haus Zur Linde"): two heads that a list decides outweigh it.
        if parts and (count > 1 or not _ends_alone(parts, words, record)):
            head = one.head
            _drop_joiners(form, head, record)
            head.what, head.who, head.where = (parts.get(name, "") for name in FIELDS)
            head.unsure, head.remarks = False, []
            record.choose(head.line, "form-by-neighbours", f"{head.what} / {head.who}", head.what)


def _drop_joiners(form: Form, head: Head, record: Record) -> None:
    """Write down the words between the parts of a form that the head has held until now."""
    held = f" {head.what} {head.who} {head.where} "
    for literal in form[::2]:
        word = literal.replace(_DATE, "").strip()
        if re.search(r"\w", word) and f" {word} " in held:
            list_ = "joiners" if key(word) in record.vocabulary["joiners"] else "place_joiners"
            record.use_label(head.line, word, list_)


def _show(head: Head, raw: RawEntry, words: Kind, record: Record) -> _Shown:
    lines = [_without_date(unlink(unstyle(text))[0].strip(), record) for _, text in raw.head]
    text = "\n".join(re.sub(r"[^\S\n\t]+", " ", line) for line in lines)
    plain = not (head.whole or head.area or head.roles or raw.given or raw.inner or raw.employer)
    plain = plain and text.count(_DATE) == 1
    form = _form(head, text, record) if plain else None
    told = names(words.what, head.what, record) and not names(words.what, head.who, record)
    placed = not head.where or may_be_place(head.where, words, record)
    sure = form is not None and told and placed and not head.remarks
    return _Shown(head, text if plain else "", form, sure)


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return f"{text[: found.begin]}{_DATE}{text[found.finish :]}" if found else text


def _form(head: Head, text: str, record: Record) -> Form | None:
    """The form of a head, where its parts are all of its text; None for others."""
    values = {name: getattr(head, name) for name in FIELDS if getattr(head, name)}
    if not head.what or not head.who or any(text.count(value) != 1 for value in values.values()):
        return None
    places = sorted((text.index(value), name) for name, value in values.items())
    form: list[str] = []
    end = 0
    for begin, name in places:
        if begin < end:
            return None
        form += [text[end:begin], name]
        end = begin + len(values[name])
    form.append(text[end:])
    if " " in form[2:-1:2] and not CJK.search(text):
        return None  # no sign: names and titles have blanks of their own
    joiners = record.vocabulary["joiners"] | record.vocabulary["place_joiners"]
    literals = (literal.replace(_DATE, "").strip() for literal in form[::2])
    if any(re.search(r"\w", literal) and key(literal) not in joiners for literal in literals):
        return None
    return tuple(form)


def _parts_by(form: Form, one: _Shown, words: Kind, record: Record) -> dict[str, str] | None:
    """The parts of a head that has a form, where each of them can be what it would be."""
    match = re.fullmatch(_pattern(form), one.text)
    parts = match.groupdict() if match else {}
    what, who, where = (parts.get(name, "") for name in FIELDS)
    if not what or not all(part[:1].isalnum() or part[:1] in "“\"'«" for part in parts.values()):
        return None
    wrong = (
        any(part.count("(") != part.count(")") for part in parts.values())
        or any(remark not in parts.values() for remark in one.head.remarks)
        or who[:1].islower()
        or is_own_work(what, who, record)
        or is_place(what, record)
        or is_place(who, record)
        or names(words.what, who, record)
        or names("degrees", who, record)  # "Statistics, MSc (M1), Hill School" taught
        or _owns(what, words, record)
        or (words is EDUCATION and _lists_subjects(what, record))
        or (_owns(one.head.who, words, record) and not _owns(who, words, record))
        or (where and not may_be_place(where, words, record))
        or (one.head.who and not where and is_place(one.head.where, record))  # "Org (Leeds)"
    )
    return None if wrong else parts


def _lists_subjects(what: str, record: Record) -> bool:
    """Whether a degree goes on in its subjects, which no comma ends: "A levels: Art (A), …"."""
    degree, colon, _ = what.partition(":")
    return bool(colon) and names("degrees", degree, record)


def _pattern(form: Form) -> str:
    """A form as a regular expression: no part but the last holds the sign that ends it."""
    found = re.escape(form[0])
    for name, literal in zip(form[1::2], form[2::2], strict=True):
        sign = literal.strip(f" {_DATE}")[:1] or literal[:1]
        inner = rf"[^\n{_DATE}{re.escape(sign) if name != 'where' else ''}]"
        found += rf"(?P<{name}>{inner}+?){re.escape(literal)}"
    return found


def _ends_alone(parts: dict[str, str], words: Kind, record: Record) -> bool:
    """Whether what would be the organisation ends as a role does, and the role does not."""
    if words is not WORK or names(words.who, parts["who"], record):
        return False
    return ends_like_role(parts["who"], record) and not ends_like_role(parts["what"], record)


def _owns(text: str, words: Kind, record: Record) -> bool:
    return names(words.who, text, record) and not names(words.what, text, record)
