"""Titles that are sentences about oneself: what they say one does tells the section's kind."""

from __future__ import annotations

import re

from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import Vocabulary, key

_LONGEST = 8
_FEWEST = 2
_LONGEST_SOLID = 12
_NO_TITLE = re.compile(r"[\d@|:：;.]\s?\w|,|\w\.$")


def kind_said(title: str, vocabulary: Vocabulary) -> str:
    """The kind of "Where I have worked" or "Was ich gelernt habe"; "" for other titles.

    One word asks or is the person's own ("what", "ich"), another says what one did: of several
    such the first counts, since "Where I work and what I can do" begins with the work. "Where
    I have built boats" asks for the places of work, and not for the boats.
    """
    words = [key(word) for word in title.split()]
    if " ".join(words[-2:]) in vocabulary["title_tails"]:
        words = words[:-2]  # "so far", in which an Italian knows how to do something
    if not _FEWEST <= len(words) <= _LONGEST or _NO_TITLE.search(title):
        return ""
    own = vocabulary["selves"] & {*words, *(" ".join(words[:size]) for size in (2, 3))}
    if not own:
        return ""
    runs = (
        " ".join(words[at : at + size])
        for at in range(len(words))
        for size in (3, 2, 1)
        if at + size <= len(words)
    )
    told = (run for run in runs if own - {run})  # "so" asks in one language, says in another
    kind = next((vocabulary.said[run] for run in told if run in vocabulary.said), "")
    asks = not vocabulary["wheres"].isdisjoint((words[0], " ".join(words[:2])))
    return "work" if asks and kind == "projects" else kind


def solid_kind_said(title: str, vocabulary: Vocabulary) -> str:
    """The kind of such a title without spaces: "干过的活", "作ったもの"; "" for others.

    What it is about ends it in these languages: the last word that says it counts.
    """
    if not CJK.match(title) or len(title) > _LONGEST_SOLID or re.search(r"[\W\d_]", title):
        return ""
    if not any(self in title for self in vocabulary["selves"] if CJK.match(self)):
        return ""
    found = (
        (title.rfind(word) + len(word), len(word), kind)
        for word, kind in vocabulary.said.items()
        if CJK.match(word) and word in title
    )
    return max(found, default=(0, 0, ""))[2]
