"""How long something was, said beside its date: "two weeks, 2018", "2012 – 2014, 3 years"."""

from __future__ import annotations

import re

_COUNT = r"(?:\d{1,2}(?:[.,]\d)?\+?|[^\W\d_]{2,12})"


def span_before(before: str, lasting: str) -> int:
    """Where the date begins with what is said before it: "two weeks, 2018", "9 years from 2005".

    A comma parts them, or a small word in front of the date: "six weeks in July 2024".
    """
    span = re.search(
        rf"(?:^|[–—|·,(（]\s*)({_COUNT}\s(?:{lasting}))(?:\s*,|\s[^\W\d_]{{1,3}}|)\s*$", before
    )
    if not span or span[1][:1].isupper():
        return len(before)  # "Journeyman years, 2011 – 2018"
    return span.start(1)


def span_behind(behind: str, lasting: str, ranged: bool) -> int:
    """How far the date goes on: "2012 - 6 months", "2018, six months", "2012 – 15, 3 years' work".

    Behind a dash it is said of a day, month or year, from which on it lasted.
    """
    since = re.match(rf"\s*[–—-]\s*\d{{1,2}}\s?(?:{lasting})(?![^\W\d_])", behind, re.IGNORECASE)
    if since and not ranged:
        return since.end()
    span = re.match(
        rf"\s*[,·]\s*({_COUNT})\s?(?:{lasting})(?:\s[^\W\d_]+)?(?=\s*(?:$|[)）|·,*\t]))",
        behind,
        re.IGNORECASE,
    )
    return span.end() if span and not span[1][:1].isupper() else 0
