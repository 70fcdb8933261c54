"""Europass's SkillsPassport (`LearnerInfo`): labels beside codes, lists named `…List`."""

from __future__ import annotations

from typing import Any

from typeset.importers.structured.codes import country_code
from typeset.importers.structured.europass import language_of_file, rich_body, rich_text
from typeset.importers.structured.mapping import Node
from typeset.importers.structured.spine import Spine, join, title_of, with_line
from typeset.importers.structured.when import period
from typeset.importers.text.titles import kind_of
from typeset.importers.text.vocabulary import vocabulary

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
    """What the person is or looks for, named by its type; a personal statement is the summary."""
    kind = node.child("Type")
    statement = kind.raw("Code") == "personal_statement"
    title, text = label(kind), label(node.child("Description"))
    if statement:
        spine.add_summary(title, text)
    elif text:
        basics["label"] = join(title, text, by=": ")


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
        use, url = label(site.child("Use")), site.raw("Contact")
        if not basics.get("url") and not use:
            basics["url"] = url
        elif url:
            details.append({"label": use, "value": url})
    messengers = contact.child("InstantMessagingList").mappings("InstantMessaging")
    for item in messengers:
        details.append({"label": label(item.child("Use")), "value": item.line("Contact")})
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
        details.append({"label": "Birthdate", "value": date_of(node.child("Birthdate"))})
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
    return with_line(made | rich_body(node, "Activities", "Skills"), line)


def _skills(node: Node, spine: Spine) -> None:
    """Languages, then each kind of skill as a section of prose."""
    linguistic = node.child("Linguistic")
    languages = [
        {"language": label(item.child("Description"))}
        for item in linguistic.child("MotherTongueList").mappings("MotherTongue")
    ]
    languages += [
        _language(item)
        for item in linguistic.child("ForeignLanguageList").mappings("ForeignLanguage")
    ]
    spine.add("languages", "", languages)
    for key in node.keys:
        if key not in _SKILLS:
            continue
        skill = node.child(key)
        skill.skip("Documentation", "ReferenceTo", "ReferenceToList")
        if key == "Driving":
            licences = [item.line() for item in skill.child("Description").items("Licence")]
            spine.add("skills", "", [{"name": "Driving", "keywords": licences}])
            continue
        text = _described(skill)
        spine.add_prose(title_of(_spaced(key)), text)


def _described(skill: Node) -> str:
    if isinstance(skill.value, dict) and isinstance(skill.value.get("Description"), dict):
        return label(skill.child("Description"))
    return rich_text(skill, "Description")


def _spaced(key: str) -> str:
    return "Job related" if key == "JobRelated" else key


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
        shown = ", ".join(f"{_level_name(key)} {level}" for key, level in found)
    item.skip("Documentation", "ReferenceTo", "ReferenceToList")
    return {
        "language": label(item.child("Description")),
        "fluency": join(shown, *certificates),
    }


def _level_name(key: str) -> str:
    return {"SpokenInteraction": "Spoken interaction", "SpokenProduction": "Spoken production"}.get(
        key, key
    )


def _achievements(rows: list[Node], spine: Spine) -> None:
    """Each is a section; what names the language's word for a kind keeps it as its title."""
    for row in rows:
        title = label(row.child("Title"))
        row.skip("Documentation", "ReferenceTo", "ReferenceToList")
        text = rich_text(row, "Description")
        if kind_of(title, vocabulary()) == "summary":
            spine.add_summary(title, text)
        elif text:
            spine.add_prose(title, text)
        else:
            spine.add_generic(title, [], "")
