"""Entries, letters and names in their final words and reading order."""

from __future__ import annotations

from tests.say import document, lines, profile, refused
from typeset.document import build_document
from typeset.document.markdown import plain


def test_reading_order_of_an_entry() -> None:
    made = document(
        """
        basics: {name: Ada}
        work:
          - name: Acme
            position: Head
            location: Leeds
            startDate: 2020
            endDate: 2021
            description: Tools.
            summary: We made tools.
            highlights: [First., {prose: Between.}, {lead: Lead, text: second}]
            roles: [{position: Role}]
            engagements: [{name: Client}]
        """
    )
    assert lines(made) == [
        *("Ada", "Experience", "Head", "Acme", "Leeds", "2020 – 2021", "Tools."),
        *("We made tools.", "First.", "Between.", "Lead:", "second", "Role", "Client"),
    ]


def test_a_lead_ends_as_its_author_ended_it() -> None:
    def lead(text: str) -> str:
        made = document(f"work: [{{name: A, highlights: [{text}]}}]\n")
        return next(line for line in lines(made) if line.startswith("Lead"))

    assert lead("{lead: Lead, text: small}") == "Lead:"
    assert lead("{lead: Lead, text: Capital}") == "Lead."
    assert lead("{lead: 'Lead?', text: small}") == "Lead?"
    assert lead("{lead: Lead}") == "Lead"


def test_reading_order_of_a_letter() -> None:
    made = document(
        """
        lang: en
        basics: {name: Ada, email: a@example.com}
        work: [{name: Acme}]
        letter:
          place: Leeds
          date: 2026-01-02
          recipient: {name: Ms Bell, title: Head, organisation: Acme, address: [1 Road, Town]}
          subject: The post
          greeting: Dear Ms Bell,
          body: "Text.\\n\\n1. one"
          closing: Yours,
          signature: Ada
          enclosures: [CV]
          postscript: More.
        """
    )
    assert made.kind == "letter"
    assert lines(made) == [
        *("Ada", "a@example.com", "Leeds, January 2, 2026", "Ms Bell", "Head", "Acme", "1 Road"),
        *("Town", "The post", "Dear Ms Bell,", "Text.", "1.", "one", "Yours,", "Ada"),
        *("Enclosure:", "CV", "PS: More."),
    ]


def test_a_postscript_is_marked_once() -> None:
    letter = document("letter: {body: x, postscript: 'P.S. More.'}\n").letter
    assert letter is not None
    (block,) = letter.postscript
    assert block.kind == "paragraph"
    assert plain(block.text).replace("\u00a0", " ") == "P.S. More."


def test_a_signature_keeps_its_lines() -> None:
    signature = "signature: |\n    Ada Bell\n    Head of Tools\n"
    letter = document(f"letter:\n  body: x\n  {signature}").letter
    assert letter is not None
    assert plain(letter.signature) == "Ada Bell\nHead of Tools"


def test_a_letter_known_by_its_signature_is_called_after_it() -> None:
    made = document("letter: {body: x, signature: 'Ada Bell\\\n\n    Head'}\n")
    assert (made.name, made.author) == ("Ada Bell – Letter", "Ada Bell")


def test_what_the_pdf_is_called() -> None:
    assert document("lang: de\nbasics: {name: Ada}\n").name == "Ada – Lebenslauf"
    assert document("basics: {name: Ada}\ntitle: Work\n").name == "Ada – Work"
    assert document("title: About\nsections: [{body: Some prose.}]\n").name == "About"


def test_a_page_of_prose_is_not_called_a_resume() -> None:
    assert document("basics: {name: Shop}\nsections: [{body: Some prose.}]\n").name == "Shop"


def test_right_to_left() -> None:
    assert document("lang: he\nbasics: {name: עדה}\n").direction == "rtl"


def test_nothing_to_print_is_refused() -> None:
    (problem,) = refused(lambda: build_document(profile("lang: en\n")))
    assert problem.rule == "empty-profile"


def test_unplaced_lines_are_said() -> None:
    text = "basics: {name: A}\nunplaced: [{line: 3, text: lost}]\n"
    (problem,) = build_document(profile(text))[1]
    assert (problem.rule, problem.severity) == ("unplaced", "warning")
