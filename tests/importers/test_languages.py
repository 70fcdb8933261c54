"""Language data is whole, and a language is told by its words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from typeset.importers.text.titles import kind_of, kinds_of
from typeset.importers.text.vocabulary import FOLDER, language_of, vocabulary

NEEDED = {
    "name", "stopwords", "and", "head", "months", "present", "since", "until", "about",
    "durations", "documents", "pages", "sections", "labels", "roles", "organisations", "degrees",
    "schools", "salutations", "closings", "subject", "enclosures", "postscript", "honorifics",
}  # fmt: skip
KINDS = {
    "summary", "contact", "work", "education", "skills", "projects", "languages", "certificates",
    "publications", "awards", "volunteer", "interests", "references",
}  # fmt: skip
LANGUAGES = [path for path in sorted(FOLDER.glob("*.yaml")) if path.stem != "common"]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_language_is_whole(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    assert not NEEDED - set(data)
    assert set(data["sections"]) == KINDS
    assert len(data["months"]) == 12
    assert data["head"] in ("first", "last")
    assert all(isinstance(word, str) for word in data["stopwords"])


TITLES = {
    "Experience": "work", "WORK EXPERIENCE:": "work", "Clinical Experience": "work",
    "Berufserfahrung": "work", "Expérience clinique": "work", "Experiencia laboral": "work",
    "Core Technologies": "skills", "What I work with": "skills", "Sprachen": "languages",
    "About Me": "summary", "Licenses & Certifications": "certificates", "Formation": "education",
    "Talks and Publications": "publications", "How I tune": "", "Red Kite Society": "",
}  # fmt: skip


@pytest.mark.parametrize(("title", "kind"), TITLES.items(), ids=list(TITLES))
def test_titles(title: str, kind: str) -> None:
    assert kind_of(title, vocabulary()) == kind


def test_mixed_titles() -> None:
    assert kinds_of("Experience & Education", vocabulary()) == ["work", "education"]
    assert kinds_of("Salt & Pepper", vocabulary()) == []


TEXTS = {
    "en": "I keep the organs in playing order and the wind is what I look at first, for it is air.",
    "de": "Ich baue Orgeln und stimme sie auf dem Land, weil der Wind dort nicht von hier ist.",
    "fr": "Je répare des orgues dans les villages et je les accorde pour la fête avec une amie.",
    "es": "Reparo los órganos de la comarca y los afino para la fiesta con una amiga de mi pueblo.",
    "": "Go, Rust, SQL",
}


@pytest.mark.parametrize(("name", "text"), TEXTS.items(), ids=list(TEXTS))
def test_language_of(name: str, text: str) -> None:
    assert language_of(text) == name
