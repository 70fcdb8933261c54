"""Who signs a letter, by the signature: their name, and whether another line is that name."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.words.vocabulary import key, vocabulary


def signed_name(signature: str) -> str:
    """The first line of a signature, without a full stop that ends no initial.

    Nor with the words beside a name that say that it is one: "林品妤 敬上", "Fdo.: Ada Long".
    """
    known = vocabulary()
    lines = [line.strip() for line in unstyle(signature).split("\\\n")]
    first, *others = lines
    if key(first.strip("()")) in known["signed_by"] and others:  # "(signed)" over the name
        first = others[0]
    others = [line for line in others if key(line.rpartition(" ")[2]) in known["signed_with"]]
    if others and key(first.rpartition(" ")[2]) not in known["signed_with"]:
        first = others[0]  # "應徵者" over "林品妤 謹啟"
    if (labelled := _LABELLED.fullmatch(first)) and key(labelled[1]) in known["signed_by"]:
        first = labelled[2]
    name = re.sub(r"(?<=[^\W\d_]{3})\.$", "", first.strip())
    if bracketed := _BRACKETED.fullmatch(name):
        name = bracketed[1]
    before, _, last = name.rpartition(" ")
    return before.strip() if before and key(last) in known["signed_with"] else name


_LABELLED = re.compile(r"([^\s:：]+(?:[:：]\s*|\.\s+))(\S.*)")
"""A word and its sign before who signs: "Fdo.: Ada Long", "求职人：林品妤"."""
_BRACKETED = re.compile(r"\(([^()]+)\)")
"""A name under the place for a signature by hand: "(Ann Bell)"."""


def is_same_person(text: str, signature: str) -> bool:
    """Whether a line is the name that is signed, perhaps with an initial: "A. Long", "Ada Long".

    A first name is enough of a signature: "Ada".
    """
    one, other = (_bare_name(name) for name in (text, signature))
    if not one or not other or one == other:
        return bool(one) and one == other
    if len(other) == 1 and len(one) > 1 and _NAMES.fullmatch(unstyle(text).strip()):
        return one[0] == other[0]
    initial = one[0][0] == other[0][0] and 1 in (len(one[0].strip(".")), len(other[0].strip(".")))
    return initial and one[-1] == other[-1] and max(len(one), len(other)) <= 4


_NAMES = re.compile(r"[^\W\d_a-zà-ÿ][\w.'’-]+(?: [^\W\d_a-zà-ÿ][\w.'’-]*){1,3}")


def _bare_name(text: str) -> list[str]:
    """The words of a name without what stands before and behind it: "Mrs Ann Bell, B.Ed."."""
    name = unstyle(text).strip().lstrip("(")
    words = key(re.split(r"[,()]", name)[0]).split()
    if len(words) > _TWO and words[0].rstrip(".") in vocabulary()["honorifics"]:
        return words[1:]
    return words


_TWO = 2
