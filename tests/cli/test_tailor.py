"""`typeset tailor`, and `typeset check` of an application: as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.run import Run, run
from typeset.tailor import read_application

PROFILE = """
lang: en
basics: {name: Nell Ashby, label: Clockmaker, email: nell@example.org}
work:
- name: Ferrow & Daughter
  position: Clockmaker
  startDate: 2018
  endDate: present
  id: ferrow
  highlights:
FLOORS
  - {id: turret, text: "Restored turret clocks with hand files and patience."}
  - {id: sql, text: "Kept the register of repairs in SQL."}
awards:
- {title: Best Moustache, awarder: Kelso Fair, date: 2019, id: moustache}
"""
FLOORS = "\n".join(
    f"  - {{id: floor-{n}, text: 'Swept floor {n} of the workshop, oiled every hinge.'}}"
    for n in range(1, 81)
)
POSTING = """\
# Turret Clockmaker

Company: Chime & Sons

## Requirements

- Turret clocks
- SQL
- Silver soldering
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, which the commands are run in, with a long profile and a posting."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nell.yaml").write_text(PROFILE.replace("FLOORS", FLOORS))
    (tmp_path / "posting.md").write_text(POSTING)
    return tmp_path


def tailor(*options: str | Path) -> Run:
    return run("tailor", "nell.yaml", "--posting", "posting.md", *options)


def test_a_proposal_is_written_with_paths_from_where_it_lies(files: Path) -> None:
    out = files / "jobs" / "chime.yaml"
    assert tailor("--out", out) == Run(0, "", "")
    data = yaml.safe_load(out.read_text("utf-8"))
    assert data == {
        "profile": "../nell.yaml",
        "posting": "../posting.md",
        "role": "Turret Clockmaker",
        "organisation": "Chime & Sons",
        "select": {"first": ["turret", "sql"]},
    }
    assert run("validate", out).code == 0


def test_without_out_the_proposal_is_printed(files: Path) -> None:
    done = tailor()
    assert done.code == 0
    assert yaml.safe_load(done.out)["profile"] == "nell.yaml"
    assert "#   2  Turret clocks      turret\n" in done.out
    assert "    - sql  # serves “SQL” (term 3)" in done.out
    assert "Not in your profile: “Turret Clockmaker”, “Silver soldering”" in done.out
    assert done.out == tailor().out


def test_what_the_pages_have_no_room_for_is_left_out_least_useful_first(files: Path) -> None:
    done = tailor("--pages", "1", "--out", "chime.yaml")
    assert (done.code, done.err) == (0, "")
    text = (files / "chime.yaml").read_text("utf-8")
    data = yaml.safe_load(text)
    dropped = data["select"]["drop"]
    assert (data["pages"], data["leave-out"]) == (1, True)
    assert dropped[:2] == ["floor-80", "floor-79"]
    assert all(address.startswith("floor-") for address in dropped)
    assert text.count("  # serves none of the terms\n") == len(dropped)
    rendered = run("render", "chime.yaml", "--out", "out")
    assert rendered.code == 0, rendered.err
    assert "left out to fit" not in rendered.err  # as many as must go, and no fewer


def test_entries_that_serve_nothing_go_before_highlights_that_serve(files: Path) -> None:
    awards = "".join(f"- {{title: Broom {n}, awarder: Fair, id: broom-{n}}}\n" for n in range(70))
    text = PROFILE.replace("FLOORS\n", "") + awards
    (files / "nell.yaml").write_text(text)
    done = tailor("--pages", "1")
    assert done.code == 0, done.err
    dropped = yaml.safe_load(done.out)["select"]["drop"]
    assert 0 < len(dropped) < 70
    assert dropped == [f"broom-{69 - n}" for n in range(len(dropped))]


def test_pages_that_cannot_be_met_are_refused_and_nothing_is_written(files: Path) -> None:
    entries = "".join(f"- {{name: Firm {n}, position: Sweep, id: f{n}}}\n" for n in range(99))
    (files / "nell.yaml").write_text(f"basics: {{name: Nell}}\nwork:\n{entries}")
    done = tailor("--pages", "1", "--out", "chime.yaml")
    assert done.code == 1
    assert "does not fit on 1 page" in done.err
    assert not (files / "chime.yaml").exists()


def test_theme_and_language_asked_for_are_the_applications(files: Path) -> None:
    done = tailor("--theme", "modern", "--lang", "de", "--out", "chime.yaml")
    assert "only dates and labels are in 'de'" in done.err
    data = yaml.safe_load((files / "chime.yaml").read_text("utf-8"))
    assert (data["theme"], data["lang"]) == ({"name": "modern"}, "de")
    assert run("validate", "chime.yaml").code == 0


