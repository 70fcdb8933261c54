"""Heads read as most of those of their section are: each has a vote for its form."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import is_in_letters
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import may_be_place
from typeset.importers.text.heads.templates import (
    DATE,
    FIELDS,
    Form,
    LineForm,
    Shown,
    begins_name,
    literals,
    owns,
    pattern,
    show,
    told_lines,
)
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    is_own_work,
    names,
    names_owner,
)
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def read_alike(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """Read heads by the form that most of the decided ones have, if no words decide them.

    What one head decides is outvoted by two others of another form, if this is as good for it.
    """
    shown = [show(head, raw, words, record) for head, raw in pending]
    wholes = Counter(one.form for one in shown if one.sure and one.form)
    lines = _votes(wholes)
    most = _frequent(wholes)
    for one in shown if wholes else ():
        whole = () if one.over else _most(most, one.text)
        if one.form in wholes and wholes[whole] < _CLEARLY * wholes[one.form]:
            continue
        forms = (whole, () if one.sure else _by_lines(lines, one))
        for form in dict.fromkeys(form for form in forms if form):
            if form == one.form or _read_by(form, lines, one, words, record):
                break


def _votes(wholes: Counter[Form]) -> list[Counter[Form]]:
    """How many heads have each form in their first line that says more than a date, and so on."""
    lines: list[Counter[Form]] = []
    for form, votes in wholes.items():
        for at, line in enumerate(told_lines(form)):
            lines += [Counter()] if at == len(lines) else []
            lines[at][line,] += votes
    return [_frequent(forms) for forms in lines]


def _frequent(forms: Counter[Form]) -> Counter[Form]:
    """The forms that most heads have: a section where all differ tells nothing of any."""
    return Counter(dict(forms.most_common(_MOST_FORMS)))


_MOST_FORMS = 20
_CLEARLY = 2
"""How many times as many votes another form needs, against the words of a head."""


def _most(forms: Counter[Form], text: str) -> Form:
    """The form that most heads have of those that a text can have; () where none is most."""
    fitting = Counter({form: n for form, n in forms.items() if re.fullmatch(pattern(form), text)})
    form, count = next(iter(fitting.most_common(1)), ((), 0))
    return form if count * 2 >= fitting.total() else ()


def _by_lines(lines: list[Counter[Form]], one: Shown) -> Form:
    """A form made of what each line of a head is in most others that have such a line."""
    made: list[LineForm] = []
    for text in one.text.split("\n"):
        if not text.strip(DATE):
            made.append((text,))
            continue
        at = len(told_lines(tuple(made)))
        if at == len(lines) or not (most := _most(lines[at], text)):
            return ()
        made += most
    fields = [field for form in made for field in form[1::2]]
    return tuple(made) if len(set(fields)) == len(fields) else ()


def _read_by(
    form: Form, lines: list[Counter[Form]], one: Shown, words: Kind, record: Record
) -> bool:
    """Read a head by a form, where each of its parts can be what it would be."""
    votes = max(
        (lines[at][line,] for at, line in enumerate(told_lines(form)) if "who" in line), default=0
    )
    parts = _parts_by(form, votes, one, words, record)
    # An ending may deceive ("Haus Zur Linde"): two heads that a list decides outweigh it.
    if not parts or (votes < _CLEARLY and _ends_alone(parts, words, record)):
        return False
    head = one.head
    _drop_joiners(form, head, record)
    head.what, head.who, head.where = (parts.get(name, "") for name in FIELDS[:3])
    head.where = head.where.removesuffix(f", {head.url}")  # "Leeds, moss.example"
    head.unsure, head.remarks = False, [parts["said"]] if "said" in parts else []
    record.choose(head.line, "form-by-neighbours", f"{head.what} / {head.who}", head.what)
    return True


def _drop_joiners(form: Form, head: Head, record: Record) -> None:
    """Write down the words between the parts of a form that the head has held until now."""
    held = f" {head.what} {head.who} {head.where} "
    for literal in literals(form):
        word = literal.replace(DATE, "").strip()
        if re.search(r"\w", word) and f" {word} " in held:
            lists = ("joiners", "seat_joiners", "place_joiners")
            told = [one for one in lists if key(word) in record.vocabulary[one]]
            record.use_label(head.line, word, told[0] if told else lists[-1])


def _parts_by(
    form: Form, votes: int, one: Shown, words: Kind, record: Record
) -> dict[str, str] | None:
    """The parts of a head that has a form, where each of them can be what it would be."""
    match = re.fullmatch(pattern(form), one.text)
    parts = match.groupdict() if match else {}
    what, who, where = (parts.get(name, "") for name in FIELDS[:3])
    if not (what or (one.over and who)):
        return None
    if not all(begins_name(part) for part in parts.values()):
        return None
    lone = not one.head.who
    wrong = (
        any(part.count("(") != part.count(")") for part in parts.values())
        or any(remark not in parts.values() for remark in one.head.remarks)
        or (who[:1].islower() and who.split(" ")[0].islower())  # "eBay"
        or is_own_work(what, who, record)
        or (what and is_place(what, record))
        or (is_place(who, record) and not (lone and who == one.head.where and votes >= _CLEARLY))
        or (
            names(words.what, who, record)
            and not _is_outvoted(parts, votes, one.head, words, record)
        )
        or names("degrees", who, record)  # "Statistics, MSc (M1), Hill School" taught
        or owns(what, words, record)
        or (names(words.who, what, record) and not names(words.who, one.head.what, record))
        or (words is EDUCATION and lone and who in one.head.what and not names_owner(who, record))
        or (words is EDUCATION and _lists_subjects(what, record))
        or (words is EDUCATION and _holds_subject(who, one.head.who))
        or (owns(one.head.who, words, record) and not owns(who, words, record))
        or (where and not may_be_place(where, words, record))
        or (
            owns(where, words, record) and owns(who, words, record)
        )  # "School of Law, Moss University"
        or (f"({where}" in one.text and is_in_letters(where, record))
        or (one.head.who and not where and is_place(one.head.where, record))  # "Org (Leeds)"
        or (one.sure and _is_joined(who, one.head))  # "Folkets Park" and "Huskvarna"
    )
    return None if wrong else parts


def _is_joined(who: str, head: Head) -> bool:
    """Whether a text is an organisation and its place, which have been told apart."""
    return bool(head.who and head.where) and head.who in who and head.where in who


def _is_outvoted(
    parts: dict[str, str], votes: int, head: Head, words: Kind, record: Record
) -> bool:
    """Whether a role's word in an organisation is one of its name: "Corriere del Lago".

    So it is where other heads have this form, and words tell the role as well, or the owner; or
    where the role was left over by the reading that takes the organisation for it.
    """
    what = parts.get("what", "")
    told = names(words.what, what, record)
    left = told and what in head.remarks
    return votes + told + left + names(words.who, parts["who"], record) > _CLEARLY


def _holds_subject(who: str, school: str) -> bool:
    """Whether a text is a school and, parted from it by a dash, what was learned there."""
    before = who.removesuffix(school) if school else who
    return before != who and bool(re.search(r"\s[–—-]\s$", before))


def _lists_subjects(what: str, record: Record) -> bool:
    """Whether a degree goes on in its subjects, which no comma ends: "A levels: Art (A), …"."""
    degree, colon, _ = what.partition(":")
    return bool(colon) and names("degrees", degree, record)


def _ends_alone(parts: dict[str, str], words: Kind, record: Record) -> bool:
    """Whether what would be the organisation ends as a role does, and the role does not."""
    what, who = parts.get("what", ""), parts.get("who", "")
    if words is not WORK or names(words.who, who, record):
        return False
    return ends_like_role(who, record) and not ends_like_role(what, record)
