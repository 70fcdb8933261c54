"""Cutting a title line in two: words for roles and degrees say where, and which is which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.contacts import is_place
from typeset.importers.inline import masked, split_top
from typeset.importers.record import Record
from typeset.importers.vocabulary import key

STRONG = re.compile(r"\s*[|｜•·∙⋅]\s*|\s*\t\s*|\s+@\s+|\s*(?:\\\n)\s*")

_DASH = re.compile(r"\s+(?:–|—|-{1,3}|:|::|»|~)\s+|\s*(?:—|——)\s*|\s*[:：]\s+")

_COMMA = re.compile(r"\s*[,，、]\s*")


@dataclass(frozen=True)
class Kind:
    """Which words tell the two sides of a head apart, for a kind of section."""

    what: str
    who: str


WORK = Kind("roles", "organisations")

EDUCATION = Kind("degrees", "schools")

KINDS = {"work": WORK, "volunteer": WORK, "education": EDUCATION}


def cut(title: str, words: Kind, record: Record) -> list[str]:
    """The title line in its parts: at strong separators, else by the first of `CUTS`."""
    strong = split_top(title, STRONG)
    if len(strong) > 1:
        return strong
    for rule in CUTS:
        if parts := rule(title, words, record):
            return parts
    return [title]


def names(list_: str, text: str, record: Record) -> bool:
    """Whether a text holds a word of one of the vocabulary's lists, whatever separates it."""
    return record.vocabulary.has(list_, re.sub(r"[/,()–—-]", " ", text)) or record.vocabulary.has(
        list_, text
    )


def by_dash(title: str, words: Kind, record: Record) -> list[str]:
    """At a dash ("Org — Role", "Role - Org"), where a comma would not cut better."""
    match = _DASH.search(masked(title))
    if not match:
        return []
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    comma = last_comma(title, record)
    role_left, role_right = names(words.what, left, record), names(words.what, right, record)
    if comma and role_left and not role_right and comma > match.end():
        return []  # "Senior Role – Team, Org"
    return [left, right] if left and right else []


def _by_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word that joins: "Role at Org", "Role bei Org"."""
    joiners = "|".join(re.escape(word) for word in sorted(record.vocabulary["joiners"]))
    match = re.search(rf"\s+({joiners})\s+(?=\w)", masked(title), re.IGNORECASE)
    if not match or words is not WORK:
        return []
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    strict = key(match[1]) in ("at", "bei", "beim", "chez", "en")
    comma = last_comma(title, record)
    if not strict or not names("roles", left, record) or (comma and comma < match.start()):
        return []
    record.use_label(0, match[1], "joiners")
    return [left, right]


def _by_comma(title: str, words: Kind, record: Record) -> list[str]:
    """At the last comma ("Role, Org"), with a known place after it as a third part."""
    at = last_comma(title, record)
    if not at:
        return []
    left, right = title[:at].strip(), title[at + 1 :].strip()
    if is_place(right, record) or re.fullmatch(r"[A-Z]{2}", right):
        parts = split_top(left, _COMMA)
        if re.fullmatch(r"[A-Z]{2}", right) and len(parts) > 2:
            return [", ".join(parts[:-2]), parts[-2], f"{parts[-1]}, {right}"]
        if len(parts) > 1 and not re.fullmatch(r"[A-Z]{2}", right):
            return [", ".join(parts[:-1]), parts[-1], right]
    return [left, right]


CUTS = (by_dash, _by_joiner, _by_comma)


def last_comma(title: str, record: Record) -> int:
    """Where the last comma stands that does not come before "Inc." and its like (0: nowhere)."""
    mask = masked(title)
    at = max(mask.rfind(","), mask.rfind("，"))
    while at > 0 and key(title[at + 1 :]) in record.vocabulary["suffixes"]:
        at = max(mask.rfind(",", 0, at), mask.rfind("，", 0, at))
    return max(at, 0)


def order_of(first: str, second: str, words: Kind, record: Record) -> int:
    """1 for role before organisation, -1 for the other order, 0 where the words do not say."""
    earlier = [key(part) in record.vocabulary["earlier"] for part in (first, second)]
    if words is WORK and any(earlier):
        return -1 if earlier[0] else 1
    scores = [
        4 * names(words.what, part, record)
        - 2 * names(words.who, part, record)
        + (words is WORK and ends_like_role(part, record))
        for part in (first, second)
    ]
    if scores[0] == scores[1]:
        return 0
    return 1 if scores[0] > scores[1] else -1


def ends_like_role(text: str, record: Record) -> bool:
    """Whether a first or last word has the ending of words for people who do something."""
    words = [key(word) for word in re.split(r"[\s,/]+", text) if word]
    endings = tuple(record.vocabulary["role_endings"])
    return any(len(word) > 4 and word.endswith(endings) for word in (*words[:1], *words[-1:]))
