"""Languages spoken, with their fluency."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.items.items import items_of
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
)
from typeset.importers.text.markup.inline import LINK, split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import without_icons
from typeset.importers.text.skills.tongue_lists import (
    LONGEST_SPOKEN,
    SIGNS,
    begins_with_tongue,
    level_first,
    split_languages,
)
from typeset.importers.text.skills.tongue_pairs import by_turns, set_apart, told_behind
from typeset.importers.text.words.scripts import COMMA
from typeset.importers.text.words.vocabulary import any_of, key, vocabulary

Entry = dict[str, Any]


_FLUENCY = re.compile(
    r"((?:[^()（）]|[(（][^()（）]*[)）]){1,30}?)\s*(?:[:：]|\s[–—|｜·-](?=\s)|[\t\u3000])\s*(.+)"
    r"|(.{2,30}?)\s*[(（](.+)[)）]\.?",
    re.DOTALL,
)
"""A language and how well: "Welsh: good", "Welsh (reading: good, writing: fair)"."""

_BRACKETS_BETWEEN = re.compile(r"^([^()（）]*)[)）]\s*[(（]")


def read_languages(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Languages with their fluency, or None where too few of them are known as languages."""
    mark = record.mark()
    items = items_of([_by_tongues(block, record) for block in _under_headings(blocks)], record)
    if items is None:
        return None
    texts: list[str] = []
    each = _one_each([text for _, text, _ in items])
    for line, text, below in items:
        if not below:
            unlabelled = _unlabelled(line, text, record)
            parts = (
                [unlabelled] if each else split_languages(re.sub(r"(?<=\w{3})\.$", "", unlabelled))
            )
            made = [one for part in parts for one in _joined_two(line, part, record)]
            for _ in range(unlabelled.split().count("&") - " ".join(made).split().count("&")):
                record.use_label(line, "&", "and_signs")
            texts += made
        elif leveled := _with_levels(text, below, record):
            record.choose(line, "levels-in-list", text, leveled)
            texts.append(leveled)
        else:
            record.reset(mark)
            return None
    if not texts:
        return None
    entries: list[Entry] = []
    known = spoken = 0
    for text in texts:
        name, fluency = _name_and_fluency(_uncut(text), record)
        fluency = _IN_BRACKETS.sub(r"\1", fluency)
        graded = key(fluency) in record.vocabulary["levels"] and bool(_CODE.fullmatch(name))
        short = key(name) in record.vocabulary["tongue_codes"] and name.isupper()
        code = graded or (short and bool(fluency))
        tongue = code or record.vocabulary.has("tongues", name)
        known += tongue
        spoken += key(fluency) in record.vocabulary["spoken"] and not tongue
        entries.append(
            {"language": name, **({"fluency": fluency.strip(" ;；")} if fluency else {})}
        )
        if len(name.split()) > 4:
            known -= 1
    told = known > 0 and all("fluency" in entry for entry in entries)
    if known > 0 and known + spoken == len(entries):  # "Edo: mother tongue", beside English
        return entries
    if known * 2 > len(entries) or (told and known * 2 == len(entries)):
        return entries
    record.reset(mark)
    return None


def _under_headings(blocks: list[Block]) -> list[Block]:
    """Blocks with a heading and the line under it ("### Welsh", "fluent") as one line.

    So are lines of a language and of how well it is spoken, by turns.
    """
    if pairs := by_turns(blocks):
        return pairs
    result: list[Block] = []
    for block in blocks:
        above = result[-1] if result else None
        if isinstance(above, Heading) and isinstance(block, Paragraph) and len(block.lines) == 1:
            result[-1] = Paragraph([Line(above.line, f"{above.text}: {block.text}")])
        else:
            result.append(block)
    return result


def _one_each(texts: list[str]) -> bool:
    """Whether each of several lines is one language and what is said of it: "English, C1, daily".

    Other signs than commas part languages in a line; so do full stops before a language.
    """
    return len(texts) > 1 and all(
        sum(
            begins_with_tongue(part) and key(part) not in vocabulary()["levels"]
            for part in split_top(text, COMMA)
        )
        == 1
        and begins_with_tongue(text)
        and not re.search(r"[•;、；／/\t]|[·|].*[·|]", text)
        and not any(map(begins_with_tongue, re.split(r"\.\s+|\s*[·|]\s*", text)[1:]))
        for text in texts
    )


_IN_BRACKETS = re.compile(r"^\s*[(（]([^()（）]+)[)）]\s*$")
"""What is said of a language in a line of its own: "(native)"."""


