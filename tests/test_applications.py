"""An application's documents, from its file to its PDFs."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.cli.run import run
from tests.tailor.base import RESUME
from typeset.applications import prepare_application, render_application
from typeset.importers.embedded import embedded_profile
from typeset.pipeline import Settings
from typeset.problems import TypesetError
from typeset.typesetting import Press

LETTER = """---
lang: de
---
Kelso, 3. März 2026

{organisation}
{contact}

Bewerbung als {role}

Guten Tag {contact},

ich repariere Turmuhren und bewerbe mich als {role} bei Ihnen. Seit 2012 waren es vierzig.

Mit freundlichen Grüßen

Nell Ashby
"""
APPLICATION = """
profile: ../resume.yaml
letter: letter.md
role: Uhrmacherin
organisation: Stadt Ulm
fields: {contact: Frau Öz}
theme: {name: modern, options: {paper: Letter}}
pages: {resume: 1, letter: 1}
select: {exclude: [teaching]}
replace: {basics.summary: Repairs clocks for towns.}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "apply").mkdir()
    (tmp_path / "resume.yaml").write_text(RESUME)
    (tmp_path / "apply/letter.md").write_text(LETTER)
    (tmp_path / "apply/ulm.yaml").write_text(APPLICATION)
    return tmp_path / "apply/ulm.yaml"


def _rules(path: Path, settings: Settings | None = None) -> list[str]:
    with pytest.raises(TypesetError) as caught:
        prepare_application(path, settings or Settings())
    assert all(problem.span for problem in caught.value.problems)
    return [problem.rule for problem in caught.value.problems]


def test_resume_letter_and_both(path: Path, press: Press) -> None:
    made = render_application(prepare_application(path, Settings()), press)
    assert made.pages == {
        "Nell-Ashby-Anschreiben.pdf": 1,
        "Nell-Ashby-Resume.pdf": 1,
        "Nell-Ashby-Application.pdf": 2,
    }
    letter, resume = made.rendered
    assert letter.document.letter
    assert "Uhrmacherin bei Ihnen" in "".join(
        run.text for block in letter.document.letter.body for run in getattr(block, "text", ())
    )
    assert letter.document.head.name == "Nell Ashby", "the résumé's, since the letter gives none"
    assert "Trained three apprentices." not in str(resume.document)
    assert "Repairs clocks for towns." in str(resume.document)


def test_the_packet_is_one_tagged_document(path: Path, press: Press) -> None:
    made = render_application(prepare_application(path, Settings()), press)
    with pikepdf.open(BytesIO(made.pdfs["Nell-Ashby-Application.pdf"])) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        assert document.S == "/Document"
        assert [str(part.S) for part in document.K] == ["/Part", "/Part"]
        assert [str(part.Lang) for part in document.K] == ["de", "en"]
        for number, part in enumerate(document.K):
            assert all(one.P.objgen == part.objgen for one in part.K)
            assert all(one.Pg.objgen == pdf.pages[number].objgen for one in part.K)
        assert str(pdf.docinfo.Title) == "Nell Ashby Application"


def test_what_the_packet_is_bound_from_is_written_as_if_alone(path: Path, press: Press) -> None:
    one = render_application(prepare_application(path, Settings()), press)
    two = render_application(prepare_application(path, Settings()), press)
    assert one.pdfs == two.pdfs


def test_only_what_is_shown_is_embedded(path: Path, press: Press) -> None:
    made = render_application(prepare_application(path, Settings(embed=True)), press)
    resume = embedded_profile(made.pdfs["Nell-Ashby-Resume.pdf"]) or ""
    assert "Rebuilt 12 turret clocks" in resume
    assert "apprentices" not in resume
    assert "tags" not in resume
    packet = made.pdfs["Nell-Ashby-Application.pdf"]
    assert embedded_profile(packet) is None, "two documents, no single profile"


def test_settings_win_over_the_application(path: Path) -> None:
    settings = Settings(theme="plain", options={"paper": "A4"}, lang="fr", pages=3)
    letter, resume = prepare_application(path, settings).parts
    assert {part.prepared.theme.name for part in (letter, resume)} == {"plain"}
    assert {part.prepared.values["paper"] for part in (letter, resume)} == {"A4"}
    assert resume.prepared.document.lang == "fr"
    assert (resume.prepared.settings.pages, letter.prepared.settings.pages) == (3, 1)


