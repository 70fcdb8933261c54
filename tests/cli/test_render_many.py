"""`render` of many documents: processes, shards, letters to many, a run that is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.making import write_profiles
from tests.cli.run import run

LETTER = (
    "# Ada Bell\n\nada@example.com\n\nDear {name},\n\n"
    "{organisation} builds good {{thing}}.\n\nYours sincerely,\n\nAda Bell\n"
)


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _pdfs() -> list[str]:
    return sorted(path.name for path in Path("out").rglob("*.pdf"))


def test_two_processes_render_all_but_what_is_wrong_and_then_nothing() -> None:
    paths = write_profiles(Path("in"), 5)
    paths[2].write_text("basics: {name: Ada Bell, nmae: x}\n")
    first = run("render", "in", "--jobs", "2")
    assert first.code == 1
    assert "in/p002.yaml:1:26: error" in first.err
    assert sorted(first.out.splitlines()[:-1]) == [f"out/p00{n}.pdf: 1 page" for n in (0, 1, 3, 4)]
    assert first.out.splitlines()[-1].startswith("4 rendered, 1 failed (")
    assert _pdfs() == ["p000.pdf", "p001.pdf", "p003.pdf", "p004.pdf"]
    paths[2].unlink()
    second = run("render", "in", "--jobs", "2")
    assert (second.code, second.err) == (0, "")
    assert sorted(second.out.splitlines()[:-1]) == [
        f"out/p00{n}.pdf: unchanged" for n in (0, 1, 3, 4)
    ]
    assert second.out.splitlines()[-1].startswith("4 unchanged (")


def test_processes_write_what_one_process_writes() -> None:
    write_profiles(Path("in"), 3)
    run("render", "in", "--out", "one")
    run("render", "in", "--out", "two", "--jobs", "2")
    for path in Path("one").iterdir():
        assert Path("two", path.name).read_bytes() == path.read_bytes()


def test_a_few_documents_need_no_processes_and_leave_no_journal() -> None:
    write_profiles(Path("in"), 2)
    assert run("render", "in").code == 0
    assert not list(Path("out").glob(".*"))


def test_shards_are_a_whole() -> None:
    write_profiles(Path("in"), 6)
    parts = [run("render", "in", "--shard", f"{n}/3", "--quiet") for n in (1, 2, 3)]
    assert [part.code for part in parts] == [0, 0, 0]
    assert _pdfs() == [f"p00{n}.pdf" for n in range(6)]


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "a/b", "1/0", "-1/3"])
def test_what_is_no_shard(shard: str) -> None:
    write_profiles(Path("in"), 1)
    done = run("render", "in", "--shard", shard)
    assert (done.code, "is no part of a batch" in done.err) == (2, True)


def test_a_cluster_needs_a_folder_and_no_processes() -> None:
    write_profiles(Path("in"), 1)
    for more in (["--jobs", "2"], ["--out", "x.pdf"]):
        assert run("render", "in", "--cluster", "tcp://127.0.0.1:9", *more).code == 2


def test_one_letter_to_each_recipient() -> None:
    Path("letter.md").write_text(LETTER)
    Path("to.csv").write_text(
        "name,organisation,thing,color\nBo Li,Acme & Co,tools,red\nEve Ohm,Ω Labs,lamps,\n"
    )
    done = run("render", "letter.md", "--for", "to.csv")
    assert done.code == 0
    assert "to.csv: warning: nothing uses the column 'color'" in done.err
    assert done.err.count("warning") == 1
    assert _pdfs() == ["acme-co.pdf", "ω-labs.pdf"]
    assert "Acme & Co builds good tools." in Path("out/acme-co.yaml").read_text()


def test_a_row_that_leaves_a_placeholder_empty_does_not_stop_the_others() -> None:
    Path("letter.md").write_text(LETTER)
    Path("to.jsonl").write_text(
        '{"name": "Bo", "organisation": "Acme", "thing": ""}\n'
        '{"name": "Eve", "organisation": "Ohm", "thing": "lamps"}\n'
    )
    done = run("render", "letter.md", "--for", "to.jsonl", "--jobs", "2")
    assert done.code == 1
    assert "to.jsonl:1:1: error: {thing} in letter.body has no value" in done.err
    assert _pdfs() == ["ohm.pdf"]


@pytest.mark.parametrize(
    ("table", "code", "told"),
    [
        ("name,organisation,thing\nBo,Acme,x\nEve,ACME,y\n", 2, "to.csv:2:1 and to.csv:3:1"),
        ("name,organisation\nBo,Acme\n", 1, "{thing} in letter.body has no column"),
        ("name,organisation,thing\n,,x\n", 1, "to.csv:2:1: error: nothing names the output"),
    ],
)
def test_tables_that_cannot_be_written_for(table: str, code: int, told: str) -> None:
    Path("letter.md").write_text(LETTER)
    Path("to.csv").write_text(table)
    done = run("render", "letter.md", "--for", "to.csv")
    assert (done.code, told in done.err) == (code, True)
    assert not Path("out").exists()


def test_what_is_no_letter_goes_to_nobody() -> None:
    (path,) = write_profiles(Path("in"), 1)
    Path("to.csv").write_text("name\nBo\n")
    done = run("render", path, "--for", "to.csv")
    assert (done.code, "this is no letter" in done.err) == (2, True)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_leaves_no_worker_and_goes_on_where_it_was(
    number: int, code: int
) -> None:
    write_profiles(Path("in"), 30)
    command = [sys.executable, "-m", "typeset", "render", "in", "--jobs", "2"]
    # A shell's background jobs ignore it, and so would what they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        told = [started.stdout.readline() for _ in range(3)]
        started.send_signal(number)
        told += started.stdout.readlines()
    assert started.returncode == code
    _await_no_workers()
    assert len(_pdfs()) < 30
    told += subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    names = [line.split(":")[0] for line in told if line.strip().endswith(": 1 page")]
    assert len(names) == len(set(names))
    assert _pdfs() == [f"p{n:03}.pdf" for n in range(30)]
    entries = Path("out/.typeset-journal.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)["job"] for line in entries) == [f"p{n:03}" for n in range(30)]


def _await_no_workers() -> None:
    """The workers whose folder is this one, until they are gone."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(_is_worker_here(entry) for entry in Path("/proc").glob("[0-9]*")):
            return
        time.sleep(0.05)
    raise AssertionError("a worker outlives its parent")


def _is_worker_here(entry: Path) -> bool:
    try:
        here = os.readlink(entry / "cwd") == os.getcwd()  # noqa: PTH109, PTH115
        return here and b"typeset.batch.process" in (entry / "cmdline").read_bytes()
    except OSError:
        return False
