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
_FEWEST = 5
"""How many small words a language is told by at least."""
_CLEARLY = 1.25
"""How often more of them stand there than of another language, with those that both have."""
_TIMES = 3
"""How often more, where those that both have are left out."""
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
    titles = {name: lines & known.titles[name] for name in known.stopwords}
    scores = {
        name: sum(found[word] for word in words) + _TITLE * len(titles[name])
        for name, words in known.stopwords.items()
    }
    first, *rest = sorted(scores, key=lambda name: (-scores[name], len(known.stopwords[name])))
    if scores[first] < _FEWEST or scores[first] * 25 < found.total():
        return ""

    def alone(name: str, beside: str) -> int:
        words = known.stopwords[name] - known.stopwords[beside]
        return sum(found[word] for word in words) + _TITLE * len(titles[name] - titles[beside])

    # What two languages share tells neither: "de" and "la" are Spanish and Catalan.
    rival = next((name for name in rest if alone(name, first) or not alone(first, name)), "")
    own, others = alone(first, rival or first), alone(rival, first) if rival else 0
    told = not rival or (own >= _FEWEST and own >= _TIMES * others)
    return first if told or scores[first] >= _CLEARLY * scores[rival] else ""


def _by_script(text: str) -> str:
    """The language whose characters make up its share of the letters, the rarest script first."""
    letters = Counter(text.casefold())
    letters = Counter({sign: count for sign, count in letters.items() if sign.isalpha()})
    total = letters.total()
    if total < 20:
        return ""
    for script in vocabulary().scripts:
        found = Counter({one: n for one, n in letters.items() if script.signs.match(one)})
        if found.total() >= script.share * total and script.never.isdisjoint(letters):
            for name, signs in script.variants:
                if sum(found[sign] for sign in signs) * 10 >= found.total():
                    return name
            return script.language
    return ""
