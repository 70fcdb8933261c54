"""The form of the heads that are surely read, for those of a section that are not.

A form is what stands between the parts of a head, line by line: "Org (Town)" over "Role, dates"
gives `who (where)` and `what, date`. People give the heads of one section one form; where a head
has more or fewer lines than the others, those that it shares with them have theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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
    names_owner,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

FIELDS = ("what", "who", "where", "said")
_DATE = "\0"

LineForm = tuple[str, ...]
"""Literals and names of fields by turns: `("", "who", " (", "where", ")")`."""

Form = tuple[LineForm, ...]
"""The forms of a head's lines, from its first to its last."""


@dataclass
class _Shown:
    """A head as a reader sees it, its date as one sign, and the form it has been read by."""

    head: Head
    text: str
    form: Form
    sure: bool
    over: bool
    """Whether roles stand under the head, so that it may name none."""


def read_alike(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """Read heads by the form that most of the decided ones have, if no words decide them.

    What one head decides is outvoted by two others of another form, if this is as good for it.
    """
    shown = [_show(head, raw, words, record) for head, raw in pending]
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
        for at, line in enumerate(_told(form)):
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
    fitting = Counter({form: n for form, n in forms.items() if re.fullmatch(_pattern(form), text)})
    form, count = next(iter(fitting.most_common(1)), ((), 0))
    return form if count * 2 >= fitting.total() else ()


def _by_lines(lines: list[Counter[Form]], one: _Shown) -> Form:
    """A form made of what each line of a head is in most others that have such a line."""
    made: list[LineForm] = []
    for text in one.text.split("\n"):
        if not text.strip(_DATE):
            made.append((text,))
            continue
        at = len(_told(tuple(made)))
        if at == len(lines) or not (most := _most(lines[at], text)):
            return ()
        made += most
    fields = [field for form in made for field in form[1::2]]
    return tuple(made) if len(set(fields)) == len(fields) else ()


def _told(form: Form) -> list[LineForm]:
    """The lines of a form that say more than when it was."""
    return [line for line in form if len(line) > 1]


def _read_by(
    form: Form, lines: list[Counter[Form]], one: _Shown, words: Kind, record: Record
) -> bool:
    """Read a head by a form, where each of its parts can be what it would be."""
    votes = max(
        (lines[at][line,] for at, line in enumerate(_told(form)) if "who" in line), default=0
    )
    parts = _parts_by(form, votes, one, words, record)
    # An ending may deceive ("Haus Zur Linde"): two heads that a list decides outweigh it.
    if not parts or (votes < _CLEARLY and _ends_alone(parts, words, record)):
        return False
    head = one.head
    _drop_joiners(form, head, record)
    head.what, head.who, head.where = (parts.get(name, "") for name in FIELDS[:3])
    head.unsure, head.remarks = False, [parts["said"]] if "said" in parts else []
    record.choose(head.line, "form-by-neighbours", f"{head.what} / {head.who}", head.what)
    return True


def _drop_joiners(form: Form, head: Head, record: Record) -> None:
    """Write down the words between the parts of a form that the head has held until now."""
    held = f" {head.what} {head.who} {head.where} "
    for literal in _literals(form):
        word = literal.replace(_DATE, "").strip()
        if re.search(r"\w", word) and f" {word} " in held:
            list_ = "joiners" if key(word) in record.vocabulary["joiners"] else "place_joiners"
            record.use_label(head.line, word, list_)


def _literals(form: Form) -> Iterable[str]:
    return (literal for line in form for literal in line[::2])


def _show(head: Head, raw: RawEntry, words: Kind, record: Record) -> _Shown:
    lines = [_without_date(unlink(unstyle(text))[0].strip(), record) for _, text in raw.head]
    text = "\n".join(re.sub(r"[^\S\n\t]+", " ", line) for line in lines)
    plain = not (head.whole or head.area or head.roles or head.lasts or raw.given)
    over = bool(raw.inner or raw.employer)
    plain = plain and text.count(_DATE) <= 1
    form = _form(head, text, over, record) if plain else ()
    told = names(words.what, head.what, record) and not names(words.what, head.who, record)
    if over and not head.what:
        told = _owns(head.who, words, record)
    placed = not head.where or may_be_place(head.where, words, record)
    sure = bool(form) and told and placed
    return _Shown(head, text if plain else "", form, sure, over)


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return f"{text[: found.begin]}{_DATE}{text[found.finish :]}" if found else text


def _form(head: Head, text: str, over: bool, record: Record) -> Form:
    """The form of a head, where its parts are all of its text; () for others."""
    said = "".join(head.remarks) if len(head.remarks) == 1 else ""
    held = zip(FIELDS, (head.what, head.who, head.where, said), strict=True)
    values = {name: value for name, value in held if value}
    lacks = not head.who or not (head.what or over) or len(head.remarks) > 1
    if lacks or any(text.count(value) != 1 for value in values.values()):
        return ()
    places = sorted((text.index(value), name) for name, value in values.items())
    form: list[str] = []
    end = 0
    for begin, name in places:
        if begin < end:
            return ()
        form += [text[end:begin], name]
        end = begin + len(values[name])
    form.append(text[end:])
    if " " in form[2:-1:2] and not CJK.search(text):
        return ()  # no sign: names and titles have blanks of their own
    joiners = record.vocabulary["joiners"] | record.vocabulary["place_joiners"]
    literals = (literal.replace(_DATE, "").strip() for literal in form[::2])
    if any(re.search(r"\w", literal) and key(literal) not in joiners for literal in literals):
        return ()
    return _in_lines(form)


def _in_lines(form: list[str]) -> Form:
    """Literals and names of fields by turns, parted where a literal ends a line."""
    lines: list[list[str]] = [[]]
    for at, one in enumerate(form):
        first, *others = one.split("\n") if at % 2 == 0 else [one]
        lines[-1].append(first)
        lines += [[other] for other in others]
    return tuple(tuple(line) for line in lines)


def _parts_by(
    form: Form, votes: int, one: _Shown, words: Kind, record: Record
) -> dict[str, str] | None:
    """The parts of a head that has a form, where each of them can be what it would be."""
    match = re.fullmatch(_pattern(form), one.text)
    parts = match.groupdict() if match else {}
    what, who, where = (parts.get(name, "") for name in FIELDS[:3])
    if not (what or (one.over and who)):
        return None
    if not all(part[:1].isalnum() or part[:1] in "“\"'«" for part in parts.values()):
        return None
    wrong = (
        any(part.count("(") != part.count(")") for part in parts.values())
        or any(remark not in parts.values() for remark in one.head.remarks)
        or (who[:1].islower() and who.split(" ")[0].islower())  # "eBay"
        or is_own_work(what, who, record)
        or (what and is_place(what, record))
        or is_place(who, record)
        or (
            names(words.what, who, record)
            and not _is_outvoted(parts, votes, one.head, words, record)
        )
        or names("degrees", who, record)  # "Statistics, MSc (M1), Hill School" taught
        or _owns(what, words, record)
        or (names(words.who, what, record) and not names(words.who, one.head.what, record))
        or (words is EDUCATION and not (one.head.who or names_owner(who, record)))  # a subject
        or (words is EDUCATION and _lists_subjects(what, record))
        or (_owns(one.head.who, words, record) and not _owns(who, words, record))
        or (where and not may_be_place(where, words, record))
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


def _lists_subjects(what: str, record: Record) -> bool:
    """Whether a degree goes on in its subjects, which no comma ends: "A levels: Art (A), …"."""
    degree, colon, _ = what.partition(":")
    return bool(colon) and names("degrees", degree, record)


def _pattern(form: Form) -> str:
    return r"\n".join(_line_pattern(line) for line in form)


def _line_pattern(form: LineForm) -> str:
    """A form as a regular expression: no part but the last holds the sign that ends it."""
    found = re.escape(form[0])
    for name, literal in zip(form[1::2], form[2::2], strict=True):
        sign = literal.strip(f" {_DATE}")[:1] or literal[:1]
        inner = rf"[^\n{_DATE}{re.escape(sign) if name != 'where' else ''}]"
        found += rf"(?P<{name}>{inner}+?){re.escape(literal)}"
    return found


def _ends_alone(parts: dict[str, str], words: Kind, record: Record) -> bool:
    """Whether what would be the organisation ends as a role does, and the role does not."""
    what, who = parts.get("what", ""), parts.get("who", "")
    if words is not WORK or names(words.who, who, record):
        return False
    return ends_like_role(who, record) and not ends_like_role(what, record)


def _owns(text: str, words: Kind, record: Record) -> bool:
    return names(words.who, text, record) and not names(words.what, text, record)
