"""Made-up applications by the thousand, the same for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

RESUME = """\
lang: en
basics:
  name: Wilma Tern
  label: Clockmaker
  email: wilma@tern.example
  location: Whitby
  summary: Restores public clocks, and builds the test benches that say when they are right.
work:
  - id: tower
    name: Northern Tower Clocks
    position: Head of Workshop
    startDate: 2016-04
    endDate: present
    highlights:
{tower}
  - id: bench
    name: Pendulum & Daughter
    position: Clockmaker
    startDate: 2009-09
    endDate: 2016-03
    highlights:
{bench}
education:
  - institution: Whitby School of Horology
    studyType: Diploma
    area: Clockmaking
    startDate: 2006
    endDate: 2009
skills:
  - name: Workshop
    keywords: [wheel cutting, dials, escapements, gilding, castings]
  - name: Measurement
    keywords: [rate recording, vibration, Python, statistics]
"""
LETTER = """\
basics: {name: Wilma Tern, email: wilma@tern.example, location: Whitby}
letter:
  recipient: {organisation: "{organisation}"}
  subject: Your post of {role}
  greeting: Dear {contact},
  body: |
    The clock at {organisation} has lost {minutes} minutes a month since the bells were
    rehung; I heard it on my way past, and I can say why.

    As {role} I would begin with the suspension, measure for a week, and change nothing
    until the measurements agree. In {years} years no clock of mine has been opened twice
    for one fault.

    May I come by and listen?
  closing: Yours sincerely,
  signature: Wilma Tern
"""
_TASKS = (
    "Rebuilt the {} movement of a church clock", "Cut {} wheels to a drawing of 1780",
    "Trained {} apprentices", "Kept a rate within {} seconds a week", "Gilded {} dials on site",
    "Wrote the record of {} escapements", "Found the fault of {} clocks by ear",
)  # fmt: skip
_TAGS = ("craft", "teaching", "measuring")
_PLACES = ("Harbour", "Market", "Abbey", "Mill", "Bridge", "Station", "College")
_KINDS = ("Trust", "Museum", "Council", "Railway", "Library")
_ROLES = ("Clock Conservator", "Keeper of Clocks", "Horologist", "Workshop Manager")
_THEMES = ("classic", "modern", "compact")


def write_applications(folder: Path, count: int, seed: int = 1) -> None:
    """A résumé, a letter, and `count` applications of the same person in `applications/`."""
    choose = random.Random(seed)
    made = folder / "applications"
    made.mkdir(parents=True)
    lines = {job: _highlights(choose, 6) for job in ("tower", "bench")}
    (folder / "resume.yaml").write_text(RESUME.format(**lines), "utf-8")
    (folder / "letter.yaml").write_text(LETTER, "utf-8")
    for number in range(count):
        (made / f"{number:05}.yaml").write_text(_application(choose, number), "utf-8")


def _highlights(choose: random.Random, count: int) -> str:
    return "\n".join(
        f"      - {{text: {choose.choice(_TASKS).format(choose.randint(2, 60))}., "
        f"tags: [{_TAGS[number % len(_TAGS)]}]}}"
        for number in range(count)
    )


def _application(choose: random.Random, number: int) -> str:
    organisation = f"{choose.choice(_PLACES)} {choose.choice(_KINDS)} {number}"
    tags = ", ".join(choose.sample(_TAGS, 2))
    return (
        "profile: ../resume.yaml\nletter: ../letter.yaml\n"
        f"organisation: {organisation}\nrole: {choose.choice(_ROLES)}\n"
        f"fields: {{contact: Ms {choose.choice(_PLACES)}, minutes: {choose.randint(2, 9)}, "
        f"years: {choose.randint(10, 30)}}}\n"
        f"theme: {{name: {choose.choice(_THEMES)}}}\nselect: {{include: [{tags}]}}\n"
    )
