"""Compounds that are titles, by the word that is their head: "Clinical experience"."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.sections.said_titles import solid_kind_said
from typeset.importers.text.words.vocabulary import Vocabulary, key, longest_first

# A kind that a compound may name by its head alone ("Clinical Experience", "Technical Skills");
# the other kinds' words are too common ("Field Work", "Personal Profile of a Town").
_BY_HEAD = frozenset({"work", "education", "skills", "projects", "certificates", "publications",
                      "awards", "references", "interests"})  # fmt: skip
_BEFORE_TAIL = _BY_HEAD - {"work", "projects", "references"} | {"languages"}
_BEFORE_SMALL = frozenset({"projects", "skills", "languages", "interests"})
_LONGEST = 6


def kind_by_end(words: str, vocabulary: Vocabulary) -> str:
    """The kind of the title that an Asian one ends in: "연구 프로젝트 경력"."""
    parts = words.split()
    ends = (" ".join(parts[at:]) for at in range(1, len(parts) - 1))
    if end := next((end for end in ends if end in vocabulary.sections), ""):
        return vocabulary.sections[end]
    solid = words.replace(" ", "")
    return _solid_kind(solid, vocabulary) or solid_kind_said(solid, vocabulary)


def kind_by_head(title: str, words: str, vocabulary: Vocabulary, *, apart: bool) -> str:
    """The kind of a compound by the word that is its head: "Clinical experience"."""
    parts = words.split()
    begun = next((at for at, one in enumerate(parts) if one in vocabulary["since"]), 0)
    if kind := vocabulary.sections.get(" ".join(parts[:begun]), ""):
        return kind  # "Voluntary work since I sold up"
    if not 1 < len(parts) <= _LONGEST or re.search(r"[,/]", words):
        return ""
    if "&" in parts:
        within = parts.count("&") == 1 and not vocabulary["no_and"].isdisjoint(key(title).split())
        kind = vocabulary.sections.get(parts[0], "") if parts[0] in vocabulary.head_first else ""
        return kind if within and parts[1] == "&" and kind in _BY_HEAD else ""
    kind = vocabulary.sections.get(parts[0], "") if parts[0] in vocabulary.head_last else ""
    joined = parts[1] in vocabulary.small_words  # "Main tasks at Moss" is no list of skills
    told = parts[1] not in vocabulary["sure_joiners"] | vocabulary["selves"]
    if kind in _BEFORE_SMALL and joined and told:
        return "" if apart else kind  # "Projects for clients", "Skills for the job"
    for head, heads in ((parts[-1], vocabulary.head_last), (parts[0], vocabulary.head_first)):
        kind = vocabulary.sections.get(head, "") if head in heads else ""
        if kind in _BY_HEAD:
            return "" if apart and kind == "interests" else kind  # "Research interests"
    kind = vocabulary.sections.get(parts[0], "") if parts[0] in vocabulary.head_last else ""
    return kind if kind == "projects" and joined else ""  # "Projects at Moss"


def kind_before_tail(words: str, blank: str, vocabulary: Vocabulary) -> str:
    """The kind of a title before words such as "highlights", "overview"; "" for others.

    Positions and projects have such titles of their own: "Project details".
    """
    tails = words_behind(vocabulary, "title_tails", blank)
    if not words.endswith(tails):
        return ""
    tail = next(tail for tail in tails if words.endswith(tail))
    kind = vocabulary.sections.get(words.removesuffix(tail).strip(), "")
    return kind if kind in _BEFORE_TAIL else ""


@lru_cache(maxsize=256)
def words_behind(vocabulary: Vocabulary, name: str, blank: str) -> tuple[str, ...]:
    """The words of one list behind a blank, the longest first."""
    return tuple(blank + word for word in longest_first(vocabulary[name]))


def _solid_kind(title: str, vocabulary: Vocabulary) -> str:
    """A title without spaces between its words, by the longest known title that it ends in."""
    if title in vocabulary.sections:
        return vocabulary.sections[title]
    if kind := kind_before_tail(title, "", vocabulary):
        return kind
    if len(title) > 12 or re.search(r"[。，,.：:&・/／、]", title):
        return ""
    ends = (title[at:] for at in range(1, len(title) - 1))
    end = next((end for end in ends if end in vocabulary.sections), "")
    named = any(  # "솔빛대학교" is a school's name, though "학교" is a title
        title.endswith(word) and word.endswith(end)
        for list_ in ("schools", "organisations")
        for word in vocabulary.solid.get(list_, ())
    )
    return vocabulary.sections[end] if end and not named else ""
