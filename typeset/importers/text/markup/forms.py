"""Forms printed as text: labels, dotted leaders and values, whose lines hang under them."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record

_LEADER = re.compile(
    r"(?P<indent>\s*)(?P<label>[^\s.](?:[^.]{0,28}[^\s.])?) ?\.{2,} (?P<value>.*\S)"
)
_FEWEST = 3
_FEWEST_BESIDE = 2
_HANGING = 4
"""How much further in than its label the rest of a value begins, in characters."""


def undotted(numbered: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """Lines `Employer ..... Name` as `Employer: Name`, each with what hangs under its value.

    Leaders behind words that are no label lead to a column, as those of a list of dates do; but
    what stands among several labels is one ("Passport ..... X", beside "Mobile" and "E-mail").
    """
    matches = [_LEADER.fullmatch(raw) for _, raw in numbered]
    known = [bool(match and record.vocabulary.column(match["label"])) for match in matches]
    if sum(known) < _FEWEST:
        return numbered
    for run in _runs(matches):
        if sum(known[at] for at in run) >= _FEWEST_BESIDE:
            known = [told or at in run for at, told in enumerate(known)]
    result: list[tuple[int, str]] = []
    hanging = -1
    for (number, raw), match, told in zip(numbered, matches, known, strict=True):
        indent = len(raw) - len(raw.lstrip())
        if match and told:
            record.choose(number, "dotted-leader", raw.strip(), f"a value of {match['label']}")
            result.append((number, f"{match['indent']}{match['label']}: {match['value']}"))
            hanging = indent
        elif raw.strip() and 0 <= hanging <= indent - _HANGING and not match:
            result[-1] = (result[-1][0], f"{result[-1][1]} {raw.strip()}")
        else:
            result.append((number, raw))
            hanging = -1
    return result


def _runs(matches: list[re.Match[str] | None]) -> list[range]:
    """The places of lines with leaders that stand one under the other."""
    runs: list[range] = []
    start = 0
    for at, match in enumerate([*matches, None]):
        if not match:
            if at > start:
                runs.append(range(start, at))
            start = at + 1
    return runs
