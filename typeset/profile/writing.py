"""`Profile` → YAML: fixed key order, block text that reads well, the same bytes each time."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.emitter import ScalarAnalysis

from typeset.profile.basics import CONTACT_KEYS, Basics
from typeset.profile.empties import with_empties
from typeset.profile.ids import ARRAYS
from typeset.profile.model import Profile

SCHEMA_FILE = "typeset.schema.json"
HINT = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
"""What editors with a YAML language server read for completion and checks."""

_WIDTH = 88

_SENTENCE = re.compile(r"[^\W\d_](?:[\w.,;()/'\"+*_–—…€£%&@!?-]|:(?=\S)| (?! |#|\Z))*")
"""Text that YAML holds without quotes, unless it is one of its own words ("yes", "null")."""


class _Dumper(yaml.SafeDumper):
    """Block style throughout, list items indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True

    # Both methods below write what the library would, which asks each character of its own:
    # they take half the time from a long profile.

    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        if not _SENTENCE.fullmatch(scalar):
            return super().analyze_scalar(scalar)
        return ScalarAnalysis(
            scalar,
            empty=False,
            multiline=False,
            allow_flow_plain=False,
            allow_block_plain=True,
            allow_single_quoted=True,
            allow_double_quoted=True,
            allow_block=True,
        )

    def write_plain(self, text: str, split: bool = True) -> None:
        if "\n" in text or self.column + len(text) >= self.best_width:
            super().write_plain(text, split)
        elif text:
            self.write_indicator(text, need_whitespace=True)


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """Paragraphs as literal blocks, long lines folded, all else plain or quoted as YAML needs."""
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > _WIDTH - 16 and "  " not in text:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def write_profile(profile: Profile) -> str:
    """The profile as YAML; `read_profile` gives it back, and writing that gives the same text."""
    plain = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    data = with_empties(profile, plain)
    if "basics" in data:
        data["basics"] = _order_basics(profile.basics, data["basics"])
    for item in _entries(data):
        for key in _LAST:
            if key in item:
                item[key] = item.pop(key)
    parts = [_dump({key: data[key]}) for key in _order(data)]
    return HINT + ("\n".join(parts) or "{}\n")


# What an entry is comes first, then where and when, then its texts.
_LAST = (
    "location",
    "url",
    "startDate",
    "endDate",
    "date",
    "releaseDate",
    "dates",
    "summary",
    "highlights",
    "roles",
    "engagements",
    "id",
    "tags",
)
_FIRST = ("$schema", "lang", "title", "basics", "letter", "sections")


def _order(data: dict[str, Any]) -> list[str]:
    return [key for key in _FIRST if key in data] + [key for key in data if key not in _FIRST]


def _order_basics(basics: Basics, data: dict[str, Any]) -> dict[str, Any]:
    """The contact keys in the author's order, which is the order they are printed in."""
    contacts = [key for key in (*basics.contact_order, *CONTACT_KEYS) if key in data]
    before = [key for key in ("name", "label", "image") if key in data]
    after = [key for key in data if key not in (*before, *CONTACT_KEYS)]
    return {key: data[key] for key in dict.fromkeys((*before, *contacts, *after))}


def _entries(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Every entry of the profile's plain data, with the roles and engagements inside."""
    lists = [data.get(kind, []) for kind in ARRAYS]
    lists += [item.get("entries", []) for item in data.get("sections", []) if _is_mapping(item)]
    found: list[dict[str, Any]] = []
    while lists:
        for entry in filter(_is_mapping, lists.pop(0)):
            found.append(entry)
            lists += [entry.get("roles", []), entry.get("engagements", [])]
    return found


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _dump(data: Any) -> str:
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=False,
    )
