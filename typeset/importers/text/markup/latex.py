"""LaTeX in Markdown, which Pandoc's readers use for the page: commands of layout dropped."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.problems import Severity

_ARGUMENTS = r"\*?(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})*"
_LENGTH = r"[-\d. ]*(?:[a-z]{2}|\\[a-z]+)?"
_PLACING = (
    r"\\(?!(?:item|today|(?:La)?TeX)(?![A-Za-z]))[A-Za-z]+\*?"
    rf"(?:\[[^\[\]\n]*\])*(?:\{{{_LENGTH}\}})*[ \t]*"
)
"""A command that is given no more than options and lengths: `\\rule{\\textwidth}{1pt}`."""
_LAYOUT = re.compile(
    r"\\(?:documentclass|usepackage|usetikzlibrary|definecolor|newcommand|renewcommand)"
    rf"(?![a-z]){_ARGUMENTS}|\\maketitle"
    r"|\\(?:LARGE|Large|Huge|huge|tiny|footnotesize|scriptsize|bfseries|itshape|scshape)"
    r"(?![a-z])[ \t]*"
    r"|\\(?:begin|end)\{(?:document|itemize|enumerate|center|flush(?:left|right)|minipage|quote|spacing|multicols|raggedright)\}"
    rf"{_ARGUMENTS}"
    rf"|\\(?:[vh]space|pagenumbering|(?:this)?pagestyle|setlength|linespread|vskip|setcounter)(?![a-z]){_ARGUMENTS}"
    r"|\\(?:(?:big|med|small)skip|noindent|vfill|centering|ragged(?:left|right)|null|par"
    r"|pagebreak|newpage|clearpage|normalsize|small|large)(?![a-z])(?:\{\})?"
    rf"|\\includegraphics{_ARGUMENTS}"
    r"|\\(?:begin|end)\{[a-z]+\*?\}(?:\[[^\[\]\n]*\])?"
    rf"|\\color{_ARGUMENTS}|^[ \t]*(?:{_PLACING})+$",
    re.MULTILINE,
)
_LINE_END = re.compile(
    r"[ \t]*(?:\\\\(?:\[[^\[\]\n]*\])?|\\newline)[ \t]*(?:\\newline[ \t]*)*$", re.MULTILINE
)
_STYLED = re.compile(
    r"\\(?:text(?:bf|it|sc|tt|sf|rm|up|md|sl|normal)|emph|underline|mbox"
    r"|(?:textcolor|colorbox)(?:\[\w+\])?\{[^{}\n]*\})\{([^{}\n]*)\}"
)
_MARKED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^[ \t]*\\section\*?\{([^{}\n]+)\}[ \t]*$", re.MULTILINE), r"## \1"),
    (re.compile(r"^[ \t]*\\subsection\*?\{([^{}\n]+)\}[ \t]*$", re.MULTILINE), r"### \1"),
    (re.compile(r"^([ \t]*)\\item(?![a-z])[ \t]*", re.MULTILINE), r"\1- "),
    (re.compile(r"\\href\{([^{}\s]+)\}\{([^{}\n]+)\}"), r"[\2](\1)"),
    (re.compile(r"\\url\{([^{}\s]+)\}"), r"<\1>"),
    (re.compile(r"\\textbar(?![a-z])(?:\{\})?"), "|"),
    (_TEX := re.compile(r"\\((?:La)?TeX)(?![a-z])(?:\{\}|\\(?=\s))?"), r"\1"),
)
"""What LaTeX marks as Markdown does too: titles, items, links."""
_DRAWING = re.compile(
    r"^[ \t]*\\begin\{tikzpicture\}.*?\\end\{tikzpicture\}[ \t]*$", re.DOTALL | re.MULTILINE
)
_NODE = re.compile(r"\bnode\b(?:[^{}\n]|(?<=[=])\{[^{}\n]*\})*\{((?:[^{}\n]|\{[^{}\n]*\})*)\}")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\[\]\n]*\])?|[{}$]")
_LONE = re.compile(r"^[ \t]*\\[ \t]*$", re.MULTILINE)


def without_layout(text: str, record: Record) -> str:
    """The text without commands that only place it (`\\bigskip`); `\\\\` becomes a hard break.

    What stood alone on its line leaves it empty. Each line with one is told of.
    """
    if "\\" not in text:
        return text
    found = list(_LAYOUT.finditer(text))
    for number in dict.fromkeys(text.count("\n", 0, match.start()) + 1 for match in found):
        record.tell("layout-command", "a command of layout is left out", number, Severity.NOTE)
    text = _LONE.sub("", _STYLED.sub(r"\1", _LAYOUT.sub("", text)))
    for pattern, markdown in _MARKED:
        text = pattern.sub(markdown, text)
    return _LINE_END.sub(r"\\", text) if found else text


_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_TABULAR = re.compile(
    rf"\\begin\{{(tabular[*x]?|longtable)\}}(?:\[[^\[\]]*\]|{_BRACES})*(.*?)\\end\{{\1\}}",
    re.DOTALL,
)
_TABLE_MARKS = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule)(?![a-z])"
    r"|(?<=\\\\)[ \t]*\[[^\[\]\n]*\]|^[ \t]*\\\\[ \t]*$",
    re.MULTILINE,
)
_FLOAT = re.compile(r"^[ \t]*\\(?:begin|end)\{(?:table|figure)\*?\}[^\n]*$", re.MULTILINE)


def with_cells(text: str, record: Record) -> str:
    """The text with a tab between the cells of LaTeX's tables, and none of their frames."""
    if "\\begin{" not in text:
        return text
    for match in [*_FLOAT.finditer(text), *_TABULAR.finditer(text)]:
        number = text.count("\n", 0, match.start()) + 1
        record.tell("layout-command", "a command of layout is left out", number, Severity.NOTE)
    return _TABULAR.sub(_cells, _FLOAT.sub("", text))


def _cells(table: re.Match[str]) -> str:
    return re.sub(r"[ \t]*(?<!\\)&[ \t]*", "\t", _TABLE_MARKS.sub("", table[2]))


_SKIP = re.compile(rf"[ \t]*\\[vh]space\*?\{{{_LENGTH}\}}")


def without_skips(text: str, record: Record) -> str:
    """The text without commands that only leave room, which stand in front matter's values too."""
    if "\\" not in text:
        return text
    for skip in _SKIP.finditer(text):
        line = text.count("\n", 0, skip.start()) + 1
        record.tell(
            "layout-command",
            f"a mark of layout is left out: {skip[0].strip()}",
            line,
            Severity.NOTE,
        )
    return _SKIP.sub("", text)


def without_drawings(text: str, record: Record) -> str:
    """The text with the words of TikZ's nodes in place of its drawings."""
    if "\\begin{" not in text:
        return text
    return _DRAWING.sub(lambda drawing: _nodes(drawing, record), text)


def _nodes(drawing: re.Match[str], record: Record) -> str:
    """The words of a drawing's nodes as bullets, in the lines where they stand."""
    lines = drawing[0].split("\n")
    told = [
        [_COMMAND.sub("", _TEX.sub(r"\1", node)).strip() for node in _NODE.findall(line)]
        for line in lines
    ]
    told = [[text for text in texts if re.search(r"[^\W\d_]", text)] for texts in told]
    if not any(told):
        return drawing[0]
    number = drawing.string.count("\n", 0, drawing.start()) + 1
    record.tell("drawing", "of a drawing only its nodes' words are kept", number, Severity.NOTE)
    return "\n".join("- " + ", ".join(texts) if texts else "" for texts in told)
