"""The metadata under the title of an entry: lines that say where, when and whose."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_address, is_place
from typeset.importers.text.heads.lines import (
    LABELLED,
    SENTENCE_END,
    RawEntry,
    ends_sentence,
    outside,
)
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph, Quote
from typeset.importers.text.markup.inline import masked, unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

LONGEST_META_WORDS = 9
"""The words of such a line at most; with signs that part it, it may have more."""


def take_metas(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Move the metadata lines at the start of `blocks` to the entry's head; the blocks left."""
    for _ in range(3):
        blocks = [*_of_quote(blocks[0], record), *blocks[1:]] if blocks else blocks
        if not blocks or not isinstance(blocks[0], Paragraph):
            break
        dated = any(find_date(unlink(text)[0], record.vocabulary) for _, text in entry.head)
        if (
            dated
            and _has_date(blocks[0], record)
            and not _placed(blocks[0].lines[0].text, record)
            and (
                is_only_date(unstyle(blocks[0].lines[0].text), record.vocabulary)
                or wholly(blocks[0].text)[0] != "em"
            )
        ):  # the next entry's
            break
        if _is_post_in_town(blocks[0].lines[0].text, entry, record):
            break
        count = _meta_lines(blocks[0], dated, bool(blocks[1:]), record)
        if not count:
            break
        lines = blocks[0].lines
        entry.head += [(line.number, line.text) for line in lines[:count]]
        blocks = [*([Paragraph(lines[count:])] if lines[count:] else []), *blocks[1:]]
    return blocks


def _of_quote(block: Block, record: Record) -> list[Block]:
    """The lines of a quotation that is no more than a place and a date, each one by itself."""
    inner = block.blocks if isinstance(block, Quote) else []
    said = inner[0] if len(inner) == 1 else None
    if not isinstance(said, Paragraph) or not _has_date(said, record):
        return [block]
    if not all(is_meta(line.text, True, record) for line in said.lines):
        return [block]
    return [Paragraph([Line(line.number, line.text, True) for line in said.lines])]


def _meta_lines(paragraph: Paragraph, dated: bool, more: bool, record: Record) -> int:
    """How many lines at the start of a paragraph are metadata: where, when, what."""
    whole = paragraph.text
    styled = wholly(whole)[0] in ("em", "strong") and word_count(whole) <= LONGEST_META_WORDS + 6
    styled = styled and not _is_label(whole, record)
    if styled and (_has_date(paragraph, record) or not SENTENCE_END.search(unstyle(whole))):
        return len(paragraph.lines)
    count = 0 if dated else _over_date(paragraph, record)
    for line in paragraph.lines[count:]:
        if not is_meta(line.text, dated, record):
            break
        dated = dated or bool(find_date(line.text, record.vocabulary))
        count += 1
    # Lines that a parser joined: a wrapped sentence may begin like a metadata line.
    soft_cut = 0 < count < len(paragraph.lines) and not paragraph.lines[count - 1].hard
    labelled = soft_cut and LABELLED.match(paragraph.lines[count].text)
    if soft_cut and not labelled and not _closed(paragraph, count, record):
        return 0
    if count == len(paragraph.lines) and not more and dated and not _has_date(paragraph, record):
        # The only text of an entry is its text, however short, unless it is styled or a place.
        said = is_owner(paragraph, record) or _PAGE.fullmatch(unlink(unstyle(whole))[0])
        return count if is_styled(paragraph) or is_place(whole, record) or said else 0
    return count


def _over_date(paragraph: Paragraph, record: Record) -> int:
    """How many short lines, each ended by its author, stand over a paragraph's date and place.

    "Data Facility", "Salem, OR | 2019 – 2021": a department over the line that all entries have.
    A name in bold over a date needs no end ("**Moss Labs** — Leeds"), nor does one over a line
    that is the period alone, which no wrapped sentence goes on with.
    """
    closed = True
    for at, line in enumerate(paragraph.lines[:_MOST_OVER]):
        plain = unlink(unstyle(line.text))[0]
        if found := find_date(plain, record.vocabulary):
            rest = plain[: found.begin] + plain[found.finish :]
            told = not re.search(r"\w", rest) or (closed and is_place(rest, record))
            return at if told and found.start != found.end else 0
        short = _size(masked(plain), record) <= LONGEST_META_WORDS and _is_in_capitals(plain)
        closed = closed and bool(line.hard or re.match(r"\*\*[^*:]+\*\*", line.text))
        if not short or ":" in plain or ends_sentence(plain, record):
            break
    return 0


_MOST_OVER = 3


def is_owner(paragraph: Paragraph, record: Record) -> bool:
    """Whether the one line of a paragraph is an organisation: it names one, and says no more."""
    text = unlink(unstyle(paragraph.text))[0]
    words = record.vocabulary
    named = words.has("schools", text) or words.has("organisations", text)
    short = len(paragraph.lines) == 1 and len(text.split()) <= LONGEST_META_WORDS
    return named and _is_in_capitals(text) and short and not re.search(r"[.!?:;]", text)


def _is_in_capitals(text: str) -> bool:
    """Whether most words of a text begin in a capital, as those of names do, or have none."""
    words = _WORD.findall(text)
    return sum(map(begins_large, words)) * 2 > len(words)


_WORD = re.compile(r"\b\w+\b(?!['’]\w)")
"""A word, without the article that an apostrophe joins to it: "l'Ouest"."""


