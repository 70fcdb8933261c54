"""Titles behind words that say whose or which ("Gli studi"), or before a remark on them."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.words.vocabulary import Vocabulary, any_of


def kind_behind_choice(words: str, vocabulary: Vocabulary) -> str:
    """The kind of a known title behind articles, possessives and selections; or "".

    `words` is in the form of `Vocabulary.joined`. "Other data" are no contacts.
    """
    chosen = _choices(vocabulary).match(words)
    kind = vocabulary.sections.get(words[chosen.end() :], "") if chosen else ""
    return "" if kind == "contact" else kind


def is_other_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title is one known to be of no kind, behind selections too: "Current Funding"."""
    known = vocabulary["other_sections"]
    words = vocabulary.joined(title)
    if words in known:
        return True
    chosen = _choices(vocabulary).match(words)
    return chosen is not None and words[chosen.end() :] in known


def kind_before_comment(title: str, vocabulary: Vocabulary) -> str:
    """The kind of a known title before a dash, a colon, or words in small letters behind a comma.

    "Experience – eleven years"; "Il mio lavoro, dal più recente"; "Courses, talks" are two titles,
    and a fact on the person is behind its label: "Driving licence: B".
    """
    first = _COMMENT.search(title)
    if not first:
        return ""
    comment = vocabulary.joined(title[first.end() :])
    if first[0].startswith(",") and (
        len(comment.split()) < 2
        or any(part in vocabulary.sections for part in re.split(r"\s*[,&/]\s*", comment))
    ):
        return ""
    words = vocabulary.joined(title[: first.start()])
    kind = vocabulary.sections.get(words, "")
    if kind == "certificates" and words in vocabulary["person_labels"]:
        return ""
    return kind or kind_behind_choice(words, vocabulary)


_COMMENT = re.compile(r"\s+[–—-]\s+|\s*[:：]\s+|, (?=[^\W\d_])(?![A-ZÀ-ÖØ-ÞА-ЯЁ])")
"""What parts a title from a remark on it."""


@lru_cache(maxsize=8)
def _choices(vocabulary: Vocabulary) -> re.Pattern[str]:
    """One to three such words at a beginning; an elided article stands without a space."""
    return re.compile(rf"(?:l'|(?:{any_of(vocabulary, 'selections')})\s+){{1,3}}")
