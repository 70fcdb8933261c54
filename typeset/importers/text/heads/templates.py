"""The form of the heads that are surely read, for those of a section that are not.

A form is what stands between the parts of a head, line by line: "Org (Town)" over "Role, dates"
gives `who (where)` and `what, date`. People give the heads of one section one form; where a head
has more or fewer lines than the others, those that it shares with them have theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import may_be_place
from typeset.importers.text.heads.words import Kind, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

FIELDS = ("what", "who", "where", "said")
DATE = "\0"

LineForm = tuple[str, ...]
"""Literals and names of fields by turns: `("", "who", " (", "where", ")")`."""

Form = tuple[LineForm, ...]
"""The forms of a head's lines, from its first to its last."""


@dataclass
class Shown:
    """A head as a reader sees it, its date as one sign, and the form it has been read by."""

    head: Head
    text: str
    form: Form
    sure: bool
    over: bool
    """Whether roles stand under the head, so that it may name none."""


def show(head: Head, raw: RawEntry, words: Kind, record: Record) -> Shown:
    """A head with the form it has been read by, and whether its words are sure of this."""
    lines = [_without_date(unlink(unstyle(text))[0].strip(), record) for _, text in raw.head]
    text = "\n".join(re.sub(r"[^\S\n\t]+", " ", line) for line in lines)
    plain = not (head.whole or head.area or head.roles or head.lasts or raw.given)
    over = bool(raw.inner or raw.employer)
    plain = plain and text.count(DATE) <= 1
    form = _form(head, text, over, record) if plain else ()
    told = names(words.what, head.what, record) and not names(words.what, head.who, record)
    if over and not head.what:
        told = owns(head.who, words, record)
    placed = not head.where or _is_place_alone(head.where, words, record)
    sure = bool(form) and told and placed and begins_name(head.who)
    form += _post_below(raw, record) if sure else ()
    return Shown(head, text if plain else "", form, sure, over)


def _is_place_alone(text: str, words: Kind, record: Record) -> bool:
    """Whether a text can be a place, and no other name before one: "Ash Infirmary, Bath"."""
    return is_place(text, record) or ("," not in text and may_be_place(text, words, record))


def begins_name(text: str) -> bool:
    """Whether a text begins as a name does, or as one in quotation marks: "{ Moss }"."""
    return text[:1].isalnum() or text[:1] in _OPENING


_OPENING = "“\"'«{"


def _post_below(raw: RawEntry, record: Record) -> Form:
    """The form of the first role under an employer, which stands where others have their one."""
    below = raw.inner[0].head[0][1] if raw.employer and raw.inner else ""
    match = _ROLE_LINE.fullmatch(_without_date(unlink(unstyle(below))[0].strip(), record))
    return (("", "what", match[1] or ""),) if match else ()


_ROLE_LINE = re.compile(rf"\w[^{DATE}]*?((?:[^\w{DATE}]+{DATE}\W*)?)")


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return f"{text[: found.begin]}{DATE}{text[found.finish :]}" if found else text


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
    words = record.vocabulary
    joiners = words["joiners"] | words["place_joiners"] | words["seat_joiners"]
    between = (literal.replace(DATE, "").strip() for literal in form[::2])
    if any(re.search(r"\w", one) and key(one) not in joiners for one in between):
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


def told_lines(form: Form) -> list[LineForm]:
    """The lines of a form that say more than when it was."""
    return [line for line in form if len(line) > 1]


def literals(form: Form) -> Iterable[str]:
    return (literal for line in form for literal in line[::2])


def pattern(form: Form) -> str:
    return r"\n".join(_line_pattern(line) for line in form)


def _line_pattern(form: LineForm) -> str:
    """A form as a regular expression: no part but the last holds the sign that ends it."""
    found = re.escape(form[0])
    for name, literal in zip(form[1::2], form[2::2], strict=True):
        sign = literal.strip(f" {DATE}")[:1] or literal[:1]
        inner = rf"[^\n{DATE}{re.escape(sign) if name != 'where' else ''}]"
        found += rf"(?P<{name}>{inner}+?){re.escape(literal)}"
    return found


def owns(text: str, words: Kind, record: Record) -> bool:
    return names(words.who, text, record) and not names(words.what, text, record)
