"""A line of skills → its label and its keywords, cut at the strongest separator."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import masked, split_top, wholly
from typeset.importers.text.skills.badges import badges_in
from typeset.importers.text.skills.levels import STARS, Group, shown_label
from typeset.importers.text.words.scripts import COMMA, COMMAS, SOLID, SPACED_DASH
from typeset.importers.text.words.vocabulary import vocabulary

BOLD_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:\*\*|\*(?=[^*]{1,59}[:：]\*\s))"
    r"((?:[^*\\]|\\.){1,60})\*{1,2}\s*([:：–—|-](?=\s))?"
)
"""A label in bold, or one in italics whose colon is too: "*Web:* HTML, CSS"."""
PLAIN_LABEL = re.compile(
    rf"((?:[^:：{COMMAS}·|.\t{{(]|[{{(][^{{}}():：]*[)}}]){{1,50}})(?::\s+|：\s*|\t\s*)(\S.*)",
    re.DOTALL,
)
"""A label and its list; commas in its brackets part nothing: "Tests {unit, load}: pytest"."""
_DASH_LABEL = re.compile(r"([^:：,·|.–—→⟶]{1,50})\s+(?:[–—-]|[→⟶⇒➔➜]|[-=]+>)\s+(\S.*)", re.DOTALL)
SENTENCE = re.compile(r"[.!?]\s+\w+\s+\w|[。！？]\s*\w")
_SEMICOLON = re.compile(r"\s*[;；؛]\s*")
_DOTS = re.compile(rf"\s*(?<![{STARS}])[·•∙⋅●▪▫■◆♦⦁](?![{STARS}])\s*")
_SEPARATORS = (
    _DOTS,
    re.compile(r"\s*[|｜]\s*"),
    _SEMICOLON,
    re.compile(rf"(?<![^\W\d_]-){COMMA.pattern}"),  # "Ober-, Mittel- und Unterbau" is one
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SLASHES = re.compile(r"\s+[/／]\s+")


def split_dots(text: str) -> list[str]:
    """A bullet cut at the dots in it, which part skills where commas need not."""
    return [part for part in split_top(text, _DOTS) if part]


def dash_label(text: str) -> tuple[str, str, str] | None:
    """ "Excel (pivot tables, macros) – very good": the whole, the label, what belongs to it."""
    match = _DASH_LABEL.fullmatch(masked(text))
    return (text, text[: match.end(1)], text[match.start(2) :]) if match else None


def wide_label(text: str) -> re.Match[str] | None:
    """A label that has commas itself, before a list: "Drills, lathes: Moss 3, Fern CNC, Ash"."""
    match = _WIDE_LABEL.fullmatch(text)
    listed = match and len(split_keywords(match[2])) >= _FEWEST_LISTED
    return match if match and listed and len(match[1].split()) <= _LONGEST_PART else None


_WIDE_LABEL = re.compile(r"([^\W\d_a-zà-ÿ][^:：·|.;\t]{1,50}):\s+(\S.*)", re.DOTALL)
_FEWEST_LISTED = 3


def labelled_group(name: str, text: str, more: list[str] | None = None) -> Group:
    """The group of a label: what it lists; clauses are one keyword."""
    if not more and in_clauses(text):
        return {"name": shown_label(name), "keywords": [text.strip()]}
    said = [text.strip()] if in_sentences(text) else split_keywords(text)
    words = _sentences(text) or said
    if len(words) == 1:  # "Systems: Linux / AIX"; beside a comma they are one: "HTML / CSS, Go"
        words = split_top(words[0], _SLASHES)
    return {"name": shown_label(name), "keywords": [*words, *(more or [])]}


def _sentences(text: str) -> list[str]:
    """The sentences behind a label, where it has several: "Mastery of R. Practice with C, Go."."""
    parts = re.split(r"(?<=[\w)])[.;]\s+(?=[A-Z])", text.strip().rstrip("."))
    told = len(parts) >= _FEWEST_SENTENCES and all(" " in part for part in parts)
    return parts if told and not re.search(r"[.;]\s", " ".join(parts)) else []


_FEWEST_SENTENCES = 3


def bracketed_group(text: str) -> Group | None:
    """The group of `**Label** (a, b, c)` and nothing else; None for other texts."""
    match = _BRACKETED.fullmatch(text)
    if not match:
        return None
    return {"name": shown_label(match[1]), "keywords": split_keywords(match[2])}


_BRACKETED = re.compile(r"\*\*([^*]{1,60})\*\*:?\s*\(([^()]+)\)")


def in_clauses(text: str) -> bool:
    """Whether Chinese commas, which "、" relieves of listing names, part what is too long for one.

    "熟记千首童谣，能即兴伴奏": what one can do; "剪纸，刻版画": names, with the other comma. What
    begins with how well one knows all that it names is one, too: "掌握 Docker、Podman 的使用".
    """
    if SOLID.match(text) and text.startswith(vocabulary().solid["levels"]):
        return True
    parts = re.split(r"[，；;。]", masked(text))
    sizes = [len(SOLID.findall(part)) for part in parts if part.strip()]
    return "，" in text and len(sizes) > 1 and max(sizes) >= LONGEST_NAME


def in_sentences(text: str) -> bool:
    """Whether a text tells of a skill in sentences, whose commas part no names.

    "For drawings, and for costing. Most of what I built ten years ago began in it."
    """
    parts = split_top(text, COMMA) if SENTENCE.search(masked(text)) else []
    return max((len(part.split()) for part in parts), default=0) > _LONGEST_PART


_LONGEST_PART = 6
LONGEST_NAME = 8
"""How many Chinese signs are too many for the name of one skill."""


def _levelled(text: str) -> list[str]:
    """Words that each have how well behind a dash, cut between them: "Word - good / Go - fair"."""
    cuts = (split_top(text, sign) for sign in (*_SEPARATORS[1:], _SLASHES))
    return next((cut for cut in cuts if _each_dashed(cut)), [])


def _each_dashed(parts: list[str]) -> bool:
    return len(parts) > 1 and all(len(SPACED_DASH.findall(part)) == 1 for part in parts)


def _at_stops(text: str) -> list[str]:
    """An item of a list, cut at a full stop that ended a list before it: "CNC. Welding"."""
    if ". " not in text:
        return [text]
    parts = split_top(text, _STOP)
    short = all(len(part.split()) <= _LONGEST_LISTED for part in parts)
    return [part.rstrip(".") for part in parts] if short else [text]


_STOP = re.compile(r"(?<=[^\W_]{3})\.\s+(?=[^\W\d_a-zà-ÿ]\w\w)")
_LONGEST_LISTED = 4


def split_keywords(text: str) -> list[str]:
    """A list in one line, cut at the strongest separator that stands outside of brackets."""
    text = text.strip().rstrip("\\").rstrip(" ;；")
    style, inner = wholly(text)
    if style == "strong" and any(sign.search(masked(inner)) for sign in _SEPARATORS):
        text = inner  # "**Joinery, glazing**"
    if badges := badges_in(text):
        return badges
    mask = masked(text)
    if text.endswith(".") and not text.endswith(("etc.", "...")) and mask.count(". ") == 0:
        text = text[:-1]
        mask = mask[:-1]
    if text.endswith("。") and mask.count("。") == 1:
        text, mask = text[:-1], mask[:-1]
    if len(SPACED_DASH.findall(mask)) > 1 and not _SEPARATORS[0].search(mask):
        return _levelled(text) or split_top(text, SPACED_DASH)
    for separator in _SEPARATORS:
        if separator.search(mask):
            parts = split_top(text, separator)
            dated = all(
                _YEAR.search(part) for part in parts
            )  # "Inn, Bath, 2019; Mill, Wells, 2020"
            if separator is _SEMICOLON and not dated:  # "Go, SQL; LaTeX"
                parts = [one for part in parts for one in split_top(part, _SEPARATORS[-1])]
            return [one for part in parts for one in _at_stops(part)]
    if len(_SLASHES.findall(mask)) > 1:  # "Go / SQL / LaTeX"; of two, one is another word for it
        return split_top(text, _SLASHES)
    return [text] if text else []
