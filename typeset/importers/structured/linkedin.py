"""A LinkedIn data export: a zip, or the folder it was unpacked to, of CSV files.

Files may be missing. What LinkedIn keeps of contacts, messages and advertising is never opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.people import reference
from typeset.importers.structured.rich import plain_body, plain_text
from typeset.importers.structured.spine import Spine, join, with_line
from typeset.importers.structured.tables import read_table
from typeset.importers.structured.when import dates_of, single_date
from typeset.importers.text.markup.inline import escape
from typeset.problems import Problem, Severity, Span, TypesetError
from typeset.profile.nodes import Tree

_STARTED, _FINISHED = ("Started On", "Start Date"), ("Finished On", "End Date")


def read_linkedin(source: Source) -> Imported:
    """Read an export. Raises `TypesetError` for a damaged zip or CSV file, with its line."""
    tree = Tree({})
    files = _files(source)
    guessed: list[Problem] = []
    for name, member in files.items():
        place = source.members.place(member)
        guessed += read_table(tree, name, source.members[member], place)
    if not any(tree.data.values()):
        raise TypesetError(
            Problem("no-words", "this export holds no résumé", span=Span(source.name))
        )
    reading = Reading(tree, source.name)
    reading.problems += guessed
    root = reading.root
    spine = Spine()
    basics = _basics(root, spine)
    for name, read in _SECTIONS.items():
        if root.has(name):
            read(root.mappings(name), spine)
    basics["summary"] = spine.summary
    data = {"basics": basics, **spine.data()}
    others = sorted(set(source.members) - set(files.values()))
    if others:
        shown = ", ".join(others[:6]) + (", …" if len(others) > 6 else "")
        message = f"other files of the export are not read: {shown}"
        reading.problems.append(Problem("ignored", message, Severity.NOTE, Span(source.name)))
    return reading.finish(data)


def _files(source: Source) -> dict[str, str]:
    """The files that are read, by their usual names; of two alike the one less deep."""
    known = {_folded(name): name for name in (*_HEAD, *_SECTIONS)}
    found: dict[str, str] = {}
    for member in sorted(source.members, key=lambda name: (name.count("/"), name)):
        name = known.get(_folded(PurePosixPath(member).name))
        if name:
            found.setdefault(name, member)
    return {name: found[name] for name in (*_HEAD, *_SECTIONS) if name in found}


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()


_HEAD = ("Profile.csv", "Email Addresses.csv", "PhoneNumbers.csv")


def _basics(root: Node, spine: Spine) -> dict[str, Any]:
    rows = root.mappings("Profile.csv")
    if not rows:
        return _contacts(root, {"details": []})
    row = rows[0]
    basics: dict[str, Any] = {
        "name": join(row.raw("First Name"), row.raw("Last Name"), by=" "),
        "label": row.line("Headline"),
        "location": row.line("Geo Location", "Location", "Address"),
        "profiles": [
            {"network": "Twitter", "username": handle}
            for handle in _bracketed(row.raw("Twitter Handles"))
        ],
        "details": [],
    }
    _contacts(root, basics)
    websites = row.raw("Websites")
    for label, site in map(_labelled, _bracketed(websites)):
        if not basics.get("url") and re.match(r"https?:", site):
            basics["url"] = site
            row.seen_as(websites.replace(f"{label}:", "", 1), "Websites")
        else:
            basics["details"].append({"label": label, "value": site})
    for column in ("Maiden Name", "Birth Date", "Address", "Zip Code", "Industry"):
        if (value := row.line(column)) and value != basics["location"]:
            basics["details"].append({"label": column, "value": value})
    for label, value in map(_labelled, _bracketed(row.raw("Instant Messengers"))):
        basics["details"].append({"label": label, "value": escape(value)})
    basics["details"] = basics.pop("details")  # printed in this order: they come last
    spine.add_summary("", plain_text(row.text("Summary")))
    return basics


def _bracketed(text: str) -> list[str]:
    """The items of `[A:x],[B:y]`, or of a list with commas."""
    if text.startswith("["):
        return [item for item in re.findall(r"\[([^\[\]]*)\]", text) if item.strip()]
    return [item.strip() for item in text.split(",") if item.strip()]


def _labelled(item: str) -> tuple[str, str]:
    """`PORTFOLIO:https://…` as its label and value."""
    match = re.fullmatch(r"([A-Z][A-Z_ ]+):(.+)", item.strip())
    return (match[1], match[2].strip()) if match else ("", item.strip())


def _contacts(root: Node, basics: dict[str, Any]) -> dict[str, Any]:
    """The main e-mail address, and the phone numbers."""
    rows = root.mappings("Email Addresses.csv")
    main = [row for row in rows if row.value.get("Primary", "").strip().casefold() == "yes"] or rows
    for row in rows:
        row.skip("Confirmed", "Primary", "Updated On")
        if row.path != main[0].path:
            row.skip("Email Address", why="it is not the main address")
    if main:
        basics["email"] = main[0].raw("Email Address")
    for row in root.mappings("PhoneNumbers.csv"):
        number = join(row.raw("Extension"), row.raw("Number"), by=" ")
        kind = row.raw("Type")
        if not basics.get("phone"):
            basics["phone"] = number
            row.skip("Type")
            kind = ""
        elif number:
            basics["details"].append({"label": kind, "value": escape(number)})
    return basics


def _body(row: Node, *columns: str) -> dict[str, Any]:
    return plain_body(row.text(*columns))


def _dates(row: Node) -> dict[str, str]:
    return dates_of(row, _STARTED, _FINISHED, goes_on=True)


def _positions(rows: list[Node], spine: Spine) -> None:
    made = [
        {
            "name": row.line("Company Name"),
            "position": row.line("Title"),
            "location": row.line("Location"),
            **_dates(row),
            **_body(row, "Description"),
        }
        for row in rows
    ]
    spine.add("work", "", made)


def _education(rows: list[Node], spine: Spine) -> None:
    made = []
    for row in rows:
        entry = {
            "institution": row.line("School Name"),
            "studyType": row.line("Degree Name"),
            "area": row.line("Field Of Study", "Field of Study"),
            "score": row.line("Grade"),
            **_dates(row),
            **_body(row, "Notes", "Description"),
        }
        made.append(with_line(entry, row.line("Activities")))
    spine.add("education", "", made)


def _projects(rows: list[Node], spine: Spine) -> None:
    made = [
        {"name": r.line("Title"), "url": r.raw("Url"), **_dates(r), **_body(r, "Description")}
        for r in rows
    ]
    spine.add("projects", "", made)


def _publications(rows: list[Node], spine: Spine) -> None:
    made = [
        {
            "name": row.line("Name"),
            "publisher": row.line("Publisher"),
            "url": row.raw("Url"),
            **single_date(row, "releaseDate", "Published On"),
            **_body(row, "Description"),
        }
        for row in rows
    ]
    spine.add("publications", "", made)


def _certifications(rows: list[Node], spine: Spine) -> None:
    made = []
    for row in rows:
        number = row.line("License Number")
        ends = row.has(*_FINISHED)
        dates = _dates(row) if ends else single_date(row, "date", *_STARTED)
        entry = {"name": row.line("Name"), "issuer": row.line("Authority"), "url": row.raw("Url")}
        made.append(entry | dates | {"summary": f"License Number: {number}" if number else ""})
    spine.add("certificates", "", made)


def _honors(rows: list[Node], spine: Spine) -> None:
    made = [
        {"title": r.line("Title"), **single_date(r, "date", "Issued On"), **_body(r, "Description")}
        for r in rows
    ]
    spine.add("awards", "", made)


def _volunteering(rows: list[Node], spine: Spine) -> None:
    made = []
    for row in rows:
        entry = {
            "organization": row.line("Company Name", "Organization"),
            "position": row.line("Role"),
            **_dates(row),
            **_body(row, "Description"),
        }
        made.append(with_line(entry, row.line("Cause")))
    spine.add("volunteer", "", made)


def _skills(rows: list[Node], spine: Spine) -> None:
    names: dict[str, None] = {}
    for row in rows:
        name = row.line("Name")
        if name in names:
            row.skip("Name")  # LinkedIn lists some skills twice
        names[name] = None
    spine.add("skills", "", [{"keywords": list(names)}])


def _languages(rows: list[Node], spine: Spine) -> None:
    made = [{"language": r.line("Name"), "fluency": r.line("Proficiency")} for r in rows]
    spine.add("languages", "", made)


def _recommendations(rows: list[Node], spine: Spine) -> None:
    made = []
    for row in rows:
        row.skip("Creation Date", "Status")
        if row.value.get("Status", "").strip().upper() in ("HIDDEN", "PENDING"):
            row.tell("hidden", "this recommendation is hidden, and not read")
            row.skip_all()
            continue
        name = join(row.raw("First Name"), row.raw("Last Name"), by=" ")
        about = join(row.line("Job Title"), row.line("Company"))
        made.append(reference(escape(name), about, plain_text(row.text("Text")), []))
    spine.add("references", "", made)


def _generic(title: str, *columns: str) -> Callable[[list[Node], Spine], None]:
    """A section of its own; `columns` are those of an entry's title."""

    def read(rows: list[Node], spine: Spine) -> None:
        made = []
        for row in rows:
            day = single_date(row, "startDate", "Filed On", "Issued On", "Date", "Test Date")
            if day.get("startDate") and "dates" not in day:
                day["endDate"] = day["startDate"]
            entry = {
                "title": join(*(row.line(column) for column in columns)),
                "url": row.raw("Url"),
                **(_dates(row) if row.has(*_STARTED, *_FINISHED) else day),
                **_body(row, "Description"),
            }
            made.append(entry)
        spine.add_generic(title, made)

    return read


_SECTIONS: dict[str, Callable[[list[Node], Spine], None]] = {
    "Positions.csv": _positions,
    "Education.csv": _education,
    "Projects.csv": _projects,
    "Publications.csv": _publications,
    "Patents.csv": _generic("Patents", "Title", "Number"),
    "Certifications.csv": _certifications,
    "Courses.csv": _generic("Courses", "Name", "Number"),
    "Honors.csv": _honors,
    "Volunteering.csv": _volunteering,
    "Organizations.csv": _generic("Organizations", "Position", "Name"),
    "Test Scores.csv": _generic("Test Scores", "Name", "Score"),
    "Skills.csv": _skills,
    "Languages.csv": _languages,
    "Recommendations_Received.csv": _recommendations,
}
"""The files that are read, in the order in which a profile on LinkedIn shows them."""