def test_an_unfilled_placeholder_is_an_error(path: Path) -> None:
    path.write_text(APPLICATION.replace("contact:", "someone:"))
    assert set(_rules(path)) == {"placeholder"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("letter.md", "no.md", "missing-file"),
        ("letter.md", "../resume.yaml", "letter"),
        ("../resume.yaml", "../no.yaml", "missing-file"),
        ("modern", "gothic", "theme"),
        ("paper: Letter", "paper: Foolscap", "option"),
        ("teaching", "preaching", "tag"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(path: Path, old: str, new: str, rule: str) -> None:
    path.write_text(APPLICATION.replace(old, new))
    with pytest.raises(TypesetError) as caught:
        prepare_application(path, Settings())
    (problem,) = caught.value.problems
    assert rule in problem.rule
    assert caught.value.exit_code == 1
    assert problem.span
    assert problem.span.path == str(path)
    assert problem.span.line > 1


def test_what_is_not_translated_is_refused_where_strict(path: Path) -> None:
    assert "not-translated" in _rules(path, Settings(lang="de", strict=True))


def test_the_command_writes_all_of_it_and_then_nothing_more(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("render", path, "--out", out)
    assert done.code == 0, done.err
    folder = out / "ulm"
    assert sorted(file.name for file in folder.iterdir()) == [
        "Nell-Ashby-Anschreiben.pdf",
        "Nell-Ashby-Application.pdf",
        "Nell-Ashby-Resume.pdf",
        "manifest.json",
    ]
    manifest = json.loads((folder / "manifest.json").read_text())
    resume = next(one for one in manifest["documents"] if one["kind"] == "resume")
    assert [(one["text"], one["reason"]) for one in resume["left_out"]] == [
        ("Trained three apprentices.", "tagged teaching")
    ]
    assert [one["address"] for one in resume["reworded"]] == ["basics.summary"]
    assert "1 left out by the selection, 1 reworded" in done.err
    before = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    again = run("render", path, "--out", out)
    assert again.out.count("unchanged") == 3
    assert before == {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    (folder / "Nell-Ashby-Resume.pdf").unlink()
    assert run("render", path, "--out", out).code == 0
    assert len(list(folder.iterdir())) == 4


def test_nothing_is_written_where_one_document_fails(path: Path, tmp_path: Path) -> None:
    (path.parent / "letter.md").write_text(LETTER.replace("vierzig.", "vierzig. \U000f0000"))
    done = run("render", path, "--out", tmp_path / "out")
    assert done.code == 1
    assert not (tmp_path / "out/ulm").exists()


def test_one_pdf_is_not_asked_of_an_application(path: Path, tmp_path: Path) -> None:
    done = run("render", path, "--out", tmp_path / "all.pdf")
    assert (done.code, "several PDFs" in done.err) == (2, True)


def test_a_folder_gives_a_folder_to_each_application(path: Path, tmp_path: Path) -> None:
    done = run("render", tmp_path / "apply", "--theme", "plain", "--theme", "classic",
               "--out", tmp_path / "out")  # fmt: skip
    assert done.code == 0, done.err
    assert sorted(p.name for p in (tmp_path / "out").iterdir() if p.is_dir()) == [
        "ulm-classic",
        "ulm-plain",
    ]


def test_diff_says_it_in_words(path: Path) -> None:
    done = run("diff", path.parent.parent / "resume.yaml", path)
    assert done.code == 0
    assert "- ferrow-daughter-head-clockmaker/trained-three-apprentices: Trained" in done.out
    assert "    + Repairs clocks for towns.\n" in done.out
    assert "+ letter\n" in done.out
    assert done.out.endswith("3 differences\n")


def test_validate_reads_applications_and_lists_addresses(path: Path) -> None:
    assert run("validate", path).out == f"{path}: valid\n"
    listed = run("validate", "--addresses", path.parent.parent / "resume.yaml").out
    assert "ferrow-daughter-head-clockmaker.position: Head clockmaker\n" in listed
    path.write_text(APPLICATION.replace("basics.summary", "basics.name"))
    assert run("validate", path).code == 1


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("profile: ../resume.yaml", "profile: ulm.yaml", "profile"),
        ("profile: ../resume.yaml", "profile: letter.md", "profile"),
        ("profile: ../resume.yaml", "profile: ../resume.de.yaml", "profile"),
        ("letter: letter.md", "letter: ulm.yaml", "letter"),
        ("profile: ../resume.yaml", f"profile: {'a' * 400}", "unreadable-file"),
        ("profile: ../resume.yaml", "extends: no.yaml", "missing-file"),
    ],
)
def test_a_file_of_another_kind_is_refused_where_it_is_named(
    path: Path, name: str, text: str, key: str
) -> None:
    (path.parent.parent / "resume.de.yaml").write_text("basics.label: Uhrmacherin\n")
    path.write_text(APPLICATION.replace(name, text))
    with pytest.raises(TypesetError) as caught:
        prepare_application(path, Settings())
    (problem,) = caught.value.problems
    assert (problem.rule, caught.value.exit_code) == (key, 1)
    assert problem.span
    assert (problem.span.path, problem.span.line > 1) == (str(path), True)


def test_a_letter_by_somebody_else_is_a_warning(path: Path) -> None:
    (path.parent / "letter.md").write_text(LETTER.replace("Nell Ashby", "Ada Quill"))
    told = [
        one for one in prepare_application(path, Settings()).problems if one.rule == "other-name"
    ]
    assert told
    assert all("Ada Quill" in one.message and "Nell Ashby" in one.message for one in told)


def test_names_are_as_long_as_a_file_system_takes(path: Path) -> None:
    (path.parent.parent / "resume.yaml").write_text(RESUME.replace("Nell Ashby", "ä" * 400))
    names = list(prepare_application(path, Settings()).keys)
    assert len(names) == len({name.casefold() for name in names}) == 3
    assert all(len(name.encode()) < 200 for name in names)


def test_a_short_address_is_kept_in_fitting_too(path: Path) -> None:
    text = APPLICATION.replace("select: {", "leave-out: true\nselect: {keep: [wrote-the-shop-s], ")
    path.write_text(text)
    (_, resume) = prepare_application(path, Settings()).parts
    leaving = [one.address for one in resume.prepared.may_leave]
    assert leaving
    assert not [one for one in leaving if one.endswith("/wrote-the-shop-s")]


def test_no_output_is_what_it_was_made_from(tmp_path: Path) -> None:
    (tmp_path / "resume.yaml").write_text(RESUME)
    made = tmp_path / "out/me/Nell-Ashby-Resume.pdf"
    assert run("render", tmp_path / "resume.yaml", "--embed", "--out", made).code == 0
    (tmp_path / "me.yaml").write_text("profile: out/me/Nell-Ashby-Resume.pdf\n")
    before = made.read_bytes()
    done = run("render", tmp_path / "me.yaml", "--out", tmp_path / "out")
    assert (done.code, "overwrite a source" in done.err) == (2, True)
    assert made.read_bytes() == before


def test_an_application_and_its_letter_do_not_overwrite_each_other(path: Path) -> None:
    (path.parent / "letters").mkdir()
    (path.parent / "letter.md").rename(path.parent / "letters/resume.yaml")
    path.write_text(APPLICATION.replace("letter.md", "letters/resume.yaml"))
    resume = path.parent.parent / "resume.yaml"
    done = run("render", resume, path, "--out", path.parent / "letters")
    assert (done.code, "overwrite a source" in done.err) == (2, True)


def test_a_changed_translation_is_rendered_and_an_unchanged_one_is_not(path: Path) -> None:
    german, out = path.parent.parent / "resume.de.yaml", path.parent / "out"
    told = []
    for label in ("Uhrmacherin", "Uhrmacherin", "Uhrmachermeisterin"):
        german.write_text(f"basics.label: {label}\n")
        told.append(run("render", path, "--lang", "de", "--out", out).out.count("unchanged"))
    assert told == [0, 3, 0]


def test_diff_of_a_folder_is_refused(path: Path) -> None:
    done = run("diff", path, path.parent)
    assert done.code in (1, 2)
    assert "error:" in done.err


def test_what_a_posting_does_not_tell_is_said_where_its_terms_weigh(path: Path) -> None:
    path.with_name("posting.md").write_text("We are great!\n")
    path.write_text(APPLICATION + "posting: posting.md\n")
    rules = [problem.rule for problem in prepare_application(path, Settings()).problems]
    assert rules.count("no-terms") == 1
    assert run("check", path).err.count("no terms were found") == 1
