"""The greeting of a letter: the line that it is, or that begins with it."""

from __future__ import annotations

import re
from typing import TypeGuard

from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import presents_oneself
from typeset.importers.text.words.scripts import CJK, begins_large
from typeset.importers.text.words.vocabulary import any_of, key

_LONGEST_SALUTATION = 14
_LONGEST_NAMED = 6
"""Words of a greeting at the most, where whom one greets stands before the word that greets."""
GREETING_ENDS = ",;:!，：！、،؛"
_RUN_ON = re.compile(r"(.{4,60}?[,:!，：！،])[ \u3000]+(\S.{20,})", re.DOTALL)
_SOLID_SENTENCES = re.compile(r"([^。！!]{2,20}[！!])\s*([^\s」』)）].+)", re.DOTALL)
"""A call, and sentences behind it with no space between."""
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_BOTH = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})(?:\([^\W\d_]{1,4}\)|[:*_/](?:r|n|in|a|o|e|x)\b)")
"""A word in two genders: "geehrte(r)", "Estimado/a", "Liebe*r"."""


def greeting_of(line: str, record: Record) -> tuple[str, str]:
    """The greeting that a line is, or begins with ("Dear Ms Roy, I write …"), and its rest."""
    first, _, rest = line.strip().replace("\u3000", " ").partition(" ")
    if CJK.search(first) and rest and key(first) in record.vocabulary["salutations"]:
        honoured = tuple(filter(CJK.match, record.vocabulary["honorifics"]))
        if key(rest).endswith(honoured) and len(rest.split()) <= 4:
            return line, ""  # "안녕하십니까, 원장님.", "존경하는 관장님께"
        return first, rest.strip()
    sentences = _SOLID_SENTENCES.fullmatch(line.strip())
    if sentences and CJK.match(line.strip()) and _greets(sentences[1], record):
        return sentences[1], sentences[2]  # "您好！我叫…"
    if _greets(unstyle(line), record):
        return line, ""
    match = _presented(line, record) or _RUN_ON.match(line)
    if match and match[1].rfind("[") > match[1].rfind("]"):
        match = None  # its end stands inside a link
    sentence = match and re.search(r"[^\W\d_]{4,}[.!?]\s", match[1])  # "Hello. I have been …,"
    if match and not sentence and _greets(unstyle(match[1]), record):
        return match[1], match[2]
    return "", ""


def _presented(line: str, record: Record) -> re.Match[str] | None:
    """A word and the sentence in which the writer says who she is: "Hi, I'm Kit. I bake …".

    What follows such a word names no one who is greeted.
    """
    return re.match(
        rf"([^\W\d_]{{2,}}[,!.]?)\s+((?:{any_of(record.vocabulary, 'presentations')})\s.+)",
        line,
        re.IGNORECASE | re.DOTALL,
    )


def as_greeting(block: Block, record: Record) -> Block:
    """A greeting that is set as a heading ("## Dear Ms Roy,") as the line that it is."""
    text = unstyle(block.text).strip() if isinstance(block, Heading) else ""
    if not text or text[-1] not in GREETING_ENDS or not is_addressed(text):
        return block
    greeting, rest = greeting_of(text, record)
    return Paragraph([Line(block.line, text, True)]) if greeting and not rest else block


