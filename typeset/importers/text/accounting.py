"""The proof: every visible word of the source stands in the profile, once, and none is invented.

The source's words are taken from its text, not from the rules' blocks. A date is placed if
its text parses to a value that the profile holds, a label if the data gives it for its key.
What has no place goes to `profile.unplaced` with its line, and is told of.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from typeset.importers.imported import Imported
from typeset.importers.text.header.addresses import written_email
from typeset.importers.text.markup.inline import unescape, visible_lines, visible_words
from typeset.importers.text.placeholders import tell_placeholders
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import owner_of
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import HAN_NUMERALS
from typeset.importers.text.words.vocabulary import key, label_key
from typeset.problems import Severity
from typeset.profile.model import Profile, Unplaced
from typeset.words import words

if TYPE_CHECKING:
    from markdown_it.token import Token

_VALUES = frozenset({"startDate", "endDate", "date", "releaseDate"})
_NOT_TEXT = frozenset({"id", "tags", "lang", "kind", "priority", "$schema", "meta", "unplaced",
                       "theme", "image"})  # fmt: skip
_OPTIONAL = frozenset({"url", "network"})
_COUNTED = re.compile(r"\s*\(?\d{1,2}\)?$")
"""How many things a label is over: "Enclosures (3)"."""
_NUMBER = re.compile(rf"\W*(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,2}}|[①-⑳])\W*")
"""What counts heads, as the marks of a list do: "(1)", "二"."""
_BLOCKS = frozenset({"summary", "body", "prose", "description", "reference"})
Row = tuple[int, str]


_TAG = re.compile(r"<[^<>]*>")
_ROW = 8
"""How many lines a row of a table takes in HTML, where each cell has a line of its own."""


def account(profile: Profile, rows: list[Row], links: list[Row], record: Record) -> Imported:
    """Compare source and profile word by word; the result says what has no place.

    `rows` are the source's visible lines and `links` the targets of its links, each with
    its line number.
    """
    source = [(number, words(text)) for number, text in rows]
    aside = Counter(word for _, text, _ in record.asides for word in words(text))
    data = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    texts = list(_texts(data, ""))
    held = _count(pair for pair in texts if pair[0] not in _OPTIONAL)
    spare = _count(pair for pair in texts if pair[0] in _OPTIONAL)
    spare += _used(data, texts, record)
    needed = Counter(chain.from_iterable(line for _, line in source)) - aside
    spelled = _spelled(texts, record)
    spare += spelled[0]
    missing = needed - held
    missing -= spare
    invented = held - needed - spelled[1]
    if profile.letter and profile.letter.signature:
        invented -= Counter(
            visible_words(profile.basics.name, inline=True)
        )  # known only by the signature
    for mark in _UNDER_TAGS:  # `_html_text` takes them off the source
        del invented[mark]
    _join_parted(missing, invented)
    total = needed.total()
    left = missing.total()
    for number, text in _lines_of(missing, source):
        profile.unplaced.append(Unplaced(line=number, text=text))
        record.tell("unplaced", f"no place was found for: {text}", number, Severity.WARNING)
    for number, text, what in record.asides:
        profile.unplaced.append(Unplaced(line=number, text=text))
        record.tell("aside", f"{what} is not printed: {text}", number, Severity.WARNING)
    if invented:
        shown = ", ".join(sorted(invented)[:8])
        record.tell(
            "invented", f"words that the source does not hold: {shown}", 0, Severity.WARNING
        )
    _tell_links(links, texts, record)
    tell_placeholders(record)
    record.problems.sort(key=lambda problem: problem.span.line if problem.span else 0)
    record.choices.sort(key=lambda choice: choice.line)
    unseen = any(problem.rule == "section-unseen" for problem in record.problems)
    typed = min(total - left, (held + spare).total() - _count(_prose(data, unseen)).total())
    return Imported(profile, total, total - left, record.choices, record.problems, typed)


def _join_parted(missing: Counter[str], invented: Counter[str]) -> None:
    """Take out words that only a mark parts, which the profile has in two: "**Baker**#".

    A sign for "at" before an organisation is no part of its name ("@Moss"), nor are angles of
    an address ("<ann@moss.example>"); before a number one says what it means: "<5". That sign may
    stand between two names: "Baker@Moss".
    """
    for word in list(missing) if invented else ():
        for at in range(1, 1 if _LESS_THAN.match(word) else len(word)):
            sides = (word[:at], word[at:].lstrip("@") if at > 1 else word[at:])
            parts = Counter(part for part in sides if part not in _NO_PART)
            while missing[word] > 0 and parts <= invented:
                missing[word] -= 1
                invented.subtract(parts)
    for counter in (missing, invented):
        for word in [word for word, count in counter.items() if count <= 0]:
            del counter[word]


_NO_PART = ("@", "<", ">")
_LESS_THAN = re.compile(r"[<>]\d")


def _prose(data: dict[str, Any], unseen: bool) -> Iterator[tuple[str, str]]:
    """The texts that no rule understood: bodies of sections, and a summary that is none.

    A highlight and a letter's body are what they are called.
    """
    for section in data.get("sections", ()):
        if isinstance(section, dict) and "body" in section:
            yield "body", section["body"]
    if unseen:
        yield "summary", data["basics"].get("summary", "")


def markdown_rows(tokens: list[Token]) -> Iterator[Row]:
    """What a reader sees of Markdown, line by line, from its tokens."""
    yield from visible_lines(tokens)
    for token in tokens:
        if token.type == "html_block":
            yield (token.map[0] + 1 if token.map else 0), _html_text(token.content)


_UNDER_TAGS = (">", "+", *("#" * level for level in range(1, 7)))
"""The marks of Markdown that begin a line under a tag of HTML."""


def _html_text(content: str) -> str:
    content = re.sub(r"<!--.*?(?:-->|\Z)", "", content, flags=re.DOTALL)
    for tag in _UNSEEN:
        if f"</{tag}" in content.lower():  # one that nothing closes hides nothing
            content = re.sub(rf"(?is)<{tag}\b.*?</{tag}\s*>", " ", content)
    content = _HEADING_UNDER_TAG.sub(_without_marks, content)
    content = _MARKS_UNDER_TAGS.sub("", _BLOCK_TAG.sub("\n", content))
    return html.unescape(re.sub(r"<[A-Za-z/!?][^<>]*>", "", content))


def _without_marks(heading: re.Match[str]) -> str:
    """A heading in emphasis without its marks; behind words, or in a tag for these, as it is."""
    above = heading.string[: heading.start()].rstrip()
    said = re.sub(r"<[^<>]*>", "", above).strip() or _WORDS_TAG.search(above)
    return heading[0] if said else heading[1] + heading[3]


_WORDS_TAG = re.compile(r"<(?:h[1-6]|p|table|t[dhr]|li|dt|dd|pre)\b[^<>]*>\Z", re.IGNORECASE)
_MARKS_UNDER_TAGS = re.compile(r"^[ \t]*(?:#{1,6}|>|\+)[ \t]+", re.MULTILINE)
_HEADING_UNDER_TAG = re.compile(
    r"^([ \t]*#{1,6}[ \t]+)(_{1,3})([^\W_](?:[^_\n]*[^\W_])?)\2[ \t]*$", re.MULTILINE
)
"""A heading in emphasis under a tag, whose marks would count as letters: "# _Apprentice_"."""
_BLOCK_TAG = re.compile(
    r"<(?!/?(?:b|i|em|strong|span|a|u|code|small|sup|sub|font|kbd)\b)[A-Za-z/!?][^<>]*>",
    re.IGNORECASE,
)


def _texts(data: Any, name: str) -> Iterator[tuple[str, str]]:
    """All texts of a profile's plain data, with the keys they stand under."""
    if isinstance(data, dict):
        for inner, value in data.items():
            if (inner in _VALUES and name != "letter") or inner in _NOT_TEXT:
                continue
            if inner in ("entries", "sections"):  # names of entries and kinds are no texts
                value = [item for item in value if isinstance(item, dict)]
            yield from _texts(value, inner)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, name)
    elif isinstance(data, str):
        yield name, data


