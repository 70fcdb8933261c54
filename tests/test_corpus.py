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
from typeset.document.markdown import blocks
from typeset.document.model import Section
from typeset.document.reading import section_texts
from typeset.loading import Loaded, load
from typeset.pipeline import Rendered, Settings, prepare, render
from typeset.problems import TypesetError
from typeset.profile import Profile, read_profile, write_profile
from typeset.searching import find_sources
from typeset.typesetting import Press
from typeset.words import differences, words

FOLDER = os.environ.get("TYPESET_CORPUS", "")
FILES = [found.path for found in find_sources([Path(FOLDER)])] if FOLDER else []
SETTINGS = Settings(today=datetime.date(2026, 1, 2))

pytestmark = pytest.mark.skipif(not FILES, reason="TYPESET_CORPUS names no folder of documents")
each_file = pytest.mark.parametrize("number", range(1, len(FILES) + 1))


@cache
def _loaded(number: int) -> Loaded:
    loaded = load(FILES[number - 1])
    # A photo is a file that a corpus seldom holds, and no text.
    basics = loaded.profile.basics.model_copy(update={"image": ""})
    return replace(loaded, profile=loaded.profile.model_copy(update={"basics": basics}))


@cache
def _rendered(number: int) -> Rendered | list[str]:
    """The PDF, or the rules of the problems for which there is none."""
    try:
        with Press() as press:
            return render(prepare(_loaded(number), SETTINGS), press)
    except TypesetError as error:
        return sorted({problem.rule for problem in error.problems})


def _printed(number: int) -> Rendered:
    """The PDF; without one there is nothing to test, and the first test says why."""
    made = _rendered(number)
    if not isinstance(made, Rendered):
        pytest.skip(f"file {number} is not printed")
    return made


def _profile(number: int) -> Profile:
    _printed(number)
    return _loaded(number).profile


@each_file
def test_it_is_read_and_printed(number: int) -> None:
    made = _rendered(number)
    rules = [] if isinstance(made, Rendered) else made
    assert rules == []


@each_file
def test_words_in_are_words_out(number: int) -> None:
    """As two programs read them; what differs is counted, never shown."""
    made = _printed(number)
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
    profile = _profile(number)
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

    return "\n".join(section_texts([Section("prose", "prose", body=blocks(text))]))


@each_file
def test_round_trips(number: int) -> None:
    """read(write(p)) == p, write(read(write(p))) == write(p), and both print the same."""
    profile = _profile(number)
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
    expected = _printed(number).pdf
    is_same = render(prepare(_loaded(number), SETTINGS), press).pdf == expected
    assert is_same
