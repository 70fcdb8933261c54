from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from typeset.problems import EnvironmentProblem
from typeset.typesetting import _declarations, declarations, doctor, engine, system
from typeset.typesetting.log import collected

ROOT = Path(__file__).parents[2]


def run(code: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_importing_the_package_is_light() -> None:
    done = run(
        "import sys, typeset.typesetting\n"
        "heavy = {'weasyprint', 'fontTools', 'PIL', 'cffi', 'urllib.request', 'tinycss2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    assert done.returncode == 0, done.stderr


def test_a_page_of_text_needs_no_fonttools_pillow_or_cffi() -> None:
    done = run(
        "import sys; from typeset.typesetting import Source, typeset_html\n"
        "typeset_html(Source('<html lang=en><title>x</title><p>text'))\n"
        "heavy = {'fontTools', 'PIL', 'cffi', 'pycparser'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    if engine.load().text.ffi.harfbuzz_subset is None or sys.platform != "linux":
        pytest.skip("only with HarfBuzz's subset library, on Linux")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_deferred_modules_load_when_used() -> None:
    """A photo needs Pillow; without the subset library, fontTools embeds the fonts."""
    done = run(
        "import sys; from typeset.typesetting import Source, typeset_html, engine\n"
        "engine.load(); import weasyprint.pdf.fonts as f, weasyprint.images as i\n"
        "import PIL.ImageFile; assert not PIL.ImageFile.LOAD_TRUNCATED_IMAGES\n"
        "f.harfbuzz_subset = None\n"
        "gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'\n"
        "html = f'<html lang=en><title>x</title><p>text<img alt=x src={gif}>'\n"
        "result = typeset_html(Source(html))\n"
        "assert [p.rule for p in result.problems] == ['harfbuzz-subset'], result.problems\n"
        "assert PIL.ImageFile.LOAD_TRUNCATED_IMAGES, 'set early, lost'\n"
        "assert isinstance(f.TTLibError, type) and issubclass(f.TTLibError, Exception)\n"
        "import PIL.EpsImagePlugin; assert PIL.EpsImagePlugin.gs_binary is False\n"
        "import fontTools.subset, cffi; cffi.FFI().cdef('int x;')\n"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_declarations_are_those_of_the_installed_engine() -> None:
    assert declarations.digest(declarations.declared_text()) == _declarations.DIGEST


def test_stale_declarations_fall_back() -> None:
    done = run(
        "import sys; from typeset.typesetting import Source, typeset_html, _declarations\n"
        "_declarations.DIGEST = 'other'\n"
        "typeset_html(Source('<html lang=en><title>x</title><p>text'))\n"
        "assert 'cffi' in sys.modules and 'PIL' not in sys.modules"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_missing_library_is_one_environment_problem() -> None:
    done = run(
        "import sys, _cffi_backend, cffi\n"
        "from typeset.problems import EnvironmentProblem\n"
        "real = cffi.FFI.dlopen\n"
        "def dlopen(self, name, flags=0):\n"
        "    if 'pango-1' in name: raise OSError(f'cannot load library {name!r}: no such file')\n"
        "    return real(self, name, flags)\n"
        "cffi.FFI.dlopen = dlopen\n"
        "from typeset.typesetting import engine\n"
        "try: engine.load()\n"
        "except EnvironmentProblem as problem: (found,) = problem.problems\n"
        "assert found.rule == 'library-missing' and 'pango-1' in found.message, found\n"
        "assert found.hint == engine.install_command()\n"
        "assert not any(name.startswith('weasyprint') for name in sys.modules)\n"
        "assert sys.stdout is sys.__stdout__"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_missing_engine() -> None:
    done = run(
        "import sys\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'weasyprint': raise ModuleNotFoundError(f'No module named {name!r}')\n"
        "sys.meta_path.insert(0, Absent())\n"
        "from typeset.problems import EnvironmentProblem\n"
        "from typeset.typesetting import engine\n"
        "try: engine.load()\n"
        "except EnvironmentProblem as problem: assert 'pip install' in problem.problems[0].hint\n"
        "else: raise SystemExit('loaded')"
    )
    assert done.returncode == 0, done.stderr


def test_another_series_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.load(), "VERSION", "71.0")
    with pytest.raises(EnvironmentProblem, match=r"71\.0"):
        engine.load()


def test_environment_is_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/x")
    monkeypatch.setenv("FONTCONFIG_SYSROOT", "/y")
    with engine.hermetic():
        assert os.environ["FONTCONFIG_FILE"].endswith("fonts.conf")
        assert "FONTCONFIG_SYSROOT" not in os.environ
    assert (os.environ["FONTCONFIG_FILE"], os.environ["FONTCONFIG_SYSROOT"]) == ("/x", "/y")


@pytest.mark.parametrize(
    ("release", "command"),
    [("ID=debian", "apt-get "), ("ID=fedora", "dnf "),
     ('ID=linuxmint\nID_LIKE="ubuntu debian"', "apt-get "),
     ('ID="rocky"\nID_LIKE="rhel centos fedora"', "dnf "), ("ID=arch", "pacman "),
     ("ID=alpine", "apk "), ("ID=plan9", "install Pango"), ("", "install Pango")],
)  # fmt: skip
def test_install_command(tmp_path: Path, release: str, command: str) -> None:
    path = tmp_path / "os-release"
    path.write_text(release)
    found = system.install_command(path, "linux").removeprefix("sudo ")
    assert found.startswith(command)


def test_install_command_elsewhere(tmp_path: Path) -> None:
    assert system.install_command(tmp_path / "none", "linux").startswith("install Pango")
    assert system.install_command(platform="darwin") == "brew install pango"


def test_doctor() -> None:
    report = doctor.examine()
    assert set(report.versions) == {"WeasyPrint", "Pango", "HarfBuzz"}
    assert all(version[0].isdigit() for version in report.versions.values())
    assert "Source Sans 3" in report.fonts


def test_python_warnings_of_libraries_are_problems() -> None:
    import warnings

    problems: list[object] = []
    with collected(problems):  # type: ignore[arg-type]
        warnings.warn("a bomb", UserWarning, stacklevel=1)
    assert len(problems) == 1
