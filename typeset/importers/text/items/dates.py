"""The day of a short item, at either end of it, and what is said beside that day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from typeset.importers.text.heads.said_of_items import is_amount, is_remark
from typeset.importers.text.heads.words import ends_like_owner, names_owner
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date, is_only_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import any_of

_EDGES = " \t,;:|·，；：、／،؛｜–—-"
Entry = dict[str, Any]

_HOURS = re.compile(r"(.+\d\S*)\s+([(（]\d{1,4}\s?[^\W\d][^()（）]{0,12}[)）]\.?)", re.DOTALL)


def _last_date(text: str, record: Record) -> DateFound | None:
    """The date that ends an item, or else its first one: "Incoterms 2020, Chamber, 2021"."""
    first = found = find_date(text, record.vocabulary)
    while found:
        if not re.sub(r"[\W_]", "", text[found.finish :]):
            return found
        more = find_date(text[found.finish :], record.vocabulary)
        found = more and replace(
            more, begin=more.begin + found.finish, finish=more.finish + found.finish
        )
    return first


_LONGEST_ASIDE = 20
_LISTED = re.compile(r"([^,]+,\s+\d[^,]*),\s+")
"""Who gave something and how long it was, before when."""
_GIVER = re.compile(r"\s*([^\W\d_a-zà-ÿ][^,;，；、]*\S)\s*[,;，；、]\s*")


def with_plain_dates(text: str, record: Record) -> str:
    """An item whose date is set apart by its look alone ("Prize | *2019*"), with the date plain."""
    return _STYLED.sub(
        lambda styled: (
            styled["said"] if is_only_date(styled["said"], record.vocabulary) else styled[0]
        ),
        text,
    )


def with_plain_ends(text: str, record: Record) -> str:
    """An item whose remark or labelled day stands behind it in brackets, and in no style.

    "**Wiring** *(in progress)*"; "Wiring | Moss School | Issued May 2019".
    """
    text = _BOLD_NAME.sub(r"\1", _SLANTED_END.sub(r"\1", text))
    match = _LABELLED_END.fullmatch(text)
    if not match or record.vocabulary.column(match["label"]) != "dates":
        return text
    if not is_only_date(match["day"], record.vocabulary):
        return text
    return f"{match['item']}{match['more'] or ''} ({match['label']} {match['day']})"


_SLANTED_END = re.compile(r"(?<!\*)\*(\([^()*]+\))\*(?=\s*(?:[|·]|$))")
_BOLD_NAME = re.compile(r"^\*\*([^*,]+)\*\*(?=\s*(?:\(|[|·]\s))")
"""Only a name without commas needs no style to stay whole."""
_LABELLED_END = re.compile(
    r"(?P<item>.*\S)\s*[|·•]\s*(?P<label>[^\W\d_]+):?\s+(?P<day>[^|·•()]*\d)(?P<more>\s+\([^()]+\))?",
    re.DOTALL,
)


_STYLED = re.compile(r"(?<![*`\\])(?P<marks>\*{1,3}|`)(?P<said>[^*`]+)(?P=marks)(?![*`])")


def date_at_end(text: str, record: Record, bracketed: bool = False) -> tuple[str, DateFound | None]:
    """A date that stands at either end of an item, and the item without it.

    With `bracketed`, one at the end must be in brackets.
    """
    hours = _HOURS.fullmatch(text.rstrip())
    if hours:  # "Welding, 2020 (16 hrs.)"
        rest, found = date_at_end(hours[1], record, bracketed)
        return (f"{rest} {hours[2]}", found) if found else (text, None)
    plain = text.rstrip()
    found = _last_date(plain, record)
    if not found:
        return text, None
    before, after = plain[: found.begin], plain[found.finish :]
    more = re.fullmatch(r"(.*\S)\s*[(（]([^()（）]+)[)）]", plain, re.DOTALL)
    inside = more[2].strip() if more else ""
    first = find_date(inside, record.vocabulary) if more else None
    if more and first:
        giver = _GIVER.fullmatch(inside[: first.begin])
        if giver and first.finish == len(inside):
            return f"{more[1]} ({giver[1]})", first  # "(Chamber of Crafts, 2020)"
        listed = _LISTED.fullmatch(inside[: first.begin])
        if listed and first.finish == len(inside):
            return f"{more[1]} ({listed[1]})", first  # "(Chamber, 8 hours, 2020)"
        if 0 < len(inside) - len(first.text) <= _LONGEST_ASIDE:
            # "(expected 2026)", "（2018年6月取得）": the words beside the date belong to it.
            return more[1], replace(first, text=inside, verbatim=inside != first.text)
    if (
        not re.sub(r"[\W_]", "", after)
        and (_PARTED.search(before) or (before[-1:] == " " and _SOLID_END.search(found.text)))
        and "](" not in after
    ):
        bracket = re.search(r"[(（\[]\s*$", before) is not None
        closed = re.match(r"\s*[)）\]]", after) is not None
        if bracket == closed and (bracket or not bracketed):
            return before.rstrip("([（ ").rstrip(_EDGES).removesuffix(" /"), found
    if (first := find_date(plain, record.vocabulary)) and first.begin < found.begin:
        found = first  # "2021: Prize, Forum 2020"
        before, after = plain[: found.begin], plain[found.finish :]
    marks = before.strip()
    if marks and not marks.strip("*") and after.startswith(marks):
        before, after = "", after.removeprefix(marks)  # "**2015**: Prize"
    opens = marks if marks and not marks.strip("*") and before else ""  # "**2015 Cup** – Prize"
    set_off = re.match(r"\s*(?:\\?\]|[):：,|·–—\t]|-\s)|\s+\S", after) or _begins_solid(
        found, after
    )
    if not re.sub(r"[\W_]", "", before) and set_off:
        name = after.lstrip("\\]) ").lstrip(_EDGES)
        return opens + re.sub(r"^/{1,2}\s+", "", name), found  # "2016 // Prize"
    return text, None


_PARTED = re.compile(r"(?:[(（\[,;:：|·，；、،؛｜\u3000–—\t-]|\s/|\]\([^()\s]+\))\s*$")
_SOLID_END = re.compile(r"\d\s?[年月日년월일]$")
"""The word that ends a day, which no name has at its end: "簿記 2級 2016年"."""


def _begins_solid(found: DateFound, after: str) -> bool:
    """Whether a date ends in the word for its last part, before a name: "2018年青空賞"."""
    return bool(re.search(r"[年月日년월일]$", found.text) and _SOLID_NAME.match(after))


_SOLID_NAME = re.compile(r"[^\W\da-z度级級届第前后後間间秋春夏冬至起]")
"""The first sign of a name behind a date, and none that goes on with the date ("2019年度")."""


def date_values(found: DateFound | None, line: int, single: str, record: Record) -> Entry:
    """The date as the entry's own key (`single`) holds it, or as a range; the text is used up."""
    if not found:
        return {}
    values: Entry = dict(found.values)
    given_often = single == "date" and found.verbatim and _YEARS_LISTED.fullmatch(found.text)
    if single and (found.start == found.end or given_often):
        values = {single: found.start, **({"dates": found.text} if found.verbatim else {})}
    record.use_date(line, found)
    return values


