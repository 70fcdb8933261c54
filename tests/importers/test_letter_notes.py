"""Notes that an author keeps under a letter are set aside with their lines, and told of."""

from __future__ import annotations

import pytest

from typeset.importers import import_text

LETTER = """Dear Ms Roy,

I keep bees on four roofs and should like to keep them on yours.

Yours sincerely,

Ada Long
"""
NOTES = {
    "\n---\n\n**Notes to self**\n\n- ask Teo to proofread\n": [
        (11, "Notes to self"), (13, "ask Teo to proofread"),
    ],
    "\n## Before sending (checklist)\n\nCount the hives.\n": [
        (9, "Before sending (checklist)"), (11, "Count the hives."),
    ],
    "\nVersion notes: shorten paragraph 2.\n": [(9, "Version notes: shorten paragraph 2.")],
    "\n---\n\nropes, lights, buoys\n": [(11, "ropes, lights, buoys")],
    "\n> Notiz an mich: Gehalt erst im Gespräch\n": [(9, "Notiz an mich: Gehalt erst im Gespräch")],
}  # fmt: skip


@pytest.mark.parametrize(("notes", "lines"), NOTES.items(), ids=[one.split()[1] for one in NOTES])
def test_notes_are_not_the_letters(notes: str, lines: list[tuple[int, str]]) -> None:
    plain, found = import_text(LETTER), import_text(LETTER + notes)
    assert found.profile.letter == plain.profile.letter
    assert [(one.line, one.text) for one in found.profile.unplaced] == lines
    assert [one.rule for one in found.problems] == ["aside"] * len(lines)
    assert (found.words, found.placed) == (plain.words, plain.placed)


def test_a_postscript_under_notes_is_the_letters_again() -> None:
    found = import_text(LETTER + "\nNotes to self\n\nask Teo\n\nPS: I can swim.\n")
    assert found.profile.letter is not None
    assert found.profile.letter.postscript == "I can swim."
    assert [one.text for one in found.profile.unplaced] == ["Notes to self", "ask Teo"]


def test_a_note_to_the_reader_stays_in_the_letter() -> None:
    found = import_text(LETTER + "\nNote: I am away until Monday and can be reached by e-mail.\n")
    assert found.profile.letter is not None
    assert found.profile.letter.postscript.startswith("Note: I am away")


def test_what_a_telephone_signs_is_set_aside() -> None:
    imported = import_text(
        "Hello Maud,\n\nI can make the lanterns by the end of May, if the paper comes in time.\n\n"
        "Best wishes,\n\nOdile Crane\n--\nSent from my phone\n"
    )
    letter = imported.profile.letter
    assert letter is not None
    assert letter.signature == "Odile Crane"
    assert [(one.line, one.text) for one in imported.profile.unplaced] == [
        (9, "Sent from my phone")
    ]