def test_an_existing_file_is_never_replaced(files: Path) -> None:
    before = (files / "nell.yaml").read_bytes()
    done = tailor("--out", "nell.yaml")
    assert done.code == 2
    assert "nell.yaml: error: this file exists already" in done.err
    assert (files / "nell.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("posting", "code", "said"),
    [
        (None, 2, "there is no such file"),
        (b"", 1, "the file is empty"),
        (b"PK\0\0", 1, "binary file"),
    ],
)
def test_a_posting_that_cannot_be_read(
    files: Path, posting: bytes | None, code: int, said: str
) -> None:
    (files / "posting.md").unlink()
    if posting is not None:
        (files / "posting.md").write_bytes(posting)
    done = tailor("--out", "chime.yaml")
    assert (done.code, said in done.err) == (code, True)
    assert not (files / "chime.yaml").exists()


def test_a_posting_in_another_language_takes_the_translation(files: Path) -> None:
    (files / "posting.md").write_text(
        "# Turmuhrmacher\n\n## Ihr Profil\n\n- Erfahrung mit der Restaurierung von Turmuhren und"
        " mit den Werken der Uhren\n- Sie sind bei uns für die Pflege und das Öl zuständig\n"
    )
    foreign = tailor()
    assert "the posting is in 'de', the profile in 'en'" in foreign.err
    (files / "nell.de.yaml").write_text("turret: Restaurierung von Turmuhren.\n")
    done = tailor()
    assert "lang: de  # the posting's" in done.out
    assert "- turret  # serves “Restaurierung”, “Turmuhren”" in done.out


def application(files: Path, text: str = "") -> str:
    (files / "chime.yaml").write_text(f"profile: nell.yaml\nposting: posting.md\n{text}")
    return "chime.yaml"


def test_check_prints_where_the_terms_are(files: Path) -> None:
    done = run("check", application(files, "select: {drop: [sql]}\n"))
    assert done.code == 0
    assert done.out.splitlines() == [
        "posting.md: 4 terms",
        "  covered by what is selected (1)",
        "     1.8  Turret clocks      turret",
        "  in the profile, but left out (1)",
        "     1.8  SQL                sql",
        "  not in the profile (2)",
        "     1.9  Turret Clockmaker",
        "     1.8  Silver soldering",
        "chime.yaml: 2 notes",
    ]
    assert "chime.yaml:2:10: note: asked for, but left out: “SQL” is in sql" in done.err


def test_check_counts_what_fitting_leaves_out(files: Path) -> None:
    text = "pages: 1\nleave-out: true\nselect: {drop: [turret]}\n"
    (files / "posting.md").write_text(POSTING + "- Hinges\n- Hinges\n")
    shown = run("check", application(files, text))
    (row,) = [line for line in shown.out.splitlines() if "Hinges" in line]
    assert row.endswith(" more")
    floors = int(row.split()[-2]) + 4
    assert shown.err.count("left out to fit: “Swept floor") == 80 - floors > 10


def test_check_gives_json_to_programs(files: Path) -> None:
    done = run("check", application(files, "select: {drop: [sql]}\n"), "--messages", "json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert rows[2] == {
        "term": "SQL",
        "weight": 1.8,
        "line": 8,
        "status": "left out",
        "selected": [],
        "left_out": ["sql"],
    }
    assert [row["rule"] for row in rows[4:]] == ["tailored", "asked-left-out"]


def test_check_of_an_application_with_errors(files: Path) -> None:
    done = run("check", application(files, "select: {drop: [nonesuch]}\n"))
    assert done.code == 1
    assert "chime.yaml:3:17: error:" in done.err


def test_check_of_an_application_whose_posting_is_not_there(files: Path) -> None:
    (files / "posting.md").unlink()
    done = run("check", application(files))
    assert done.code == 1
    assert "chime.yaml:2:10: error: posting.md: there is no such file" in done.err


def test_a_letter_is_no_profile_to_propose_from(files: Path) -> None:
    (files / "nell.yaml").write_text("basics: {name: Nell}\nletter: {body: Dear all.}\n")
    done = tailor()
    assert (done.code, "nell.yaml: error: this is a letter" in done.err) == (1, True)


def test_check_of_an_application_without_a_posting_is_silent(files: Path) -> None:
    (files / "chime.yaml").write_text("profile: nell.yaml\n")
    assert run("check", "chime.yaml") == Run(0, "chime.yaml: nothing to say\n", "")


def test_a_proposal_reads_as_an_application(files: Path) -> None:
    text = tailor().out
    placed = read_application(files / "chime.yaml", lambda _: text)
    assert placed.application.select.first == ["turret", "sql"]
