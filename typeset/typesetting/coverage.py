"""Which families a text needs beyond those its theme asks for, and what no font draws.

A character that the theme's families lack is drawn by the first family, in a fixed
order, that has it: the caller's own fonts; Mukta, where there is Devanagari; the
bundled families of many letters, serif or sans first as the theme's first family is;
then Chinese, Japanese and Korean, of which the language, or else kana and hangul in the
text, choose the first. Where the text is mostly in a script that the theme's family does
not have, or has in part, the first family that has all of it leads (`leading_family`): it
draws the Latin words and figures among it, too. Only families that are needed are
offered, so that a Latin page never opens the 45 MB of Chinese, and a page's fonts depend
on its text and theme alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from typeset.problems import Problem

from .library import FontLibrary

_SERIF = ("EB Garamond", "Gentium Book Plus", "XCharter")
_SANS = ("Source Sans 3", "Noto Sans", "Open Sans")
_CJK = {"zh": "Noto Sans SC", "ja": "Noto Sans JP", "ko": "Noto Sans KR"}

#: What the engine's own style sheet may draw: bullets of nested lists, the hyphen.
_ENGINE_DRAWS = frozenset("•◦▪\u2010")

#: Drawn from the glyph of another character where a font lacks it (Pango, HarfBuzz).
_SAME_GLYPH = {"\u2011": "\u2010", "\u00a0": " ", "\u202f": " ", "\u00ad": "-"}

#: Default_Ignorable_Code_Point of Unicode beyond the categories Cc, Cf, Zl, Zp and Cs.
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)

_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "HALFWIDTH"})

#: One letter in so many may come from another family without the page changing its own.
_STRAY = 200

_ADD_FONT = "put a font that has it into a folder and give the folder with --font-dir"

#: A font to be had where the bundled ones have none for a script, by its Unicode name.
_PACKAGES = {
    "ARABIC": (
        "; on Debian: apt-get install -y fonts-hosny-amiri, "
        "then --font-dir /usr/share/fonts/opentype/fonts-hosny-amiri"
    )
}

_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})")


def drawn(text: str) -> frozenset[str]:
    """The characters of `text` that need a glyph: no control, format or space character."""
    return frozenset(
        character
        for character in set(text)
        if not character.isspace()
        and unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
        and not _IGNORABLE.match(character)
    )


def drawn_by_css(css: str) -> frozenset[str]:
    """The characters that `css` may draw: those beyond ASCII, written or escaped."""
    escaped = (int(code, 16) for code in _ESCAPE.findall(css))
    characters = {chr(code) for code in escaped if code < 0x110000} | set(css)
    return frozenset(character for character in drawn("".join(characters)) if ord(character) > 127)


def families_for(
    characters: Iterable[str], asked: Iterable[str], library: FontLibrary, lang: str = ""
) -> tuple[str, ...]:
    """The families to offer: those of `asked` that exist, then what `characters` need.

    `lang` is the document's BCP 47 tag. Case may change on the page (`text-transform`),
    so both cases count.
    """
    offered = [family for family in dict.fromkeys(asked) if family in library]
    wanted = {_SAME_GLYPH.get(character, character) for character in characters}
    wanted |= {case for text in wanted for case in text.upper() + text.lower()}
    wanted |= _ENGINE_DRAWS
    for family in offered:
        wanted -= _covered(wanted, family, library)
    for family in _fallbacks(offered, library, lang, wanted):
        if not wanted:
            break
        if family not in offered and (gained := _covered(wanted, family, library)):
            offered.append(family)
            wanted -= gained
    return tuple(offered)


def leading_family(text: str, asked: Iterable[str], library: FontLibrary, lang: str = "") -> str:
    """The family that draws all of `text`, where that is not the one asked for; else "".

    Its letters decide: those of the script that most of them are in. A page whose Greek
    came from one family, its accented Greek from another and its figures from a third
    would be a patchwork.
    """
    first = next((family for family in asked if family in library), "")
    letters = Counter(character for character in text if character.isalpha())
    if not first or not letters.keys() - _covered(set(letters), first, library):
        return ""
    scripts = Counter[str]()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    script, _ = scripts.most_common(1)[0]
    wanted = {letter for letter in letters if _script(letter) == script}
    lacking = wanted - _covered(wanted, first, library)
    # A foreign name among the author's own letters does not change a page's family.
    if sum(letters[letter] for letter in lacking) * _STRAY < scripts[script]:
        return ""
    for family in _fallbacks([first], library, lang, wanted):
        if not wanted - _covered(wanted, family, library):
            return family
    return ""


def _script(letter: str) -> str:
    """The script of a letter: the first word of its Unicode name; Han, kana and hangul are one."""
    name = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return "CJK" if name in _EAST_ASIAN else name


def missing_characters(text: str, families: Iterable[str], library: FontLibrary) -> tuple[str, ...]:
    """The characters of `text`, in code order, that none of `families` draws.

    For callers that know where in a file a character stands; `Layout.write` reports
    what is really missing on the page, without a place.
    """
    left = {_SAME_GLYPH.get(character, character) for character in drawn(text)}
    for family in families:
        left -= _covered(left, family, library)
    return tuple(sorted(left))


def missing_glyph(character: str) -> Problem:
    """The problem that no available font draws `character`."""
    name = unicodedata.name(character, "a character with no name")
    return Problem(
        "missing-glyph",
        f"no available font has {character!r} (U+{ord(character):04X} {name})",
        hint=_ADD_FONT + _PACKAGES.get(name.partition(" ")[0], ""),
    )


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` with what is missing of a script as one: a page of it would give dozens."""
    problems = list(problems)
    missing = [character for problem in problems if (character := _missing(problem))]
    scripts = {_script(character) for character in missing if character.isalpha()}
    kept: dict[str, tuple[Problem, int]] = {}
    for problem in problems:
        script = _script(_missing(problem))
        key = script if script in scripts else f"{problem.rule}: {problem.message}"
        first, more = kept.get(key, (problem, -1))
        kept[key] = first, more + 1
    return [_with_others(problem, more) for problem, more in kept.values()]


