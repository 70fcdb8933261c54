"""Europass's newer form, HR-XML's `Candidate`: codes without labels, texts in HTML."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.structured.codes import country_name, language_name
from typeset.importers.structured.europass import (
    MOTHER_TONGUE,
    language_of_file,
    rich_body,
    rich_text,
)
from typeset.importers.structured.europass_person import organisation, person_basics
from typeset.importers.structured.mapping import TEXT_KEY, Node
from typeset.importers.structured.spine import Spine, join, of_kind, with_line
from typeset.importers.structured.when import period, point
from typeset.importers.text.markup.inline import escape

_CODED = "it holds codes, whose words Europass keeps elsewhere"
_ACTIVITIES: dict[str, tuple[str, str, str]] = {
    "VoluntaryWorks": ("VoluntaryWork", "volunteer", "Voluntary works"),
    "Projects": ("Project", "projects", "Projects"),
    "CreativeWorks": ("CreativeWork", "", "Creative works"),
    "HobbiesAndInterests": ("HobbyAndInterest HobbiesAndInterest", "", "Hobbies and interests"),
    "NetworksAndMemberships": ("NetworkAndMembership", "", "Networks and memberships"),
    "ConferencesAndSeminars": ("ConferenceAndSeminar", "", "Conferences and seminars"),
    "SocialAndPoliticalActivities": (
        "SocialAndPoliticalActivity", "", "Social and political activities",
    ),
    "CommunicationAndInterpersonalSkills": (
        "CommunicationAndInterpersonalSkill", "", "Communication and interpersonal skills",
    ),
    "ManagementAndLeadershipSkills": (
        "ManagementAndLeadershipSkill", "", "Management and leadership skills",
    ),
    "OrganisationalSkills": ("OrganisationalSkill", "", "Organisational skills"),
    "HonorsAndAwards": ("HonorAndAward HonorsAndAward", "awards", "Honors and awards"),
    "CourseCertifications": ("CourseCertification", "", "Course certifications"),
    "Recommendations": ("Recommendation", "", "Recommendations"),
}  # fmt: skip
"""Sections whose items are all of one form: the item's name, the kind, the title."""


def read_candidate(root: Node, spine: Spine) -> dict[str, Any]:
    """The profile's data of a Candidate."""
    root.skip("DocumentID", "AlternateDocumentID", "ProcessingInformation")
    root.skip("CandidateSupplier")  # the same person once more, as the file's owner
    person = root.child("CandidatePerson")
    profile = root.child("CandidateProfile")
    lang = language_of_file(profile, "@languageCode") or language_of_file(person, "@languageCode")
    basics = person_basics(person, lang)
    profile.skip("ID")
    if profile.has("Attachment"):
        profile.skip("Attachment", why="a photo is set in the profile, as a file beside it")
    spine.add_summary("", rich_text(profile, "ExecutiveSummary"))
    mother = [language_name(i.aside(), lang) for i in person.items("PrimaryLanguageCode")]
    languages = [{"language": escape(name), "fluency": MOTHER_TONGUE} for name in mother]
    titles = [item.aside("Title") for item in _design(root).mappings("Section")]
    parts = [(key, profile.child(key)) for key in profile.keys if key not in _APART]
    for other in profile.mappings("Others"):  # one title may come in pieces
        title = other.line("Title")
        if any(title == known for known, _ in parts):
            other.aside("Title")
        parts.append((title, other))
    for key, part in sorted(parts, key=lambda part: _rank(part[0], titles)):
        if key == "PersonQualifications":
            skills = _competencies(part.mappings("PersonCompetency"), lang, languages)
            spine.add("languages", "", languages)
            spine.add("skills", "", skills)
        elif part.has("Other"):
            spine.add_titled(key, [_activity(item) for item in part.mappings("Other")])
        else:
            _section(part, key, lang, spine)
    if not profile.has("PersonQualifications"):
        spine.add("languages", "", languages)
    root.skip("RenderingInformation", why="of how the document looks, only the order is read")
    basics["summary"] = spine.summary
    return {"lang": lang, "basics": basics, **spine.data()}


_APART = ("ExecutiveSummary", "Others", "ID", "Attachment", "@languageCode")
"""Keys of the profile that are no section."""


def _design(root: Node) -> Node:
    """Where the order of the sections stands."""
    return root.child("RenderingInformation").child("Design").child("SectionsOrder")


