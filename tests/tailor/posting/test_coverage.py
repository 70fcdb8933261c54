"""Where a text has a term, and what each highlight adds."""

from __future__ import annotations

import pytest

from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor.application import Selection
from typeset.tailor.posting import Status, Term, coverage, relevance, shown_texts, terms, texts_of
from typeset.tailor.posting.language import language
from typeset.tailor.posting.matching import Text
from typeset.tailor.posting.terms import keys_of
from typeset.tailor.selection import select


def has(text: str, term: str, lang: str = "en") -> bool:
    """Whether a text has a term written so."""
    return Text.of(text, lang).has(keys_of(term, language(lang)))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Built data pipelines.", "data pipeline"),
        ("Analysis of the data", "data analysis"),
        ("embedded control systems", "embedded systems"),
        ("Test-driven development", "test driven development"),
        ("a front-end rewrite", "frontend"),
        ("Node.js services", "NodeJS"),
        ("three REST APIs", "REST API"),
        ("sql and python", "SQL"),
        ("**SQL**, [Python](https://example.org/go)", "Python"),
        ("CI/CD with Jenkins", "CI/CD"),
        ("an ISO 9001 audit", "ISO 9001"),
        ("in C++ and C#", "C#"),
    ],
)
def test_a_text_has_a_term(text: str, term: str) -> None:
    assert has(text, term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Data, and pipelines", "data pipelines"),
        ("data. Pipelines", "data pipelines"),
        ("control of four embedded machine systems", "embedded control systems"),
        ("They did it well", "IT"),
        ("Let it go", "Go"),
        ("in C", "C++"),
        ("net revenue", ".NET"),
        ("JavaScript", "Java"),
        ("[here](https://example.org/python)", "Python"),
        ("ISO 14001", "ISO 9001"),
    ],
)
def test_a_text_has_not(text: str, term: str) -> None:
    assert not has(text, term)


def test_languages_that_join_words_find_parts_of_them() -> None:
    assert has("ein Qualitätsmanagementsystem eingeführt", "Qualitätsmanagement", "de")
    assert has("die Produktentwicklung", "Entwicklung", "de")
    assert not has("management systems", "agements", "en")


def test_scripts_without_spaces_are_found_by_their_characters() -> None:
    assert has("検査装置の機構設計を担当した", "機構設計", "ja")
    assert not has("機構を設計した", "機構設計", "ja")


def test_elided_articles_are_no_part_of_a_word() -> None:
    assert has("Mise en place d'une analyse", "l'analyse", "fr")


PROFILE = """
basics: {name: Nell Ashby, label: Clockmaker, summary: Knows Kafka.}
sections: [summary, work, skills]
work:
- id: ferrow
  name: Ferrow
  position: Clockmaker
  highlights:
  - {id: both, text: Kafka and Docker in production.}
  - {id: kafka, text: Kafka for clocks.}
  - {id: none, text: Swept the floor.}
  - {id: terraform, text: Terraform.}
skills:
- {id: tools, name: Tools, keywords: [Docker, Ansible]}
projects:
- {id: unseen, name: A mill, highlights: [{id: hidden, text: Welding Kafka.}]}
"""
POSTING = "## Requirements\n- Kafka\n- Docker\n- Terraform\n- Ansible\n- Welding\n- Rope\n"


def profile() -> Addressed:
    return Addressed(read_profile(PROFILE, "nell.yaml"))


def test_three_places_where_a_term_can_be() -> None:
    base, shown = profile(), profile()
    select(shown, Selection(drop=["terraform", "tools"]), {}, lambda key, number: None)  # type: ignore[arg-type, return-value]
    rows = coverage(terms(POSTING, "en"), shown_texts(Addressed(shown.profile)), texts_of(base))
    found = {row.term.text: (row.status, row.selected, row.left_out) for row in rows}
    assert found == {
        "Kafka": (Status.COVERED, ("basics.summary", "both", "kafka"), ("hidden",)),
        "Docker": (Status.COVERED, ("both",), ("tools.keywords",)),
        "Terraform": (Status.LEFT_OUT, (), ("terraform",)),
        "Ansible": (Status.LEFT_OUT, (), ("tools.keywords",)),
        "Welding": (Status.LEFT_OUT, (), ("hidden",)),
        "Rope": (Status.ABSENT, (), ()),
    }


def test_a_text_worded_otherwise_is_left_out() -> None:
    (row,) = coverage(terms("## Requirements\n- Kafka\n", "en"), {"a": "Queues"}, {"a": "Kafka"})
    assert (row.status, row.left_out) == (Status.LEFT_OUT, ("a",))


def test_a_second_highlight_for_a_term_adds_less() -> None:
    worth = relevance(terms(POSTING, "en"), profile())
    assert list(worth) == ["both", "terraform", "kafka", "none"]
    assert worth["both"] > worth["terraform"] > worth["kafka"] > worth["none"] == 0


def test_what_no_section_shows_is_not_weighed() -> None:
    assert "hidden" not in relevance(terms(POSTING, "en"), profile())


def test_ties_keep_the_order_of_the_document() -> None:
    no_terms: tuple[Term, ...] = ()
    assert list(relevance(no_terms, profile())) == ["both", "kafka", "none", "terraform"]
