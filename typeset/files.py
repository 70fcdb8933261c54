"""Reading (encoding, size, newline), atomic writing, and names of outputs."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from typeset.decoding import guess
from typeset.inputs import note
from typeset.problems import Problem, Severity, Span, TypesetError, UsageError
from typeset.words import CONTROL, NEWLINE, clean

MAX_BYTES = 4_000_000
"""The largest source read, in bytes: far beyond the longest CV, and still quick to read."""

_UNPRINTABLE = re.compile(rf"{CONTROL.pattern}|[\ud800-\udfff]")

_BOMS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The text of a source: decoded, newlines as `\\n`, in NFC, without a BOM.

    Returns the text and what was guessed about it. Raises `UsageError` for a
    missing path, `TypesetError` for an empty, binary or too large file.
    """
    data = read_bytes(path)
    where = Span(str(path))
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "")
    problems: list[Problem] = []
    if not encoding and b"\0" in data[:8192]:
        raise TypesetError(
            Problem(
                "binary-file",
                "this is a binary file, not text",
                span=where,
                hint="sources are Markdown, plain text, JSON Resume or a YAML profile",
            )
        )
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise TypesetError(
                Problem("encoding", f"this is not valid {encoding}: {error.reason}", span=where)
            ) from None
        text, problem = guess_text(data, where)
        problems.append(problem)
    text, more = plain_lines(text, str(path))
    if not clean(text).strip():
        raise TypesetError(Problem("empty-file", "the file is empty", span=where))
    return text.removeprefix("\ufeff"), problems + more


def plain_lines(text: str, path: str) -> tuple[str, list[Problem]]:
    """`text` with `\n` at each line's end and without control characters, and a warning of those.

    One between U+0080 and U+009F is the character that Windows-1252 has at that byte, as
    HTML's standard reads it (13.2.5.80): an old text was once decoded as Latin-1. The
    others, and halves of surrogate pairs, are left out.
    """
    text = NEWLINE.sub("\n", text)
    if not (found := _UNPRINTABLE.search(text)):
        return text, []
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    character = _printable(found[0])
    fate = f"is read as {character}" if character else "cannot be printed and is left out"
    many = len(_UNPRINTABLE.findall(text))
    message = f"the control character U+{ord(found[0]):04X} {fate}"
    if many > 1:
        message += f", as are {many - 1} more like it"
    warning = Problem(
        "control-character",
        message,
        Severity.WARNING,
        Span.of_line(path, text, line, column),
        "such characters are invisible in most editors",
    )
    return _UNPRINTABLE.sub(lambda one: _printable(one[0]), text), [warning]


def _printable(control: str) -> str:
    if "\x80" <= control <= "\x9f":
        return bytes([ord(control)]).decode("cp1252", "ignore")
    return ""


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file, at most `limit`.

    Raises `UsageError` where it is missing, or not a readable file.
    """
    try:
        if path.is_dir():
            raise UsageError(Problem("not-a-file", "this is a folder", span=Span(str(path))))
        if path.exists() and not path.is_file():
            raise UsageError(Problem("not-a-file", "this is no regular file", span=Span(str(path))))
        size = path.stat().st_size
        if size > limit:
            raise TypesetError(
                Problem(
                    "file-too-large",
                    f"the file has {size:,} bytes; the limit is {limit:,}",
                    span=Span(str(path)),
                )
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(
            Problem("missing-file", "there is no such file", span=Span(str(path)))
        ) from None
    except OSError as error:
        raise UsageError(
            Problem("unreadable-file", f"cannot be read: {error.strerror}", span=Span(str(path)))
        ) from None
    note(path, data)
    return data


def has_file(path: Path) -> bool:
    """Whether there is a file, such as one kept beside a source; that there is none is noted."""
    if path.is_file():
        return True
    note(path, None)
    return False


def guess_text(data: bytes, where: Span) -> tuple[str, Problem]:
    """The text of bytes that are not UTF-8, and the warning that says how they were read.

    Raises `TypesetError` where no encoding fits.
    """
    best = guess(data)
    if best is None:
        raise TypesetError(
            Problem(
                "encoding",
                "the file's encoding cannot be told",
                span=where,
                hint="save it as UTF-8",
            )
        )
    text, name = best
    warning = Problem(
        "encoding-guessed",
        f"the file is not UTF-8; read as {name}",
        Severity.WARNING,
        where,
        "save it as UTF-8 to be sure of every letter",
    )
    return text, warning


def write_atomic(path: Path, data: bytes | str) -> None:
    """Write one file whole or not at all; see `write_together`."""
    write_together({path: data})


def write_together(contents: Mapping[Path, bytes | str]) -> None:
    """Write every file whole, or, where one cannot be written, none.

    Each goes into a temporary file beside it first, synced; when all are there, they are
    renamed. A symbolic link stays one. Raises `UsageError` where a folder cannot be
    written, or where something that is no regular file stands in the way.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in contents.items():
            target = Path(os.path.realpath(path))
            if target.exists() and not target.is_file():
                raise UsageError(
                    Problem("not-a-file", "something else stands there", span=Span(str(path)))
                )
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            ready[target] = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(data.encode() if isinstance(data, str) else data)
                file.flush()
                os.fsync(file.fileno())
            ready[target].chmod(0o666 & ~_umask())
        for target, temporary in ready.items():
            temporary.replace(target)
    except OSError as error:
        raise UsageError(
            Problem("unwritable-file", f"cannot be written: {error.strerror}", span=Span(str(path)))
        ) from None
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