_YEARS_LISTED = re.compile(r"(?:19|20)\d\d(?:(?:,\s*|\s+(?:[^\W\d_]{1,3}|&)\s+)(?:19|20)\d\d)+")
"""Years in each of which a prize was given, and no time between them: "2016 and 2021"."""


def behind_date(text: str, record: Record) -> tuple[str, str]:
    """An item that ends in its date, and the remark that followed this: "2016, ref. 2021"."""
    plain = text.rstrip()
    ends = "|".join(filter(None, (any_of(record.vocabulary, name) for name in _VALIDITY[:2])))
    until = (
        rf"(.*?\S)(?:[\s,;]*[(（]|[,;]\s+|\s+[–—-]\s+|[，；]\s*|\t)((?:{ends})"
        rf"(?:\.?\s|(?<={CJK.pattern})[:：\s]*)[^()（）]*\d"
        rf"(?:[年月日]|\s?(?:{any_of(record.vocabulary, 'after_year') or '-'})\b\.?)?)[)）]?\.?"
    )
    expires = re.fullmatch(until, plain, re.IGNORECASE | re.DOTALL)
    if ends and expires and expires[1].count("(") == expires[1].count(")"):
        return expires[1], expires[2]  # until when it holds is not when it was given
    found = find_date(plain, record.vocabulary)
    before, after = (plain[: found.begin], plain[found.finish :]) if found else ("", "")
    if not found or not before.strip(" \t,(") or "](" in after:
        return text, ""
    if not after.strip(" .") and (lasting := _until(before, record)):
        return lasting[1], f"{lasting[2]} {found.text}"
    if behind := re.fullmatch(r"\s*[(（]([^()（）]*[^\W\d_]{2}[^()（）]*)[)）]\.?", after):
        return (plain[: found.finish], behind[1]) if re.search(r"[\s,]$", before) else (text, "")
    if (given := re.fullmatch(r"\s*[(（]([^()（）]+)[)）]\.?", after)) and is_amount(given[1]):
        return plain[: found.finish], given[1]  # "Travel grant, 2017 (800 €)"
    inside = re.fullmatch(r"\s*[,;]\s*([^()（）]+)[)）]", after)
    if inside and before.endswith(("(", "（")):
        giver, _, more = inside[1].partition(", ")  # "(2019, Moss School, 3 days)"
        owned = names_owner(giver, record) or ends_like_owner(giver, record)
        if owned and (not more or more[:1].isdigit()):
            return f"{before[:-1].rstrip()}\t{giver} ({found.text})", more
        return f"{plain[: found.finish]})", inside[1]
    again = re.fullmatch(r"[,;]\s*([^\W\dA-Z][^\d()]{3,24}(?:19|20)\d\d)", after)
    if again and re.search(r",\s$", before):
        return plain[: found.finish], again[1].replace(
            "\t", " "
        )  # "Moss School, 2017, renewed 2022"
    beside = re.fullmatch(r"[,;]\s*([^\t]{1,30})", after)
    if beside and before.endswith("\t"):
        return plain[: found.finish], beside[1]
    said = _REMARK_BEHIND.fullmatch(after)
    if said and is_remark(said[1]) and re.search(r"[,\w]\s$|[(（]$", before):
        upto = plain[: found.finish] + (")" if after[:1] in ")）" else "")
        return date_apart(upto, record), said[1]  # "Wiring, Moss School, 2017, no. 4711"
    return text, ""


