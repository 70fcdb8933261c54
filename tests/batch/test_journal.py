"""What is finished is not run again; whatever a page depends on makes it run."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.making import jobs_for, write_profiles
from typeset.batch.journal import Journal
from typeset.batch.keys import RunKey
from typeset.batch.run import run_batch
from typeset.jobs import Job, Outcome, run_job
from typeset.pipeline import Settings
from typeset.typesetting import Press

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fc"
    "cf50cf00000483018020a2a5150000000049454e44ae426082"
)


class Bench:
    """A folder of sources, its output folder, and runs over them."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self.themes = Path("themes")
        self.settings = Settings(themes_dirs=(self.themes,))

    def run(self, *sources: str, force: bool = False) -> tuple[list[str], list[str]]:
        """The names of the jobs that were run, and of those whose files were written."""
        ran: list[str] = []

        def backend(jobs: Iterable[Job]) -> Generator[tuple[Job, Outcome], None, None]:
            for job in jobs:
                ran.append(job.name)
                yield job, run_job(job, self._press)

        jobs = [
            replace(job, settings=self.settings, force=force)
            for job in jobs_for([Path(source) for source in sources], Path("out"))
        ]
        done = list(run_batch(jobs, backend, self.journal()))
        assert [outcome.problems for _, outcome in done if outcome.code] == []
        return ran, [job.name for job, outcome in done if outcome.outputs]

    def journal(self) -> Journal:
        return Journal(Path("out"), RunKey(self.settings))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, press: Press) -> Bench:
    monkeypatch.chdir(tmp_path)
    write_profiles(Path("in"), 2)
    Path("themes/mine").mkdir(parents=True)
    Path("themes/mine/theme.yaml").write_text("title: M\ndescription: D\nextends: classic\n")
    return Bench(press)


P0, P1 = "in/p000.yaml", "in/p001.yaml"
BOTH = ["p000", "p001"]


def test_a_second_run_runs_nothing_and_says_all(bench: Bench) -> None:
    assert bench.run(P0, P1) == (BOTH, BOTH)
    assert bench.run(P0, P1) == ([], [])
    assert len(Path("out/.typeset-journal.jsonl").read_text().splitlines()) == 2


def test_force_runs_all(bench: Bench) -> None:
    bench.run(P0)
    assert bench.run(P0, force=True) == (["p000"], ["p000"])


def _edited(path: str, text: str) -> Callable[[Bench], None]:
    def change(bench: Bench) -> None:
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text)

    return change


def _set(**changes: object) -> Callable[[Bench], None]:
    def change(bench: Bench) -> None:
        bench.settings = replace(bench.settings, **changes)  # type: ignore[arg-type]

    return change


CHANGES: dict[str, Callable[[Bench], None]] = {
    "source": _edited(P0, "basics: {name: Ada Bell, summary: Another.}\n"),
    "a style sheet appears": _edited("in/style.css", "h1 { color: #123 }"),
    "option": _set(options={"paper": "Letter"}),
    "pages": _set(pages=1),
    "language": _set(lang="de"),
    "day": _set(today=datetime.date(2026, 3, 9)),
    "theme": _edited("themes/mine/style.css", "h1 { color: #123 }"),
    "a theme appears": _edited(
        "themes/classic/theme.yaml", "title: M\ndescription: D\nextends: modern\n"
    ),
    "output altered": _edited("out/p000.pdf", "%PDF- I was a page"),
    "output deleted": lambda bench: Path("out/p000.pdf").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_page_depends_on_makes_it_run(
    change: Callable[[Bench], None], bench: Bench
) -> None:
    bench.run(P0)
    change(bench)
    assert bench.run(P0)[0] == ["p000"]
    assert Path("out/p000.pdf").read_bytes().startswith(b"%PDF-1")
    assert bench.run(P0) == ([], [])


def test_an_edited_photo_runs_its_document_alone(bench: Bench) -> None:
    Path("in/me.png").write_bytes(PNG)
    Path(P0).write_text("basics: {name: Ada Bell, image: me.png}\n")
    bench.run(P0, P1)
    Path("in/me.png").write_bytes(PNG + b"\0")
    assert bench.run(P0, P1)[0] == ["p000"]


def test_an_empty_style_sheet_that_is_filled_is_seen(bench: Bench) -> None:
    Path("in/style.css").write_text("")
    bench.run(P0)
    Path("in/style.css").write_text("h1 { color: #123 }")
    assert bench.run(P0) == (["p000"], ["p000"])


def test_an_altered_pdf_that_keeps_its_key_is_rendered_again(bench: Bench) -> None:
    bench.run(P0)
    pdf = Path("out/p000.pdf")
    whole = pdf.read_bytes()
    pdf.write_bytes(whole.replace(b"%PDF-1", b"%XDF-1", 1))
    assert bench.run(P0) == (["p000"], ["p000"])
    assert pdf.read_bytes() == whole


def test_what_was_written_but_not_entered_is_found_by_its_key(bench: Bench) -> None:
    bench.run(P0, P1)
    journal = Path("out/.typeset-journal.jsonl")
    journal.write_text(journal.read_text().splitlines()[0] + "\n")
    assert bench.run(P0, P1) == (["p001"], [])
    assert bench.run(P0, P1) == ([], [])


def test_a_torn_last_line_is_no_line_and_spoils_no_other(bench: Bench) -> None:
    bench.run(P0, P1)
    journal = Path("out/.typeset-journal.jsonl")
    journal.write_bytes(journal.read_bytes()[:-30])
    assert bench.run(P0, P1) == (["p001"], [])
    assert bench.run(P0, P1) == ([], [])


def test_a_source_that_changes_while_it_is_read_is_not_finished(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile is read twice: to tell what it is, and as text."""
    read_bytes = Path.read_bytes
    monkeypatch.setattr(
        Path,
        "read_bytes",
        lambda path: (
            read_bytes(path) + os.urandom(4).hex().encode().join([b"# ", b"\n"])
            if path == Path(P0)
            else read_bytes(path)
        ),
    )
    assert bench.run(P0)[0] == ["p000"]
    monkeypatch.undo()
    assert not Path("out/.typeset-journal.jsonl").exists()


def test_warnings_are_said_again(bench: Bench) -> None:
    Path(P0).write_text("basics: {name: Ada Bell}\nsections: [summary]\nawards: [{title: Cup}]\n")
    bench.run(P0)
    (entry,) = map(json.loads, Path("out/.typeset-journal.jsonl").read_text().splitlines())
    (job,) = jobs_for([Path(P0)], Path("out"))
    again = bench.journal().finished(replace(job, settings=bench.settings))
    assert again is not None
    assert [problem.rule for problem in again.problems] == [p["rule"] for p in entry["problems"]]
    assert again.problems


def test_the_journal_of_every_part_is_read(bench: Bench) -> None:
    bench.run(P0)
    Path("out/.typeset-journal.jsonl").rename("out/.typeset-journal-2-of-3.jsonl")
    assert bench.run(P0) == ([], [])
