"""The terms of a posting: what they are, how they are weighed, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tailor.posting.postings import Sample, samples
from typeset.tailor.posting import LONGEST, terms
from typeset.tailor.posting.cutting import unmarked


def weights(posting: str, lang: str = "en") -> dict[str, float]:
    """The terms of a posting with their weights."""
    return {term.text: term.weight for term in terms(posting, lang)}


def requirements(*items: str) -> str:
    """A posting that asks for these."""
    return "## Requirements\n\n" + "".join(f"- {item}\n" for item in items)


@pytest.mark.parametrize(
    "term",
    ["C++", "C#", ".NET", "Node.js", "CI/CD", "ISO 9001", "A/B testing", "R&D", "S/4HANA", "SQL",
     "TCP/IP", "VDA 6.3", "Go", "R", "IT", "SaaS", "event-driven architecture"],
)  # fmt: skip
def test_signs_and_capitals_survive(term: str) -> None:
    assert term in weights(requirements(f"Experience with {term} and Docker"))


def test_a_go_that_is_no_language_is_no_term() -> None:
    assert "Go" not in weights(requirements("Go the extra mile for our customers"))
    assert "go" not in weights(requirements("You go the extra mile"))


def test_what_every_posting_says_is_no_term() -> None:
    posting = requirements("Excellent team player with strong experience", "5+ years required")
    assert weights(posting) == {}


def test_a_number_belongs_to_a_name_before_it() -> None:
    assert set(weights(requirements("ISO 27001 and 7 years of welding"))) == {
        "ISO 27001",
        "welding",
    }


def test_requirements_weigh_more_than_wishes_and_wishes_more_than_nothing() -> None:
    posting = "## Requirements\n- Kafka\n\n## Nice to have\n- Terraform\n\n## Benefits\n- Massage\n"
    found = weights(posting)
    assert found["Kafka"] > found["Terraform"] > 0
    assert "Massage" not in found


@pytest.mark.parametrize(
    "line",
    [
        "Docker; Kubernetes is a plus",
        "Docker, ideally Kubernetes",
        "Docker. Nice to have: Kubernetes",
    ],
)
def test_a_wish_is_a_wish_in_the_midst_of_requirements(line: str) -> None:
    found = weights(requirements(line))
    assert found["Docker"] > found["Kubernetes"]


def test_said_again_weighs_more() -> None:
    once = weights(requirements("Kafka", "Docker"))
    twice = weights(requirements("Kafka", "Docker", "Docker in production"))
    assert twice["Docker"] > once["Docker"] == once["Kafka"]


def test_formalities_have_no_terms() -> None:
    posting = requirements("Welding") + (
        "\nWe are an equal opportunity employer, regardless of Sexual Orientation.\n"
        "Write to Jane Bloggs, jane@example.org, about the Example Scheme.\n"
    )
    assert set(weights(posting)) == {"Welding"}


def test_the_employer_is_no_term() -> None:
    posting = "# Welder\n\nCompany: Pondlark Steel Ltd\n\n" + requirements(
        "Welding at Pondlark Steel", "Pondlark culture"
    )
    assert not [term for term in weights(posting) if "Pondlark" in term]


def test_a_short_form_and_its_long_form_are_one_term() -> None:
    (term,) = terms(requirements("statistical process control (SPC)"), "en")
    assert term.text == "statistical process control (SPC)"
    assert term.forms == (("statist", "process", "control"), ("spc",))
    (term,) = terms(requirements("SPC (statistical process control)"), "en")
    assert term.forms == (("statist", "process", "control"), ("spc",))


def test_a_bracket_with_other_letters_explains_nothing() -> None:
    assert "structural analysis (FEM)" not in weights(requirements("structural analysis (FEM)"))


def test_an_english_short_form_belongs_to_words_of_another_language() -> None:
    posting = "## Ihr Profil\n- Erfahrung mit statistischer Prozessregelung (SPC)\n"
    assert "statistischer Prozessregelung (SPC)" in weights(posting, "de")


def test_romance_terms_keep_their_small_words() -> None:
    found = weights("## Vos missions\n- Suivi des investissements et contrôle de gestion\n", "fr")
    assert {"Suivi des investissements", "contrôle de gestion"} <= set(found)


def test_german_verbs_are_no_part_of_a_term() -> None:
    found = weights(
        "## Ihre Aufgaben\n- Sie bearbeiten Reklamationen und leiten Audits ein\n", "de"
    )
    assert set(found) == {"Reklamationen", "Audits"}


def test_a_generic_second_part_falls_away() -> None:
    assert "SQL" in weights("## Profil\n- Gute SQL-Kenntnisse und Erfahrung\n", "de")


def test_japanese_terms_are_runs_of_nouns() -> None:
    found = weights("【必須要件】\n・SolidWorksを用いた機構設計の実務経験3年以上\n", "ja")
    assert set(found) == {"SolidWorks", "機構設計"}


def test_chinese_terms_stand_between_small_words() -> None:
    found = weights("任职要求：\n1、熟悉机器学习和数据仓库的原理，具有良好的沟通能力；\n", "zh")
    assert {"机器学习", "数据仓库"} <= set(found)
    assert not [term for term in found if "沟通" in term or "熟悉" in term]


def test_weightiest_first_and_ties_in_the_order_of_the_posting() -> None:
    found = terms(requirements("Zephyr", "Ansible", "Kafka"), "en")
    assert [term.text for term in found] == ["Zephyr", "Ansible", "Kafka"]
    assert [term.line for term in found] == [3, 4, 5]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_the_same_terms_each_time(sample: Sample) -> None:
    assert sample.terms == sample.terms
    weighed = [term.weight for term in sample.terms]
    assert weighed == sorted(weighed, reverse=True)


@pytest.mark.parametrize(
    "lang", ["en", "de", "fr", "es", "it", "nl", "pt", "ja", "zh", "th", "sv", "tlh"]
)
def test_any_language_and_none_is_read(lang: str) -> None:
    assert "PostgreSQL" in weights("Requirements:\n- PostgreSQL\n", lang)


@pytest.mark.parametrize(
    "posting",
    ["", "word", "😀😀😀 🛠️", "\0\1\2", "a " * 500_000, "[" * 100_000, "](" * 50_000,
     "#" + " " * 100_000 + "x", "<!--" * 25_000, "x" * 1_000_000, "Aa AG " * 20_000,
     "数" * 100_000, "- (ABC)" * 20_000, "l'" * 50_000,
     "kafka docker " * 10_000, "a: b\n" * 20_000, "gestion de projet " * 10_000],
    ids=lambda posting: repr(posting[:8]),
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_hostile_postings_are_read_in_little_time(posting: str, lang: str) -> None:
    start = time.process_time()
    assert len(terms(posting, lang)) <= 36
    assert time.process_time() - start < 30  # a second or two; a trap would take hours


def test_what_lies_beyond_the_longest_posting_is_not_read() -> None:
    posting = requirements("Kafka") + "\n" * LONGEST + "- Docker\n"
    assert set(weights(posting)) == {"Kafka"}


PIECES = [
    "Kafka", "data pipelines", "l'analyse", "C++", "ISO 9001", "the", "and", "¶", "数据", "の",
    "(CI)", "\n", "- ", "# ", "**", "Go", ":", ";", ". ", "/", "-", "[x](y)", "a@b.cd", "é", "ﬁ",
]  # fmt: skip


def letters(text: str) -> str:
    """The letters and digits of a text, as terms have them."""
    return "".join(c for c in unmarked(text).casefold() if c.isalnum())


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map(" ".join),
    st.sampled_from(["en", "de", "fr", "ja", "zh", "ar"]),
)
def test_every_word_of_a_term_is_the_postings(posting: str, lang: str) -> None:
    said = letters(posting)
    for term in terms(posting, lang):
        assert term.forms
        assert all(letters(part) in said for part in term.text.split()), term.text
