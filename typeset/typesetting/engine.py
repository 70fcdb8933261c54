"""The one place that imports WeasyPrint: late, fast, and hermetic.

Imported as it is, WeasyPrint 70 spends two thirds of its start in `find_library`
(which spawns ldconfig, gcc and ld), in parsing C declarations, and in importing
fontTools and Pillow, none of which a page of text needs. `load` leaves all that out;
where WeasyPrint or the system is not as expected, it imports it the plain way.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import (
    AbstractContextManager,
    ExitStack,
    contextmanager,
    nullcontext,
    redirect_stdout,
)
from pathlib import Path
from types import ModuleType

from typeset.problems import EnvironmentProblem, Problem

from .declarations import precompiled_cffi
from .deferred import deferred
from .system import install_command

#: Each release of WeasyPrint changes what pages look like.
SERIES = "70."

_FONTCONFIG = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}


def load() -> ModuleType:
    """WeasyPrint, imported.

    Raises `EnvironmentProblem` where it, or a library that it needs, is missing; the
    hint is the command that installs it on this system. Prints nothing.
    """
    engine = sys.modules.get("weasyprint") or _imported()
    version = str(engine.VERSION)
    if not version.startswith(SERIES):
        raise EnvironmentProblem(
            Problem(
                "engine-version",
                f"WeasyPrint {version} is installed; pages are made for {SERIES}*",
                hint=f"pip install 'weasyprint=={SERIES}*'",
            )
        )
    return engine


@contextmanager
def hermetic() -> Iterator[None]:
    """While it lasts, fontconfig starts with no fonts: those of the system do not exist.

    Fontconfig reads the variable each time that it makes a configuration, so this works
    however often it was started before, and leaves the process as it was.
    """
    changed = {**_FONTCONFIG, "FONTCONFIG_SYSROOT": None}
    before = {name: os.environ.get(name) for name in changed}
    try:
        _set(changed)
        yield
    finally:
        _set(before)


def _set(variables: dict[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _imported() -> ModuleType:
    """The first way to import it that works; the plain way is the last."""
    error: Exception | None = None
    for way in _ways():
        with ExitStack() as stack:
            stack.enter_context(redirect_stdout(io.StringIO()))  # its banner on a missing library
            stack.enter_context(warnings.catch_warnings())
            warnings.simplefilter("ignore")  # "no fonts configured", which is what we want
            stack.enter_context(hermetic())
            stack.enter_context(way())
            try:
                return importlib.import_module("weasyprint")
            except Exception as failure:  # whatever it is, the plain way decides
                error = failure
                _forget()
    assert error is not None
    raise EnvironmentProblem(_missing(error)) from error


def _ways() -> tuple[Callable[[], AbstractContextManager[None]], ...]:
    if sys.platform == "linux":  # elsewhere sonames alone do not find the libraries
        return _precompiled, _without_find_library, nullcontext
    return _deferred, nullcontext


def _deferred() -> AbstractContextManager[None]:
    return deferred("fontTools", "PIL", user="weasyprint")


@contextmanager
def _precompiled() -> Iterator[None]:
    with _deferred(), precompiled_cffi():
        yield


@contextmanager
def _without_find_library() -> Iterator[None]:
    """cffi opens by soname what `find_library` does not find."""
    util = importlib.import_module("ctypes.util")
    slow, util.find_library = util.find_library, lambda name: None  # type: ignore[attr-defined]
    try:
        with _deferred():
            yield
    finally:
        util.find_library = slow  # type: ignore[attr-defined]


def _forget() -> None:
    """Leave no half-imported module for the next way to find."""
    for name in list(sys.modules):
        if name.partition(".")[0] == "weasyprint":
            del sys.modules[name]


def _missing(error: Exception) -> Problem:
    if isinstance(error, ImportError):
        return Problem("engine-missing", f"{error}", hint=f"pip install 'weasyprint=={SERIES}*'")
    if isinstance(error, OSError):
        reason = str(error).partition("\n")[0].removeprefix("cannot load library ")
        message = f"a library that WeasyPrint needs is missing: {reason.split(': ')[0]}"
        return Problem("library-missing", message, hint=install_command())
    message = f"WeasyPrint cannot be imported: {type(error).__name__}: {error}"
    return Problem("engine-broken", message, hint=f"pip install 'weasyprint=={SERIES}*'")
