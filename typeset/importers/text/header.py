"""The blocks before the first section → name, headline, contacts, and what is prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.blocks import Block, Heading, Line, Paragraph, Rule, to_markdown
from typeset.importers.text.contact_blocks import contact_lines
from typeset.importers.text.contact_pieces import POSTAL, is_contact_line, pieces
from typeset.importers.text.contacts import Contacts, is_fact, is_place, read_contacts
from typeset.importers.text.cuts import ends_like_role
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import split_top, unlink, unstyle, wholly
from typeset.importers.text.letter_recipient import SOLID
from typeset.importers.text.record import Record
from typeset.importers.text.titles import is_document_title, is_page_title
from typeset.importers.text.vocabulary import key, vocabulary

_NAME_CUT = re.compile(r"\s*[|｜·•\t]\s*|\s+[–—-]\s+")
_OF = frozenset(["di", "de", "of", "van", "von", "för", "av", "do", "da", "del", "for", "du"])
_LABELS = frozenset({"name", "label", "location", "phone", "email", "url"})
_SENTENCE_END = re.compile(r"[.!?…。][\"”’)»]*$")


@dataclass
class Header:
    """What stands over the sections. `prose` are bodies of untitled sections."""

    title: str = ""
    name: str = ""
    label: str = ""
    contacts: Contacts = field(default_factory=Contacts)
    prose: list[str] = field(default_factory=list)


def read_header(blocks: list[Block], record: Record) -> Header:
    """Read the header. A first line that names the page makes it an about page, without a name."""
    header = Header()
    rest = _title_and_name([b for b in blocks if not isinstance(b, Rule)], header, record)
    prose: list[Block] = []
    for block in [part for one in rest for part in _under_headline(one, record)]:
        if prose and not _lists_contacts(block, record):
            prose.append(block)
        elif not _take(block, header, record):
            if not prose and _is_statement(block, header):
                header.prose.append(to_markdown([block]))
            else:
                prose.append(block)
    if prose:
        header.prose.append(to_markdown(prose))
    return header


def _title_and_name(blocks: list[Block], header: Header, record: Record) -> list[Block]:
    """Take title and name from the first blocks; the blocks left."""
    if not blocks:
        return blocks
    first, rest = blocks[0], blocks[1:]
    if isinstance(first, Heading):
        text = first.text
    elif isinstance(first, Paragraph):
        text = first.lines[0].text
        if len(first.lines) > 1:
            rest = [Paragraph(first.lines[1:]), *rest]
    else:
        return _later_name(blocks, header)
    shown = re.sub(r" +", " ", unlink(unstyle(text))[0]).strip()
    if titled := _titled_name(shown, record):
        header.title, header.name = titled
        return rest
    title, tab, aside = shown.partition("\t")
    if tab and is_document_title(title, record.vocabulary):  # "履歴書", and its day at the margin
        shown, rest = title, [Paragraph([Line(first.line, aside)]), *rest]
    if is_page_title(shown, record.vocabulary):
        header.title = shown
        return rest
    if is_document_title(shown, record.vocabulary):
        header.title = shown
        return _title_and_name(rest, header, record) if rest and _is_name(rest[0]) else rest
    label = re.split("[:：]", shown)[0]
    if not _is_name(first) or (re.search("[:：]", shown) and record.vocabulary.label(label)):
        return _later_name(blocks, header)
    parts = split_top(shown, _NAME_CUT)
    header.name = shown
    if len(parts) == 2 and record.vocabulary.has("roles", parts[1]):
        header.name, header.label = parts
    elif len(parts) > 1 and ("\t" in shown or any(_is_aside(part, record) for part in parts[1:])):
        header.name = parts[0]
        titles = [part for part in parts[1:] if is_document_title(part, record.vocabulary)]
        header.title = header.title or " · ".join(titles)
        if others := " | ".join(part for part in parts[1:] if part not in titles):
            rest = [Paragraph([Line(first.line, others)]), *rest]
    elif comma := _after_name(shown, record):
        header.name = shown[:comma].strip()
        after = shown[comma + 1 :].strip()
        if is_place(after, record):
            header.contacts.add("location", after)
        else:
            header.label = after
    return rest


def _titled_name(text: str, record: Record) -> tuple[str, str] | None:
    """A document's title and the name behind it in one line: "Curriculum vitae di Ada Longo"."""
    words = text.split()
    for count in (2, 1):
        title = " ".join(words[:count])
        if not is_document_title(title, record.vocabulary):
            continue
        of = words[count : count + 1]
        joined = bool(of) and (of[0].casefold() in _OF or not of[0].isalnum())
        name = words[count + joined :]
        if 1 < len(name) <= 5 and all(word[0].isupper() or word in _OF for word in name):
            return " ".join(words[: count + joined]).rstrip(" :–—-|"), " ".join(name)
    return None


