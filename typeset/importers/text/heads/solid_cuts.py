"""Cuts of a title in scripts that set no spaces between words: at each space, at a bare hyphen."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_owner,
    ends_like_role,
    names,
    names_owner,
)
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


def by_space(title: str, words: Kind, record: Record) -> list[str]:
    """At spaces, in scripts that set none between words: "青空株式会社 開発者 東京"."""
    parts = _with_brackets(_with_suffixes(split_top(title, _SPACE), record), words, record)
    parts = with_unit(parts, words, record)
    parts = _with_towns(parts, record) if words is EDUCATION else parts
    taught = [part for part in parts if names(words.who, part, record)]
    if words is EDUCATION and len(parts) > 2 and len(taught) == 1:
        others = [part for part in parts if part not in taught]  # "本科 大学 专业"
        parts = [" ".join(others), *taught] if parts[0] in others else [*taught, " ".join(others)]
    elif words is EDUCATION and len(parts) > 2:
        parts = [parts[0], " ".join(parts[1:])]
    if not 1 < len(parts) <= 4 or not all(CJK.search(part) for part in parts[:2]):
        return []
    if words is WORK and all(key(part) in record.vocabulary["roles"] for part in parts):
        return []  # a grade and a post, "주임 연구원", though the post is a house's word too
    if words is WORK and len(parts) == 2 and _is_korean_role(parts, record):
        return []
    made = title.endswith(record.vocabulary.solid["works"])  # "관리자화면 오류 개선"
    sides = not made and _holds_role(parts, words, record)
    if words is not EDUCATION and _HANGUL.match(title) and not sides:
        return []  # Korean sets spaces within a name: "부산 남구 도서관", "스튜디오 여백"
    if not sides and are_one_owner(parts, words, record):
        return []
    right = " ".join(parts[1:])
    left = [names(list_, parts[0], record) for list_ in (words.what, words.who)]
    after = [names(list_, right, record) for list_ in (words.what, words.who)]
    return parts if any(left) or any(after) else []


def with_unit(parts: list[str], words: Kind, record: Record) -> list[str]:
    """An owner, its part and a role in two: a faculty is the university's, a section the role's.

    "青空大学 文学部 講師" is lecturer at a faculty, "青空電機 開発部 主任" head of a section.
    """
    if words is not WORK or len(parts) != _OWNER_UNIT_ROLE or not CJK.match("".join(parts)):
        return parts
    owner, unit, role = parts
    owned = names(words.who, owner, record) or names("schools", owner, record)
    if not (owned or ends_like_owner(owner, record)) or not _holds_role([role], words, record):
        return parts
    if names("schools", owner, record) and not names("schools", role, record):
        return parts if _holds_role([unit], words, record) else [f"{owner} {unit}", role]
    part = unit.endswith(tuple(record.vocabulary["units"]))
    return [owner, f"{unit} {role}"] if part else parts


_OWNER_UNIT_ROLE = 3


def are_one_owner(parts: list[str], words: Kind, record: Record) -> bool:
    """Whether parts are who runs a house, and the house: "社会福祉法人 苔の会　老人ホーム"."""
    told = all(CJK.search(part) and names(words.who, part, record) for part in parts)
    return words is WORK and told and not _holds_role(parts, words, record)


def _with_towns(parts: list[str], record: Record) -> list[str]:
    """Schools with the place before them, which belongs to the name: "원주 새봄고등학교"."""
    result: list[str] = []
    for part in parts:
        placed = result and len(parts) > _TOWN_AND_SCHOOL and is_place(result[-1], record)
        if placed and names("schools", part, record):
            result[-1] += f" {part}"
        else:
            result.append(part)
    return result


_TOWN_AND_SCHOOL = 2
"""Parts that are no more than these have another reader."""


def _is_korean_role(parts: list[str], record: Record) -> bool:
    """Whether two words are a role: "백엔드 개발자", a trade before its word."""
    field, role = parts
    owned = names_owner(field, record) or ends_like_owner(field, record)
    return bool(_HANGUL.match(field)) and not owned and _holds_role([role], WORK, record)


def _holds_role(parts: list[str], words: Kind, record: Record) -> bool:
    return any(names(words.what, part, record) or ends_like_role(part, record) for part in parts)


_HANGUL = re.compile("[(]?[\uac00-\ud7af]")
_SPACE = re.compile(r"[,，、]?\s+")


def by_hyphen(title: str, words: Kind, record: Record) -> list[str]:
    """At a bare hyphen, in scripts without spaces, where one side is told: "青空公司-店长"."""
    sides = [part.strip() for part in split_top(title, _HYPHEN)]
    if len(sides) != 2 or not all(CJK.search(side) for side in sides):
        return []
    if words is EDUCATION:
        told = [names(words.who, side, record) for side in sides]
    else:
        told = [names(words.what, one, record) or ends_like_role(one, record) for one in sides]
    return sides if any(told) and not all(told) else []


_HYPHEN = re.compile(f"(?<=[^\\s\\d])[-－–](?={CJK.pattern}|[A-Z])")


def _with_brackets(parts: list[str], words: Kind, record: Record) -> list[str]:
    """Names with the brackets behind them ("青空株式会社 (大阪)"); one that holds a role is apart.

    Its label tells it, too: "(职位-主理)".
    """
    result: list[str] = []
    for part in parts:
        label = record.vocabulary.column(re.split(r"[-–:：]", part.lstrip("(（"), maxsplit=1)[0])
        held = label == "role" or _holds_role([part], words, record)
        if result and part.startswith(("(", "（")) and not held:
            result[-1] += f" {part}"
        else:
            result.append(part)
    return result


def _with_suffixes(parts: list[str], record: Record) -> list[str]:
    """Words with the form of company beside its name: "바나나톡 주식회사", "株式会社 青空"."""
    result: list[str] = []
    for part in parts:
        alone = result and key(result[-1]) in record.vocabulary["suffixes"]
        if result and (alone or key(part) in record.vocabulary["suffixes"]):
            result[-1] += f" {part}"
        else:
            result.append(part)
    return result