def _rank(key: str, titles: list[str]) -> int:
    """The place of a section among the titles that the file puts in order; else after them."""
    folded = [_folded(title) for title in titles]
    names = [_NAMES.get(key, key), key]
    return next((folded.index(_folded(n)) for n in names if _folded(n) in folded), len(titles))


def _folded(title: str) -> str:
    """A title without its plural and signs: `conference-seminar`, `ConferencesAndSeminars`."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+|[^\W\d_a-zA-Z]+|\d+", title)
    kept = [re.sub(r"(?<=[a-z])ie$", "y", word.lower().rstrip("s")) for word in words]
    return "".join(word for word in kept if word != "and")


_NAMES = {
    "EmploymentHistory": "work-experience",
    "EducationHistory": "education-training",
    "PersonQualifications": "language",
    "PublicationHistory": "publication",
    "Licenses": "driving-licence",
}
"""What the order of sections calls those whose element is called otherwise."""


def _section(part: Node, key: str, lang: str, spine: Spine) -> None:
    match key:
        case "EmploymentHistory":
            rows = part.mappings("EmployerHistory")
            spine.add("work", "", [made for row in rows for made in _employer(row, lang)])
        case "EducationHistory":
            rows = part.mappings("EducationOrganizationAttendance")
            spine.add("education", "", [_education(row, lang) for row in rows])
        case "Certifications":
            rows = part.mappings("Certification")
            spine.add("certificates", "", [_certificate(r, "CertificationName") for r in rows])
        case "Licenses":
            _licences(part.mappings("License"), spine)
        case "PublicationHistory":
            rows = part.mappings("Publication")
            spine.add("publications", "", [_publication(row) for row in rows])
        case "DigitalSkills":
            _digital(part, spine)
        case _ if key in _ACTIVITIES:
            names, kind, title = _ACTIVITIES[key]
            rows = [row for name in names.split() for row in part.mappings(name)]
            if kind:
                spine.add(kind, title, [of_kind(_activity(row), kind) for row in rows])
            else:
                spine.add_generic(title, [_activity(row) for row in rows])


def _dates(node: Node, *keys: str) -> dict[str, str]:
    found = next((node.child(key) for key in keys if node.has(key)), node.child(keys[0]))
    start = found.child("StartDate").aside("FormattedDateTime")
    end = found.child("EndDate").aside("FormattedDateTime")
    going = {found.aside("CurrentIndicator").casefold(), found.aside("Ongoing").casefold()}
    made = period(start, end, goes_on="true" in going)
    if start and not end and "true" not in going and point(start):
        made["endDate"] = point(start)  # a single day
    return made


def _employer(node: Node, lang: str) -> list[dict[str, Any]]:
    """The positions at an employer, one entry each."""
    found, line = organisation(node, lang)
    node.skip("IndustryCode", why=_CODED)
    node.skip("AttachmentReference")
    positions = node.mappings("PositionHistory")
    made = []
    for number, position in enumerate(positions):
        city = position.line("City")
        country = country_name(position.aside("Country"), lang)
        place = join(city, escape(country))
        entry = {
            **found,
            "position": position.line("PositionTitle"),
            **_dates(position, "EmploymentPeriod"),
            **rich_body(position, "Description"),
        }
        if not found["location"]:
            entry["location"] = place
        elif city and city in found["location"]:
            position.aside("City")
        elif city:
            entry = with_line(entry, place)
        made.append(with_line(entry, line if number + 1 == len(positions) else ""))
    return made or [with_line(found | _dates(node, "EmploymentPeriod"), line)]


def _education(node: Node, lang: str) -> dict[str, Any]:
    found, line = organisation(node, lang)
    degree = node.child("EducationDegree")
    fields = [_field(item) for item in degree.mappings("FieldOfStudy")]
    node.skip("EducationLevelCode", why=_CODED)
    node.skip("AttachmentReference")
    credits_ = join(degree.line("NumberOfCredit"), degree.line("CreditType"), by=" ")
    thesis = degree.line("Thesis")
    made = {
        "institution": found.pop("name"),
        **found,
        "studyType": degree.line("DegreeName"),
        "area": join(*fields),
        "score": degree.child("FinalGrade").line("ScoreText"),
        **_dates(node, "AttendancePeriod"),
        **rich_body(degree, "OccupationalSkillsCovered", "Description"),
    }
    for text in (thesis, credits_, line):
        made = with_line(made, text)
    return made


def _field(node: Node) -> str:
    """A field of study in words; those in numbers are told of."""
    if node.has("ProgramConcentration"):
        return node.line("ProgramConcentration")
    node.skip("MainFieldOfStudy", "SpecificFieldOfStudy", why=_CODED)
    return node.line(TEXT_KEY)


def _competencies(
    rows: list[Node], lang: str, languages: list[dict[str, str]]
) -> list[dict[str, Any]]:
    """Languages go to `languages`; given back are the other skills."""
    skills = []
    for row in rows:
        kind = row.aside("TaxonomyID").casefold()
        dimensions = [
            (d.aside("CompetencyDimensionTypeCode"), d.child("Score").line("ScoreText"))
            for d in row.mappings("CompetencyDimension")
        ]
        levels = [(name, level) for name, level in dimensions if level]
        if kind == "language":
            name = language_name(row.aside("CompetencyID"), lang)
            languages.append({"language": escape(name), "fluency": _levels(row, levels)})
        else:
            name = row.line("CompetencyName", "CompetencyID")
            skills.append({"name": name, "keywords": [level for _, level in levels]})
        row.skip("AttachmentReference")
    return skills


def _levels(row: Node, levels: list[tuple[str, str]]) -> str:
    """Levels by skill (`Listening B2, Reading C1`), once where all five are one."""
    if len(levels) >= 5 and len({level for _, level in levels}) == 1:
        for dimension in row.mappings("CompetencyDimension")[1:]:
            dimension.child("Score").aside("ScoreText")
        return levels[0][1]
    return ", ".join(f"{_dimension(name)} {level}".strip() for name, level in levels)


def _dimension(code: str) -> str:
    """`CEF-Understanding-Listening` is "Listening", `CEF-Speaking-Interaction` stays two words."""
    parts = code.removeprefix("CEF-").split("-")
    if parts[0] in ("Understanding", "Writing"):
        return parts[-1] if parts[0] == "Understanding" else "Writing"
    return " ".join(part if n == 0 else part.lower() for n, part in enumerate(parts))


def _certificate(node: Node, name: str) -> dict[str, Any]:
    issued = node.child("FirstIssuedDate").aside("FormattedDateTime") or node.aside(
        "FirstIssuedDate"
    )
    day = point(issued)
    made: dict[str, Any] = {
        "name": node.line(name, "Title", "Name"),
        "issuer": node.child("IssuingAuthority").line("Name"),
        "date": day,
        "url": node.raw("Link"),
    }
    node.skip("AttachmentReference")
    return made | rich_body(node, "Description")


def _licences(rows: list[Node], spine: Spine) -> None:
    """Driving licences: their classes."""
    names = [row.line("LicenseName", "LicenseTypeCode") for row in rows]
    spine.add("skills", "Licenses", [{"name": name} for name in names])


def _publication(node: Node) -> dict[str, Any]:
    title = node.line("Title")
    text = rich_text(node, "FormattedPublicationDescription", "Description")
    made = {
        "name": title or text,
        "releaseDate": point(node.aside("Year")),
        "url": node.raw("Link"),
        "summary": text if title else "",
    }
    return with_line(made, node.line("Reference"))


def _activity(node: Node) -> dict[str, Any]:
    """Title, dates, place, text, links: the form of most of the other sections."""
    links = [link for item in node.items("Link") if (link := item.raw())]
    made: dict[str, Any] = {
        "title": node.line("Title"),
        "location": node.line("Location"),
        "organization": node.line("Organisation", "OrganizationName"),
        "url": links[0] if links else "",
        **_dates(node, "Date", "Period"),
        **rich_body(node, "Description"),
    }
    node.skip("AttachmentReference")
    return with_line(made, join(*(f"<{link}>" for link in links[1:])))


def _digital(part: Node, spine: Spine) -> None:
    """Groups of digital skills, and a text about them."""
    groups = []
    for row in part.mappings("DigitalSkillsGroup", "DigitalSkillGroup"):
        words = [item.line() for key in row.keys if key != "Title" for item in row.items(key)]
        groups.append({"name": row.line("Title"), "keywords": words})
    single = [item.line() for item in part.items("DigitalSkill")]
    groups += [{"name": name} for name in single]
    spine.add("skills", "Digital skills", groups, rich_text(part, "Description"))
