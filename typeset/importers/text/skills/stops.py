"""Skills in a paragraph of names and short remarks that full stops end."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import masked, split_top
from typeset.importers.text.skills.levels import Group
from typeset.importers.text.skills.words import split_keywords
from typeset.importers.text.words.vocabulary import key, vocabulary


def stopped(block: Paragraph) -> list[Group] | None:
    """Names and short remarks that full stops end: "Driving licence B. Calm under pressure."."""
    text = " ".join(line.text for line in block.lines)
    mask = masked(text)
    pieces = [piece.rstrip(".") for piece in split_top(text, _STOP)]
    words = vocabulary()
    own = words["selves"] | words["tellers"]
    if len(pieces) < _FEWEST_STOPPED or any(key(word) in own for word in mask.split()):
        return None
    keywords = [word for piece in pieces for word in split_keywords(piece)]
    sizes = sorted(len(masked(word).split()) for word in keywords)
    if sizes[-1] > _LONGEST_STOPPED or sizes[len(sizes) // 2] > _MEDIAN_STOPPED:
        return None
    return [{"keywords": keywords}]


_STOP = re.compile(r"(?<=[^\W_]{2}|[^\W_]\)|\s[A-Z])\.\s+(?=[^\W\d_a-zà-ÿ])")
_FEWEST_STOPPED = 2
_MEDIAN_STOPPED = 4
_LONGEST_STOPPED = 8
