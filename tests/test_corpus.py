"""The whole pipeline on real documents: TYPESET_CORPUS=FOLDER pytest tests/test_corpus.py

Nothing of a document is shown: files are numbered in the order of their names, and only
counts and names of rules are compared. Look at a failing file yourself, by its number.
"""

from __future__ import annotations

import datetime
import io
import os
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from tests import pdf
from tests.test_properties import page_words
from typeset.document import build_document, reading_order
from typeset.files import find_sources
from typeset.pipeline import Loaded, Rendered, Settings, load, prepare, render
from typeset.problems import TypesetError
from typeset.profile import read_profile, write_profile
from typeset.typesetting import Press
from typeset.words import differences, words

FOLDER = os.environ.get("TYPESET_CORPUS", "")
FILES = [found.path for found in find_sources([Path(FOLDER)])] if FOLDER else []
SETTINGS = Settings(today=datetime.date(2026, 1, 2))

pytestmark = pytest.mark.skipif(not FILES, reason="TYPESET_CORPUS names no folder of documents")
each_file = pytest.mark.parametrize("number", range(1, len(FILES) + 1))


@cache
def _loaded(number: int) -> Loaded:
    return load(FILES[number - 1])


@cache
def _rendered(number: int, columns: str = "") -> Rendered:
    with Press() as press:
        return render(prepare(_without_photo(_loaded(number)), SETTINGS), press)


def _without_photo(loaded: Loaded) -> Loaded:
    """A photo is a file that a corpus seldom holds, and no text."""
    basics = loaded.profile.basics.model_copy(update={"image": ""})
    return replace(loaded, profile=loaded.profile.model_copy(update={"basics": basics}))


def _rules(error: TypesetError) -> list[str]:
    return sorted(f"{problem.rule}" for problem in error.problems)


@each_file
def test_it_is_read_and_printed(number: int) -> None:
    rules: list[str] = []
    pages = 0
    try:
        pages = _rendered(number).pages
    except TypesetError as error:
        rules = _rules(error)
    assert rules == []
    assert pages >= 1


@each_file
def test_words_in_are_words_out(number: int) -> None:
    """As two programs read them; what differs is counted, never shown."""
    made = _rendered(number)
    expected = [word for text in reading_order(made.document) for word in words(text)]
    readings = {
        "pdfium": pdf.texts(made.pdf),
        "pypdf": [p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made.pdf)).pages],
    }
    wrong = {}
    for name, pages in readings.items():
        missing, added = differences(expected, page_words(pages, made.document))
        if missing or added:
            wrong[name] = (len(missing), len(added))
    assert wrong == {}, "words missing and added, by program"


@each_file
def test_no_word_of_the_profile_is_left_out_of_the_document(number: int) -> None:
    """Each word of the printed fields stands in the Document as often, unless it is said."""
    profile = _loaded(number).profile
    document, problems = build_document(profile, today=SETTINGS.today)
    said = any(problem.rule in ("section-left-out", "unplaced") for problem in problems)
    if document.letter or said:
        pytest.skip("a letter prints its own part of a profile")
    bullets = [h for work in profile.work for h in work.highlights]
    texts = [profile.basics.summary, *(h.text or h.prose for h in bullets)]
    wanted = Counter(word for text in texts for word in words(_plain(text)))
    printed = Counter(word for text in reading_order(document) for word in words(text))
    assert sum((wanted - printed).values()) == 0


def _plain(text: str) -> str:
    from typeset.document.markdown import blocks
    from typeset.document.model import Section
    from typeset.document.reading import section_texts

    return "\n".join(section_texts([Section("prose", "prose", body=blocks(text))]))


@each_file
def test_round_trips(number: int) -> None:
    """read(write(p)) == p, write(read(write(p))) == write(p), and both print the same."""
    profile = _loaded(number).profile
    text = write_profile(profile)
    again = read_profile(text)
    is_same, is_stable = again == profile, write_profile(again) == text
    assert (is_same, is_stable) == (True, True)
    prints_same = build_document(again, today=SETTINGS.today) == build_document(
        profile, today=SETTINGS.today
    )
    assert prints_same


@each_file
def test_same_inputs_same_bytes(number: int, press: Press) -> None:
    again = render(prepare(_without_photo(_loaded(number)), SETTINGS), press)
    is_same = again.pdf == _rendered(number).pdf
    assert is_same
