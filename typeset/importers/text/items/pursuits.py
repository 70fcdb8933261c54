"""Posts that are neither work nor help given: at school, in a club, in an army.

"Extracurricular activities" and "Military service" are over rows as positions have them, which
are read as such and kept as entries of the section itself.
"""

from __future__ import annotations

import re

from typeset.importers.text.content import are_ranged
from typeset.importers.text.entries.sections import read_entries
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import without_icons, without_remark

_KINDS = ("work", "volunteer")
_JOINTS = re.compile(r"\s*[&,/・|]\s*")


def is_pursuit(title: str, record: Record) -> bool:
    """Whether a title is of such posts, and no part of it of another kind: "Clubs & leadership"."""
    words = record.vocabulary
    bare = words.joined(without_remark(without_icons(title)))
    if bare in words["pursuits"]:
        return True
    parts = _JOINTS.split(bare)
    others = [part for part in parts if part not in words["pursuits"]]
    return len(others) < len(parts) and not any(part in words.sections for part in others)


def read_pursuits(raw: RawSection, told: list[str], record: Record) -> list[Part]:
    """The entries of such a section, where its title or content says that posts stand in it."""
    kinds = raw.kinds or told
    if len(kinds) > 1 or (kinds and kinds[0] not in _KINDS):
        return []
    if raw.alone and (raw.kinds == ["work"] or not is_pursuit(raw.title, record)):
        return []  # a teacher's or a soldier's only work
    if not kinds and not are_ranged(raw.blocks, record):
        return []
    kind = kinds[0] if raw.kinds else "volunteer"
    mark = record.mark()
    parts = read_entries(kind, raw, record)
    if not parts or any(_is_nested(entry) for part in parts for entry in part.entries):
        record.reset(mark)
        return []
    record.choose(raw.line, "posts-apart", raw.title, "generic entries, a post each")
    return [_kept_apart(part) for part in parts]


def _kept_apart(part: Part) -> Part:
    """A part's positions as entries of its section, and none of a kind."""
    section = {name: value for name, value in part.section.items() if name != "kind"}
    return Part({**section, "entries": [_apart(entry) for entry in part.entries]})


def _apart(entry: Entry) -> Entry:
    """A post as an entry of no kind; a body that stands alone in one is its title."""
    alone = entry.keys().isdisjoint(_NAMES.keys() - _BODIES)
    names = dict.fromkeys(_BODIES, "title") if alone else _NAMES
    return {names.get(name, name): value for name, value in entry.items()}


_NAMES = {"position": "title", "name": "organization"}
_BODIES = {"name", "organization"}


def _is_nested(entry: Entry) -> bool:
    return "roles" in entry or "engagements" in entry