def _closed(paragraph: Paragraph, count: int, record: Record) -> bool:
    """Whether the last of `count` lines is whole though its author did not end it.

    So it is by its style, or by its date.
    """
    line, below = paragraph.lines[count - 1], paragraph.lines[count]
    plain = unlink(unstyle(line.text))[0].strip()
    found = find_date(plain, record.vocabulary)
    ranged = found is not None and found.start != found.end
    last = found is not None and not re.search(r"\w", plain[found.finish :])
    parted = ranged and last and re.search(r"\s[|·•]\s", plain)  # "Driver | 2014 to present"
    placed = found and ranged and _is_in_capitals(plain[: found.begin])
    if found and placed and is_place(plain[found.finish :].strip(" .,|·–—-"), record):
        return True  # "Moss Inn 2014 – 2016 Leeds, UK."
    named = line.text.startswith("**") or record.vocabulary.has("degrees", _first_words(plain))
    if named and last and not plain.endswith(".") and begins_large(unstyle(below.text)):
        return True  # "**BSc Botany**, May 2012" over "Minor in Soils"
    return bool(wholly(line.text)[0] or parted or is_only_date(plain, record.vocabulary))


def is_styled(paragraph: Paragraph) -> bool:
    """Whether emphasis covers a whole paragraph."""
    return bool(wholly(paragraph.text)[0])


def _has_date(paragraph: Paragraph, record: Record) -> bool:
    return bool(find_date(paragraph.text, record.vocabulary))


_LABEL = re.compile(r"([^:：\d]{1,30}?)\s*(?::\s+|：\s*)\S")


def is_meta(text: str, dated: bool, record: Record) -> bool:
    """Whether a line is metadata: a date with little beside it, a short styled line, a place."""
    style, inner = wholly(text)
    plain = unlink(unstyle(inner))[0]
    label = _LABEL.match(plain)
    if label and (
        record.vocabulary.column(label[1]) in ("role", "organisation", "text")
        or record.vocabulary.sections.get(key(label[1])) == "skills"
    ):
        return False
    if (
        _PAGE.fullmatch(plain)
        or is_address(plain)
        or (_AT_OWNER.match(plain) and word_count(plain) <= LONGEST_META_WORDS)
    ):
        return True
    cells = unlink(text)[0].split("\t")
    if len(cells) == 2 and is_place(cells[1], record):  # "*Role, Team*", its town at the right
        return word_count(cells[0]) <= LONGEST_META_WORDS + 3
    found = find_date(plain, record.vocabulary)
    if found:
        rest = (plain[: found.begin] + plain[found.finish :]).strip(" .")
        if dated and re.search(r"[^\W\d_]{2}.*\d\.$", plain) and word_count(rest) > 2:
            return False  # "Chair of the theatre group since 2019."
        longest = LONGEST_META_WORDS + 2 * len(re.findall("[–—|·]", rest))
        return _size(rest, record) <= longest and not re.search(r"[.!?]\s", outside(rest))
    owner, sign, terms = plain.rpartition(" · ")
    if sign and key(terms) in record.vocabulary["contracts"]:  # "Moss Labs · Internship"
        return len(owner.split()) <= LONGEST_META_WORDS + 3
    bare = masked(plain) if plain.endswith(")") else plain  # "*Baker* (Ely / Ghent, BE)"
    short = _size(bare, record) <= LONGEST_META_WORDS and not ends_sentence(plain, record)
    if style:
        return short and not _is_label(plain, record)
    return short and (is_place(plain, record) or (not dated and _is_title(plain, record)))


def _is_post_in_town(text: str, entry: RawEntry, record: Record) -> bool:
    """Whether a line under a role names one before its commas: "Waiter, Ash Inn, Graz, Austria"."""
    role, comma, rest = unlink(unstyle(text))[0].partition(",")
    told = "," in rest and bool(comma) and names("roles", role, record)
    return told and names("roles", unlink(unstyle(entry.head[0][1]))[0], record)


def _size(text: str, record: Record) -> int:
    """The words of a line; the small ones within a name make it no longer.

    "Escuela Superior de Música de las Islas del Norte": all other words begin large.
    """
    small = record.vocabulary.small_words
    told = [word for word in re.findall(r"\w\S*", text) if word.casefold() not in small]
    return len(told) if all(begins_large(word) for word in told) else word_count(text)


_PAGE = re.compile(r"<?(?:https?://|www\.)\S+")
"""The address of a page, by itself on its line."""
_AT_OWNER = re.compile(r"@\s?[^\W\d_a-zà-ÿ]")
"""The organisation on a line of its own: "@ Moss Labs"."""


def _is_label(text: str, record: Record) -> bool:
    """Whether a text is the label of what stands under it: "**[Tasks]**"."""
    title = shown_title(unlink(unstyle(text))[0])
    return record.vocabulary.column(title) in ("text", "dates")


def _placed(text: str, record: Record) -> bool:
    """Whether a line has a place in a column of its own: "*Role since 2022*", "Town, ST"."""
    cells = unlink(text)[0].split("\t")
    placed = len(cells) == 2 and is_place(cells[1], record)
    return placed and not is_only_date(cells[0], record.vocabulary)


def _is_title(plain: str, record: Record) -> bool:
    """A short line of plain text that names a role or organisation, or begins with a degree."""
    return word_count(plain) <= 6 and (
        names("roles", plain, record)
        or names("organisations", plain, record)
        or record.vocabulary.has("degrees", _first_words(plain))
    )


def _first_words(text: str) -> str:
    """Where a line that begins with a degree names it."""
    return " ".join(text.split()[:2])
