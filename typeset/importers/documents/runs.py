"""Runs of styled text, as documents hold them → one line of canonical inline Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from typeset.importers.text.markup.inline import escape, visible

_TARGET = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>()]+", re.IGNORECASE)
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style. `target` is where they link to."""

    text: str
    strong: bool = False
    em: bool = False
    target: str = ""


def plain(runs: Iterable[Run]) -> str:
    """The characters of runs, spaces collapsed; a tab stands for a column and stays."""
    return _spaced("".join(run.text for run in runs))


def is_blank(runs: Iterable[Run]) -> bool:
    """Whether runs hold nothing but spaces."""
    return not any(run.text.strip() for run in runs)


def to_inline(runs: Iterable[Run]) -> str:
    """Runs as inline Markdown that prints as they do; styles that cannot be marked are dropped."""
    kept = [run for run in runs if run.text]
    cells = [_cell(cell) for cell in _cells(kept)]
    return "\t".join(cell for cell in cells if cell)


def wholly_strong(runs: Iterable[Run]) -> bool:
    """Whether every letter of the runs is bold."""
    lettered = [run for run in runs if any(c.isalnum() for c in run.text)]
    return bool(lettered) and all(run.strong for run in lettered)


def _spaced(text: str) -> str:
    return re.sub(r" *\t[ \t]*", "\t", re.sub(r"[^\S\t]+", " ", text)).strip()


def _cells(runs: list[Run]) -> list[list[Run]]:
    """The runs between tabs: no style reaches over one."""
    cells: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\t")
        cells[-1].append(replace(run, text=first))
        cells += [[replace(run, text=text)] for text in others]
    return cells


def _cell(runs: list[Run]) -> str:
    shown = plain(runs)
    for styles in (("strong", "em"), ("strong",), ()):
        for bare in (False, True):
            kept = [_only(run, styles, bare) for run in runs]
            marked = _spaced("".join(_marked(run) for run in _joined(kept)))
            if " ".join(visible(marked, inline=True).split()) == shown:
                return marked
    return escape(shown)


def _only(run: Run, styles: tuple[str, ...], bare: bool) -> Run:
    return Run(
        run.text,
        run.strong and "strong" in styles,
        run.em and "em" in styles,
        "" if bare else run.target,
    )


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one style as one run; spaces and marks between two take their style."""
    made: list[Run] = []
    for index, run in enumerate(runs):
        lettered = any(c.isalnum() for c in run.text)
        if not lettered and made:
            after = next((r for r in runs[index + 1 :] if any(c.isalnum() for c in r.text)), None)
            before = made[-1]
            both = after is not None and after.target == before.target
            run = Run(
                run.text,
                before.strong and both and after is not None and after.strong,
                before.em and both and after is not None and after.em,
                before.target if both else "",
            )
        elif not lettered:
            run = Run(run.text)
        if made and _style(made[-1]) == _style(run):
            made[-1] = replace(made[-1], text=made[-1].text + run.text)
        else:
            made.append(run)
    return made


def _style(run: Run) -> tuple[bool, bool, str]:
    return run.strong, run.em, run.target


def _marked(run: Run) -> str:
    """A run with its marks about its words, never about the spaces beside them."""
    match = _EDGES.fullmatch(run.text)
    if not match or not match[2]:
        return run.text
    before, inner, after = match.groups()
    made = escape(" ".join(inner.split()))
    if _TARGET.fullmatch(run.target) and inner not in (
        run.target,
        re.sub(r"^(?:mailto|tel):", "", run.target),
    ):
        made = f"[{made}]({run.target})"
    if run.em:
        made = f"*{made}*"
    if run.strong:
        made = f"**{made}**"
    return before + made + after
