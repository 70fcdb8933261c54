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


def test_cells_of_tables_stand_apart_and_frames_are_left_out() -> None:
    source = r"""
# Ivo Tern

\begin{table}[ht]
\begin{tabular*}{\textwidth}{c @{\extracolsep{\fill}} c}
\hline
ivo@tern.example & (208) 555-0142 \\ [1ex]
\hline
\end{tabular*}
\end{table}

# Tools

\begin{tikzpicture}
\node at (0,0) {\LaTeX};
\node at (1,0) {Sails};
\end{tikzpicture}
"""
    imported = import_text(source)
    assert imported.profile.basics.email == "ivo@tern.example"
    assert imported.profile.basics.phone == "(208) 555-0142"
    assert imported.profile.skills[0].keywords == ["LaTeX", "Sails"]
    assert imported.words == imported.placed
    assert "layout-command" in {problem.rule for problem in imported.problems}


def test_room_left_in_front_matter_is_no_text() -> None:
    front = "---\nname: Ida Holm\nlocation: Hull\\vspace{-2em}\nemail: ida@holm.example\n---\n"
    imported = import_text(
        front + "\n## Experience\n\n### Bell Founder, Moss Labs\n\n2019 – 2021\n"
    )
    assert imported.profile.basics.location == "Hull"
    assert "layout-command" in {problem.rule for problem in imported.problems}
