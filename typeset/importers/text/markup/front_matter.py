"""Front matter over Markdown: YAML between two `---`, whose fields about a person or letter count.

The fields become the blocks that a document would have in their place, so that the same rules
read them. Other fields steer a site's machinery and print nothing; they are told of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.letters.greeting import greeting_of, is_addressed
from typeset.importers.text.letters.titled import cut_title
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph, Rule
from typeset.importers.text.markup.front_fields import (
    FACT,
    LETTER,
    PERSONAL,
    Field,
    addressed,
    goes_on_name,
    is_calling,
    kind_of_field,
    written_at,
)
from typeset.importers.text.markup.front_titles import (
    is_named_below,
    is_page_title,
    kind_of_title,
    without_name,
)
from typeset.importers.text.markup.front_values import of_header, toml_fields, yaml_fields
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import is_document_title, kinds_of, shown_title
from typeset.importers.text.words.vocabulary import key
from typeset.problems import Severity
from typeset.profile.model import ThemeChoice

_FENCED = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE = re.compile(
    r"\A\s*((?:(?:title|date|modified|slug|tags|category|authors?|status|template|layout|lang"
    r"|save_as|permalink|url)[ \t]*:[^\n]*\n){2,})\s*\n",
    re.IGNORECASE,
)
"""Pelican's and MultiMarkdown's, without a fence."""
_START = 60
"""How many lines of the document are looked at for a greeting."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})*")


@dataclass
class FrontMatter:
    """What front matter says, as blocks before and after the body, and its lines."""

    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    letter: bool = False
    """Whether it says to whom, and more of what only a letter has, or "Cover Letter – Baker"."""
    lang: str = ""
    theme: ThemeChoice | None = None
    called: Line | None = None
    """What the document is ("Resume"), which is its title where no person heads it."""


def split_front_matter(text: str, record: Record) -> tuple[str, FrontMatter]:
    """The text with its front matter blanked, and what of it is about the person or letter."""
    if toml := _TOML.match(text):
        return _blank(text, toml), _front_matter(toml_fields(toml, text), False, record)
    match = _FENCED.match(text) or _BARE.match(text)
    fields = yaml_fields(match[1], text.count("\n", 0, match.start(1)) + 1) if match else None
    if match is None or fields is None:
        return text, FrontMatter()
    rest = _blank(text, match)
    headed = _has_own_title(rest, record)
    lang, theme, fields = _settings(match[1], of_header(fields))
    lines = rest.split("\n")
    titles = [one for one in fields if key(one.name) == "title"]
    titles = [one for one in titles if headed or is_named_below(one.value, lines)]
    if any(record.vocabulary.fields.get(key(one.name)) == "name" for one in fields):
        titles = [one for one in titles if not is_calling(one.value, record)]  # "title: Baker"
    greets = any(is_addressed(greeting_of(line, record)[0]) for line in lines[:_START])
    greets = greets or any(key(line) in record.vocabulary["closings"] for line in lines if line)
    made = _front_matter([one for one in fields if one not in titles], greets, record)
    made.lang, made.theme = lang, theme
    for one in titles:  # the page's own heading says who it is about
        ours = lang or theme or is_document_title(one.value, record.vocabulary)
        if ours and not made.title and not _is_heading(one.value, rest):
            made.title = escape(one.value)
            made.lines.append(Line(one.line, made.title, hard=True))
        elif not _is_heading(one.value, rest):
            _tell(one, record)
    return rest, made


_TOP = re.compile(r"^# +(\S.*)$|^(?=\S)(.*)\n=+ *$", re.MULTILINE)
"""A heading of the first level."""


def _has_own_title(text: str, record: Record) -> bool:
    """Whether a heading says what a document is or whose; the first may be that of a section."""
    top = _TOP.search(text)
    return top is not None and not kinds_of(shown_title(top[1] or top[2]), record.vocabulary)


def _blank(text: str, front: re.Match[str]) -> str:
    """The text with as many empty lines in place of its front matter."""
    return "\n" * text.count("\n", 0, front.end()) + text[front.end() :]


def _is_heading(title: str, text: str) -> bool:
    """Whether a line of the document says the same as its front matter's title."""
    return any(key(line) == key(title) for line in text.split("\n"))


def _tell(one: Field, record: Record) -> None:
    """What is none of the document's text is told of, and not counted among its words."""
    shown = f"{one.name}: {one.value}" if one.name else one.value
    message = f"front matter that is no text of the document is left out: {shown}"
    record.tell("front-matter", message, one.line, Severity.NOTE)


def _settings(text: str, fields: list[Field]) -> tuple[str, ThemeChoice | None, list[Field]]:
    """The keys that a profile has too, `lang` and `theme`, and the fields without them."""
    import yaml

    given = yaml.load(text, Loader=yaml.BaseLoader)
    lang, theme = given.get("lang"), given.get("theme")
    taken: set[str] = set()
    if isinstance(lang, str) and _LANGUAGE.fullmatch(lang):
        taken.add("lang")
    made = {"name": theme} if isinstance(theme, str) and theme else theme
    options = made.get("options") or {} if isinstance(made, dict) else {}
    whole = isinstance(made, dict) and made.keys() <= {"name", "options"}
    choice: ThemeChoice | None = None
    plain = isinstance(options, dict) and all(isinstance(one, str) for one in options.values())
    if made and whole and plain and isinstance(made.get("name", ""), str):
        choice = ThemeChoice.model_validate({**made, "options": options})
        taken.add("theme")
    left = [one for one in fields if one.top not in taken]
    return str(lang) if "lang" in taken else "", choice, left


