"""A line of languages, cut into one text a language with what is said of it."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import split_top, unstyle
from typeset.importers.text.words.scripts import COMMA, SOLID, SPACED_DASH
from typeset.importers.text.words.vocabulary import Vocabulary, key, vocabulary

SIGNS = re.compile(r"(.*?[\w)])\s+([+*★●○☆]+)")
"""A language and the signs that say how well it is spoken: "Danish ++"."""
_IN_BRACKETS = re.compile(r"[^()（）]+[(（].+[)）]")


LONGEST_SPOKEN = 6
"""Words that a language has at most with how well it is spoken."""


def level_first(text: str, words: Vocabulary) -> tuple[str, str] | None:
    """A language behind how well it is spoken: "Native English", "Limited working Spanish".

    A word may join them: "Fluent in Welsh", "Basic knowledge of Dutch".
    """
    parts = text.split()
    found: list[tuple[str, str]] = []
    for at in range(1, len(parts) if len(parts) <= LONGEST_SPOKEN else 1):
        name, level = " ".join(parts[at:]), " ".join(parts[:at])
        told = any(key(word) in words["levels"] for word in [level, *parts[:at]])
        told = told and parts[at] not in words["tongue_joiners"]
        if told and words.has("tongues", name):
            found.append((name, level))
    joined = [pair for pair in found if pair[1].rpartition(" ")[2] in words["tongue_joiners"]]
    whole = joined or [pair for pair in found if key(pair[1]) in words["levels"]]
    return next(iter(whole[-1:] or found), None)


def split_languages(text: str) -> list[str]:
    """A line of languages, cut at its separators (not within brackets)."""
    signs = re.split(r"(?<=[+*★●○☆])\s+(?=[^\W\d_]{2})", text)
    if len(signs) > 1 and all(SIGNS.fullmatch(one) for one in signs):
        return signs
    columns = re.split(r"\t|(?<=[)）])\s+(?=[^\W\d_])", text)
    if len(columns) > 1 and all(_IN_BRACKETS.fullmatch(one) for one in columns):
        return columns  # "English (native)   German (good)"
    separated = _with_skills(text, split_top(text, re.compile(r"\s*[·•|;、؛／]\s*")))
    if len(separated) == 2 and key(separated[1]) in vocabulary()["levels"]:
        return [text]  # "Welsh and Dutch: fluent | C1"
    if len(separated) > 1:
        return [one for part in separated for one in _alone(part)]
    sentences = split_top(text.rstrip(". "), re.compile(r"\.\s+(?=[^\W\d_a-zà-ÿ])"))
    if len(sentences) > 1 and all(
        re.match(r"\w+\s*[:：(（–—-]", one) or begins_with_tongue(one) for one in sentences
    ):
        return sentences  # "Español nativo. Portugués, el de frontera."
    slashed = split_top(text, _SLASH)
    if len(slashed) > 1 and all(begins_with_tongue(one) and " " in one for one in slashed):
        return slashed  # "Español (nativo) / Inglés (C1)"
    dashes = split_top(text, SPACED_DASH)
    tongues = [vocabulary().has("tongues", re.split(r"[\s:：(（]", one)[0]) for one in dashes]
    if len(dashes) > 1 and all(tongues) and all(re.search(r"[:：(（]", one) for one in dashes):
        return dashes  # "Anglais : courant – Breton : notions"
    parts = split_top(text, COMMA)
    firsts = [re.split(r"[\s:：(（–—-]", unstyle(part))[0] for part in parts]
    said = [
        (vocabulary().has("tongues", first) or bool(level_first(unstyle(part), vocabulary())))
        and (not at or key(unstyle(part)) not in vocabulary()["levels"])
        for at, (first, part) in enumerate(zip(firsts, parts, strict=True))
    ]
    if not any(said[:1]) or sum(said) == len(parts):
        return parts
    whole: list[str] = []
    for part, is_tongue in zip(parts, said, strict=True):
        plain = unstyle(part).lstrip("*_ ")
        levels = vocabulary().labels.get("level", frozenset())
        graded = key(plain.split()[0]) in levels if plain else False  # "livello avanzato (C1)"
        apart = re.search(r"[:：–—]|\s-\s" if graded else r"[:：(（–—]|\s-\s", plain)
        level = key(plain) in vocabulary()["levels"]  # "Deutsch, Muttersprache"
        long = len(SOLID.findall(plain)) > _LONGEST_TONGUE
        styled = part.startswith("*") and parts[0].startswith("*")  # "**Bribri** básico"
        if (
            is_tongue
            or styled
            or (apart and not _is_skill(plain))
            or not (level or plain[:1].islower() or long)
        ):
            whole.append(part)
        else:
            whole[-1] += f", {part}"  # "Japonês – básico, conversa com a avó"
    return whole


_SLASH = re.compile(r"\s+/\s+")


def begins_with_tongue(text: str) -> bool:
    """Whether the first word, or the first two, are a language: "Español nativo".

    One that tells which may stand before it: "Brazilian Portuguese", "British Sign Language".
    """
    words = re.split(r"[\s,:：(（]+", unstyle(text).strip())
    firsts = [words[:1], words[:2], *([words[1:2], words[1:3]] if words[0][:1].isupper() else [])]
    return any(key(" ".join(one)) in vocabulary()["tongues"] for one in firsts)


_LONGEST_TONGUE = 4
"""How many Chinese signs the name of a language has at most."""


def _with_skills(text: str, parts: list[str]) -> list[str]:
    """The parts of a line with those that say how well one reads or writes at their languages.

    "Welsh – Spoken: advanced; Written: basic": the text between them is as it stands there.
    """
    result: list[str] = []
    begin = end = 0
    for part in parts:
        at = text.find(part, end)
        if at < 0:
            return parts
        end = at + len(part)
        if result and _is_skill(part):
            result[-1] = text[begin:end]
        else:
            begin = at
            result.append(part)
    return result


def _is_skill(part: str) -> bool:
    """Whether a part says how well one does one thing in a language: "Written: basic"."""
    label = re.match(r"([^\W\d_]+(?: [^\W\d_]+)?)\s*[:：]\s*\S", unstyle(part))
    return bool(label) and key(label[1] if label else "") in vocabulary()["tongue_skills"]


def _alone(text: str) -> list[str]:
    """Languages of which nothing more is said ("English, Spanish"), one by one.

    The last may have a bracket, which is its own.
    """
    parts = split_top(text, re.compile(r"\s*[,，]\s*|\s+&\s+"))
    if not parts:
        return [text]
    *others, last = parts
    bracket = _IN_BRACKETS.fullmatch(last) and bool(others)
    bare = all(
        vocabulary().has("tongues", part)
        and len(part.split()) <= (_LONGEST_NAME if bracket else 1)
        and key(part) not in vocabulary()["levels"]
        for part in (*others, re.split(r"[(（]", last)[0].strip() if bracket else last)
    )
    return parts if bare else [text]


_LONGEST_NAME = 2
"""Words of a language's name, at the most: "Northern Sámi"."""
