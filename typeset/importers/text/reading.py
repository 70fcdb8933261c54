"""Markdown and plain text → profile: blocks, then a letter or a résumé, then the accounting."""

from __future__ import annotations

import re

from typeset.importers.imported import Imported
from typeset.importers.text.accounting import account, markdown_rows
from typeset.importers.text.letters.letter import letter_profile
from typeset.importers.text.letters.quoted import unquoted_letter
from typeset.importers.text.letters.signs import is_letter
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.markup.definitions import undented
from typeset.importers.text.markup.dialects import as_commonmark
from typeset.importers.text.markup.frames import without_frames
from typeset.importers.text.markup.front_matter import FrontMatter, split_front_matter
from typeset.importers.text.markup.images import take_photo
from typeset.importers.text.markup.indents import (
    with_letter_bullets,
    with_spaced_bullets,
    without_indents,
)
from typeset.importers.text.markup.inline import targets, visible
from typeset.importers.text.markup.latex import (
    with_cells,
    without_drawings,
    without_layout,
    without_skips,
)
from typeset.importers.text.markup.lone_bullets import with_joined_bullets
from typeset.importers.text.markup.markdown import markdown_blocks
from typeset.importers.text.markup.org import is_org, org_to_markdown
from typeset.importers.text.markup.parsing import parsed
from typeset.importers.text.markup.plain import plain_blocks
from typeset.importers.text.markup.rows import visible_rows
from typeset.importers.text.markup.spans import with_span_lines
from typeset.importers.text.markup.year_stops import with_day_stops, without_year_stops
from typeset.importers.text.record import Record
from typeset.importers.text.residue import without_residue
from typeset.importers.text.resume import resume_profile
from typeset.importers.text.sections.contents import without_contents
from typeset.importers.text.sections.led_titles import with_led_titles
from typeset.importers.text.sections.plain_titles import flanks
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.language import language_of
from typeset.problems import Severity
from typeset.profile.model import Profile

_FENCED = re.compile(
    r"(\A---[ \t]*\n(?:(?!---)[^\n]*\n)*---[ \t]*\n)?"
    r"\s*^(`{3,}|~{3,})[ \t]*(?:te?xt|plain)?[ \t]*\n(.*\n)\2`*[ \t]*\s*",
    re.DOTALL | re.MULTILINE,
)
_ANGLED = re.compile(
    r"<(?:mailto:)?([^\s<>@]+@[^\s<>]+\.\w+|https?://[^\s<>]+|[+(]?\d[\d ().-]{6,18}\d)>"
)
"""An address or telephone number between the signs that set it off in e-mails."""
_LETTERS_APART = re.compile(r"^(?:[^\W\d_][ \t]+){4,}[^\W\d_]$", re.MULTILINE)
"""A line set letter by letter, whose wide gaps part words and no columns: "V I T A   N O V A"."""
_SPREAD_LABEL = re.compile(
    r"^[ \t]*[가-힣一-鿿](?:[ \t\u3000]+[가-힣一-鿿]){1,4}(?=[ \t\u3000]*[:：])", re.MULTILINE
)
"""A label spread to the width of the others ("성    명 : 김"): no columns."""
_WIDEST = 200
_BLANKS = re.compile(f" {{{_WIDEST},}}")
"""More blanks than any column is apart: expressions that look past them take too long."""
_LONE_SIGN = re.compile(
    r"^(?:[ \t]*(([=~_*-])\2{4,}))?[ \t]*(?:[.,;:|·•◦▪●○■□*-]|\[ ?\])[ \t]*$", re.MULTILINE
)
"""A line of one sign, which keeps lines apart as an empty one does: a dot, a bullet of nothing.

It may stand behind a rule.
"""
_PAGE_BREAK = re.compile(r"^[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*$", re.MULTILINE)


