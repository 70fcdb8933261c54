"""What the heads of a section tell of each other: one order and one form hold for all of them."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import role_in_brackets
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import SHORT_FORM, may_be_place, owns, place_tail
from typeset.importers.text.heads.towns_below import is_long_for_town, take_towns_below
from typeset.importers.text.heads.votes import read_alike
from typeset.importers.text.heads.words import KINDS, WORK, Kind, ends_like_role, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def agree(pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """Let the heads that are sure decide those that are not: order, organisation, place."""
    if kind not in KINDS:
        return
    words = KINDS[kind]
    heads = [head for head, _ in pending]
    read_alike(pending, words, record)
    _order(pending, words, record)
    _lone_sides(heads, words, record)
    _bold_sides(pending, record)
    _owners_in_brackets(heads, words, record)
    _roles_in_brackets(heads, words, record)
    _owners_by_neighbours(heads, words, record)
    _place_by_neighbours(pending, words, record)
    take_towns_below(pending, words, record)


def _order(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """A head whose words do not tell its order follows the order of most others."""
    turns = [_turn(head, raw) for head, raw in pending]
    turned = sum(turn for (head, _), turn in zip(pending, turns, strict=True) if not head.unsure)
    sure = [turn for (head, _), turn in zip(pending, turns, strict=True) if not head.unsure]
    for (head, _), turn in zip(pending, turns, strict=True):
        # "Operations Centre - Moss Labs": alone in its order, without a word for a role
        alone = abs(turned) == len(sure) - 2 >= _FEWEST and turned * turn < 0
        if alone and not any(_is_role(one, record) for one in (head.what, head.who)):
            head.unsure = True
        if head.unsure:
            unnamed = head.what[:1].islower() and not head.where  # "own forge, Thirsk"
            if turned > 0 and unnamed and turn <= 0 and _is_town(head.who, record):
                head.what, head.who, head.where = "", head.what, head.who  # no role at all
            elif turned * turn < 0:
                owner, town = place_tail(head.what, words, record)
                head.what, head.who = head.who, owner
                head.where = " · ".join(part for part in (town, head.where) if part)
            record.choose(head.line, "order-by-neighbours", f"{head.what} / {head.who}", head.what)
        elif head.what and head.who:
            record.choose(head.line, "order-by-words", f"{head.what} / {head.who}", head.what)


def _turn(head: Head, raw: RawEntry) -> int:
    """1 for a head that shows its organisation before its role, -1 for the other order."""
    shown = _shown(raw)
    places = shown.find(head.what), shown.find(head.who)
    if not head.what or not head.who or min(places) < 0:
        return 0
    return 1 if places[1] < places[0] else -1


def _lone_sides(heads: list[Head], words: Kind, record: Record) -> None:
    """A title that is one thing, and unknown, is what the titles known to be one thing are."""
    lone = [head for head in heads if bool(head.what) != bool(head.who)]
    held = [
        bool(head.what)
        and (_is_role(head.what, record) if words is WORK else names(words.what, head.what, record))
        for head in lone
    ]
    owned = [bool(head.who) and names(words.who, head.who, record) for head in lone]
    for head, known in zip(lone, held, strict=True):
        named = not any(word[:1].islower() for word in head.what.split())
        if head.what and named and not known and any(owned) and not any(held):
            head.what, head.who = "", head.what
            record.choose(head.line, "side-by-neighbours", head.who, "an organisation")


def _bold_sides(pending: list[tuple[Head, RawEntry]], record: Record) -> None:
    """Two parts of a title that stand in one bold text are one, where all of it is elsewhere."""
    bolds = [unlink(unstyle(match[1]))[0].strip(" ,") if (match := _BOLD.match(raw.head[0][1]))
             else "" for _, raw in pending]  # fmt: skip
    whats = sum(
        bool(bold) and bold == head.what for bold, (head, _) in zip(bolds, pending, strict=True)
    )
    for bold, (head, _) in zip(bolds, pending, strict=True):
        if whats >= _FEWEST and bold in (f"{head.what}, {head.who}", f"{head.who}, {head.what}"):
            head.what, head.who = bold, ""
            record.choose(head.line, "bold-by-neighbours", bold, "one part of the head")


_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def _is_role(text: str, record: Record) -> bool:
    return names("roles", text, record) or ends_like_role(text, record)


def _is_town(text: str, record: Record) -> bool:
    """Whether one capitalised word stands where others have a role, and is none."""
    alone = len(text.split()) == 1 and text[:1].isupper() and text[1:].islower()
    told = any(names(list_, text, record) for list_ in ("roles", "organisations"))
    return alone and not told and not ends_like_role(text, record)


def _place_by_neighbours(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """ "Organisation, Town" where another head of the section ends in a place that is known.

    Two that are read so do as well, though no list has their towns.
    """
    placed = [head for head, raw in pending if _ends_in_place(head, raw)]
    known = any(is_place(head.where, record) for head in placed)
    if not known and sum(names(words.who, head.who, record) for head in placed) < _FEWEST:
        return
    for head, _ in pending:
        owner, _, town = head.who.rpartition(", ")
        inner = "," in owner or any(record.vocabulary.has("units", one) for one in (owner, town))
        if not owner or inner or head.where or not head.what or is_long_for_town(town):
            continue
        if SHORT_FORM.match(town):
            continue
        if may_be_place(town, words, record) and not owns(town, words, record):
            head.who, head.where = owner, town
            record.choose(head.line, "place-by-neighbours", f"{owner}, {town}", town)


def _shown(raw: RawEntry) -> str:
    """What a reader sees of a head."""
    return " ".join(unlink(unstyle(text))[0] for _, text in raw.head)


def _ends_in_place(head: Head, raw: RawEntry) -> bool:
    return bool(head.who and head.where) and f"{head.who}, {head.where}" in _shown(raw)


def _owners_in_brackets(heads: list[Head], words: Kind, record: Record) -> None:
    """ "Role (Organisation)", with no other organisation: where several heads have this form."""
    found = [
        (head, match)
        for head in heads
        if not head.who and (match := _IN_BRACKETS.fullmatch(head.what))
        and match[2][:1].isupper() and not names(words.what, match[2], record)
        and key(match[2]) not in record.vocabulary["schools"]  # "(FH)", of which kind it is
    ]  # fmt: skip
    told = any(names(words.who, match[2], record) for _, match in found)
    for head, match in found if told or len(found) >= _FEWEST else ():
        head.what, head.who = match[1], match[2]
        _choose_bracket(head, "owner-in-brackets", match, record)


def _roles_in_brackets(heads: list[Head], words: Kind, record: Record) -> None:
    """ "Organisation (Role)", with no other role: where several heads are so, or one is told."""
    found = [
        (head, match)
        for head in heads
        if words is WORK and not (head.what and head.who)
        and (match := role_in_brackets(head.what or head.who, record))
    ]  # fmt: skip
    told = any(names(words.who, match[1], record) for _, match in found)
    for head, match in found if told or len(found) >= _FEWEST else ():
        head.what, head.who = match[2], match[1]
        _choose_bracket(head, "role-in-brackets", match, record)


def _choose_bracket(head: Head, rule: str, match: re.Match[str], record: Record) -> None:
    record.choose(head.line, rule, f"{match[1]} ({match[2]})", match[2])


_IN_BRACKETS = re.compile(r"(.+?)\s*[(（](.+)[)）]")
_FEWEST = 2


def _owners_by_neighbours(heads: list[Head], words: Kind, record: Record) -> None:
    """ "Role, Organisation, Department", cut too late: another head has this organisation alone."""
    owners = {head.who for head in heads if head.what and head.who and not head.unsure}
    for head in heads:
        what, _, owner = head.what.rpartition(", ")
        named = owner[:1].isupper() and not names(words.what, owner, record)
        if what and owner in owners and head.who and named:
            head.what, head.who = what, f"{owner}, {head.who}"
            record.choose(head.line, "owner-by-neighbours", head.who, owner)
