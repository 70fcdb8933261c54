"""LaTeX in Markdown: what it marks is read, what only places it is left out and told of."""

from __future__ import annotations

from typeset.importers import import_text

SOURCE = r"""
\documentclass{article}
# Ada Pine
\href{mailto:ada@example.org}{ada@example.org} \textbar{} +1 555 010 0199

\section*{Experience}

**Intern**, Quark Labs \hfill Summer 2020

\begin{itemize}
\item Built lamps with \LaTeX{} and \textbf{Python}
\end{itemize}

\section*{Skills}

\begin{tikzpicture}
\draw (0,0) circle (2);
\node[draw] at (0,0) {Python};
\node[draw] at (1,0) {\Large Rust};
\end{tikzpicture}
"""


def test_titles_items_and_links_are_read() -> None:
    imported = import_text(SOURCE)
    profile = imported.profile
    assert profile.basics.name == "Ada Pine"
    assert profile.basics.email == "ada@example.org"
    assert profile.work[0].name == "Quark Labs"
    assert [one.text for one in profile.work[0].highlights] == ["Built lamps with LaTeX and Python"]
    assert imported.words == imported.placed


def test_of_a_drawing_the_words_of_its_nodes_are_kept() -> None:
    imported = import_text(SOURCE)
    assert imported.profile.skills[0].keywords == ["Python", "Rust"]
    assert "drawing" in {problem.rule for problem in imported.problems}
