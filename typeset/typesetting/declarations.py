"""The C declarations of WeasyPrint, compiled ahead (cffi's out-of-line ABI mode).

WeasyPrint hands cffi a text of C declarations that it parses at every start (60 ms).
`_declarations.py` holds the same text parsed, and the digest of the text it came from:
`precompiled_cffi` serves it in place of cffi, and refuses any other text, whereupon
the caller imports WeasyPrint with cffi itself. No compiler and no cache are involved:
the libraries are opened at run time, by their sonames, as in WeasyPrint.

`python typeset/typesetting/declarations.py` writes `_declarations.py` anew.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any


class StaleDeclarations(Exception):
    """WeasyPrint declares something else than what was compiled ahead."""


@contextmanager
def precompiled_cffi() -> Iterator[None]:
    """While it lasts, `import cffi` gives one whose FFI knows WeasyPrint's declarations."""
    if "cffi" in sys.modules:
        yield
        return
    data = importlib.import_module(f"{__package__}._declarations")
    backend = importlib.import_module("_cffi_backend")

    def new(kind: type) -> Any:
        return backend.FFI.__new__(kind, "typeset", **data.ARGUMENTS)

    def init(self: Any) -> None:
        backend.FFI.__init__(self, "typeset", **data.ARGUMENTS)

    def cdef(self: Any, text: str) -> None:
        if digest(text) != data.DIGEST:
            raise StaleDeclarations

    stand_in = ModuleType("cffi")
    members = {"__new__": new, "__init__": init, "cdef": cdef}
    stand_in.FFI = type("FFI", (backend.FFI,), members)  # type: ignore[attr-defined]
    sys.modules["cffi"] = stand_in
    try:
        yield
    finally:
        del sys.modules["cffi"]


def digest(text: str) -> str:
    """What tells one text of declarations from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def declared_text() -> str:
    """The declarations of the installed WeasyPrint, read from its source."""
    import ast
    from importlib.util import find_spec

    spec = find_spec("weasyprint")
    assert spec is not None
    assert spec.submodule_search_locations
    source = Path(spec.submodule_search_locations[0], "text", "ffi.py").read_text("utf-8")
    texts = [
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "cdef"
        and isinstance(node.args[0], ast.Constant)
    ]
    (text,) = texts
    assert isinstance(text, str)
    return text


def compiled(text: str) -> str:
    """The source of `_declarations.py` for the declarations `text`."""
    import tempfile

    ffi = importlib.import_module("cffi").FFI()
    ffi.cdef(text)
    ffi.set_source("typeset", None)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "out.py")
        ffi.emit_python_code(str(target))
        code = target.read_text("utf-8")
    _, start, arguments = code.partition("ffi = _cffi_backend.FFI('typeset',")
    assert start, "cffi writes another shape of module"
    return (
        '"""WeasyPrint\'s C declarations, compiled ahead: made by `declarations`, do not edit."""\n'
        "# ruff: noqa\n# mypy: ignore-errors\n# fmt: off\n"
        f'DIGEST = "{digest(text)}"\nARGUMENTS = dict({arguments}'
    )


if __name__ == "__main__":  # pragma: no cover
    Path(__file__).with_name("_declarations.py").write_text(compiled(declared_text()), "utf-8")
