"""Profile → JSON Resume 1.0, made of its own keys alone (https://jsonresume.org/schema).

A file of those keys comes back from `read_json_resume` as the same JSON value, with what
it gives empty (`""`, `[]`, `{}`). Texts are as a profile holds them: in NFC, without
invisible characters, no-break spaces as spaces, none at either end. An ongoing entry has
no `endDate`, as there. Prose sections stand in `basics.summary`, entries of sections that
JSON Resume does not know in `projects`, of the type that their section is called.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from typeset.exporters.exported import Account, Exported
from typeset.exporters.json_entries import entry_data, web_address
from typeset.exporters.json_keys import with_own_empties
from typeset.exporters.json_work import positions
from typeset.profile.basics import CONTACT_KEYS, Basics, NetworkProfile
from typeset.profile.entries import Entry, GenericEntry, Project
from typeset.profile.fields import Model
from typeset.profile.model import Profile
from typeset.profile.writing import SCHEMA_FILE
from typeset.words import count

Data = dict[str, Any]


def export_json_resume(profile: Profile) -> Exported:
    """The profile as JSON Resume: UTF-8, indented, in the standard's order of sections."""
    account = Account("JSON Resume")
    schema = profile.json_schema
    data: Data = {
        "$schema": "" if schema.endswith(SCHEMA_FILE) else schema,
        "basics": _basics(profile, account),
        "work": [
            made
            for index, work in enumerate(profile.work)
            for made in positions(work, f"work[{index}]", account)
        ],
        "volunteer": _entries(profile, "volunteer", account),
        "education": _entries(profile, "education", account),
        "awards": _entries(profile, "awards", account),
        "certificates": _entries(profile, "certificates", account),
        "publications": _entries(profile, "publications", account),
        "skills": _groups(profile, "skills"),
        "languages": _groups(profile, "languages"),
        "interests": _groups(profile, "interests"),
        "references": _groups(profile, "references"),
        "projects": [*_entries(profile, "projects", account), *_generic(profile, account)],
        "meta": with_own_empties(profile.meta, "meta", _plain(profile.meta)),
    }
    _tell_rest(profile, account)
    made = with_own_empties(profile, "", _filled(data))
    text = json.dumps(made, ensure_ascii=False, indent=2)
    return Exported(f"{text}\n".encode(), tuple(account.problems))


def _basics(profile: Profile, account: Account) -> Data:
    """Who the person is, the contacts in their order."""
    basics = profile.basics
    made = _plain(basics, "details", "location")
    if isinstance(basics.location, str):
        # One word is a town; which part of a longer place is which, its author did not say.
        part = "city" if basics.location.isalpha() else "address"
        made["location"] = _filled({part: basics.location})
    else:
        made["location"] = with_own_empties(basics.location, "location", _plain(basics.location))
    if basics.url:
        made["url"] = web_address(basics.url)
    made["profiles"] = [_page(page) for page in basics.profiles]
    if basics.details:
        details = [{"network": item.label, "username": item.value} for item in basics.details]
        made["profiles"] += map(_filled, details)
        account.moved("basics.details", "in basics.profiles")
    if profile.title and not basics.name:
        made["name"] = profile.title
        account.moved("title", "in basics.name")
    elif profile.title:
        account.left_out("title", profile.title)
    made["summary"] = "\n\n".join([basics.summary, *_prose(profile, account)]).strip()
    own = with_own_empties(basics, "basics", _filled(made))
    if not isinstance(own.get("location"), dict):  # the profile has a text, the standard none
        own.pop("location", None)
    return _in_contact_order(basics, own)


def _page(page: NetworkProfile) -> Data:
    made = _plain(page)
    if page.url:
        made["url"] = web_address(page.url)
    return with_own_empties(page, "profiles", made)


def _in_contact_order(basics: Basics, made: Data) -> Data:
    """With the contacts in the author's order, which is the order they are printed in."""
    order = [key for key in (*basics.contact_order, *CONTACT_KEYS) if key in made]
    before = [key for key in ("name", "label", "image") if key in made]
    return {key: made[key] for key in dict.fromkeys([*before, *order, *made])}


def _prose(profile: Profile, account: Account) -> Iterator[str]:
    """The texts of sections, each after its title."""
    for index, section in enumerate(profile.sections):
        if section.body:
            account.moved(f"sections[{index}].body", "in basics.summary")
            yield f"## {section.title}\n\n{section.body}" if section.title else section.body


def _entries(profile: Profile, kind: str, account: Account) -> list[Data]:
    entries: list[Entry] = getattr(profile, kind)
    made = (entry_data(e, kind, f"{kind}[{i}]", account) for i, e in enumerate(entries))
    return [data for data in made if data]


def _generic(profile: Profile, account: Account) -> Iterator[Data]:
    """Entries that only a section holds, as projects of its name."""
    for index, section in enumerate(profile.sections):
        for position, entry in enumerate(section.entries):
            if isinstance(entry, GenericEntry):
                path = f"sections[{index}].entries[{position}]"
                account.moved(path, "in projects")
                common = {name: getattr(entry, name) for name in Entry.model_fields}
                kind = section.title or section.kind or ""
                project = Project(**common, name=entry.title, entity=entry.organization, type=kind)
                yield entry_data(project, "projects", path, account)


def _groups(profile: Profile, kind: str) -> list[Data]:
    """Skills, languages, interests, references: JSON Resume has every key of theirs."""
    made = (with_own_empties(e, kind, _plain(e)) for e in getattr(profile, kind))
    return [data for data in made if data]


def _tell_rest(profile: Profile, account: Account) -> None:
    """What is in no key of the file: the letter, unplaced lines, how the document is made."""
    if profile.letter:
        said = _plain(profile.letter)
        account.left_out("letter", f"{count(_texts(said))} words")
    for item in profile.unplaced:
        account.left_out("unplaced", item.text)
    used = set(_keys(_plain(profile)))
    made = {
        f"lang ({profile.lang})": profile.lang,
        "theme": profile.theme.name or profile.theme.options,
        f"the order and titles of sections{_titles(profile)}": profile.sections,
        "id": "id" in used,
        "tags": "tags" in used,
        "priority": "priority" in used,
        "meta.lint": profile.meta.lint,
    }
    account.untold([key for key, given in made.items() if given])


def _titles(profile: Profile) -> str:
    titles = [section.title for section in profile.sections if section.title]
    return f" ({', '.join(titles)})" if titles else ""


def _plain(model: Model, *without: str) -> Data:
    data: Data = model.model_dump(
        by_alias=True, exclude_defaults=True, exclude=set(without), mode="json"
    )
    return data


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data:
        if isinstance(inner, dict | list):
            yield from _keys(inner)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
