"""The bar is for a person who watches; the summary for all."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from typeset.cli.progress import Progress
from typeset.jobs import Outcome

DONE, SAME, BAD = Outcome({Path("a.pdf"): b""}), Outcome(), Outcome(code=1)


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        return True


def test_the_bar_counts_and_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stderr := Terminal())
    monkeypatch.setenv("COLUMNS", "60")
    progress = Progress(4, quiet=False)
    for outcome in (DONE, BAD):
        progress.count(outcome)
        progress.draw("a source with a name that is longer than the line")
    progress.clear()
    lines = stderr.getvalue().split("\r\x1b[K")
    assert lines[0] == lines[-1] == ""
    assert lines[1].startswith("██████░░░░░░░░░░░░░░░░░░ 1/4  0:00 left  a source")
    assert lines[2].startswith("████████████░░░░░░░░░░░░ 2/4  0:00 left  1 failed  a")
    assert {len(line) for line in lines[1:3]} == {59}


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO, False), (Terminal, True)])
def test_nobody_watches(
    stream: type[io.StringIO], quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stderr := stream())
    progress = Progress(1, quiet=quiet)
    progress.draw("x")
    progress.clear()
    assert stderr.getvalue() == ""


def test_the_summary_names_what_there_was() -> None:
    progress = Progress(4, quiet=True)
    assert progress.summary() == "nothing to render (0.0 s)"
    for outcome in (DONE, DONE, SAME, BAD):
        progress.count(outcome)
    assert re.fullmatch(r"2 rendered, 1 unchanged, 1 failed \(\d\.\d s\)", progress.summary())
