"""What a reference says of a person, told from who its referee is and how to reach them."""

from __future__ import annotations

import re
from itertools import groupby

from typeset.document.markdown import blocks, plain
from typeset.document.model import Block, Paragraph, Quote
from typeset.words import count

_MARK = "[\"'“”„‟‘’‚‛«»‹›「」『』《》〈〉〝〞〟＂״]"
_STOP = "[.!?…。！？．｡।؟۔]"
_QUOTED = re.compile(rf"{_MARK}.*(?:{_MARK}{_STOP}|{_STOP}{_MARK}|{_MARK}$)", re.DOTALL)
"""Begins with a quotation mark, and what it quotes ends a sentence or the paragraph."""
_SENTENCE_ENDS = re.compile(rf"{_STOP}{_MARK}?$")
_SHORTENED = re.compile(r"\b(?:Ltd|Inc|Corp|Co|Bros|Jr|Sr|Esq|etc|\w)\.$")
"""A full stop that ends a company's name rather than a sentence: "Fen Bells Ltd.", "Nord S.A."."""
_REACHED = re.compile(r"@|://|\bwww\.|(?:\d[\s().\-–/]*){7}")
"""A mail or web address, or a telephone number."""
_FEWEST_WORDS = 8
"""Fewer are as often a remark ("Available on request.") as praise."""


def reference_blocks(text: str, *, named: bool) -> tuple[Block, ...]:
    """A reference's text: a quotation where somebody speaks in it, otherwise as it stands.

    Somebody speaks in quotation marks, and under a name (`named`) in whole sentences of some
    length. A role, a company, a mail address or "on request" are nobody's words.
    """
    found: list[Block] = []
    for speaks, group in groupby(blocks(text), lambda block: _is_speech(block, named)):
        run = tuple(group)
        texts = [plain(block.text) for block in run if isinstance(block, Paragraph)]
        long = count(texts) >= _FEWEST_WORDS
        if speaks and (long or any(map(_QUOTED.match, texts))):
            found.append(Quote(run))
        else:
            found += run
    return tuple(found)


def _is_speech(block: Block, named: bool) -> bool:
    """Whether a block is in quotation marks, or a sentence under a name."""
    if not isinstance(block, Paragraph):
        return False
    text = plain(block.text).strip()
    if _QUOTED.match(text):
        return True
    ends = _SENTENCE_ENDS.search(text) and not _SHORTENED.search(text)
    return bool(named and ends and not _REACHED.search(text))