def _name_and_fluency(text: str, record: Record) -> tuple[str, str]:
    """What a text names, without a flag before it, and how well that is spoken, or ""."""
    text = without_icons(text)
    if apart := set_apart(text):
        return apart
    match = _FLUENCY.fullmatch(unstyle(text).strip())
    name, fluency = ((match[1] or match[3]), (match[2] or match[4])) if match else (text, "")
    fluency = _BRACKETS_BETWEEN.sub(r"\1 · ", fluency)  # "English (good) (certified)"
    name = _without_label(unstyle(name).strip(), fluency, record)
    before, comma, after = name.partition(", ")
    second = key(after.split()[0]) if after.split() else ""
    # "German, French and Italian: basic"; "mother tongue" names none of its own.
    listed = second in record.vocabulary["tongues"] - record.vocabulary["levels"]
    if comma and not listed and record.vocabulary.has("tongues", before):
        more = unstyle(text).strip()[len(name) :].strip()  # "English, fluent (C1)"
        name, fluency = before, f"{after} {more}".strip() if match else after
    first, _, level = name.partition(" ")
    signs = SIGNS.fullmatch(name)
    if signs and not fluency:
        name, fluency = signs[1], signs[2]  # "Danish ++"
    elif (aside := _ASIDE_BETWEEN.fullmatch(name)) and _is_fluency(first, aside[2], record):
        name, fluency = aside[1], aside[2] + (f" ({fluency})" if fluency else "")
    elif not fluency and level and _is_fluency(first, level, record):
        name, fluency = first, level
    elif level and _is_fluency(first, level, record):
        name, fluency = first, f"{level} ({fluency})"
    elif not fluency and record.vocabulary.has("tongues", first) and _SAID.fullmatch(level):
        name, fluency = first, level  # "Inglés competencia laboral"
    elif not fluency and (told := told_behind(name, record)):
        name, fluency = told
    elif level and (leads := level_first(name, record.vocabulary)):
        name, level = leads[0], _without_joiner(leads[1], record)
        fluency = f"{level} ({fluency})" if fluency else level
    if key(name) in record.vocabulary["levels"] and record.vocabulary.has("tongues", fluency):
        name, fluency = fluency.strip(), name  # "Madrelingua: italiano"
    return name, fluency


def _without_joiner(level: str, record: Record) -> str:
    """How well a language is spoken, without the word between: "Fluent in" before "Welsh"."""
    said, _, last = level.rpartition(" ")
    if not said or last not in record.vocabulary["tongue_joiners"]:
        return level
    record.use_label(0, last, "tongue_joiners")
    return said


def _uncut(text: str) -> str:
    """A text with its links as their words, where how well would be cut out of one."""
    match = _FLUENCY.fullmatch(unstyle(text).strip())
    parts = [part for part in match.groups() if part] if match else []
    whole = all(part.count("](") == len(LINK.findall(part)) for part in parts)
    return text if whole else unlink(text)[0]


def _with_levels(text: str, below: list[Block], record: Record) -> str:
    """A language with the short items of the list under it, which say how well; or ""."""
    block = below[0] if len(below) == 1 else None
    items = block.items if isinstance(block, List) else []
    short = all(
        len(item.blocks) == 1 and 0 < len(item.text.split()) <= LONGEST_SPOKEN for item in items
    )
    name = unstyle(text).strip().rstrip(":： ")
    if not items or not short or not record.vocabulary.has("tongues", name):
        return ""
    return f"{name}: {', '.join(unstyle(item.text) for item in items)}"


def _joined_two(line: int, part: str, record: Record) -> list[str]:
    """The two languages that a word joins in a part of a list, one by one: "Hindi and Bengali"."""
    words = any_of(record.vocabulary, "and")
    begun = re.fullmatch(rf"({words})\s+(\S.*)", part) if words else None
    if begun and begins_with_tongue(begun[2]):  # "Spanish, English, and Quechua"
        record.use_label(line, begun[1], "and")
        return [begun[2]]
    signs = f"{words}|&" if words else "&"
    match = re.fullmatch(rf"(\S.*?)\s+({signs})\s+((?:\w+\s)*\w+)\.?", part)
    tongues = record.vocabulary["tongues"]
    if not match or not all(
        key(one) in tongues or level_first(one, record.vocabulary) for one in (match[1], match[3])
    ):
        return [part]
    if match[2] != "&":
        record.use_label(line, match[2], "and")
    return [match[1], match[3]]


def _without_label(name: str, fluency: str, record: Record) -> str:
    """A language without the word for how well: "English level: B2"."""
    before, _, last = name.rpartition(" ")
    levels = record.vocabulary.labels.get("level", frozenset())
    if not (fluency and key(last) in levels and record.vocabulary.has("tongues", before)):
        return name
    record.use_label(0, last, "labels.level")
    return before


_LABELLED_PAIR = re.compile(r"([^:\t]{3,20}):\s*([^:\t]+?)\s*[\t,;]\s*([^:\t]{3,20}):\s*(\S.*)")


def _unlabelled(line: int, text: str, record: Record) -> str:
    """A language of a form ("Language: English  Level: native") without the labels."""
    match = _LABELLED_PAIR.fullmatch(text.strip())
    names_ = [record.vocabulary.column(match[at]) for at in (1, 3)] if match else []
    if not match or names_ != ["language", "level"]:
        return text
    record.use_label(line, match[1], "labels.language")
    record.use_label(line, match[3], "labels.level")
    return f"{match[2]}: {match[4]}"


_SAID = re.compile(r"[^\W\d_A-ZÀ-Þ]+(?:\s[^\W\d_A-ZÀ-Þ]+){1,2}")


_ASIDE_BETWEEN = re.compile(r"(\S+\s[(（][^()（）]+[)）])\s+([^()（）]+)")
"""A language with its dialect before how well it is spoken: "Romansh (Sursilvan) native"."""
_CODE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
"""A language by its code: "nl-BE (native)"."""


def _by_tongues(block: Block, record: Record) -> Block:
    """A paragraph whose every line begins with a language: its author ended these lines."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return block
    firsts = [re.split(r"[,:：(（–—]|\s-\s", unstyle(line.text).strip())[0] for line in block.lines]
    if not all(record.vocabulary.has("tongues", first) for first in firsts):
        return block
    return Paragraph([Line(line.number, line.text, True) for line in block.lines], block.indented)


def _is_fluency(name: str, level: str, record: Record) -> bool:
    """Whether a name of a language is followed by how well it is spoken: "Inglês avançado"."""
    words = record.vocabulary
    told = key(level) in words["levels"] or re.match(
        r"(?:on|at|for|with|some)\s[a-zA-C1-2 ]+$", level
    )
    return words.has("tongues", name) and bool(told)
