"""Forms printed as text: labels, then dots or blanks, and values, whose lines hang under them."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.record import Record

_LEADER = re.compile(
    r"(?P<indent>\s*)(?P<label>[^\s.](?:[^.]{0,28}[^\s.])?) ?\.{2,} (?P<value>.*\S)"
)
_GAP = re.compile(
    r"(?P<indent>\s*)(?P<label>[^\W\d_](?:[^\t:]{0,56}?[^\s:])?)(?:\t+| {2,})(?P<value>\S.*)"
)
_CELLS = re.compile(r"\S(?:\t| {3,})\S")
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


def ungapped(numbered: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """Lines `Employer      Name` as `Employer: Name`, where they are the form of a post or school.

    Lines that stand together are one where labels of a time and of a post, school or employer are
    among them, and all lines begin with a label or hang under a value. Each may have a bullet.
    """
    rows = [_gap_row(raw, record) for _, raw in numbered]
    if sum(kind == "dates" for kind, _ in rows) < 1:
        return numbered
    result = list(numbered)
    start = 0
    for at in range(len(numbered) + 1):
        if at < len(numbered) and numbered[at][1].strip():
            continue
        form = slice(start, at)
        if _is_form(rows[form], [raw for _, raw in numbered[form]]):
            for place in range(start, at):
                number, raw = numbered[place]
                shown = rows[place][1] or f"  {raw.strip()}"
                result[place] = (number, shown)
            record.choose(numbered[start][0], "form-in-columns", numbered[start][1], "labels")
        start = at + 1
    return result


def _gap_row(raw: str, record: Record) -> tuple[str, str]:
    """What the label of a line stands for, and the line with a colon behind it; "" for neither."""
    mark = BULLET.match(raw.lstrip())
    bullet = mark[0] if mark else ""
    match = _GAP.fullmatch(raw.strip().removeprefix(bullet))
    if not match or _CELLS.search(match["value"]) or record.vocabulary.column(match["value"]):
        return "", ""
    return record.vocabulary.column(match["label"]), f"{bullet}{match['label']}: {match['value']}"


def _is_form(rows: list[tuple[str, str]], raws: list[str]) -> bool:
    kinds = [kind for kind, _ in rows]
    if "dates" not in kinds or not {"role", "organisation"} & set(kinds):
        return False
    hung = [_indent(raw) for raw, (_, shown) in zip(raws, rows, strict=True) if not shown]
    first = _indent(raws[0])
    return bool(rows[0][1]) and all(indent >= first + _HANGING for indent in hung)


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip())


def with_near_colons(numbered: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines whose colons stand in a column of their own ("Name      : Ada") with these moved up.

    They stand in it in two lines at least, of which one has several blanks before it. Behind a
    date the text keeps its column, in which more of it may hang.
    """
    found = [_FAR_COLON.match(raw) for _, raw in numbered]
    places = Counter(match.start("colon") for match in found if match)
    wide = {match.start("colon") for match in found if match and len(match["gap"]) > 1}
    result: list[tuple[int, str]] = []
    for (number, raw), match in zip(numbered, found, strict=True):
        at = match.start("colon") if match else -1
        if match and at in wide and places[at] >= _FEWEST_FAR:
            dated = bool(re.search(r"\d", match["label"]))
            gap = f"{match['gap']} " if dated else " "
            result.append((number, f"{match['label']}:{gap}{raw[match.end() :]}"))
        else:
            result.append((number, raw))
    return result


_FAR_COLON = re.compile(
    r"(?P<label>\s*[^\s:](?:[^:\t]{0,38}[^\s:])?)(?P<gap> +)(?P<colon>:)\s(?=\S)"
)
_FEWEST_FAR = 2
