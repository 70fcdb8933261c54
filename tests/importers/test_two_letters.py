"""A second letter in one file is kept, in the body of the first, and told of."""

from __future__ import annotations

from typeset.importers import import_text

FIRST = """Dear Ms Roy,

I keep bees on four roofs and should like to keep them on yours.

Yours sincerely,
Ada Long
"""
SECOND = """Chère Madame Roy,

J'élève des abeilles sur quatre toits et voudrais en élever sur le vôtre.

Cordialement,
Ada Long
"""


def test_a_second_letter_is_told_of_at_its_greeting() -> None:
    found = import_text(f"{FIRST}\n---\n\n{SECOND}")
    assert [(one.rule, one.span and one.span.line) for one in found.problems] == [
        ("second-letter", 10)
    ]
    assert found.words == found.placed
    assert found.profile.letter is not None
    assert found.profile.letter.greeting == "Dear Ms Roy,"
    assert "Chère Madame Roy," in found.profile.letter.body
    assert found.profile.letter.closing == "Cordialement,"


def test_one_letter_is_not_told_of() -> None:
    assert not import_text(FIRST).problems


def test_a_greeting_that_is_a_closing_too_signs_nothing_off() -> None:
    second = """## Version française

Madame, Monsieur,

J'élève des abeilles sur quatre toits de la ville et voudrais en élever sur le vôtre, où le soleil
vient tôt et où personne ne marche.

La version anglaise fait foi.

Ada Long
"""
    letter = import_text(f"# Ada Long\n\n{FIRST}\n{second}").profile.letter
    assert letter is not None
    assert letter.greeting == "Dear Ms Roy,"
    assert letter.signature == "Ada Long"
    assert "personne ne marche" in letter.body