def _count(texts: Iterable[tuple[str, str]]) -> Counter[str]:
    return Counter(chain.from_iterable(_words(name, text) for name, text in texts))


def _words(name: str, text: str) -> list[str]:
    """The words of a field; an e-mail address holds no marks, whatever signs it is made of."""
    return words(text) if name == "email" else visible_words(text, inline=name not in _BLOCKS)


def _values(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name in _VALUES and isinstance(value, str):
                yield value
            else:
                yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)


def _used(data: Any, texts: list[tuple[str, str]], record: Record) -> Counter[str]:
    """The words of dates and labels that the profile holds as values and keys."""
    values = set(_values(data))
    found: Counter[str] = Counter()
    for date in record.dates:
        parsed = find_date(date.text, record.vocabulary)
        same = parsed and (parsed.start, parsed.end) == (date.start, date.end)
        if same and {date.start, date.end} <= values:
            found.update(words(date.text))
    for label in record.labels:
        kind, _, name = label.list.partition(".")
        vocabulary = record.vocabulary
        known = vocabulary.labels.get(name, frozenset()) if name else vocabulary[kind]
        told = {
            key(label.text) or label.text,
            label_key(label.text),
            key(_COUNTED.sub("", label.text)),
        }
        counts = label.list == "numbers" and _NUMBER.fullmatch(label.text)
        titled = kind == "sections" and kinds_of(label.text, vocabulary)  # "Skills and tools"
        if told & known or counts or titled:
            found.update(words(label.text))
    return found