def _is_aside(text: str, record: Record) -> bool:
    """Whether what stands beside a name is none of it: a contact, a place, an address."""
    return is_contact_line(text) or is_place(text, record) or bool(re.search(r"\d", text))


def _after_name(text: str, record: Record) -> int:
    """The comma of a name between it and a place or a calling ("Ada Long, viola"); 0 for none."""
    name, comma, after = text.rpartition(",")
    after = after.strip()
    plain = after[:1].islower() and not record.vocabulary.has("degrees", after)
    return (
        len(name) if comma and len(name.split()) > 1 and (plain or is_place(after, record)) else 0
    )


def _later_name(blocks: list[Block], header: Header) -> list[Block]:
    """A name in a heading that comes after an image, a quotation or contacts."""
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Heading):
            header.name = unlink(unstyle(block.text))[0]
            return [*blocks[:index], *blocks[index + 1 :]]
    return blocks


def _is_name(block: Block) -> bool:
    """Whether a block can be a person's name: a heading, or a short line that is no contact."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = unlink(unstyle(block.lines[0].text))[0]
    first = pieces(text)[:1]
    return (
        len(text.split()) <= 8
        and (not re.search(r"[.!?:,;]$", text) or vocabulary().has("degrees", text.split()[-1]))
        and not (first and is_contact_line(first[0]))
        and not re.search(r"\d", first[0] if first else text)
    )


def _take(block: Block, header: Header, record: Record) -> bool:
    """Take one block as contacts or headline; False for prose."""
    if isinstance(block, Heading):
        if header.label:
            return False
        header.label = unlink(unstyle(block.text))[0]
        return True
    lines = contact_lines([block])
    if lines is None:
        return False
    if isinstance(block, Paragraph) and len(lines) > 1 and not header.label:
        line, text = lines[0]
        if _is_headline(text, record):
            header.label = unlink(unstyle(text))[0].strip()
            if _take(Paragraph(block.lines[1:]), header, record):
                record.choose(line, "headline", header.label, "basics.label")
                return True
            header.label = ""
    known = any(is_contact_line(text) or _is_labelled(text, record) for _, text in lines)
    if known and _is_listing(lines):
        _contacts(lines, header, record)
        return True
    if len(lines) != 1 and not all(len(text.split()) <= 8 for _, text in lines):
        return False
    if address := _address(lines, header, record):
        header.contacts.add("location", address)
        return True
    mark, tried = record.mark(), Header(header.title, header.name, header.label)
    if all(_short_line(line, text, tried, record) for line, text in lines):
        header.title, header.name, header.label = tried.title, tried.name, tried.label
        header.contacts.merge(tried.contacts)
        return True
    record.reset(mark)
    return False


def _address(lines: list[tuple[int, str]], header: Header, record: Record) -> str:
    """The lines of an address as one: short ones, of which one has a house or postal number."""
    if any(is_contact_line(text) for _, text in lines):
        return ""
    texts = [unlink(unstyle(text))[0].strip().rstrip(",") for _, text in lines]
    numbered = any(POSTAL.search(text) or re.match(r"\d+\w?\s", text) for text in texts)
    short = all(len(text.split()) <= 5 and not _SENTENCE_END.search(text) for text in texts)
    roles = any(record.vocabulary.has("roles", text) for text in texts)
    taken = roles or "location" in header.contacts.basics or any("\t" in text for text in texts)
    return ", ".join(texts) if len(texts) > 2 and numbered and short and not taken else ""


def _under_headline(block: Block, record: Record) -> list[Block]:
    """A paragraph whose first line is a role in capitals: that line, and what stands under it."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return [block]
    plain = unlink(unstyle(block.lines[0].text))[0]
    role = record.vocabulary.has("roles", plain) or ends_like_role(plain, record)
    below = is_contact_line(block.lines[1].text) or block.lines[1].text.isupper()
    if not plain.isupper() or not role or below or re.search(r"[\d@]", plain):
        return [block]
    return [Paragraph(block.lines[:1]), Paragraph(block.lines[1:])]


def _is_headline(text: str, record: Record) -> bool:
    """Whether the first of several lines is bold and no contact: what the person is."""
    plain = unlink(unstyle(text))[0]
    bold = wholly(text)[0] == "strong" and not re.search(r"[.!?:]$", plain)
    contact = any(is_contact_line(part) or is_place(part, record) for part in pieces(text))
    return bold and not contact and not re.search(r"\d", plain)


def _lists_contacts(block: Block, record: Record) -> bool:
    """Whether a block under a statement is the listing of contacts after all."""
    lines = contact_lines([block]) or []
    told = [is_contact_line(text) or _is_labelled(text, record) for _, text in lines]
    return any(told) and _is_listing(lines) and all(len(text.split()) <= 14 for _, text in lines)


