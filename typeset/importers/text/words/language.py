"""Which language a text is in: told by its script, or by its small words and its titles."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from typeset.importers.text.words.vocabulary import key, vocabulary

_LONGEST_TEXT = 20000
"""How many characters of a text are looked at."""
_LONGEST_TITLE = 60
_TITLE = 3
"""How many small words a section title counts for."""
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_LETTERS_APART = re.compile(r"\b[^\W\d_](?: [^\W\d_]\b){3,}")
"""A word set letter by letter, of which none is a word: "E D U C A T I O N"."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def language_of(text: str) -> str:
    """The language of `text` by its script or its small words, or "" where that is not clear."""
    text = _TAG.sub(" ", text[:_LONGEST_TEXT])
    text = _LETTERS_APART.sub(lambda word: word[0].replace(" ", ""), text)
    if written := _by_script(text):
        return written
    found = Counter(_WORD.findall(text.casefold()))
    known = vocabulary()
    lines = {key(line) for line in text.split("\n") if 0 < len(line) <= _LONGEST_TITLE}
    scores = {
        name: sum(found[word] for word in words) + _TITLE * len(lines & known.titles[name])
        for name, words in known.stopwords.items()
    }
    ranked = sorted(scores, key=lambda name: -scores[name])
    if len(ranked) < 2 or scores[ranked[0]] < 5:
        return ""
    best, second = scores[ranked[0]], scores[ranked[1]]
    clear = best >= 1.25 * second and best * 25 >= found.total()
    return ranked[0] if clear else ""


def _by_script(text: str) -> str:
    """The language whose characters make up its share of the letters, the rarest script first."""
    letters = Counter(text.casefold())
    letters = Counter({sign: count for sign, count in letters.items() if sign.isalpha()})
    total = letters.total()
    if total < 20:
        return ""
    for script in vocabulary().scripts:
        found = Counter({one: n for one, n in letters.items() if script.signs.match(one)})
        if found.total() >= script.share * total:
            for name, signs in script.variants:
                if sum(found[sign] for sign in signs) * 10 >= found.total():
                    return name
            return script.language
    return ""