def _spelled(texts: list[tuple[str, str]], record: Record) -> tuple[Counter[str], Counter[str]]:
    """The words of addresses that were spelled out and of texts that stand twice, and those of
    the addresses that they became."""
    held = {text for _, text in texts}
    source: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for one in record.addresses:
        if one.address not in held:
            continue
        target = one.text == one.address or one.text.endswith(f":{one.address}")
        if one.text in record.text and target:  # that of a link
            made.update(words(one.address))
        elif written_email(one.text) == one.address:
            source.update(words(one.text))
            made.update(words(one.address))
    for _, title, name in record.titles:
        if name in held and owner_of(title, record.vocabulary) == name:
            source.update(words(title))
            made.update(words(name))
    plain = {key(text) for text in held} if record.repeats else set()
    for _, text in record.repeats:
        if key(text) in plain or any(one.startswith(f"{key(text)} ") for one in plain):
            source.update(words(text))
    for line, text in record.shared:
        below = " ".join(record.excerpt(number) for number in range(line, line + _ROW))
        below = _TAG.sub(" ", below)
        if not set(shown := visible_words(text, inline=True)) - set(words(below)):
            made.update(shown)
    return source, made


def _lines_of(missing: Counter[str], source: list[tuple[int, list[str]]]) -> list[tuple[int, str]]:
    """The missing words at the lines where they most likely stood: those that miss the most."""
    if not missing:
        return []
    left = Counter(missing)
    ranked = []
    for number, line in source:
        lost = sum((Counter(line) & missing).values())
        if lost:
            ranked.append((-lost / len(line), number, line))
    result: list[tuple[int, str]] = []
    for _, number, line in sorted(ranked, key=lambda row: (row[0], row[1])):
        taken = []
        for word in line:
            if left[word] > 0:
                left[word] -= 1
                taken.append(word)
        if taken:
            result.append((number, " ".join(taken)))
    return sorted(result)


_UNSEEN = ("style", "script", "title", "head", "template")
_TARGET = re.compile(r"\]\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)|<([^\s<>]+)>")


def _tell_links(links: list[Row], texts: list[tuple[str, str]], record: Record) -> None:
    """A link whose target stands nowhere in the profile is told of."""
    if not links:
        return
    held = {
        part for _, text in texts for match in _TARGET.finditer(text) for part in match.groups()
    }
    held |= {unescape(text) for _, text in texts}
    digits = {re.sub(r"\D", "", text) for name, text in texts if name in ("phone", "value")}
    for number, target in links:
        bare = re.sub(r"^(?:mailto|tel):(?://)?", "", target)
        if (
            target in held
            or bare in held
            or (target.startswith("tel:") and re.sub(r"\D", "", bare) in digits)
        ):
            continue
        record.tell("link-dropped", f"the link to {target} has no place", number, Severity.NOTE)