def greets_alone(block: Block, below: Block | None, record: Record) -> TypeGuard[Paragraph]:
    """Whether a line alone over prose greets without a word of greeting."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    if isinstance(below, Heading) and _greets_group(block.text, record):
        return True
    return isinstance(below, Paragraph) and (
        _greets_group(block.text, record) or _calls(block.text, below.text)
    )


def _calls(text: str, below: str) -> bool:
    """Whether a line over a sentence is names alone: "Sandra,", "Tom, Ann,", "Mara, all,"."""
    words = unstyle(text).split()
    if not 0 < len(words) <= _LONGEST_CALL or not words[-1].endswith(",") or CJK.search(text):
        return False
    names = words[:1] if words[0].endswith(",") else words
    called = all(word[:1].isupper() and re.sub(r"[,.'’-]", "", word).isalpha() for word in names)
    return called and len(below.split()) > _LONGEST_SALUTATION // 2 and bool(_ENDED.search(below))


_LONGEST_CALL = 3
_ENDED = re.compile(r"[.!?:]\W*$")


def _greets_group(text: str, record: Record) -> bool:
    """Whether a line greets by addressing: "To the search committee,"."""
    words = unstyle(text).split()
    if not 1 < len(words) <= _LONGEST_SALUTATION or words[-1][-1] not in GREETING_ENDS:
        return False
    known = record.vocabulary
    towards = any(key(" ".join(words[:size])) in known["towards"] for size in (1, 2, 3))
    return towards and any(
        known.has(kind, " ".join(words[1:])) for kind in ("offices", "units", "departments")
    )


def is_addressed(greeting: str) -> bool:
    """Whether a greeting names someone: "Hello!" may begin any page."""
    return len(greeting.split()) > 1 or len(CJK.findall(greeting)) > 5


def _greets(text: str, record: Record) -> bool:
    words = [_BOTH.sub(r"\1", word) for word in text.split() if word != "/"]
    if (
        not words
        or len(words) > _LONGEST_SALUTATION
        or presents_oneself(unstyle(text), record.vocabulary)
        or _closes(text, record)
    ):
        return False
    known = record.vocabulary["salutations"]
    starts = any(key(" ".join(words[:size])) in known for size in range(1, min(6, len(words)) + 1))
    # "Mrs Levi, hello," in Hebrew: whom one greets may stand first.
    last = any(key(" ".join(words[-size:])) in known for size in (1, 2))
    apart = not _LATIN.match(words[-1]) or words[-2:][0].endswith(",")  # no "Diploma in Care,"
    last = last and apart and 1 < len(words) <= _LONGEST_NAMED
    starts = starts or (last and text[-1] in GREETING_ENDS)
    if CJK.search(words[0]):
        ended = text.rstrip()[-1] in GREETING_ENDS
        starts = starts or (len(text) <= 30 and _is_solid(key(text), known, addressed=ended))
        starts = starts or (ended and len(text) <= _LONGEST_CALLED and _is_honoured(text, record))
    ends = key(text) in known and CJK.match(text) is not None  # "안녕하십니까?"
    ends = (
        ends
        or text.rstrip()[-1] in GREETING_ENDS
        or (len(words) <= 6 and (text.rstrip()[-1] not in ".?" or _stops(words, record)))
    )
    # One word alone ("Madame Roy" in an address) greets only with a comma after it.
    comma = text.rstrip()[-1] in GREETING_ENDS
    honorific = key(words[0]) in record.vocabulary["honorifics"]
    alone = len(words) == 1 and honorific and comma  # "Sir,"
    return alone or (starts and ends and (comma or not honorific))


def _closes(text: str, record: Record) -> bool:
    """Whether a line is a closing that begins or ends as greetings do: "Beste Grüße"."""
    if len(text.split()) < _FEWEST_CLOSING or CJK.search(text):
        return False
    folded = text.casefold().replace("’", "'")
    known = record.vocabulary
    return key(text) in known["closings"] or any(one in folded for one in known["closing_phrases"])


_FEWEST_CLOSING = 2


def _is_solid(text: str, known: frozenset[str], *, addressed: bool) -> bool:
    """Whether a text begins as a greeting, or, where it is `addressed`, ends: "陈经理您好："."""
    solid = [word for word in known if len(word) > 1 and CJK.match(word)]
    return text.startswith(tuple(solid)) or (addressed and text.endswith(tuple(solid)))


def _is_honoured(text: str, record: Record) -> bool:
    """Whether a call is a name and the title that honours it, with no space: "陈老师，"."""
    solid = tuple(word for word in record.vocabulary["honorifics"] if CJK.match(word))
    return unstyle(text).strip().rstrip(GREETING_ENDS).endswith(solid)


_LONGEST_CALLED = 10
"""Signs of a name with a title behind it at the most."""


def _stops(words: list[str], record: Record) -> bool:
    """Whether a full stop ends a greeting: "Dear Sir.", "Dear Hiring Manager.".

    It names by title or post; else what begins with a word of greeting is a sentence.
    """
    whom = [key(word) for word in words[1:]]
    known = record.vocabulary
    titled = known["honorifics"] | known["offices"]
    return words[-1].endswith(".") and bool(whom) and (
        whom[0] in titled or " ".join(whom) in titled or known.has("roles", whom[-1])
    )  # fmt: skip


_COMMON = frozenset({
    "dear", "hiring", "team", "manager", "committee", "sehr", "madame", "monsieur", "estimado",
    "estimada", "frau", "herr", "herrn", "mrs", "the", "and", "members", "search", "selection",
})  # fmt: skip


def is_greeted(line: str, greeting: str) -> bool:
    """Whether a line names the person that the greeting names."""

    def names(text: str) -> set[str]:
        return {
            key(word) for word in unstyle(text).split() if begins_large(word) and len(key(word)) > 2
        }

    initials = _INITIALS.fullmatch(line.strip())
    called = [word[0] for word in unstyle(greeting).split() if key(word) in names(greeting)]
    told = initials is not None and called[-2:] == [initials[1], initials[2]]
    return told or bool((names(line) & names(greeting)) - _COMMON)


def greets_crew(greeting: str, record: Record) -> bool:
    """Whether a greeting is for many, by the firm that it names: "Dear Moss Bakery team,"."""
    words = (key(word) for word in unstyle(greeting).split()[1:])
    return any(word in record.vocabulary["crews"] for word in words)


_INITIALS = re.compile(r"[^\W\d_][\w-]{2,} ([^\W\d_])\.\s?([^\W\d_])\.?")
"""A surname with initials, who is greeted by the names that these begin: "Петрову С. В."."""
