"""Groups of skills → sections, where languages and interests stand among them as such."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from typeset.importers.text.items.entries import read_items
from typeset.importers.text.items.kinds import ITEM_NAMES
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.spoken import read_languages
from typeset.importers.text.skills.tongue_lists import split_languages
from typeset.importers.text.skills.words import PLAIN_LABEL
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def split_groups(
    section: dict[str, Any], groups: list[Entry], line: int, record: Record
) -> list[Part]:
    """The sections that groups make, in their order; the first one has the title of them all.

    A group that its author put under "Skills" stays there, by the name that they gave it. What
    stands between two groups of skills stays with them: it would cut their section in two.
    """
    if not _holds_others(section, groups, record):
        return [Part(section, "skills", groups)]
    groups, spoken = _cut_spoken(_cut_label(_gathered(groups, record), record), record)
    own = [_of_own_kind(group, record) for group in groups]
    skills = [at for at, told in enumerate(own) if not told]
    parts: list[Part] = []
    for at, group in enumerate(groups):
        told = own[at]
        if told and not (skills and skills[0] < at < skills[-1]):
            kind, entries = told
            title = group["name"]
            record.choose(line, f"{kind}-among-skills", title, kind)
            told_so = any(one.get("fluency") == title for one in entries)
            names = [] if told_so else [title]
            called: dict[str, Any] = {"title": title} if names else {"untitled": True}
            first = {} if parts else section
            if names and first.get("title"):
                parts.append(Part({"title": first["title"]}))
            elif first.get("title"):
                called = {"title": first["title"]}
            parts.append(Part({**first, "kind": kind, **called}, kind, entries))
        elif parts and parts[-1].kind == "skills":
            parts[-1].entries.append(group)
        else:
            over = {"kind": "skills", "untitled": True} if parts else section
            parts.append(Part(over, "skills", [group]))
    if spoken:
        record.choose(line, "languages-among-skills", spoken[0]["language"], "languages")
        parts.append(Part({"kind": "languages"}, "languages", spoken))
    return parts


def _holds_others(section: dict[str, Any], groups: list[Entry], record: Record) -> bool:
    """Whether a section of skills holds sections, and not groups that are called like these.

    Its title tells so ("Skills and languages"), a group of spoken languages whose name is in the
    title ("Languages" under "Languages & tools"), a group on a mother tongue, as forms have it,
    or a first group without a name, which is all that the title is for.
    """
    title = section.get("title", "")
    titled = kinds_of(title, record.vocabulary) != ["skills"]
    return (
        titled
        or "name" not in groups[0]
        or any(_is_mother_tongue(one, record) or _is_titled(one, title, record) for one in groups)
    )


def _is_titled(group: Entry, title: str, record: Record) -> bool:
    """Whether a group is of spoken languages, by its name and words, and its title says so too."""
    name = key(group.get("name", "")).split()
    if not name or not set(name) < set(key(title).split()):
        return False
    mark = record.mark()
    told = _of_own_kind(group, record)
    record.reset(mark)
    return told is not None and told[0] == "languages"


def _is_mother_tongue(group: Entry, record: Record) -> bool:
    """Whether a level names a group of languages: "Mother tongue: Welsh"."""
    names = group.get("keywords") or [group.get("level", "").rstrip(".")]
    return key(group.get("name", "")) in record.vocabulary["levels"] and all(
        key(name) in record.vocabulary["tongues"] for name in names
    )


def _gathered(groups: list[Entry], record: Record) -> list[Entry]:
    """Groups with the languages after a label of theirs under it: "Languages", "Welsh: native"."""
    result: list[Entry] = []
    for group in groups:
        last = result[-1] if result else {}
        name, level = group.get("name", ""), group.get("level", "")
        labels = "languages" in kinds_of(last.get("name", ""), record.vocabulary)
        if labels and "level" not in last and "keywords" not in group and (
            _spoken(name, level, record)
        ):  # fmt: skip
            result[-1] = {**last, "keywords": [*last.get("keywords", []), f"{name}: {level}"]}
        else:
            result.append(group)
    return result


def _cut_label(groups: list[Entry], record: Record) -> list[Entry]:
    """A list whose last item is "Languages: …", cut before it; other groups as they are."""
    *before, last = groups
    *words, item = last.get("keywords") or [""]
    label = PLAIN_LABEL.fullmatch(item)
    if "name" in last or not words or not label or not kinds_of(label[1], record.vocabulary):
        return groups
    named = {"name": label[1].strip("* "), "keywords": split_languages(label[2].strip("* "))}
    return [*before, {**last, "keywords": words}, named] if _of_own_kind(named, record) else groups


def _cut_spoken(groups: list[Entry], record: Record) -> tuple[list[Entry], list[Entry]]:
    """The groups, or the words of the only one, and the languages that lead or end them."""
    *before, last = groups
    words = last.get("keywords", []) if not before and "name" not in last else []
    items = [(word, "") for word in words] or [_name_and_level(group) for group in groups]
    told = [_spoken(name, level, record) for name, level in items]
    first = len(list(takewhile(bool, told)))
    end = len(told) - len(list(takewhile(bool, reversed(told[first:]))))
    spoken = [entry for entry in (*told[:first], *told[end:]) if entry]
    if not 1 < len(spoken) < len(items):
        return groups, []
    if words:
        return [{**last, "keywords": words[first:end]}], spoken
    left = groups[first:end]
    if all(group.keys() == {"keywords"} for group in left):
        left = [{"keywords": [word for group in left for word in group["keywords"]]}]
    return left, spoken


def _name_and_level(group: Entry) -> tuple[str, str]:
    """A group's name and how well, which may be its only word; none for a list."""
    words = group.get("keywords", [])
    if len(words) > 1 or (words and "level" in group):
        return "", ""
    return group.get("name", ""), group.get("level", "") or "".join(words)


def _spoken(name: str, level: str, record: Record) -> Entry | None:
    """A language, and how well it is spoken: "Englisch: B2"; None for a skill."""
    text = f"{name}: {level}" if level else name
    if not record.vocabulary.has("tongues", name.split()[0] if name else ""):
        return None
    found = read_languages([Paragraph([Line(0, text)])], record) or []
    return found[0] if len(found) == 1 and "fluency" in found[0] else None


def _of_own_kind(group: Entry, record: Record) -> tuple[str, list[Entry]] | None:
    """Languages, interests or dated certificates, where a group is called so and holds no other."""
    kinds = kinds_of(group.get("name", ""), record.vocabulary)
    names = group.get("keywords") or [group.get("level", "").rstrip(".")]
    if _is_mother_tongue(group, record):
        return "languages", [{"language": name, "fluency": group["name"]} for name in names]
    if "languages" in kinds:
        words: list[Block] = [Paragraph([Line(0, word)]) for word in names]
        spoken = read_languages(words, record)
        return ("languages", spoken) if spoken else None
    if kinds == ["certificates"] and any(find_date(one, record.vocabulary) for one in names):
        items: list[Block] = [Paragraph([Line(0, word)]) for word in names]
        entries = read_items(items, *ITEM_NAMES["certificates"], record)
        return ("certificates", entries) if entries else None
    if kinds == ["interests"] and names and "level" not in group:
        return "interests", [{"name": name} for name in names]
    return None
