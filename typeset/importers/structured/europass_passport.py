"""Europass's SkillsPassport (`LearnerInfo`): labels beside codes, lists named `…List`."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.structured.codes import country_code
from typeset.importers.structured.europass import (
    MOTHER_TONGUE,
    language_of_file,
    rich_blocks,
    rich_body,
    rich_text,
)
from typeset.importers.structured.mapping import Node
from typeset.importers.structured.prose import add_text, keywords_of
from typeset.importers.structured.spine import Spine, join, title_of, with_line
from typeset.importers.structured.when import period
from typeset.importers.text.markup.blocks import to_markdown
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.vocabulary import vocabulary

_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Driving", "Other")
_LEVELS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def read_passport(root: Node, spine: Spine) -> dict[str, Any]:
    """The profile's data of a SkillsPassport."""
    lang = language_of_file(root, "@locale")
    root.skip("DocumentInfo", "PrintingPreferences")
    root.skip("AttachmentList", why="attachments are files of their own")
    learner = root.child("LearnerInfo")
    basics = _basics(learner.child("Identification"))
    _headline(learner.child("Headline"), basics, spine)
    for key in learner.keys:
        if key == "WorkExperienceList":
            rows = learner.child(key).mappings("WorkExperience")
            spine.add("work", "", [_work(row) for row in rows])
        elif key == "EducationList":
            rows = learner.child(key).mappings("Education")
            spine.add("education", "", [_education(row) for row in rows])
        elif key == "Skills":
            _skills(learner.child(key), spine)
        elif key == "AchievementList":
            _achievements(learner.child(key).mappings("Achievement"), spine)
    learner.skip("Documentation", "ReferenceTo", "ReferenceToList")
    basics["summary"] = spine.summary
    return {"lang": lang, "basics": basics, **spine.data()}


def _headline(node: Node, basics: dict[str, Any], spine: Spine) -> None:
    """What the person is or looks for; a personal statement is the summary."""
    kind = node.child("Type")
    code = kind.raw("Code")
    if code == "personal_statement":
        spine.add_summary(label(kind), rich_text(node.child("Description"), "Label"))
        return
    title, text = label(kind), label(node.child("Description"))
    if text and code in _CALLINGS:
        kind.aside("Label")
        basics["label"] = text
    elif text:
        basics["label"] = join(title, text, by=": ")


_CALLINGS = frozenset({"preferred_job", "job_applied_for", "position"})
"""Types of a headline that is what the person is, as the profile's own key says."""


def label(node: Node) -> str:
    """The label of a value; its code, where there is no label."""
    if node.has("Label"):
        node.aside("Code")
        return node.line("Label")
    return node.line("Code")


def _basics(node: Node) -> dict[str, Any]:
    name = node.child("PersonName")
    contact = node.child("ContactInfo")
    title = label(name.child("Title")) if name.has("Title") else ""
    details: list[dict[str, str]] = []
    profiles: list[dict[str, str]] = []
    basics: dict[str, Any] = {
        "name": join(title, name.raw("FirstName"), name.raw("Surname"), by=" "),
        "location": _address(contact.child("Address").child("Contact")),
        "email": contact.child("Email").raw("Contact"),
    }
    phones = contact.child("TelephoneList").mappings("Telephone") or contact.mappings("Telephone")
    for phone in phones:
        use, number = label(phone.child("Use")), phone.raw("Contact")
        if not basics.get("phone"):
            basics["phone"] = number
            phone.skip("Use")
        elif number:
            details.append({"label": use, "value": number})
    sites = contact.child("WebsiteList").mappings("Website") or contact.mappings("Website")
    for site in sites:
        url = site.raw("Contact")
        if not basics.get("url"):
            basics["url"] = url
            site.skip("Use")
        elif url:
            profiles.append({"network": label(site.child("Use")), "url": url})
    messengers = contact.child("InstantMessagingList").mappings("InstantMessaging")
    for item in messengers:
        account = {"network": label(item.child("Use")), "username": item.raw("Contact")}
        profiles.append(account)
    basics["profiles"] = profiles
    details += _demographics(node.child("Demographics"))
    node.skip("Photo", "Signature", why="a photo is set in the profile, as a file beside it")
    basics["details"] = [detail for detail in details if detail["value"]]
    return basics


def _address(node: Node) -> Any:
    """An address in parts; with a country that has no code, on one line."""
    country = node.child("Country")
    code, name = country.raw("Code"), country.line("Label")
    parts = {
        "address": join(node.line("AddressLine"), node.line("AddressLine2")),
        "postalCode": node.line("PostalCode"),
        "city": node.line("Municipality"),
        "region": label(node.child("Region")) if node.has("Region") else "",
    }
    if len(code) == 2 and country_code(code):
        country.aside("Code")
        country.aside("Label")
        return parts | {"countryCode": country_code(code)}
    town = join(parts["postalCode"], parts["city"], by=" ")
    return join(parts["address"], town, parts["region"], name or code)


def _demographics(node: Node) -> list[dict[str, str]]:
    details = []
    if node.has("Birthdate"):
        details.append({"label": "Date of birth", "value": date_of(node.child("Birthdate"))})
    if node.has("Gender"):
        details.append({"label": "Gender", "value": label(node.child("Gender"))})
    nations = node.child("NationalityList").mappings("Nationality")
    shown = ", ".join(label(nation) for nation in nations)
    return [*details, {"label": "Nationality", "value": shown}]