def _front_matter(fields: list[Field], greets: bool, record: Record) -> FrontMatter:
    """What the fields say; those of a letter count where one says so, or the document `greets`."""
    kinds = [kind_of_field(one, record) for one in fields]
    letters = record.vocabulary["letters"]
    titled = any(key(cut_title(one.value, record)[0] or one.value) in letters for one in fields)
    parted = bool({"recipient", "greeting", "closing", "signature"} & set(kinds))
    letter = greets or titled or parted
    made = FrontMatter(
        letter="recipient" in kinds and not {"greeting", "closing", "subject"}.isdisjoint(kinds)
    )
    if letter:
        kinds = addressed(fields, kinds)
        kinds = [written_at(fields, kinds, at) for at in range(len(kinds))]
    names = [one.value for one, kind in zip(fields, kinds, strict=True) if kind == "name"]
    whose = key(" ".join(names))
    fields = [without_name(one, whose) for one in fields]
    parts = _parts(fields, kinds, letter, made, record)
    for name in ("name", "sender", "date", "recipient", "subject", "greeting"):
        if lines := parts.get(name):
            made.before.append(Paragraph(_labelled(lines, name)))
    made.before += _paragraphs(parts.get("body", []))
    if parted and not greets and "body" not in parts and "greeting" not in parts:
        made.before.append(Rule(fields[-1].line))  # the body begins under it
    for name in ("closing", "signature", "enclosures"):
        if lines := parts.get(name):
            made.after.append(_ending(lines, name))
    return made


def _parts(
    fields: list[Field], kinds: list[str], letter: bool, made: FrontMatter, record: Record
) -> dict[str, list[Line]]:
    """The lines that the fields are, by the part of the document to which they belong."""
    parts: dict[str, list[Line]] = {}
    above = ""
    for one, kind in zip(fields, kinds, strict=True):
        title, beside = cut_title(one.value, record) if kind == "label" else ("", "")
        if kind == "label" and (title or is_page_title(one, kinds, record)):
            whole = not title or "subject" in kinds
            made.title = escape(one.value if whole else title)
            made.lines.append(Line(one.line, made.title, hard=True))
            if whole:
                continue
            one, kind, made.letter = replace(one, value=beside), "subject", True  # "… – Head Baker"
        if kind == "label":
            known = [*kinds, *("name" for _ in parts.get("name", ()))]
            kind = kind_of_title(one, known, letter, record)
        flag = one.value in ("true", "false")
        if not kind or (kind in LETTER and (flag or not letter)):
            said = is_document_title(one.value, record.vocabulary)
            if said and key(one.name) == "title" and not letter:
                made.called = Line(one.line, escape(one.value), hard=True)
            _tell(one, record)
            continue
        if kind == above == "location":  # street, town and country, each a field
            above_it = parts["sender"][-1]
            above_it.text = f"{above_it.text.rstrip(', ')}, {escape(one.value)}"
            continue
        above = kind
        text = _shown(one, kind, record)
        if kind == "name" and goes_on_name(one, record) and parts.get("name"):
            parts["name"][-1].text += f" {text}"  # "first" and "last"
            continue
        line = Line(one.line, text, hard=True)
        part = kind if kind == "name" or kind in LETTER else "sender"
        parts.setdefault(part, []).append(line)
        made.lines.append(line)
    if "place" in parts and "date" in parts:  # "Leith, 3 May 2026"
        day, place = parts["date"][0], parts["place"][0].text
        parts["date"][0] = Line(day.number, f"{place}, {day.text}", day.hard)
    return parts


def _shown(one: Field, kind: str, record: Record) -> str:
    """The text of a field; behind its own name, where this tells what it is."""
    text = escape(one.value)
    if kind not in (*PERSONAL[1:], *_LABELLED):
        return text
    bare = is_contact_line(one.value) or (
        kind in ("label", "location") and record.vocabulary.label(one.name) != kind
    )
    return text if bare and kind not in _LABELLED else f"{one.name}: {text}"


_LABELLED = ("network", FACT)
"""What is nothing without its key: "github: ann", "date_of_birth: 3 May 1990"."""


def _paragraphs(lines: list[Line]) -> list[Block]:
    """Lines as paragraphs: each run of lines without a gap is one."""
    found: list[Paragraph] = []
    for line in lines:
        if found and found[-1].lines[-1].number + 1 == line.number:
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
        line.hard = False
    return list(found)


def _labelled(lines: list[Line], name: str) -> list[Line]:
    """The lines of a part with the label that tells it; a recipient has a line for each part."""
    if name == "recipient" and len(lines) == 1:
        parts = lines[0].text.split(", ")
        parts = parts if parts[1:] else [f"To: {parts[0]}"]
        return [Line(lines[0].number, part, hard=True) for part in parts]
    if name != "subject":
        return lines
    return [Line(line.number, f"Subject: {line.text}", line.hard) for line in lines]


def _ending(lines: list[Line], name: str) -> Block:
    if name != "enclosures":
        return Paragraph(lines)
    items = [ListItem(line.number, [Paragraph([line])]) for line in lines]
    first = ListItem(
        lines[0].number, [Paragraph([Line(lines[0].number, f"Enclosures: {lines[0].text}")])]
    )
    return List(lines[0].number, [first, *items[1:]])
