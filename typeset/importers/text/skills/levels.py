"""How well a skill is mastered: stars, a percentage, years, a word."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

Group = dict[str, Any]


STARS = "★☆⭐●○◐◯■□▪▫◆◇✦✧█▓▒░▰▱▮▯⬛⬜"
"""Signs of which several in a row say how well, for the class of a pattern."""
_SIGNS = rf"[{STARS}]{{2,20}}(?:\s*\d{{1,3}}\s?%)?|\d{{1,3}}\s?%|\d{{1,2}}\s?/\s?\d{{1,2}}"
_LEVEL = re.compile(
    r"(?P<name>.+?)\s*(?:[:：]|\s[–—-]|\s·|\t)?\s*"
    rf"(?:(?P<bare>{_SIGNS})|[(（](?P<inner>[^()（）]+)[)）])",
    re.DOTALL,
)
_STARRED = re.compile(
    rf"\s*(?P<name>[^{STARS}|;]{{1,40}}?)\s*[:：–—-]?\s*(?P<level>[{STARS}]{{3,20}})(?:\s*[|,;/·]|$|(?=\s))"
)


def starred(text: str) -> list[Group]:
    """Skills in a row, each before its stars: "Go ★★★★☆ SQL ★★☆☆☆"; none where text is left."""
    groups: list[Group] = []
    at = 0
    while match := _STARRED.match(text, at):
        groups.append({"name": shown_label(match["name"]), "level": match["level"]})
        at = match.end()
    return groups if len(groups) > 1 and not text[at:].strip() else []


def levelled(groups: list[Group], record: Record) -> list[Group]:
    """Skills that each say how well they are mastered; none where most do not."""
    made: list[Group] = []
    count = 0
    for group in groups:
        words = group.get("keywords")
        if not words or "level" in group:
            return []
        known = len(words) <= _LEVEL_AND_YEARS and all(is_level(word, record) for word in words)
        if "name" in group and (known or (len(words) == 1 and _says_how(words[0]))):
            made.append({"name": group["name"], "level": ", ".join(words)})
            count += known
            continue
        told = _LABELLED.fullmatch(words[-1]) if "name" not in group and len(words) > 1 else None
        if told and is_level(told["level"], record):  # "Word, Excel: advanced"
            name = ", ".join([*words[:-1], told["name"]])
            made.append({"name": shown_label(name), "level": told["level"]})
            count += 1
            continue
        if "name" not in group and len(words) == 2 and is_level(words[1], record):
            made.append({"name": shown_label(words[0]), "level": words[1]})
            count += 1
            continue
        plain = unstyle(words[0])
        match = _LEVEL.fullmatch(plain) if len(words) == 1 and "name" not in group else None
        level = (match["bare"] or match["inner"] or "") if match else ""
        if match and level and is_level(level, record):
            made.append({"name": shown_label(match["name"]), "level": level.strip()})
            count += 1
        elif "name" in group or len(words) != 1:
            return []
        else:
            made.append({"name": words[0]})
    return made if count * 2 > len(groups) and count > 1 else []


_LEVEL_AND_YEARS = 2


def _says_how(text: str) -> bool:
    """Whether a text among levels can be one in words of its own: "since childhood", "60 wpm"."""
    return (text[:1].islower() or text[:1].isdigit()) and len(text.split()) <= _LONGEST_LEVEL


_LONGEST_LEVEL = 4


_LABELLED = re.compile(r"(?P<name>[^:：]+?)\s*[:：]\s+(?P<level>.+)")
_ASIDE = re.compile(r"(?<=[^\W\d_])\s+\([^()]+\)$")


def by_levels(over: Group, groups: list[Group], record: Record) -> list[Group]:
    """Groups that levels name ("Advanced: Go, SQL"), under the name over them; none for others."""
    names = [group.get("name", "") for group in groups]
    listed = all(group.keys() == {"name", "keywords"} for group in groups)
    if not listed or not all(is_level(name, record) for name in names):
        return []
    made: list[Group] = [
        {"level": name, "keywords": group["keywords"]}
        for name, group in zip(names, groups, strict=True)
    ]
    return [{**over, **made[0]}, *made[1:]]


def is_level(text: str, record: Record) -> bool:
    """Stars, a percentage, a mark out of ten, years, or a word such as "advanced"; or two of them.

    What it is said of may stand in a bracket behind: "advanced (Word, Excel)".
    """
    text = text.strip()
    parts = _two_levels(text)
    if parts and all(is_level(part, record) for part in parts):
        return True
    text = _ASIDE.sub("", text)
    signs = re.fullmatch(_SIGNS, text)
    years = re.fullmatch(r"[~>≥約]?\d{1,2}(?:[.,]\d)?\+?\s?(\S+?)(?:以上)?", text)
    lasting = years is not None and key(years[1]) in record.vocabulary["durations"]
    return bool(signs) or lasting or key(text) in record.vocabulary["levels"]


def _two_levels(text: str) -> list[str]:
    """The parts of "expert (8 years)" and "expert, 8 years"; none for other texts."""
    match = _TWO.fullmatch(text)
    return [part for part in match.groups() if part] if match else []


_TWO = re.compile(r"([^\W\d][^,()]{0,30}?)(?:,\s+([^,()]{1,20})|\s+\(([^,()]{1,20})\))")


def shown_label(text: str) -> str:
    return unstyle(text).strip().rstrip(":：").strip()
