"""The sample's applications, from their files to their packets, as a person found them right.

One folder an application, one file a stage: what its selection chose, the manifest, the
letter, the résumé, and the tags of the PDF that holds both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import pdf
from tests.documents import to_yaml
from tests.golden import Goldens, orphans
from typeset.applications import (
    Application,
    Part,
    RenderedApplication,
    prepare_application,
    render_application,
)
from typeset.inputs import recorded
from typeset.manifest import manifest
from typeset.pipeline import Settings
from typeset.profile import Profile
from typeset.profile.addresses import Addressed
from typeset.profile.model import Section
from typeset.typesetting import Press

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sources" / "edda-lindqvist" / "applications"
NAMES = sorted(path.stem for path in SAMPLES.glob("[!_]*.yaml"))
FILES = {"choices.yaml", "manifest.json", "letter.txt", "resume.txt", "tags.txt"}
_MACHINES = ("key", "versions")
"""What of a manifest says with which versions it was made."""


@dataclass(frozen=True)
class Made:
    """An application, what came of it, and the files that were read for it."""

    application: Application
    rendered: RenderedApplication
    inputs: dict[Path, str]

    @property
    def pdfs(self) -> list[bytes]:
        """The letter, the résumé, the packet."""
        return list(self.rendered.pdfs.values())


@cache
def _make(name: str, press: Press) -> Made:
    with recorded() as inputs:
        application = prepare_application(SAMPLES / f"{name}.yaml", Settings())
        rendered = render_application(application, press)
    return Made(application, rendered, inputs)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(name: str) -> Path:
    return Path(__file__).parent / name


@pytest.fixture
def made(name: str, press: Press) -> Made:
    return _make(name, press)


def test_no_file_is_orphaned(folder: Path) -> None:
    """A file that no test below reads, or an application that there is no more."""
    assert orphans(folder, FILES) == []
    assert {path.parent.name for path in folder.parent.glob("*/*.json")} == set(NAMES)


def test_choices(made: Made, folder: Path, goldens: Goldens) -> None:
    choices = {part.kind: _choices(part) for part in made.application.parts}
    goldens.text(folder / "choices.yaml", to_yaml(choices))


def test_manifest(made: Made, folder: Path, goldens: Goldens) -> None:
    """The manifest, without what other versions of an engine, font or theme change."""
    out = ROOT / "out" / "edda-lindqvist" / "applications" / folder.name
    data = json.loads(manifest(made.application, made.rendered, made.inputs, out))
    kept = {key: value for key, value in data.items() if key not in _MACHINES}
    for key in ("files", "inputs"):
        kept[key] = list(data[key])
    for document in kept["documents"]:
        assert len(document.pop("theme_digest")) == 64
    goldens.text(folder / "manifest.json", json.dumps(kept, ensure_ascii=False, indent=2) + "\n")


def test_letter_resume_and_packet(made: Made, folder: Path, goldens: Goldens) -> None:
    letter, resume, packet = made.pdfs
    goldens.text(folder / "letter.txt", pdf.page_texts(letter))
    goldens.text(folder / "resume.txt", pdf.page_texts(resume))
    goldens.text(folder / "tags.txt", pdf.tags(packet))
    assert pdf.texts(packet) == pdf.texts(letter) + pdf.texts(resume)


def _choices(part: Part) -> dict[str, Any]:
    """What stays, in order; what does not, or may not, and why; what is said otherwise."""
    tailored = part.tailored
    return {
        "stays": _stays(tailored.addressed.profile),
        "left_out": {one.address: one.reason for one in tailored.left_out},
        "may_leave": {one.address: one.reason for one in part.prepared.may_leave},
        "reworded": {one.address: [one.before, one.after] for one in tailored.reworded},
    }


def _stays(profile: Profile) -> dict[str, list[str]]:
    """The addresses of all that each section holds."""
    found: dict[str, list[str]] = {}
    for address, part in Addressed(profile).parts.items():
        if isinstance(part.model, Section):
            inside = found[address] = []
        else:
            inside.append(address)
    return found
