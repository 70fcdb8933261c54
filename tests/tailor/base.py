"""A base to tailor, and files that say how."""

from __future__ import annotations

from pathlib import Path

from typeset.problems import TypesetError
from typeset.profile import Profile, read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor import Placed, Tailored, read_application, tailor

RESUME = """
basics:
  name: Nell Ashby
  label: Clockmaker
  summary: Repairs tower clocks. Forty since 2012.
work:
- name: Ferrow & Daughter
  position: Head clockmaker
  startDate: 2018-04
  endDate: present
  location: Kelso
  summary: Runs a shop of four.
  highlights:
  - text: Rebuilt 12 turret clocks.
    tags: [towers]
  - text: Trained three apprentices.
    tags: [teaching]
  - Wrote the shop's price list.
- name: City Museum of Time
  position: Conservator
  startDate: 2012
  endDate: 2018-03
  tags: [museum]
  highlights:
  - Catalogued 800 watches.
  roles:
  - position: Junior conservator
    startDate: 2012
    endDate: 2014
volunteer:
- organization: Clock Trust
  position: Guide
  startDate: 2015
education:
- institution: West Dean
  studyType: Diploma
  area: Clocks
  score: Distinction
  startDate: 2009
  endDate: 2012
awards:
- {title: Harrison Medal, awarder: The Guild, date: 2019}
certificates:
- {name: First Aid, issuer: Red Cross, date: 2020}
publications:
- {name: On Escapements, publisher: Horological Review, releaseDate: 2017}
projects:
- {name: The Kelso Clock, entity: Town of Kelso, roles: [Lead], description: A new dial.}
skills:
- {name: Metal, keywords: [turning, gilding]}
languages:
- {language: Scots, fluency: native}
references:
- {name: Ada Quill, reference: She is never late.}
"""


def base(text: str = RESUME) -> Addressed:
    return Addressed(profile(text))


def profile(text: str = RESUME) -> Profile:
    return read_profile(text)


def written(folder: Path, **files: str) -> Path:
    """Write `name=text` as `name.yaml`, and the base; the path of the first."""
    (folder / "resume.yaml").write_text(RESUME)
    paths = [folder / f"{name}.yaml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text)
    return paths[0]


def placed(folder: Path, text: str, **files: str) -> Placed:
    """The application `text`, which names the base, beside other files."""
    path = written(folder, application="profile: resume.yaml\n" + text, **files)
    return read_application(path, lambda file: file.read_text())


def tailored(folder: Path, text: str, **files: str) -> Tailored:
    return tailor(base(), placed(folder, text, **files))


def refused(folder: Path, text: str, **files: str) -> TypesetError:
    """What the application is refused with."""
    try:
        made = tailored(folder, text, **files)
    except TypesetError as error:
        return error
    raise AssertionError(f"not refused: {made}")
