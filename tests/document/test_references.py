"""A reference's text is a quotation only where somebody speaks in it."""

from __future__ import annotations

import pytest

from typeset.document.references import reference_blocks

LONG = "She never once asked me to wait for the weather."


def kinds(text: str, *, named: bool = True) -> list[str]:
    return [block.kind for block in reference_blocks(text, named=named)]


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"{LONG}\n\nI would hire her again.",
        "Reliable. Kind to all. Would hire again at once.",
        "她从来没有要求我等待天气。",
        "Она ни разу не просила меня подождать, пока стихнет ветер.",
        "She has worked at Fen Bells Ltd. since it opened; none of us would miss her.",
    ],
)
def test_whole_sentences_under_a_name_are_a_quotation(text: str) -> None:
    assert kinds(text) == ["quote"]
    assert "quote" not in kinds(text, named=False)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        '"On time."',
        "“On time, and in the right colour.”",
        "'On time', 'in colour'.",
        "„Immer pünktlich.“",
        "« Toujours à l’heure. »",
        "»Immer pünktlich«.",
        "「いつも時間通り。」",
        '"On time." — Greta Lind, head of maps, g.lind@example.com',
        "*“On time.”*",
        "“On time.”\n\n“In the right colour.”",
        "> On time",
        "> On time.\n>\n> In the right colour.",
    ],
)
def test_words_in_quotation_marks_are_a_quotation(text: str, named: bool) -> None:
    assert kinds(text, named=named) == ["quote"]


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "MD, Severn Print Works Ltd, a.severn@example.com, 0117 496 0999",
        "Warden, Fen Trust",
        "References available on request.",
        "Available on request.",
        "The warden of the Fen Trust and of both its mills",
        "Head of the bindery and of its store, Severn Print Works Ltd.",
        "Dyrektor do spraw druku i oprawy w firmie Sowa Sp. z o.o.",
        "Call 0117 496 0999 between nine and five, or leave word at the mill.",
        "Write to a.severn@example.com, who has known me since the first day.",
        "“Ned” Severn, master of the mill",
    ],
)
def test_who_a_referee_is_and_how_to_reach_one_are_no_quotation(text: str, named: bool) -> None:
    assert kinds(text, named=named) == ["paragraph"]


def test_lines_beside_a_quotation_stay_outside_it() -> None:
    assert kinds('"The only maps I fold."\n\nHarbour master, Barry') == ["quote", "paragraph"]
    assert kinds(f"Harbour master, Barry\n\n{LONG}") == ["paragraph", "quote"]
    assert kinds(f"- Warden\n- Fen Trust\n\n{LONG}") == ["list", "quote"]


def test_a_reference_without_text_holds_nothing() -> None:
    assert kinds("") == []
