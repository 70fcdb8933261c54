"""An item of no standard kind in one line → its title, who held it, where, and a sum."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import comma_parts, place_tail
from typeset.importers.text.heads.said_of_items import is_remark
from typeset.importers.text.heads.words import WORK, ends_like_role, names
from typeset.importers.text.items.behind_titles import behind_title, is_owner, is_told, marked_name
from typeset.importers.text.items.cited_titles import sentence_ends
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import SOLID, begins_large
from typeset.importers.text.words.vocabulary import any_of, key

_AMOUNT = re.compile(
    r"(?:[^\W\d_]{0,3}[$€£¥₹]|[A-Z]{3})\s?\d[\d.,'’ ]*\s?(?:[kKmM]\b|[^\W\d_]{4,})?"
    r"|\d[\d.,'’ ]*\s?(?:[kKmM]\s?)?(?:[$€£¥₹]|[A-Z]{3}|kr|Kč|zł|[Ee]uros?|[Ff]ran(?:ken|cs)"
    r"|dollars?|pounds?|руб(?:лей)?|[千百]?[万萬億亿만억천]?\s?[元円원])\.?"
)
"""A sum of money: "CAD 48,000", "£1.2m", "12 000 €"."""
_SUM = re.compile(rf"(?:{_AMOUNT.pattern})(?:\s(?:[a-zà-ÿ].*|\([^()]*\)))?", re.DOTALL)
"""A sum, and what it is for, or who held it: "€12,000 for the museum", "£900 (PI)"."""
_CELLS = re.compile(r"\t| · |\u3000+|\s+[–—-]\s+(?=(?:[A-Z]{3}|[$€£¥₹])\s?\d)")
_QUOTED = re.compile(r"[\"“„«「『《〈].+[\"”“»」』》〉]")


def cut_head(head: Head, source: str, record: Record) -> dict[str, str]:
    """The parts of a head of no standard kind; lines under the title are parts like others."""
    parts = [part for part in head.where.split(" · ") if part]
    places = [part for part in parts if is_place(part, record) and not is_owner(part, record)]
    head.where = " · ".join(places)
    parts = [part for part in parts if part not in places]
    said = [part for part in parts if part[:1].islower()]
    others = [part for part in parts if part not in said]
    entry = cut_item("\t".join([head.whole, *others]), record, source)
    told = ", ".join(filter(None, [*said, entry.get("summary")]))
    return {**entry, **({"summary": told} if told else {})}


def cut_item(text: str, record: Record, source: str = "") -> dict[str, str]:
    """A title, the organisation behind or before it, the place and a sum as the summary.

    What the `source` sets in italics or bold before all other words is the title.
    """
    if entry := _behind_marked(text, record):
        return entry
    text, told = _without_remark(_with_commas(text, record))
    text, aside = _without_bracket(text, record)
    told = ", ".join(filter(None, [aside, told]))
    owner = _BRACKETED.fullmatch(text)
    formed = owner and key(owner[2]) in record.vocabulary["talk_forms"]  # "Ferns (Seminar)"
    if owner and not formed and begins_large(owner[2]) and names("schools", owner[2], record):
        entry = _of_owner(owner[1], owner[2], record, source)
    else:
        entry = _parts(text, record, source)
    said = ", ".join(filter(None, [entry.get("summary"), told]))
    return {**entry, **({"summary": said} if said else {})}


def _behind_marked(text: str, record: Record) -> dict[str, str]:
    """The parts behind a title in italics or bold: "*Salt.* Sea Fund, £900"; {} for others.

    An organisation in bold is no title, unless it ends in a full stop; nor is what prose follows.
    """
    match = _MARKED_FIRST.fullmatch(text)
    if not match or sentence_ends(match["rest"]):
        return {}
    name = unstyle(match["name"]).rstrip()
    if not name.endswith(".") and is_owner(name, record):
        return {}
    parts = [match["rest"][slice(*end)].strip() for end in comma_parts(match["rest"], record)]
    said = [part for part in parts if _is_sum(part) or is_told(part, record)]
    rest = ", ".join(part for part in parts if part not in said).strip(" .")
    if not begins_large(rest) or max(len(one.split()) for one in parts) > _LONGEST_PART:
        return {}
    return behind_title(match["name"].rstrip(" ."), rest, said, record)


_MARKED_FIRST = re.compile(
    r"(?P<name>(?P<mark>\*{1,3})(?:(?!(?P=mark)).)+(?P=mark)(?:\s*\([^()]*\))?)"
    r"(?:\s*[,;]\s+|(?<=[.!?]\*)\s+|\.\s+)(?P<rest>[^\t;]+)"
)


def _of_owner(text: str, owner: str, record: Record, source: str) -> dict[str, str]:
    """The parts of an item before the bracket that says whose it is: "Rocks (Hill University)"."""
    entry = _parts(text, record, source)
    if "location" in entry or is_owner(entry.get("organization", ""), record):
        return _parts(f"{text} ({owner})", record, source)
    who, where = place_tail(owner, WORK, record, known=True)
    title = ", ".join(filter(None, (entry["title"], entry.get("organization"))))
    return {**entry, "title": title, "organization": who, **({"location": where} if where else {})}


def _with_commas(text: str, record: Record) -> str:
    """Names that full stops tell apart, with commas: "Soup. Ash Gallery, Leeds."."""
    ends = sentence_ends(text)
    starts = [0, *(after for _, after in ends)]
    said = [text[a:b].strip().rstrip(".") for a, b in zip(starts, [*starts[1:], None], strict=True)]
    small = record.vocabulary.small_words
    words = [word for one in said[1:] for word in unstyle(one).split()]
    named = all(word.casefold() in small or not word[:1].islower() for word in words)
    short = all(len(one.split()) <= _LONGEST_PART for one in said)
    return ", ".join(said) if ends and named and short and "\t" not in text else text


_LONGEST_PART = 8


def _parts(text: str, record: Record, source: str) -> dict[str, str]:
    """The parts of an item without a sentence or clause behind it."""
    cells = [cell.strip() for cell in _CELLS.split(text) if cell.strip()]
    parts = [cell[slice(*end)].strip() for cell in cells for end in comma_parts(cell, record)]
    sums = [part for part in parts if _is_sum(part)]
    if len(sums) == len(parts):
        sums = []  # a title of letters and digits is no sum
    parts = [part for part in parts if part not in sums]
    name = marked_name(source, record)
    if name and len(parts) > 1 and ", ".join(parts).startswith(f"{name}, "):
        return behind_title(name, ", ".join(parts).removeprefix(f"{name}, "), sums, record)
    if len(parts) > 1 and _QUOTED.fullmatch(parts[0]):
        return behind_title(
            parts[0], ", ".join(parts[1:]), sums, record
        )  # "“Salt”, Ash Gallery, Leeds"
    quoted = [part for part in parts[1:] if _QUOTED.fullmatch(part)]
    if len(parts) > 2 and quoted and parts[-1][:1].islower():
        sums.append(parts.pop())  # "Sea Fund, “After the tide”, co-applicant"
    solid = len(quoted) == 1 and SOLID.search(quoted[0]) is not None
    if len(parts) == 2 and quoted and begins_large(parts[0]) and not solid:
        parts.reverse()  # "Sea Fund, “After the tide”"
        return behind_title(parts[0], parts[1], sums, record)
    if solid:
        return _beside_quoted(quoted[0], parts, sums, record)
    parts, said = _without_facts(_unjoined(parts, record), record)
    sums += said
    named = [part for part in parts[1:] if not part[:1].islower()]
    if len(named) == _OWNER_AND_TOWN and is_place(named[-1], record):
        named.pop()  # "Speaker, Bread Days, Leeds"
    if len(named) == 1 and _holds(parts[0], record) and not names(WORK.what, named[0], record):
        return behind_title(
            parts[0], ", ".join(parts[1:]), sums, record
        )  # "Editor, Journal of Salt"
    owned = [is_owner(part, record) for part in parts]
    entry: dict[str, str] = {}
    if len(parts) > 1 and _may_be_owner(parts[-1], owned[-1], record):
        entry = {"title": ", ".join(parts[:-1]), "organization": parts[-1]}
    elif len(parts) == _OWNER_AND_TOWN and owned[0] and is_place(parts[1], record):
        entry = {"title": parts[0], "location": parts[1]}  # "Ash Gallery, Leeds"
    elif len(parts) > 1 and owned[0] and not any(owned[1:]) and _are_names(parts[:2]):
        entry = {"title": ", ".join(parts[1:]), "organization": parts[0]}
    elif len(cells) == len(parts) == 2 and parts[1][:1].isupper():
        entry = {"title": parts[0], "organization": parts[1]}
    elif placed := _placed(parts, record):
        entry = placed
    else:
        entry = {"title": ", ".join(parts)}
    return {**entry, **({"summary": ", ".join(sums)} if sums else {})}


_OWNER_AND_TOWN = 2


def _unjoined(parts: list[str], record: Record) -> list[str]:
    """The parts of an item, with what one was and where as two: "Lecturer at Hill University"."""
    joiners = any_of(record.vocabulary, "joiners") if parts else ""
    pattern = rf"\s+({joiners})\s*(?<=[\s'’])(?=[^\W\d_a-zà-ÿ])"
    match = re.search(pattern, parts[0]) if joiners else None
    if not match:
        return parts
    held, owner = parts[0][: match.start()].strip(), parts[0][match.end() :].strip()
    sure = key(match[1]) in record.vocabulary["sure_joiners"]
    told = sure or names(WORK.what, held, record) or ends_like_role(held, record)
    if not told or not is_owner(owner, record) or is_owner(held, record):
        return parts
    record.use_label(0, match[1], "joiners")
    return [held, owner, *parts[1:]]


def _beside_quoted(title: str, parts: list[str], sums: list[str], record: Record) -> dict[str, str]:
    """The parts around a title in quotation marks: "若手研究　「塩の流通史」　研究代表者"."""
    others = [part for part in parts if part != title]
    who = [part for part in others if is_owner(part, record) and not _holds(part, record)][:1]
    said = [*(part for part in others if part not in who), *sums]
    entry = {"title": title, "organization": "".join(who), "summary": "\n\n".join(said)}
    return {name: value for name, value in entry.items() if value}


def _without_facts(parts: list[str], record: Record) -> tuple[list[str], list[str]]:
    """The parts of an item, and what ends it: "Hamlet, role: Osric", "Sea Fund, co-applicant"."""
    if not parts or not begins_large(parts[0]):
        return parts, []
    last = next((at for at, one in enumerate(parts) if at and _LABELLED.match(one)), len(parts))
    while last > 1 and (_is_fact(parts[last - 1], record) or _is_post(parts, last - 1, record)):
        last -= 1
    return parts[:last], parts[last:]


def _is_post(parts: list[str], at: int, record: Record) -> bool:
    """Whether a part in a script without capitals is what one was, behind a title and an owner."""
    part = parts[at]
    told = names(WORK.what, part, record) or ends_like_role(part, record)
    behind = at > 1 or is_owner(parts[0], record)
    return behind and told and begins_large(part) and not part[:1].isupper()


def _is_sum(part: str) -> bool:
    return _SUM.fullmatch(unstyle(part).strip()) is not None


def _is_fact(part: str, record: Record) -> bool:
    """Whether a part in small letters says who one was in it, or how long it took."""
    told = names(WORK.what, part, record) or names("durations", part, record)
    return told and is_remark(part) and key(part.split()[0]) not in record.vocabulary["articles"]


_LABELLED = re.compile(r"[^\W\d_]{3,}\s?:\s+\S")


def _without_remark(text: str) -> tuple[str, str]:
    """An item, and the sentence or clause that follows it: "Chair, Ash Board; vice chair 2019"."""
    ends = sentence_ends(text)
    rest = text[ends[0][1] :] if ends else ""
    if len(rest.split()) >= _SHORTEST_REMARK and "\t" not in rest:
        return text[: ends[0][0]].rstrip(" ."), rest
    clause = _CLAUSE.fullmatch(text)
    return (clause[1], clause[2]) if clause else (text, "")


def _without_bracket(text: str, record: Record) -> tuple[str, str]:
    """An item, and the sum or the part played that ends it in brackets: "Dig, Hoy (supervisor)".

    With whom it was may stand there: "Small Grant, Sea Fund (with J. Holt)".
    """
    match = _BRACKETED.fullmatch(text)
    said = match[2].strip() if match else ""
    joined = key(said.split(maxsplit=1)[0]) in record.vocabulary["joiners"] if said else False
    told = joined or names(WORK.what, said, record) or _SMALL.fullmatch(said)
    part = said[:1].islower() and told
    if match and _COUNTED.match(said):
        part = is_owner(match[1].rpartition(",")[2], record)
    return (match[1], said) if match and (part or _SUM.fullmatch(said)) else (text, "")


_SMALL = re.compile(r"[^\W\d_A-Z]{3,}(?: [^\W\d_A-Z]{3,})?")
"""A bracket of a word or two in small letters says more: "(solo)", "(group show)"."""
_COUNTED = re.compile(r"\d{1,3}\s?[^\W\d_A-Z]")  # "(64h a year)", behind an owner
_BRACKETED = re.compile(r"([^\t]*[^\s,;·])[\s,;·]*\(([^()]+)\)", re.DOTALL)
_SHORTEST_REMARK = 4
_CLAUSE = re.compile(r"([^;\t]*\S)\s*;\s+([a-zà-ÿ][^\t]*)", re.DOTALL)


def _are_names(parts: list[str]) -> bool:
    return all(begins_large(part) for part in parts)


def _placed(parts: list[str], record: Record) -> dict[str, str]:
    """ "Solo show, Ash Gallery, Bristol": the organisation before the place; {} for others.

    Before a town with its country or state, as lists of shows have them, no word need tell it;
    nor where one name stands on each side: "Salt, Ash House, Bristol".
    """
    before, where = place_tail(", ".join(parts), WORK, record, known=True)
    title, comma, who = before.rpartition(", ")
    if where and not comma and "," not in where:
        return {"title": before, "location": where}  # "Ash House, Leeds"
    if "," in where:
        title, _, who = before.partition(", ")
        if who[:1].islower():
            title, who = before, ""
    else:
        told = is_owner(who, record) or ("," not in title and _are_names([title, who]))
        if not (where and comma and told) or names(WORK.what, who, record):
            return {}
    entry = {"title": title, "organization": who, "location": where}
    return {name: value for name, value in entry.items() if value}


def _may_be_owner(part: str, owned: bool, record: Record) -> bool:
    """Whether the last part of an item can be its organisation: named as one, or in italics."""
    role = names(WORK.what, part, record)
    return (owned and not role and not part[:1].islower()) or part.startswith("*")


def _holds(part: str, record: Record) -> bool:
    """Whether a part is what someone was, in a few words, and no body: "Board member"."""
    short = len(part.split()) <= _LONGEST_ROLE
    person = ends_like_role(part, record) or not is_owner(part, record)
    person = person or key(part) in record.vocabulary["roles"]  # "Editorial board"
    return short and person and names(WORK.what, part, record)


_LONGEST_ROLE = 4