def date_of(node: Node) -> str:
    """A date in attributes (`year="2012" month="--08" day="---10"`), or in children."""
    parts = []
    for key in ("year", "month", "day"):
        part = node.aside(f"@{key}", key.title()).lstrip("-")
        if not part:
            break
        parts.append(part if key == "year" else part.zfill(2))
    return "-".join(parts)


def _period(node: Node) -> dict[str, str]:
    found = node.child("Period")
    current = found.aside("Current").casefold() == "true"
    start, end = date_of(found.child("From")), date_of(found.child("To"))
    return period(start, end, goes_on=current)


def _organisation(node: Node) -> dict[str, Any]:
    """An employer's or school's name, place and page, and a line for what else is told."""
    address = node.child("ContactInfo").child("Address").child("Contact")
    website = node.child("ContactInfo").child("Website")
    website.skip("Use")
    country = address.child("Country")
    town = join(address.line("PostalCode"), address.line("Municipality"), by=" ")
    place = join(address.line("AddressLine"), address.line("AddressLine2"), town, label(country))
    return {
        "name": node.line("Name"),
        "location": place,
        "url": website.raw("Contact"),
        "line": label(node.child("Sector")) if node.has("Sector") else "",
    }


def _work(node: Node) -> dict[str, Any]:
    found = _organisation(node.child("Employer"))
    line = found.pop("line")
    made = found | {"position": label(node.child("Position")), **_period(node)}
    node.skip("Documentation", "ReferenceTo", "ReferenceToList")
    return with_line(made | rich_body(node, "Activities"), line)


def _education(node: Node) -> dict[str, Any]:
    found = _organisation(node.child("Organisation"))
    line = join(found.pop("line"), label(node.child("Level")))
    made = {
        "institution": found.pop("name"),
        "studyType": node.line("Title"),
        "area": label(node.child("Field")),
        **found,
        **_period(node),
    }
    node.skip("Documentation", "ReferenceTo", "ReferenceToList")
    return with_line(made | _taught(node), line)


def _taught(node: Node) -> dict[str, Any]:
    """What was taught, and what was learnt, where both are told."""
    taught = rich_body(node, "Activities", "Skills")
    if node.has("Activities") and node.has("Skills"):
        return with_line(taught, rich_text(node, "Skills"))
    return taught


def _skills(node: Node, spine: Spine) -> None:
    """Languages, then the kinds of skills: groups of words, or sections of prose."""
    linguistic = node.child("Linguistic")
    languages = [
        {"language": label(item.child("Description")), "fluency": MOTHER_TONGUE}
        for item in linguistic.child("MotherTongueList").mappings("MotherTongue")
    ]
    languages += [
        _language(item)
        for item in linguistic.child("ForeignLanguageList").mappings("ForeignLanguage")
    ]
    spine.add("languages", "", languages)
    groups: list[dict[str, Any]] = []
    for key in node.keys:
        if key not in _SKILLS:
            continue
        skill = node.child(key)
        skill.skip("Documentation", "ReferenceTo", "ReferenceToList")
        title = _TITLES.get(key, key)
        if key == "Driving":
            licences = [item.line() for item in skill.child("Description").items("Licence")]
            groups.append({"name": title, "keywords": licences})
            continue
        blocks = rich_blocks(skill.child("Description"), "Label", "#text")
        words = [*keywords_of(blocks), *_levels(skill)]
        if blocks and not keywords_of(blocks):
            spine.add("skills", "", groups)
            groups = []
            spine.add_prose(title, join(to_markdown(blocks), *_levels(skill), by="\n\n"))
        elif words:
            groups.append({"name": title, "keywords": words})
    spine.add("skills", "", groups)


_TITLES = {"JobRelated": "Job-related"}


def _levels(skill: Node) -> list[str]:
    """How well each field of digital competence is mastered, and the certificates for it."""
    levels = skill.child("ProficiencyLevel")
    certificates = skill.child("VerifiedBy").mappings("Certificate")
    return [
        *(f"{_spaced(key)}: {levels.line(key)}" for key in levels.keys),
        *(c.line("Title") for c in certificates),
    ]


def _spaced(key: str) -> str:
    """`InformationProcessing` is "Information processing"."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda match: f" {match[0].lower()}", key)


def _language(item: Node) -> dict[str, str]:
    """A language with its levels, once where they are all one, and the certificates for it."""
    levels = item.child("ProficiencyLevel")
    found = [(key, levels.line(key)) for key in _LEVELS if levels.has(key)]
    certificates = [
        join(c.line("Title"), label(c.child("Level")) if c.has("Level") else "")
        for c in item.child("VerifiedBy").mappings("Certificate")
    ]
    if len(found) == len(_LEVELS) and len({level for _, level in found}) == 1:
        for key in _LEVELS[1:]:
            levels.aside(key)
        shown = found[0][1]
    else:
        shown = ", ".join(f"{_spaced(key)} {level}" for key, level in found)
    item.skip("Documentation", "ReferenceTo", "ReferenceToList")
    return {
        "language": label(item.child("Description")),
        "fluency": join(shown, *certificates),
    }


def _achievements(rows: list[Node], spine: Spine) -> None:
    """Each is a section, of the kind that its code names, or its title."""
    for row in rows:
        code = row.child("Title").raw("Code")
        title = label(row.child("Title"))
        row.skip("Documentation", "ReferenceTo", "ReferenceToList")
        kind = kind_of(title_of(code), vocabulary()) or kind_of(title, vocabulary())
        blocks = rich_blocks(row, "Description")
        if blocks:
            add_text(spine, title, kind, blocks, row.reading, row.line_of("Description"))
        else:
            spine.add_generic(title, [], "")
