"""Language data is whole, and a language is told by its words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from typeset.importers.text.sections.titles import kind_of, kinds_of
from typeset.importers.text.words.language import language_of
from typeset.importers.text.words.language_files import FOLDER, read_language
from typeset.importers.text.words.vocabulary import vocabulary

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
    language = read_language(path)
    assert not NEEDED - set(yaml.safe_load(path.read_text("utf-8")))
    assert set(language.groups["sections"]) == KINDS
    assert len(language.months) == 12
    assert language.values["head"] in ("first", "last")


def test_a_list_is_words_between_commas_or_a_yaml_list(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text("roles: smith, on, no\nlabels:\n  name: ['surname, name', name]\n", "utf-8")
    language = read_language(path)
    assert language.lists["roles"] == ["smith", "on", "no"]
    assert language.group("labels") == {"name": ["surname, name", "name"]}


@pytest.mark.parametrize("text", ["roles: {smith: 1}", "sections: work", "months: [[{a: b}]]"])
def test_a_value_of_another_shape_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"xx\.yaml"):
        read_language(path)


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
    assert kinds_of("Aus- und Weiterbildungen", vocabulary()) == ["education"]


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
