"""Profiles that nobody wrote: of any length and shape, the same for the same number."""

from __future__ import annotations

from random import Random
from typing import Any

from typeset.profile import Profile

_WORDS = [
    *("ability", "accounts", "across", "after", "bridge", "budget", "calm", "careful", "clinic"),
    *("coast", "course", "daily", "design", "drafted", "evening", "field", "flood", "four"),
    *("garden", "grant", "growth", "harbour", "held", "index", "journal", "kept", "kitchen"),
    *("laid", "ledger", "level", "library", "lighter", "long", "mapped", "market", "measured"),
    *("moved", "museum", "network", "night", "nine", "north", "opened", "orchard", "paper"),
    *("patient", "planned", "port", "quarter", "quiet", "raised", "rebuilt", "river", "safer"),
    *("school", "season", "sheltered", "signal", "slow", "soil", "staff", "stone", "supply"),
    *("taught", "theatre", "thirty", "timber", "tower", "trained", "trial", "twelve", "under"),
    *("valley", "verified", "village", "walked", "water", "weekly", "winter", "workshop", "yard"),
]


def random_profile(number: int) -> Profile:
    """A résumé of one page to two and a half; every sixth is a letter."""
    chance = Random(number)
    basics = {"name": "Mira Holt", "label": _text(chance, 3, 6), "email": "mira@example.org"}
    if number % 6 == 5:
        paragraphs = [_text(chance, 20, 90) for _ in range(chance.randint(3, 12))]
        letter = {"greeting": "Dear reader,", "body": "\n\n".join(paragraphs), "closing": "Yours,"}
        return Profile.model_validate({"basics": basics, "letter": letter})
    data: dict[str, Any] = {"basics": basics}
    if chance.random() < 0.6:
        data["basics"]["summary"] = _text(chance, 20, 60)
    data["work"] = [_work(chance) for _ in range(chance.randint(2, 6))]
    if chance.random() < 0.7:
        data["education"] = [
            {"institution": _title(chance), "studyType": _title(chance), "endDate": "2009"}
            for _ in range(chance.randint(1, 3))
        ]
    if chance.random() < 0.7:
        data["skills"] = [
            {"name": _title(chance), "keywords": [_text(chance, 1, 2) for _ in range(5)]}
            for _ in range(chance.randint(1, 5))
        ]
    return Profile.model_validate(data)


def _work(chance: Random) -> dict[str, Any]:
    start = chance.randint(1998, 2020)
    work: dict[str, Any] = {
        "name": _title(chance),
        "position": _title(chance),
        "startDate": str(start),
        "endDate": str(start + chance.randint(1, 4)),
        "highlights": [_highlight(chance) for _ in range(chance.randint(1, 8))],
    }
    if chance.random() < 0.3:
        work["summary"] = _text(chance, 8, 30) + chance.choice([".", ":"])
    if chance.random() < 0.2:
        part = {"position": _title(chance), "highlights": [_highlight(chance) for _ in range(3)]}
        work["roles"] = [part]
    return work


def _highlight(chance: Random, *, nested: bool = False) -> dict[str, Any]:
    form = chance.random()
    if form < 0.08 and not nested:
        highlight: dict[str, Any] = {"prose": _text(chance, 6, 40) + chance.choice([".", ":"])}
    elif form < 0.2:
        highlight = {"lead": _title(chance), "text": _text(chance, 6, 25)}
    else:
        highlight = {"text": _text(chance, 4, 45)}
    if form > 0.9 and not nested:
        children = chance.randint(1, 3)
        highlight["children"] = [_highlight(chance, nested=True) for _ in range(children)]
    if chance.random() < 0.5:
        highlight["priority"] = chance.randint(1, 5)
    return highlight


def _text(chance: Random, fewest: int, most: int) -> str:
    words = chance.choices(_WORDS, k=chance.randint(fewest, most))
    return " ".join(words).capitalize()


def _title(chance: Random) -> str:
    return _text(chance, 1, 3).title()