def _missing(problem: Problem) -> str:
    """The character that `problem` says is missing."""
    found = re.search(r"\(U\+([0-9A-F]+) ", problem.message)
    return chr(int(found[1], 16)) if found and problem.rule == "missing-glyph" else ""


def _with_others(problem: Problem, more: int) -> Problem:
    if more <= 0:
        return problem
    others = "one more character" if more == 1 else f"{more} more characters"
    return replace(problem, message=f"{problem.message}, nor {others} of its script")


def _covered(wanted: set[str], family: str, library: FontLibrary) -> set[str]:
    """What every face of `family` draws: bold text may not fall back to another family."""
    covered = set(wanted)
    for face in library.faces(family):
        covered &= face.covers(covered)
    return covered if library.faces(family) else set()


def _fallbacks(
    offered: list[str], library: FontLibrary, lang: str, wanted: set[str]
) -> tuple[str, ...]:
    serif = bool(offered) and offered[0] in (*_SERIF, "Fontin")
    letters = (*_SERIF, *_SANS) if serif else (*_SANS, *_SERIF)
    devanagari = any("\u0900" <= character <= "\u097f" for character in wanted)
    first = ("Mukta",) if devanagari else ()
    return (*library.given, *first, *letters, *_cjk(lang, wanted))


def _cjk(lang: str, wanted: set[str]) -> tuple[str, ...]:
    first = lang.lower().partition("-")[0]
    if first not in _CJK:
        kana = any("\u3040" <= character <= "\u30ff" for character in wanted)
        hangul = any("\uac00" <= character <= "\ud7a3" for character in wanted)
        first = "ja" if kana else "ko" if hangul else "zh"
    return (_CJK[first], *(family for key, family in _CJK.items() if key != first))
