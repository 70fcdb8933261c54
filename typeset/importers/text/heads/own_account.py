"""Who works for oneself: the word for it stands where others have an employer."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_BETWEEN = re.compile(r"\s*[,;|/·،，、]\s+|\s+[–—-]\s+|\s*[、，]\s*")
_ROLE_AND_OWNER = 2


def take_own_account(head: Head, record: Record) -> None:
    """Take the word out of a role that has no employer: "Web developer; freelance".

    Beside a role it says for whom, before it or behind it.
    """
    parts = split_top(head.what, _BETWEEN, 1) if head.what and not head.who else []
    own = [key(part.strip(" .")) in record.vocabulary["own_account"] for part in parts]
    if len(parts) != _ROLE_AND_OWNER or own.count(True) != 1:
        return
    head.what, head.who = parts if own[1] else parts[::-1]
    record.choose(head.line, "own-account", head.who, "who one works for")


def town_of_own_account(entry: dict[str, Any], record: Record) -> None:
    """Who works for clients, told inside, is their own employer: "Freelance" / "Leeds, Hull"."""
    said, where = entry.get("position", ""), entry.get("name", "")
    own = key(said) in record.vocabulary["contracts"] and where and "location" not in entry
    if own and not names("organisations", where, record):
        entry["location"] = entry.pop("name")
