"""The sections of a résumé with their entries, under their titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typeset.document.entries import bracketed, build_entry, build_group, separator_for
from typeset.document.glue import glue, glue_blocks, run_text
from typeset.document.language import Language
from typeset.document.levels import level_headings
from typeset.document.markdown import blocks, plain, rich
from typeset.document.model import Block, Entry, Group, Item, Layout, List, Rich, Run, Section
from typeset.problems import Problem, Severity
from typeset.profile.entries import Interest, Publication, Skill
from typeset.profile.entries import Language as SpokenLanguage
from typeset.profile.fields import Model
from typeset.profile.ids import ARRAYS, entry_ids
from typeset.profile.model import Profile
from typeset.profile.model import Section as SpineItem
from typeset.profile.spine import filled_kinds, spine

_GROUPS = (Skill, Interest, SpokenLanguage)
_LINES = ("certificates", "awards")


def build_sections(
    profile: Profile, language: Language
) -> tuple[tuple[Section, ...], list[Problem]]:
    """The sections of the spine that hold something, and what no section shows."""
    items = spine(profile)
    ids = entry_ids(profile)
    claimed = {name for item in items for name in item.entries if isinstance(name, str)}
    sections, bare = [], []
    over: SpineItem | None = None
    for item in items:
        section = _section(item, profile, ids, claimed, language)
        holds = bool(section.body or section.entries or section.groups)
        if over and holds:
            # a title over titles ("Publications" over "Articles") stands over the first of them
            above = glue(rich(over.title), end=False)
            title = (*above, Run(" · "), *section.title) if section.title else above
            section = replace(section, title=title)
        elif over:
            bare.append(over)
        over = item if _is_over_titles(item) else None
        if holds:
            sections.append(section)
        elif item.title and item.kind != "contact" and not over:
            bare.append(item)
    bare += [over] if over else []
    return tuple(sections), _left_out(profile, items, ids, claimed) + _bare(bare)


def _is_over_titles(item: SpineItem) -> bool:
    """Whether a section is no more than its author's title."""
    return bool(item.title) and not (item.kind or item.body or item.entries)


def _bare(items: Iterable[SpineItem]) -> list[Problem]:
    """Titles of the author's over nothing; what a section of contacts holds is in the head."""
    titles = (plain(rich(item.title)) for item in items)
    return [_not_printed(f"nothing stands under the title {title!r}, so it is") for title in titles]


def _left_out(
    profile: Profile, items: list[SpineItem], ids: dict[str, dict[str, Model]], claimed: set[str]
) -> list[Problem]:
    """What the profile holds and no section shows: whole kinds, and entries of others."""
    whole = {item.kind for item in items if not item.entries}
    problems = []
    for kind in filled_kinds(profile):
        names = ids.get(kind, {})
        missing = [] if kind in whole else [name for name in names if name not in claimed]
        if kind == "summary" and not any(item.kind == "summary" for item in items):
            missing, names = [kind], {}
        if missing and len(missing) == max(len(names), 1):
            problems.append(_not_printed(f"`sections` does not name {kind!r}, so it is"))
        else:
            problems += [
                _not_printed(f"no section names {name!r} ({kind}), so it is") for name in missing
            ]
    return problems


def beside_letter(profile: Profile) -> list[Problem]:
    """What a profile with a letter holds besides: the letter is printed alone."""
    own = (
        repr(item.title) if item.title else "a section without a title"
        for item in profile.sections
        if item.body or any(isinstance(entry, Model) for entry in item.entries)
    )
    parts = [*map(repr, filled_kinds(profile)), *own]
    verb = "is" if len(parts) == 1 else "are"
    return (
        [_not_printed(f"a letter is printed alone, so {', '.join(parts)} {verb}")] if parts else []
    )


def _not_printed(message: str) -> Problem:
    return Problem("section-left-out", f"{message} not printed", Severity.NOTE)


def _section(
    item: SpineItem,
    profile: Profile,
    ids: dict[str, dict[str, Model]],
    claimed: set[str],
    language: Language,
) -> Section:
    kind = item.kind or "prose"
    own = "" if item.untitled else language.titles.get(kind, "")
    title = glue(rich(item.title or own), end=False)
    body = blocks(item.body)
    if kind == "summary":
        body += blocks(profile.basics.summary)
    members = _members(item, ids, claimed)
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    layout: Layout = "prose"
    if members and all(isinstance(member, _GROUPS) for member in members):
        layout, groups = "groups", _groups(members, language)
    elif members and all(_is_citation(member) for member in members):
        body += (_citations(members, language),)
    elif members:
        entries = tuple(build_entry(member, language) for member in members)
        layout = "lines" if kind in _LINES or _all_heads(entries, kind) else "entries"
    return Section(
        kind, layout, title, level_headings(glue_blocks(body)), entries=entries, groups=groups
    )


def _members(item: SpineItem, ids: dict[str, dict[str, Model]], claimed: set[str]) -> list[Model]:
    """The entries a section names, or all of its kind that no other section names."""
    if item.entries:
        known = {name: entry for kind in ARRAYS for name, entry in ids[kind].items()}
        return [known[entry] if isinstance(entry, str) else entry for entry in item.entries]
    return [entry for name, entry in ids.get(item.kind or "", {}).items() if name not in claimed]


def _groups(members: Iterable[Model], language: Language) -> tuple[Group, ...]:
    """Groups one a line; members that are a word each share one line."""
    members = list(members)
    words = [member for member in members if not getattr(member, "keywords", [])]
    if words and len(words) == len(members):
        return (Group(_one_line(words, language)),)
    # One separator for all the lines of a section, even where only one needs the dot.
    every = (word for m in members for word in getattr(m, "keywords", []))
    separator = separator_for(every, language)
    return tuple(build_group(member, language, separator) for member in members)


def _one_line(members: Iterable[Model], language: Language) -> Rich:
    lines = [
        rich(bracketed(m.language, m.fluency, language))
        if isinstance(m, SpokenLanguage)
        else build_group(m, language, "").text
        for m in members
    ]
    joined: list[Run] = []
    for line in lines:
        joined += [*(run_text(language.items) if joined else ()), *line]
    return glue(tuple(joined), end=False)


def _all_heads(entries: tuple[Entry, ...], kind: str) -> bool:
    """Whether no entry has a body: then each is one line and needs no heading.

    The town of a talk or press stays on that line.
    """
    placed = kind != "publications" and any(entry.location for entry in entries)
    return not placed and not any(entry.body or entry.parts for entry in entries)


def _is_citation(member: Model) -> bool:
    """A publication whose `name` is the whole reference, as bullets of a source are."""
    return isinstance(member, Publication) and not (
        member.publisher or member.release_date or member.start_date or member.dates
    )


def _citations(members: Iterable[Model], language: Language) -> Block:
    items = []
    for member in members:
        assert isinstance(member, Publication)
        entry = build_entry(member, language)
        items.append(Item(entry.title, blocks=entry.body))
    return List(tuple(items))
