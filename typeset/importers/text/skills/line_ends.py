"""Lines of skills that end where their author ended them, so that none goes on in the next."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Line
from typeset.importers.text.markup.inline import masked
from typeset.importers.text.skills.listings import are_lists
from typeset.importers.text.skills.words import SENTENCE, split_dots
from typeset.importers.text.words.scripts import begins_large


def whole_lines(lines: list[Line]) -> list[str]:
    """Lines that end where their author ended them, of which few hold a comma: one skill each."""
    texts = [line.text for line in lines]
    listed = sum(bool(_SEPARATED.search(masked(text))) for text in texts)
    short = all(len(text.split()) <= _LONGEST_LINE for text in texts)
    apart = len(lines) > 2 and short and 0 < listed * 2 < len(lines)
    if not apart or not all(line.hard for line in lines[:-1]) or SENTENCE.search(" ".join(texts)):
        return []
    return [] if any(text.rstrip().endswith((",", ";", ".")) for text in texts) else texts


_SEPARATED = re.compile(r"[·•|,;]")
_LONGEST_LINE = 12


def are_a_line_each(lines: list[Line]) -> bool:
    """Whether keywords end where lines do: their author says so, or no margin would end them."""
    if all(line.hard for line in lines[:-1]):
        return len(lines) > 1
    if _are_dotted(lines):
        return True
    longest = max(len(line.text) for line in lines)
    listed = any(line.text.rstrip().endswith((",", ";")) for line in lines[:-1])
    narrow = len(lines) > 2 and longest <= _NO_MARGIN
    return not listed and (narrow or are_lists([line.text for line in lines]))


def _are_dotted(lines: list[Line]) -> bool:
    """Whether lines have dots within, and none where one line ends and the next begins."""
    texts = [line.text.strip() for line in lines]
    within = all(len(split_dots(text)) > 1 for text in texts)
    edges = any(not split_dots(text[0]) or not split_dots(text[-1]) for text in texts)
    begun = all(begins_large(text) for text in texts[1:])
    return len(texts) > 1 and within and begun and not edges


_NO_MARGIN = 30
"""No text is set so narrow: lines of so few characters were ended by their author."""
