"""What other dialects of Markdown and site generators add to a text, as CommonMark has it.

Rules of Kramdown (attribute lists), Pandoc (attributes, raw LaTeX), Jekyll and Hugo (tags), GitHub
(pictures by their names) and the first Markdown (no space behind a heading's mark). None of it
is read by who sees the page.
"""

from __future__ import annotations

import re
from functools import partial

from typeset.importers.text.markup.callouts import without_callouts
from typeset.importers.text.markup.comments import without_cut_comments
from typeset.importers.text.record import Record
from typeset.problems import Severity

_TAG = re.compile(r"\{\{[<%][^{}]*[>%]\}\}|\{%.*?%\}", re.DOTALL)
"""A tag of Jekyll ("{% include me.html %}") or Hugo ("{{< figure src="me.png" >}}")."""
_ATTRIBUTES = re.compile(
    r"[ \t]*\{:[^{}\n]*\}"  # "{:target="_blank"}", "{: .no_toc }"
    r"|(?<=[)\]])\{[ \t]*(?:[#.](?!\d)|[a-z]+=)[^{}\n]*\}"  # "![](me.jpg){#id width=50%}"
    r"|(?m:(?<=\S)[ \t]+\{[ \t]*(?:-|[#.][^{}\n]*)\}[ \t]*$)"  # "# Skills {#skills}", "{-}"
)
_SPAN = re.compile(  # "[Skills]{.underline}", "[Skills]{style="color: blue"}"
    r"(?<!!)\[((?:[^\[\]\n]|\n(?![ \t]*\n))+)\]\{[ \t]*(?:[#.](?!\d)[\w-]|[a-z][a-z-]*=)[^{}\n]*\}"
)
_LAYOUT = re.compile(
    r"^[ \t]*(?:\\(?:[vh]space\*?\{[^{}\n]*\}|(?:small|med|big)skip|maketitle|centering|noindent"
    r"|flush(?:left|right)|ragged(?:left|right)|[vh]fill|hrule|columnbreak|small|normalsize|large"
    r"|(?:EveryPar|setlength|setcounter|pagenumbering|(?:this)?pagestyle|usepackage|begin|end)"
    r"\{[^\n]*\})[ \t]*|#{7,}[ \t]*"
    r"|@(?:import|charset)[ \t]+(?:url\([^()\n]*\)|\"[^\"\n]*\"|'[^'\n]*')[^\n\w]*)$",
    re.MULTILINE,
)
_FILTERED = re.compile(r"\{\{\s*(['\"])([^'\"\n]*)\1\s*\|\s*(?:relative|absolute)_url\s*\}\}")
_SITE = re.compile(r"\{\{\s*site\.(?:base)?url\s*(?:\|[^{}\n]*)?\}\}")
_VARIABLE = re.compile(
    r"\{\{-?\s*(?:page|site|layout|content|title)(?:\.[\w.]+)?\s*(?:\|[^{}\n]*)?-?\}\}"
)
_WRAPPED = re.compile(
    r"<\w+[^<>]*\smarkdown\s*="
    r"|^[ \t]*<(?:div|section)\b[^<>]*>[ \t]*\n(?![ \t]*<)(?:[^\n<]+\n){0,3}?"
    r"(?:[*+-][ \t]+\S|[ ]{0,3}:[ \t]+\S|\*\*\w|\#{1,6}[ \t]+\S)",
    re.IGNORECASE | re.MULTILINE,
)
_WRAPPER = re.compile(
    r"^[ \t]*</?(?:div|section|article|main|aside|header|footer|center)\b[^<>]*"
    r"(?:>|(?=\n[ \t]*<))[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_TIGHT = re.compile(
    r"^(#{1,6})(?=(?:[^\W\d_]|\[(?=[^\]\n]+\]\())[^#\n]*$|\*\*)", re.MULTILINE
)  # "##Skills", "##[Moss Labs](https://moss.example)"
_CLOSED = re.compile(r"^(#{1,6})(?![#\s])([^#\n]+?)[ \t]*\1#*[ \t]*$", re.MULTILINE)
"""A heading with its marks on both sides, and no blank between: "##Skills##"."""


