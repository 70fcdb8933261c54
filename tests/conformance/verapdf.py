"""veraPDF over every golden case and sample: PDF/UA-1 and PDF/A-3a, no ignore list.

    python -m tests.conformance.verapdf

Each is rendered twice, plain and with its profile inside. `qpdf --check` reads them too.

veraPDF is the one on PATH, else a release from Maven Central, fetched by `mvn`; Java 11 or
later runs it. All files go through one Java process for each standard. Exits with 1 where a
file fails or veraPDF cannot be had.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.case import all_cases
from tests.conformance import qpdf
from tests.conformance.pages import SAMPLES
from typeset.applications import prepare_application, render_application
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.searching import find_sources
from typeset.typesetting import Press

VERSION = "1.28.2"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
FLAVOURS = ("ua1", "3a")


def main() -> int:
    """Render, validate, print each failure and the count; the exit code."""
    command = verapdf_command()
    if command is None:
        print("veraPDF cannot be had: install it, or Maven and Java 11 or later", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        files = [*render_all(Path(name)), *render_all(Path(name), embed=True)]
        failed = sum(validate(command, flavour, list(map(str, files))) for flavour in FLAVOURS)
        print(f"veraPDF: {len(files) * len(FLAVOURS) - failed} passed, {failed} failed")
        faulty = qpdf.check(files)
    return 1 if failed or faulty else 0


def verapdf_command() -> list[str] | None:
    """How to call veraPDF here, or `None`."""
    if installed := shutil.which("verapdf"):
        return [installed]
    maven, java = shutil.which("mvn"), shutil.which("java")
    if not (maven and java):
        return None
    jar = Path.home() / (
        f".m2/repository/org/verapdf/apps/greenfield-apps/{VERSION}/greenfield-apps-{VERSION}.jar"
    )
    if not jar.is_file():
        fetch = [maven, "-q", "-B", "dependency:get", f"-Dartifact={ARTIFACT}"]
        subprocess.run([*fetch, "-Dtransitive=false"], check=False)
    return [java, "-cp", str(jar), MAIN] if jar.is_file() else None


def render_all(folder: Path, *, embed: bool = False) -> list[Path]:
    """A PDF of every golden case and sample, all of an application; `embed` puts profiles in."""
    made: dict[str, bytes] = {}
    with Press() as press:
        for case in all_cases():
            for theme in ("", *case.other_themes):
                prepared = case.prepared(theme)
                settings = replace(prepared.settings, embed=embed)
                made[case.name + theme] = render(replace(prepared, settings=settings), press).pdf
        for found in find_sources([SAMPLES]):
            name = f"{found.folder}-{found.path.stem}".replace("/", "-")
            settings = Settings(embed=embed)
            if found.application:
                application = render_application(prepare_application(found.path, settings), press)
                made |= {f"{name}-{stem}": pdf for stem, pdf in application.pdfs.items()}
            else:
                made[name] = render(prepare(load(found.path), settings), press).pdf
    paths = []
    for name, pdf in made.items():
        path = folder / f"{name.removesuffix('.pdf')}{'-embedded' if embed else ''}.pdf"
        path.write_bytes(pdf)
        paths.append(path)
    return paths


def validate(command: list[str], flavour: str, files: list[str]) -> int:
    """How many of `files` fail a standard; each is printed with what it broke."""
    run = subprocess.run(
        [*command, "--flavour", flavour, "--format", "text", "-v", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = run.stdout.splitlines()
    passed = sum(line.startswith("PASS ") for line in lines)
    failed = len(files) - passed
    if failed:
        print(f"{flavour}:", *(line for line in lines if not line.startswith("PASS ")), sep="\n")
        print(run.stderr[-2000:])
    return failed


if __name__ == "__main__":
    sys.exit(main())
