"""Skill sections → groups of skills, and the languages or the prose among them."""

from __future__ import annotations

from typeset.importers.text.blocks import Block, Heading, Line, Paragraph, to_markdown
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.skills import read_skills
from typeset.importers.text.spoken import read_languages
from typeset.importers.text.titles import kinds_of


def read_skill_section(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Groups of skills; the languages that stand last among them are a section of their own."""
    before: list[Block] = []
    blocks = list(raw.blocks)
    while (
        len(blocks) > 1
        and isinstance(blocks[0], Paragraph)
        and read_skills(blocks[:1], record) is None
    ):
        before.append(blocks.pop(0))
    groups = read_skills(blocks, record)
    if groups is None:
        if parts := _readable_skills(kind, raw, record):
            return parts
        groups = read_skills(blocks, record, titled=True)
    if groups is None:
        return []
    spoken = [group for group in groups if _is_tongue(group, record)]
    section = spine(raw, "skills", to_markdown(before))
    if 1 < len(spoken) < len(groups) and groups[-len(spoken) :] == spoken:
        tongues = [{"language": one["name"], "fluency": one["level"]} for one in spoken]
        record.choose(raw.line, "languages-among-skills", spoken[0]["name"], "languages")
        return [
            Part(section, "skills", groups[: -len(spoken)]),
            Part({"kind": "languages"}, "languages", tongues),
        ]
    # Only last groups leave the section: one before others would lose its place among them.
    own: list[Part] = []
    while len(groups) > 1 and (told := _of_own_kind(groups[-1], record)):
        kind, entries = told
        title = groups.pop()["name"]
        record.choose(raw.line, f"{kind}-among-skills", title, kind)
        own.insert(0, Part({"kind": kind, "title": title}, kind, entries))
    return [Part(section, "skills", groups), *own]


def _readable_skills(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """The lists under sub-headings as skills, and what stands last and is prose as such."""
    starts = [at for at, block in enumerate(raw.blocks) if isinstance(block, Heading)]
    for at in reversed(starts[1:]):
        heading = raw.blocks[at]
        assert isinstance(heading, Heading)
        if read_skills(raw.blocks[:at], record):
            readable = RawSection(raw.title, raw.line, raw.kinds, raw.blocks[:at])
            first = read_skill_section(kind, readable, record)
            title = unlink(unstyle(heading.text))[0].strip()
            record.choose(heading.line, "kept-as-prose", title, "a section of prose")
            rest = to_markdown(raw.blocks[at + 1 :])
            return [*first, Part({"title": title, **({"body": rest} if rest else {})})]
    return []


def _of_own_kind(group: Entry, record: Record) -> tuple[str, list[Entry]] | None:
    """Languages or interests, where a group of skills is called so and holds nothing else."""
    kinds = kinds_of(group.get("name", ""), record.vocabulary)
    names = group.get("keywords", ())
    if "languages" in kinds:
        words: list[Block] = [Paragraph([Line(0, word)]) for word in names]
        spoken = read_languages(words, record)
        return ("languages", spoken) if spoken else None
    if kinds == ["interests"] and names and "level" not in group:
        return "interests", [{"name": name} for name in names]
    return None


def _is_tongue(group: Entry, record: Record) -> bool:
    """Whether a skill is a language, and how well it is spoken: "Englisch: B2"."""
    name = group.get("name", "")
    return "level" in group and len(name.split()) < 3 and record.vocabulary.has("tongues", name)