_LAST_BREAK = re.compile(r"(?<!\\)\\[ \t]*(?=\n[ \t]*\n|\n?\Z)")
"""A hard break behind the last words of a paragraph, which it breaks from nothing."""
_LINE_END = re.compile(r"(?<=\S)[ \t]*\\\\[ \t]*$", re.MULTILINE)
"""A line's end as LaTeX has it, which Goldmark's authors write too."""


_BULLETED = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+-[ \t]+(?=\S)", re.MULTILINE)
"""An item of a list that its author set as large as a heading."""


_BREAK_ALONE = re.compile(
    r"((?:\A|\n[ \t]*\n|^#{1,6}[ \t][^\n]*\n))[ \t]*(?:<br\s*/?>[ \t]*)+\n(?=[ \t]*[^\s<])",
    re.MULTILINE | re.IGNORECASE,
)
"""A break alone on a line over text, which is Markdown to all but CommonMark."""


_RULE_OF_SIGNS = re.compile(
    r"(?:\A|(?<=\n\n)|(^#{1,6}[ \t][^\n]*\n))[ \t]*={3,}[ \t]*$", re.MULTILINE
)
"""A rule of equals signs that underlines no text, or a heading that has its mark."""


_TICKED = re.compile(r"^([ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+)\[x\][ \t]+(?=\S)", re.MULTILINE)
"""A ticked box before an item, as GitHub has it: a bullet. An empty one says something."""


_REFERENCE = re.compile(r"^([ \t]{0,3})\\?\[(\d{1,2})\\?\](?=[ \t]+[^\s(])", re.MULTILINE)
"""The number of an item in square brackets, as lists of references have it: "[4] Holm, I."."""


_STYLED_ITEM = re.compile(
    r"^([ \t]*)(\*{1,3}|_{1,3})(?![*_])[-–•][ \t]+(\S(?:[^*_\n]*\S)?)\2[ \t]*$", re.MULTILINE
)
"""An item whose mark its author set in the emphasis of the whole line: "*- Baked bread.*"."""


_POINT_AND_BRACKET = re.compile(
    r"^([ \t]*)(\*{2,3}|_{2,3}|)(\d{1,2})\.\)[ \t]*(?=\w)", re.MULTILINE
)
"""An item's number with a point and a bracket, perhaps in its line's emphasis: "**1.)Oak**"."""


_LOOSE = re.compile(
    r"(?<![\w*\\])(\*{2,4})(?=[^\W_]|[\"“‘'(\[])((?:[^*\n]|\n(?![ \t]*\n))*?)([ \t]+)\1(?!\*)"
)
"""Bold text that ends in a blank ("**Experience **"), as word processors write it."""
_OPEN_END = re.compile(r"((?:19|20)\d\d\s?[–—-]\s?)\(([^\W\d_]+)\)")
"""A period whose open end stands in brackets of its own: "2019-(Current)"."""
_TIGHT_CODE = re.compile(r"(?<!`)(`[^`\n]*\d`)(?=\*\*[^\W\d_])")
"""A date set as code that touches what is bold: "`2019`**Role**"."""
_STRAY = re.compile(r"(?<![\w\\])_(?=\w)|(?<=\w)_(?!\w)|(?<=\s)_(?=-)")
_PICTURE = re.compile(
    r"(?:(?<=[\s(\[|*_])|^)(?::[a-z][a-z\d_+-]{2,30}:[ \t]?)+(?=[\s(\[*_\w\"“]|$)", re.MULTILINE
)
"""Pictures by their names, as GitHub and Slack have them: ":office: Moss Labs"."""
_DIVIDER = re.compile(
    r"(?<=\S)([ \t]*\n?[ \t]*):[a-z_]*(?:diamond|circle|square|bullet)[a-z_]*:(?=\s)"
)
"""Those of them that stand between parts of a line, as dots do."""
_HEADING = re.compile(r"^#{1,6}[ \t][^\n`]*$", re.MULTILINE)