def read_markdown(text: str, path: str) -> Imported:
    """Read Markdown."""
    if unfenced := _unfenced(text):
        return read_plain(unfenced, path)
    record = Record(path, text)
    text = _unboxed(without_frames(text, record))
    text, front = split_front_matter(without_skips(text, record), record)
    text = with_cells(without_drawings(text, record), record)
    text = without_year_stops(as_commonmark(without_divisions(text, record), record), r"\.")
    text = with_day_stops(text, record.vocabulary)
    text = with_columns(with_span_lines(without_title_marks(text)))
    text = without_layout(without_page_breaks(without_contents(text, record), record), record)
    tokens = parsed(
        undented(without_indents(with_spaced_bullets(with_letter_bullets(text)), record))
    )
    image = take_photo(tokens, record)
    blocks = [*front.before, *markdown_blocks(tokens, record), *front.after]
    profile = _read(blocks, record, front, plain=False)
    profile.basics.image = profile.basics.image or image
    rows = [(line.number, visible(line.text, inline=True)) for line in front.lines] + list(
        markdown_rows(tokens)
    )
    return account(profile, rows, list(targets(tokens)), record)


def read_plain(text: str, path: str) -> Imported:
    """Read plain text, and Org mode."""
    if is_org(text):
        return read_markdown(org_to_markdown(text), path)
    text = _BLANKS.sub(" " * _WIDEST, text)
    record = Record(path, text)
    text = _LONE_SIGN.sub(r"\1", with_joined_bullets(text, record))
    text, front = split_front_matter(
        _unboxed(without_frames(_unfenced(text) or text, record)), record
    )
    text = without_year_stops(without_residue(without_page_breaks(text, record), record))
    text = _SPREAD_LABEL.sub(lambda label: re.sub(r"[ \t\u3000]", "", label[0]), text)
    text = _LETTERS_APART.sub(lambda line: re.sub(r"[ \t]+", " ", line[0]), text)
    text = with_led_titles(
        with_spaced_bullets(with_letter_bullets(_ANGLED.sub(r"\1", text))), record
    )
    blocks = [*front.before, *plain_blocks(text, record), *front.after]
    profile = _read(blocks, record, front, plain=True)
    rows = [(line.number, visible(line.text, inline=True)) for line in front.lines] + list(
        visible_rows(text, flanks(text.split("\n"), record))
    )
    return account(profile, rows, [], record)


_BOX = re.compile(
    r"^[ \t]*([=*_~#-])\1{3,}[ \t]*\n(?=[^\n]{0,80}\w[^\n]{0,80}\n[ \t]*\1{4,}[ \t]*$)",
    re.MULTILINE,
)


_FIRST = re.compile(
    r"\A(\s*)(?:([=~])\2{3,}[ \t]*(\w[^\n]*?)[ \t]*\2{4,}|([=~*_])\4{4,})(?=[ \t]*$)", re.MULTILINE
)
"""A document's first line that is a rule, or stands between the signs of one."""


def _unboxed(text: str) -> str:
    """A title between two rules is one over a rule: the upper makes room for an empty line.

    The first line of all has no signs around it ("==== Résumé ===="), and is no rule.
    What two rules of hyphens enclose at the very beginning is front matter.
    """
    text = _FIRST.sub(lambda first: first[1] + (first[3] or ""), text)
    return _BOX.sub(lambda rule: "\n" if rule.start() or rule[1] != "-" else rule[0], text)


def _unfenced(text: str) -> str:
    """The text of a document that is one code fence under its front matter; "" for others."""
    match = _FENCED.fullmatch(text)
    if not match or match[2] in match[3]:
        return ""
    front = match[1] or ""
    return front + "\n" * text.count("\n", len(front), match.start(3)) + match[3]


_DIVISION = re.compile(
    r"^[ \t]*:{3,}[ \t]*(?P<name>[\w-]*)[ \t]*(?:\{[^{}\n]*\})?[ \t]*:*[ \t]*$", re.MULTILINE
)


def without_divisions(text: str, record: Record) -> str:
    """The text with the marks of Pandoc's fenced divisions (`::: column`) as empty lines.

    One that is called as a section is ("::: Experience") is its title, but over a heading.
    """
    found = list(_DIVISION.finditer(text))
    if len(found) < 2:
        return text
    line = text.count("\n", 0, found[0].start()) + 1
    record.choose(line, "fenced-division", found[0][0].strip(), "columns, one after the other")

    def title(division: re.Match[str]) -> str:
        name = division["name"]
        titled = name[:1].isupper() and not _OVER_HEADING.match(text, division.end())
        kinds = kinds_of(name, record.vocabulary) if titled else []
        return f"{_level(text, record)} {name}" if kinds else ""

    return _DIVISION.sub(title, text)