def _until(before: str, record: Record) -> re.Match[str] | None:
    """What ends in a word for until when it holds, before the day: "Gas card to", "Pass until"."""
    words = "|".join(filter(None, (any_of(record.vocabulary, one) for one in ("until", "expiry"))))
    return re.fullmatch(rf"(.*?[\w)])[\s,]+({words})\.?\s+", before, re.IGNORECASE | re.DOTALL)


_REMARK_BEHIND = re.compile(r"[)）]?(?:,|\s+[–—-])\s+([^\t]{1,60})")
"""What follows a day behind a comma or a dash: "Prize, Moss Days 2019 — for *Brine*"."""


def tells_validity(text: str, record: Record) -> bool:
    """Whether a day in words is none on which something was given: "exp. 2027", "renewed 2021"."""
    words = "|".join(filter(None, (any_of(record.vocabulary, name) for name in _VALIDITY)))
    return bool(re.match(rf"(?:{words})(?:(?![^\W\d_])|(?<={CJK.pattern}))", text, re.IGNORECASE))


_VALIDITY = ("expiry", "renewals", "until")


def with_date_last(text: str, record: Record) -> str:
    """ "Wiring (2022), Chamber of Crafts" with its date at the end, as other items have it.

    A frame is a bracket too, and a column needs none: "Wiring [2022] -- Chamber of Crafts".
    """
    found = find_date(text, record.vocabulary)
    name = _BEFORE_DAY.fullmatch(text[: found.begin]) if found else None
    owner = _BEHIND_DAY.fullmatch(text[found.finish :]) if found else None
    if not found or not name or not owner or bool(name["open"]) != bool(owner["close"]):
        return text
    if not (name["open"] or owner["dash"]) or len(owner["said"].split()) > _LONGEST_OWNER:
        return text
    return f"{name['item']}\t{owner['said'].rstrip('.')} ({found.text})"


_BEFORE_DAY = re.compile(r"(?P<item>.*\S)(?:\s*(?P<open>[(（]|\\?\[)\s*|\t\s*)", re.DOTALL)
_BEHIND_DAY = re.compile(
    r"\s*(?P<close>[)）]|\\?\])?\s*(?:[,;:|·]|/\s|(?P<dash>[–—]|-{1,3}\s))\s*"
    r"(?P<said>[^\W\d_a-zà-ÿ][^()（）\t]*|\[[^\W\d_a-zà-ÿ][^\[\]]*\]\([^\s()]+\))"
)
_LONGEST_OWNER = 8


def ends_in_date(text: str, record: Record) -> bool:
    """Whether an item ends in a year, or in a date that a sign sets apart."""
    before = behind_date(text, record)[0]  # "Moss Awards 2019 (shortlisted)"
    return any(_ENDS_IN_YEAR.search(one) for one in (text, before)) or bool(
        date_at_end(before, record)[1]
    )


def ends_in_term(text: str, record: Record) -> bool:
    """Whether an item ends in a month or season with its year: "Moss List Spring 2023"."""
    if not _ENDS_IN_TERM.search(text):
        return False
    found = _last_date(text, record)
    told = found is not None and found.finish == len(text) and found.text[:1].isalpha()
    return told and found is not None and bool(re.search(r"[\w)”\"’] $", text[: found.begin]))


_ENDS_IN_TERM = re.compile(r"[^\W\d_] (?:19|20)\d\d$")


def date_apart(text: str, record: Record) -> str:
    """An item with a tab before the date that ends it: "Talk, Forum May 2019", "Prize 2019"."""
    match = _ENDS_IN_YEAR.search(text)
    if not match:
        return text
    found = _last_date(text, record)
    at = found.begin if found and found.finish == len(text) else match.end()
    return f"{text[:at].rstrip()}\t{text[at:]}"


_ENDS_IN_YEAR = re.compile(r"(?<=[^\W\d_]|[)”\"’]) +(?=(?:19|20)\d\d$)")