_REWRITTEN: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("[x]", _TICKED, r"\1"),
    ("[1", _REFERENCE, r"\1\2."),
    ("", _STYLED_ITEM, r"\1- \2\3\2"),
    (".)", _POINT_AND_BRACKET, r"\1\3. \2"),
    ("\\\\", _LINE_END, "  "),
    ("\\", _LAST_BREAK, ""),
    ("===", _RULE_OF_SIGNS, r"\1"),
    ("<", _BREAK_ALONE, r"\1\n"),
    (":", _DIVIDER, r"\1•"),
    ("{{", _FILTERED, r"\2"),
    ("{{", _SITE, ""),
    ("]{", _SPAN, r"\1"),
)
"""Signs without which a pattern finds nothing, the pattern, and what it is rewritten to."""

_LEFT_OUT = (
    ("{%", _TAG, "a site generator's tag"),
    ("{{<", _TAG, "a site generator's tag"),
    ("{{", _VARIABLE, "a site generator's variable"),
    ("{", _ATTRIBUTES, "attributes"),
    ("", _LAYOUT, "a mark of layout"),
    (":", _PICTURE, "the name of a picture"),
)


def as_commonmark(text: str, record: Record) -> str:
    """The text without such marks, line for line; what is left out is told of."""
    text = without_cut_comments(without_callouts(text), record)
    for signs, pattern, rewritten in _REWRITTEN:
        text = pattern.sub(rewritten, text) if signs in text else text
    for signs, pattern, what in _LEFT_OUT:
        if signs in text:
            text = pattern.sub(partial(_left_out, what=what, record=record), text)
    # Kramdown and Pandoc read Markdown in a `<div>`, to any depth.
    text = _WRAPPER.sub("", text) if "<" in text and _WRAPPED.search(text) else text
    text = _LINE_BLOCK.sub(_as_lines, text) if "\n| " in text else text
    text = _OPEN_END.sub(r"\1\2", text)
    text = _LOOSE.sub(lambda bold: f"**{bold[2]}**{bold[3]}", text) if " **" in text else text
    text = _TIGHT_CODE.sub(r"\1 ", text) if "`*" in text else text
    return _BULLETED.sub("- ", _HEADING.sub(_without_strays, _spaced(text)))


_LINE_BLOCK = re.compile(r"(?:^\|[ \t]+[^|\n]*[^|\s][ \t]*\n){2,}", re.MULTILINE)
"""Lines that Pandoc keeps as they are, by the bar before each: "| Mill Row 8"."""


def _as_lines(block: re.Match[str]) -> str:
    """Such lines without their bars, each with a break behind it."""
    return re.sub(r"^\|[ \t]+(.*?)[ \t]*$", r"\1  ", block[0], flags=re.MULTILINE)


def _left_out(mark: re.Match[str], what: str, record: Record) -> str:
    """The newlines of a mark, which is told of."""
    line = mark.string.count("\n", 0, mark.start()) + 1
    shown = " ".join(mark[0].split())
    record.tell("dialect", f"{what} is no text and is left out: {shown}", line, Severity.NOTE)
    return "\n" * mark[0].count("\n")


def _without_strays(heading: re.Match[str]) -> str:
    """A heading without marks of emphasis that close before any opens: "Coach_ - Club _2018"."""
    if "_" not in heading[0]:
        return heading[0]
    marks = [mark.start() for mark in _STRAY.finditer(heading[0])]
    opened = re.search(r"(?<![\w\\])_{1,3}(?=[^\s_])(?:[^_]|\w_\w)*\S_{1,3}(?!\w)", heading[0])
    return heading[0] if not marks or opened else _STRAY.sub("", heading[0])


def _spaced(text: str) -> str:
    """Headings whose mark touches their text, which are no hashtags: more than one, or the first.

    Hashtags stand several in a line, and all have one sign.
    """
    text = _CLOSED.sub(r"\1 \2", text)
    tight = _TIGHT.findall(text)
    first = re.match(r"\s*#[^\W\d_]", text)
    if not first and not any(len(marks) > 1 for marks in tight):
        return text
    return _TIGHT.sub(r"\1 ", text)