def _is_labelled(text: str, record: Record) -> bool:
    """Whether a piece of a line begins with the label of a contact: "氏名：青木", "Address: …"."""
    parts = (re.match(r"([^:：]{1,30})[:：]\s*\S", unstyle(piece)) for piece in pieces(text))
    return any(part and record.vocabulary.label(part[1]) in _LABELS for part in parts)


def _is_listing(lines: list[tuple[int, str]]) -> bool:
    """Whether lines are a listing of contacts and not prose that names an address."""
    return not any(
        len(piece.split()) > 14
        or any(
            not vocabulary().label(match[1]) and key(match[1]) not in vocabulary()["facts"]
            for match in re.finditer(r"(?<!\w)(\w*[a-zà-ÿ]{3})[.!?]\s+\w", piece)
        )
        for _, text in lines
        for piece in pieces(text)
    )


def _contacts(lines: list[tuple[int, str]], header: Header, record: Record) -> None:
    found = read_contacts(lines, record)
    for line, text in found.rest:
        _left_over(line, text, header, found, record)
    found.rest = []
    for name in ("name", "label"):
        value = found.basics.pop(name, "")
        if value and not getattr(header, name):
            setattr(header, name, value)
        elif value:
            found.detail("", value)
    header.contacts.merge(found)


def _left_over(line: int, text: str, header: Header, found: Contacts, record: Record) -> None:
    """A piece among contacts that no rule knows: the headline if there is none, or a fact."""
    plain = unlink(unstyle(text))[0]
    role = record.vocabulary.has("roles", plain) or ends_like_role(plain, record)
    dated = find_date(plain, record.vocabulary)
    if (
        "location" not in found.basics
        and plain[:1] != "@"
        and not plain[:1].islower()
        and len(plain.split()) <= 3
        and (not SOLID.search(plain) or is_place(plain, record))
        and not role
        and not dated
    ):
        found.basics["location"] = plain
        record.choose(line, "place", plain, "basics.location")
    elif not header.label and not dated and plain[:1] != "@" and (role or not plain[0].islower()):
        header.label = plain
        record.choose(line, "headline", plain, "basics.label")
    else:
        found.detail("", text)


def _short_line(line: int, text: str, header: Header, record: Record) -> bool:
    """A line that is no contact: a place, or the headline."""
    plain = unlink(unstyle(text))[0].strip()
    if header.title and re.fullmatch(r"\W*", _without_date(plain, record)):
        header.contacts.detail("", text)  # the day a form was filled in
        return True
    if (header.title and not header.name) or len(plain.split()) > 14 or _SENTENCE_END.search(plain):
        return False
    if not header.title and is_document_title(plain, record.vocabulary):
        header.title = plain
        return True
    told = wholly(text)[0] and record.vocabulary.has("roles", plain.split(",")[0])
    if told and len(pieces(text)) == 1 and not header.label and not is_contact_line(text):
        header.label = plain  # "*Illustrator, freelance since 2016*"
        record.choose(line, "headline", plain, "basics.label")
        return True
    if (lives := _role_in_place(plain, record)) and not header.label:
        header.label = lives[1]
        header.contacts.add("location", lives[3])
        record.use_label(line, lives[2], "place_joiners")
        record.choose(line, "headline", plain, "basics.label, basics.location")
        return True
    parts = pieces(text)
    if len(parts) > 1 and any(is_place(part, record) for part in parts):
        _contacts([(line, text)], header, record)
        return True
    labelled = read_contacts([(line, text)], record)
    if not labelled.rest and (is_place(plain, record) or ":" in plain or re.search(r"\d", plain)):
        _contacts([(line, text)], header, record)
        return True
    if find_date(plain, record.vocabulary) or is_fact(plain, record):
        header.contacts.detail("", text)  # "34 years old, born in March 1990"
        return True
    if header.label:
        return False
    header.label = plain
    record.choose(line, "headline", plain, "basics.label")
    return True


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return re.sub("現在$", "", text[: found.begin] + text[found.finish :]) if found else text


def _role_in_place(text: str, record: Record) -> re.Match[str] | None:
    """ "Developer in Halifax, Nova Scotia": what one is, a word that joins, and where."""
    joiners = "|".join(re.escape(one) for one in sorted(record.vocabulary["place_joiners"]))
    match = re.fullmatch(rf"(.+?)\s+({joiners})\s+([^\W\d_a-z][^\d()]*)", text) if joiners else None
    if not match or not record.vocabulary.has("roles", match[1]):
        return None
    capital = all(word[:1].isupper() for word in match[3].split())
    return match if is_place(match[3], record) or ("," in match[3] and capital) else None


def _is_statement(block: Block, header: Header) -> bool:
    """The line under an about page's title."""
    return (
        bool(header.title)
        and not header.name
        and not header.prose
        and isinstance(block, Paragraph)
        and len(block.lines) == 1
        and not _SENTENCE_END.search(block.text)
    )