_OVER_HEADING = re.compile(r"\s*#")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)


def _level(text: str, record: Record) -> str:
    """The signs of the first heading that is a known title; of the second level where none is."""
    known = (one for one in _HEADING.finditer(text) if kinds_of(one[2], record.vocabulary))
    return next((one[1] for one in known), "##")


_TITLE_BLOCK = re.compile(r"\A(?:%[ \t]+\S.*\n){1,3}")


def without_title_marks(text: str) -> str:
    """The text with the lines of Pandoc's title block (`% Title`) as paragraphs of their own."""
    match = _TITLE_BLOCK.match(text)
    if not match:
        return text
    lines = [line[1:].strip() + "\\" for line in match[0].splitlines()]
    return "\n".join(lines).rstrip("\\") + "\n" + text[match.end() :]


_PAGE = (
    r"(?:page|seite|página|pagina|sida|side|strona|strana|sayfa)[ \t]+\d{1,2}"
    r"(?:[ \t]*(?:of|von|sur|de|di|van|av|z|/)[ \t]*\d{1,2})?"
)
_PAGED = re.compile(_PAGE, re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    rf"^[ \t]*(?:{_PAGE}|\d{{1,2}}[ \t]+of[ \t]+\d{{1,2}})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def _page_number(first: str) -> re.Pattern[str]:
    """A page's number beside the document's first line: "Ann Bell – Page 2", "Seite 2 | A. Roy"."""
    name, sign = re.escape(first.strip(" #*")), r"(?:[ \t]*[–—|,·-]+)?[ \t]*"
    return re.compile(
        rf"^[ \t]*(?:{name}{sign}{_PAGE}|{_PAGE}{sign}{name})[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )


_TO_THE_RIGHT = re.compile(
    r"(?<=\S)[ \t]*(?:\\hfill(?![a-z])[ \t]*"
    r"|(?=<(?:span|small|em|i)\s[^<>]*(?:float|text-align):\s*right))"
    r"|(?<=[^\s>]</span>)[ \t]+(?=<span\b[^<>]*>)"
)


def with_columns(text: str) -> str:
    """Markdown with a tab before what `\\hfill` sets to the right, and between spans in a row."""
    return _TO_THE_RIGHT.sub("\t", text) if "\\hfill" in text or "<" in text else text


def without_page_breaks(text: str, record: Record) -> str:
    """The text with page-break marks (`\\newpage`) and page numbers as empty lines.

    So is the document's first line where it comes again under a page's number.
    """
    first = next((line for line in text.split("\n") if line.strip()), "")
    if _PAGED.search(text):
        text = _left_out(_page_number(first), text, "page-number", "a running head", record)
    numbered = _left_out(_PAGE_NUMBER, text, "page-number", "a page's number", record, "\0")
    lines = numbered.split("\n")
    for at, line in enumerate(lines):
        if line == "\0":
            below = next((i for i in range(at + 1, len(lines)) if lines[i].strip()), at)
            lines[at] = ""
            if lines[below].strip() and lines[below].split() == first.split():
                record.tell("page-number", "a running head is left out", below + 1, Severity.NOTE)
                lines[below] = ""
    return _left_out(_PAGE_BREAK, "\n".join(lines), "page-break", "a page-break mark", record)


def _left_out(
    pattern: re.Pattern[str], text: str, rule: str, what: str, record: Record, mark: str = ""
) -> str:
    """The text with a mark in place of what a pattern finds; each place is told of."""

    def told(match: re.Match[str]) -> str:
        number = text.count("\n", 0, match.start()) + 1
        record.tell(rule, f"{what} is left out", number, Severity.NOTE)
        return mark

    return pattern.sub(told, text)


def _read(blocks: list[Block], record: Record, front: FrontMatter, *, plain: bool) -> Profile:
    blocks = unquoted_letter(blocks, record)
    if front.letter or is_letter(blocks, record):
        profile = letter_profile(blocks, record)
    else:
        profile = resume_profile(blocks, record, plain=plain)
    profile.title = " · ".join(part for part in (front.title, profile.title) if part)
    if front.called and not (profile.title or profile.basics.name or profile.letter):
        profile.title = front.called.text
        front.lines.append(front.called)
    profile.lang = front.lang or language_of(record.text)
    profile.theme = front.theme or profile.theme
    return profile
