"""What must always be true, of every case: no word lost, nothing changed by a round trip,
the same bytes from the same inputs."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from tests import pdf
from tests.case import Case, all_cases
from tests.cli.run import run
from tests.printing import printed
from typeset.document import Document, reading_order
from typeset.loading import load
from typeset.pipeline import Rendered, prepare, render
from typeset.profile import read_profile, write_profile
from typeset.theming import find_themes, load_theme
from typeset.typesetting import Press
from typeset.words import differences, words

each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)


@cache
def _rendered(case: Case) -> Rendered:
    """The case from its source to its PDF, in one go and not stage by stage."""
    with Press() as press:
        return render(prepare(load(case.source), case.settings), press)


def _with_pdfium(data: bytes) -> list[str]:
    return pdf.texts(data)


def _with_pypdf(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _with_pdfminer(data: bytes) -> list[str]:
    """Characters in content order: its layout analysis takes dates at the edge for a column."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    pages = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        text, before = "", None
        for char in device.get_result():
            if not isinstance(char, LTChar):
                continue
            # A new line, or a gap that the eye sees: pdfminer says only where characters stand.
            if before and (char.matrix[5] != before.matrix[5] or char.x0 > before.x1 + 2):
                text += " "
            text, before = text + char.get_text(), char
        pages.append(text)
    return pages


EXTRACTORS: dict[str, Callable[[bytes], list[str]]] = {
    "pdfium": _with_pdfium,
    "pypdf": _with_pypdf,
    "pdfminer": _with_pdfminer,
}


def page_words(pages: list[str], document: Document) -> list[str]:
    """The words of all pages, without the line at the foot: the name or title, the number, and how
    many there are."""
    head = words(document.head.name) or words("".join(run.text for run in document.title))
    found: list[str] = []
    for number, text in enumerate(pages, 1):
        on_page = words(text)
        line = [*head, str(number), str(len(pages))]
        if number > 1:
            assert on_page[-len(line) :] == line, f"no running line on page {number}"
            on_page = on_page[: -len(line)]
        found += on_page
    return found


@each_case
@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_words_in_are_words_out(case: Case, extractor: str) -> None:
    """Every word of the Document, once, in order, as independent programs read the PDF."""
    made = _rendered(case)
    expected = [word for text in reading_order(made.document) for word in words(text)]
    assert page_words(EXTRACTORS[extractor](made.pdf), made.document) == expected


@each_case
@pytest.mark.parametrize("theme", sorted(set(find_themes([])) - {"base", "classic"}))
def test_every_theme_prints_every_case(case: Case, theme: str, press: Press) -> None:
    """Read by the product's own check, and by pypdf where there is one column."""
    settings = replace(case.settings, theme=theme, options={}, pages=None)
    made = printed(case.source, settings, press)
    if not load_theme(theme).config.aside:
        expected = [word for text in reading_order(made.document) for word in words(text)]
        found = [word for page in _with_pypdf(made.pdf) for word in words(page)]
        missing, added = differences(expected, found)
        running = {*words(made.document.name), "Page", "of", *map(str, range(1, made.pages + 1))}
        assert (missing, set(added) - running) == ([], set())


@each_case
def test_profile_survives_its_yaml(case: Case) -> None:
    """read(write(p)) == p, and write(read(write(p))) == write(p)."""
    profile = load(case.source).profile
    text = write_profile(profile)
    again = read_profile(text)
    assert again == profile
    assert again.basics.contact_order == profile.basics.contact_order
    assert write_profile(again) == text


@each_case
def test_same_inputs_same_bytes(case: Case, press: Press) -> None:
    """A press that has printed other documents before prints this one the same."""
    prepared = prepare(load(case.source), case.settings)
    assert render(prepared, press).pdf == _rendered(case).pdf


SCRIPT = """
import sys
from pathlib import Path
from tests.case import CASES, Case
from typeset.loading import load
from typeset.pipeline import prepare, render
for name in sys.argv[2:]:
    case = Case(CASES / name)
    Path(sys.argv[1], name).write_bytes(render(prepare(load(case.source), case.settings)).pdf)
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_same_bytes_in_another_process_folder_and_hash_seed(tmp_path: Path, seed: str) -> None:
    folder = tmp_path / "ü ber"
    folder.mkdir()
    root = str(Path(__file__).parents[1])
    names = [case.name for case in all_cases()]
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path), *names],
        cwd=folder,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": root, "TZ": "Pacific/Kiritimati", "LANG": "C"},
        check=True,
    )
    for case in all_cases():
        assert (tmp_path / case.name).read_bytes() == _rendered(case).pdf, case.name


@each_case
def test_second_run_leaves_every_file_alone(case: Case, tmp_path: Path) -> None:
    options = [f"--set={name}={value}" for name, value in case.settings.options.items()]
    if case.settings.today:
        options.append(f"--today={case.settings.today}")
    if case.settings.pages:
        options.append(f"--pages={case.settings.pages}")
    arguments: list[str | Path] = [
        "render",
        case.source,
        "--out",
        tmp_path,
        "--theme",
        case.settings.theme,
        *options,
    ]
    assert run(*arguments).code == 0
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in tmp_path.iterdir()}
    assert (tmp_path / "source.pdf").read_bytes() == _rendered(case).pdf
    again = run(*arguments)
    assert (again.code, again.out) == (0, f"{tmp_path / 'source.pdf'}: unchanged\n")
    assert before == {f: (f.stat().st_mtime_ns, f.read_bytes()) for f in tmp_path.iterdir()}


@each_case
def test_headings_skip_no_level(case: Case) -> None:
    """A first heading of level 1, and none that skips one (PDF/UA-1, clause 7.4.2)."""
    levels = [int(tag[1]) for tag in pdf.roles(_rendered(case).pdf) if tag in HEADINGS]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))


HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
