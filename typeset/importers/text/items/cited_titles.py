"""Where the title of a citation ends: at its marks, at italics, or at a full stop."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.words.vocabulary import any_of, key, vocabulary

EDGES = " \t,;:.，、；。،؛"
QUOTED = re.compile(
    r"(?P<title>[“\"„«][^”\"“»\n]{3,300}[”\"“»]|‘[^’\n]{3,}(?:’\w[^’\n]*)*’"
    r"|「[^「」\n]{2,}」|『[^『』\n]{2,}』|《[^《》\n]{2,}》|〈[^〈〉\n]{2,}〉"
    r"|(?<![^\s])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){3,300}'(?!\w))"
)
ITALIC = re.compile(r"(?<![*\\])\*(?!\*)((?:[^*\\]|\\.)+)(?<![*\\])\*(?!\*)")
_END = re.compile(
    r"[.?!…](?:\*{2}|[”\"»’)\x00])*\s+(?=[^\W_a-zà-ÿ]|[*“\"„«‘(\[\x00])|[。．]\s*|\.\s+(?=\x00)"
)
_SHORT_FORMS = frozenset(
    ["vs", "etc", "al", "no", "nr", "vol", "pp", "p", "ed", "eds", "dr", "st", "mr", "mrs", "ms",
     "proc", "conf", "int", "univ", "dept", "fig", "inc", "ltd", "jr", "sr", "cf", "ca", "hrsg",
     "bd", "jg", "cap", "n°", "trans", "symp", "rev", "prof", "т", "с", "ст", "вып", "ред"]
)  # fmt: skip
"""Words whose full stop ends no sentence."""
_CUT_WORD = re.compile(
    r",\s+(?:[^\W\d_A-ZÀ-ÞА-Я]{1,3}\.?\s+){0,2}(?=[^\W\d_]{2,4}$)[^\W_A-ZÀ-ÞА-Я]+$"
)
"""Short words behind a comma, whose stop shortens them: ", dir. A. Low", ", m. en sc. A. Low"."""
PAGES = re.compile(
    r"[\s,;:.]*(?:[(（](?:[^\W\d_]{1,4}\.?\s?)?\d[\d\s–—-]*[)）]|[^\W\d_]{0,4}\.?\s*\d|[#№]\s?\w)"
)
_VOLUME = re.compile(
    r"(?P<sign>[\s,.;:]*)(?:[(（#№]?\s*\*{0,2}\d|(?P<word>[^\W\d_]{1,8})\.?\s?\*{0,2}\d)"
)


@lru_cache(maxsize=1)
def within() -> re.Pattern[str]:
    """What leads to the name of a journal or a volume, right before it: "In: *Moss Letters*"."""
    return re.compile(rf"(?i:{_printed_in()})\b:?\s+(?=[^\W_a-zà-ÿ]|[«“\"„*])")


@lru_cache(maxsize=1)
def _ends_within() -> re.Pattern[str]:
    """A title, and behind it what leads to a name: "Of salt. In: "."""
    return re.compile(rf"(?i)(.*?)[,.:;]?\s+((?:{_printed_in()})\s*:?\s*)$", re.DOTALL)


def _printed_in() -> str:
    return any_of(vocabulary(), "printed_in")


def title_and_venue(text: str) -> tuple[str, str]:
    """A title and where it appeared: at quotation marks, at italics, else at a full stop."""
    quoted = QUOTED.match(text)
    if quoted:
        return bare_title(quoted[0]), text[quoted.end() :].strip(EDGES)
    for match in ITALIC.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if not before.strip():
            form = _FORM.match(after)  # "*Counting salt* [Poster presentation]. Salt Forum"
            after = after[form.end() :] if form else after
            if _is_volume(after) or (
                not re.match(r"\s*[.,:;(（–—-]|\s*$", after) and match[1][-1] not in ".,?!"
            ):
                return "", ""  # a venue without a title, or words in the midst of one
            return bare_title(match[0]) + (form[0] if form else ""), after.strip(EDGES)
        if re.match(r"\s+[a-zà-ÿ]", after) and not PAGES.match(after):
            continue  # "Growth of *E. coli* in broth"
        if re.match(r"\.\s+\*(?!\*)", after):
            continue  # "Growth in *E. coli*. *Journal*"
        if ends := [end for end in sentence_ends(text) if end[1] <= match.start()]:
            return bare_title(text[: ends[-1][0]]), text[ends[-1][1] :]
        if within := _ends_within().fullmatch(before):
            return bare_title(within[1]), within[2] + text[match.start() :]
        inside = any(
            _ends_within().fullmatch(text[: later.start()]) for later in ITALIC.finditer(text)
        )
        if re.search(r"[,:;–—-]\s*$", before) and not inside:
            return bare_title(before.rstrip(" ,:;–—-")), text[match.start() :]
    ends = sentence_ends(text)
    if ends and not re.search(r"[^\W\d_]{2}", text[: ends[0][0]]):
        ends = ends[1:]  # "1956–2016. Sixty years of salt. Brine 4"
    if not ends:
        return bare_title(text), ""
    asked = len(ends) > 1 and text[ends[0][0] - 1] in "?!"  # the title goes on behind its question
    end = ends[1 if asked else 0]
    return bare_title(text[: end[0]]), text[end[1] :]


_FORM = re.compile(r"\s+\\?\[[^\[\]]{3,40}\](?!\()")
_REPORTER = re.compile(r",\s+\d{1,4}\s+([A-Z][\w.]*)\s(?=[^,]*\d)")
"""How lawyers cite: the volume before the name of what it is one of."""


def _is_volume(text: str) -> bool:
    """Whether a number follows the name of a journal, perhaps behind its word: ", vol. 4".

    Behind a comma another word is a meeting's name: ", MossConf 2019".
    """
    match = _VOLUME.match(text)
    word = match["word"] if match else ""
    reporter = _REPORTER.match(text)
    if reporter and key(reporter[1]) not in vocabulary().months:
        return False  # "*Of Salt*, 99 Moss L. Rev. 41"
    if not match or not word or not match["sign"].strip():
        return match is not None
    return word[0].islower() or key(word) in vocabulary()["issues"]


def bare_title(text: str) -> str:
    """A title without the comma or full stop that ends it in the citation.

    In quotation marks it keeps its full stop: "“Of salt.” *Brine*", but "Of salt. *Brine*".
    """
    closing = text[-1:] if text[-1:] in f"{_QUOTATION}*" else ""
    inner = text[: len(text) - len(closing)]
    ends = ",:" if closing and closing in _QUOTATION else ".,:"
    bare = re.sub(rf"(?<!\b\w)(?<!\.\.)[{ends}]$", "", inner.rstrip())
    # "« La tourbe »", as it is written in French
    spaced = closing == "»" and bare == inner.rstrip()
    return bare + (inner[len(bare) :] if spaced else "") + closing


_QUOTATION = "”\"“»’'」』"


def sentence_ends(text: str) -> list[tuple[int, int]]:
    """The ends of sentences outside of brackets and italics: behind the stop, and the next one."""
    found = []
    for match in _END.finditer(mask(text)):
        word = re.search(r"[^\s(]*$", unstyle(text[: match.start()]))
        last = word[0] if word else ""
        short = len(last) == 1 and last.isalpha() and last.isupper()
        dotted = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", last)
        cut = _CUT_WORD.search(unstyle(text[: match.start()]))
        if match[0][0] == "." and (short or dotted or cut or key(last) in _SHORT_FORMS):
            continue
        found.append((match.start() + len(match[0].rstrip()), match.end()))
    return found


def mask(text: str) -> str:
    """`masked`, with what is in italics blanked too."""
    return ITALIC.sub(lambda match: "*" + "x" * (len(match[0]) - 2) + "*", masked(text))
