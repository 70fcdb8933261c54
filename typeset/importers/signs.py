"""How each format is known: by its first bytes, its keys or its files, never by a file's ending."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from typeset.importers.source import Source
from typeset.problems import TypesetError

_JSON = re.compile(r"""\s*(?:\{\s*(?:["'}]|$|[$\w]+\s*:\s)|\[\s*\{\s*["'}])""")
_ASIDE = re.compile(r"\s*#|---|\.\.\.|%")
_KEY = re.compile(r"\s*[\"']?([$\w]+)[\"']?\s*:(?:\s|$)")
_FIRST = re.compile(r"(?:-\s+)?[\"']?\$?\w[\w -]*(?:[\"']\s*)?:(?:\s|$)")
_TOP_KEY = re.compile(r"^[\"']?(\$?\w[\w -]*?)[\"']?:(?=\s|$)", re.MULTILINE)
_BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.DOTALL
)

JSON_RESUME_KEYS = frozenset(
    [
        "$schema",
        "basics",
        "work",
        "volunteer",
        "education",
        "awards",
        "certificates",
        "publications",
        "skills",
        "languages",
        "interests",
        "references",
        "projects",
        "meta",
    ]
)
"""JSON Resume's own top-level keys."""

_PROFILE_ONLY = frozenset({"lang", "title", "letter", "unplaced"})
_BEYOND = _PROFILE_ONLY | {"sections", "theme"}


def looks_like_json(source: Source) -> bool:
    """Whether a text begins as a JSON object does, or a list of such."""
    return source.is_text and bool(_JSON.match(source.text))


def looks_like_data(source: Source) -> bool:
    """Whether a text begins as JSON, or as YAML does: with a key, or a list of mappings."""
    if not source.is_text:
        return False
    lines = (line for line in source.text.split("\n") if line.strip() and not _ASIDE.match(line))
    return looks_like_json(source) or bool(_FIRST.match(next(lines, "")))


def top_keys(text: str) -> set[str]:
    """The keys at the top of a YAML text, without parsing it."""
    return set(_TOP_KEY.findall(text))


def is_json_resume(source: Source) -> bool:
    """JSON with JSON Resume's sections; a JSON profile, which has keys beyond it, is none.

    So is YAML with `basics`, and no key that only a profile has; a profile may be such, too.
    """
    data = _data(source) if _is_yaml_resume(source) else _json(source)
    known = [key for key in data if key in JSON_RESUME_KEYS - {"$schema", "meta"}]
    return bool(known) and not is_profile(data)


def _is_yaml_resume(source: Source) -> bool:
    if not looks_like_data(source) or looks_like_json(source):
        return False
    keys = top_keys(source.text)
    sections = JSON_RESUME_KEYS - {"$schema", "basics", "meta"}
    return "basics" in keys and bool(keys & sections) and not keys & _BEYOND


def is_profile(data: dict[str, Any]) -> bool:
    """Whether plain data has keys that only this tool's profiles have; Resumake's is none."""
    if "selectedTemplate" in data:
        return False
    return bool(_PROFILE_ONLY & data.keys()) or isinstance(data.get("sections"), list)


def is_fresh(source: Source) -> bool:
    """JSON in the FRESH format: its `employment`, or a `meta.format` that says so."""
    data = _json(source)
    meta = data.get("meta")
    named = isinstance(meta, dict) and str(meta.get("format", "")).upper().startswith("FRESH")
    return named or ("basics" not in data and isinstance(data.get("employment"), dict))


def is_reactive(source: Source) -> bool:
    """JSON of Reactive Resume: `basics` beside a mapping of `sections`."""
    data = _json(source)
    return isinstance(data.get("basics"), dict) and isinstance(data.get("sections"), dict)


def is_rendercv(source: Source) -> bool:
    """YAML with `cv:` and, inside it, what only RenderCV has there."""
    return _has_keys(source, "cv", "sections|social_networks|name")


def is_yamlresume(source: Source) -> bool:
    """YAML with `content:` and JSON Resume's sections inside it."""
    return _has_keys(source, "content", "basics|education|work")


def _has_keys(source: Source, outer: str, inner: str) -> bool:
    """Whether the value of the top-level key `outer` is a mapping with one of the `inner` keys."""
    if not source.is_text:
        return False
    if looks_like_json(source):
        content = _json(source).get(outer)
        keys = set(content) if isinstance(content, dict) else set()
    else:
        keys = _keys_below(source.text, outer)
    return not keys.isdisjoint(inner.split("|"))


def _keys_below(text: str, outer: str) -> set[str]:
    """The keys in the block of a YAML text's top-level key, without parsing it."""
    lines = (line for line in text.split("\n") if line.strip() and not _ASIDE.match(line))
    found: set[str] = set()
    inside = False
    for at, line in enumerate(lines):
        key = _KEY.match(line)
        if not (key or at):
            return set()  # what begins with no key is no YAML
        if not line[0].isspace():
            inside = bool(key and key[1] == outer)
        elif inside and key:
            found.add(key[1])
    return found


def is_europass(source: Source) -> bool:
    """XML whose root is Europass's: `SkillsPassport`, or HR-XML's `Candidate`."""
    return xml_root(source) in ("SkillsPassport", "Candidate", "Europass", "LearnerInfo")


def xml_root(source: Source) -> str:
    """The name of the root element without its prefix, or "" for what is no XML."""
    if not source.is_text or b"<" not in source.data[:100]:
        return ""
    text, at = source.text[:20_000], 0
    while before := _BEFORE_ROOT.match(text, at):
        at = before.end()
    root = re.compile(r"<([^\s/>!?<]+)").match(text, at)
    return root[1].rpartition(":")[2] if root else ""


LINKEDIN_FILES = (
    "Profile.csv",
    "Positions.csv",
    "Education.csv",
)
"""Files of which a LinkedIn export holds at least one."""


def is_linkedin(source: Source) -> bool:
    """A zip or folder with the files of a LinkedIn export."""
    if not (source.is_folder or source.is_zip):
        return False
    names = {PurePosixPath(name).name.casefold() for name in source.members}
    return any(name.casefold() in names for name in LINKEDIN_FILES)


def _json(source: Source) -> dict[str, Any]:
    """The plain data of JSON; nothing for what is none, or broken."""
    return _data(source) if looks_like_json(source) else {}


def _data(source: Source) -> dict[str, Any]:
    try:
        data: dict[str, Any] = source.tree.data
    except TypesetError:
        return {}
    return data
