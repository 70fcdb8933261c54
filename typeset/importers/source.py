"""What importers read: a file, a folder, or bytes and text in memory under a name.

Nothing is read before it is asked for. A zip or a folder shows its files as `members`,
each read on demand, within limits that no declared size can talk its way around.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from typeset.files import guess_text, plain_lines, read_bytes, read_text
from typeset.importers.utf16 import is_plausible_utf16
from typeset.inputs import note_folder
from typeset.problems import Problem, Span, TypesetError, UsageError
from typeset.words import clean

if TYPE_CHECKING:
    from typeset.profile.nodes import Tree

MAX_MEMBERS = 5_000
"""Files in a zip or folder; a whole LinkedIn export has about sixty."""
MAX_MEMBER_BYTES = 16_000_000
"""The largest of them that is read."""
MAX_TOTAL_BYTES = 64_000_000
"""All of them together that are read from one source."""

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (_ZIP, "a zip archive", "of zips, a LinkedIn export and a DOCX are read"),
    (_EMPTY_ZIP, "an empty zip archive", ""),
    (b"%PDF-", "a PDF", "give the text it was made from"),
    (b"{\\rtf", "an RTF document", "save it as DOCX or as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as DOCX"),
    (b"\x89PNG", "a picture (PNG)", "a photo goes into `basics.image` of a profile"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "a photo goes into `basics.image` of a profile"),
    (b"GIF8", "a picture (GIF)", ""),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"%!PS", "PostScript", "give the text it was made from"),
)
"""What files that are not plain text begin with, what they are called, and what to do instead."""


@dataclass(frozen=True)
class Source:
    """A source by its path; `given` is its content where it does not lie on disk."""

    path: Path
    given: bytes | str | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.path)

    @cached_property
    def is_folder(self) -> bool:
        """Whether it is a folder, such as an unpacked export."""
        return self.given is None and self.path.is_dir()

    @cached_property
    def data(self) -> bytes:
        """The bytes of a file. Raises `UsageError` where there is none, or it is a folder."""
        if self.given is None:
            return read_bytes(self.path, MAX_TOTAL_BYTES)
        return self.given.encode("utf-8", "replace") if isinstance(self.given, str) else self.given

    @cached_property
    def signature(self) -> tuple[str, str]:
        """For a file whose first bytes say that it is no plain text: what it is, and a hint."""
        found = ((what, hint) for start, what, hint in SIGNATURES if self.data.startswith(start))
        return next(found, ("", ""))

    @cached_property
    def is_text(self) -> bool:
        """Whether it is a text as far as its first bytes tell."""
        if isinstance(self.given, str):
            return True
        if self.is_folder or self.signature[0]:
            return False
        if self.data.startswith(_UTF_16):
            return is_plausible_utf16(self.data)
        return b"\0" not in self.data[:8192]

    @cached_property
    def _decoded(self) -> tuple[str, list[Problem]]:
        if isinstance(self.given, str):
            return plain_lines(self.given, self.name)
        if self.given is None:
            return read_text(self.path)
        return decode(self.given, self.name)

    @property
    def text(self) -> str:
        """The text, decoded. Raises `TypesetError` for a file that is empty or no text."""
        return self._decoded[0]

    @property
    def problems(self) -> list[Problem]:
        """What was guessed about the text's encoding."""
        return self._decoded[1] if self.is_text else []

    @cached_property
    def plain(self) -> str:
        """The text in NFC, nothing invisible in it, NBSP as a space; lines stay where they are."""
        return clean(self.text)

    @cached_property
    def nodes(self) -> Tree:
        """The text as JSON or YAML nodes with their places. Raises `TypesetError` if it is not."""
        from typeset.profile.nodes import read_nodes  # parsing takes time that few sources need

        return read_nodes(self.text, self.name)

    @cached_property
    def tree(self) -> Tree:
        """The nodes of a mapping. Raises `TypesetError` for other data, and for no data."""
        from typeset.importers.trees import as_mapping

        return as_mapping(self.nodes, self.name)

    @cached_property
    def is_zip(self) -> bool:
        """Whether it is a zip archive, as a DOCX and an export are."""
        return not self.is_folder and self.data.startswith((_ZIP, _EMPTY_ZIP))

    @cached_property
    def members(self) -> Members:
        """The files inside a zip or folder, by name; none for any other file.

        Raises `TypesetError` for a damaged zip and one with too many files; reading
        a member raises it for one that is damaged, encrypted or too large.
        """
        if self.is_folder:
            return _Folder(self.path)
        return _Zip(self.data, self.name) if self.is_zip else Members(self.name, ())


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of bytes that lie in memory, and what was guessed: UTF-16 by its mark, or UTF-8.

    Raises `TypesetError` for bytes that are no text, or whose encoding cannot be told.
    """
    where = Span(name)
    if data.startswith(_UTF_16) and not is_plausible_utf16(data):
        raise TypesetError(Problem("binary-file", "this is a binary file", span=where))
    problems: list[Problem] = []
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise TypesetError(
                Problem("binary-file", "this is a binary file", span=where)
            ) from None
        text, problem = guess_text(data, where)
        problems.append(problem)
    if "\0" in text:
        raise TypesetError(Problem("binary-file", "this is a binary file", span=where))
    text, more = plain_lines(text, name)
    return text, problems + more


class Members(Mapping[str, bytes]):
    """Names → bytes, read when asked for and not kept."""

    def __init__(self, source: str, names: tuple[str, ...]) -> None:
        self.source = source
        self.names = names
        self._known = frozenset(names)
        self._left = MAX_TOTAL_BYTES
        if len(names) > MAX_MEMBERS:
            self._refuse("too-many-files", f"this holds more than {MAX_MEMBERS:,} files")

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._known:
            raise KeyError(name)
        limit = min(MAX_MEMBER_BYTES, self._left)
        data = self._read(name, limit)
        if len(data) > limit:
            self._refuse("file-too-large", f"{name} is too large to be read")
        self._left -= len(data)
        return data

    def place(self, name: str) -> str:
        """What messages call a member."""
        return f"{self.source}/{name}"

    def _read(self, name: str, limit: int) -> bytes:
        """The member's bytes, or `limit` + 1 of them."""
        raise KeyError(name)

    def _refuse(self, rule: str, message: str, hint: str = "") -> None:
        raise TypesetError(Problem(rule, message, span=Span(self.source), hint=hint))


_DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError,
    NotImplementedError, OverflowError, MemoryError, IndexError,
)  # fmt: skip
"""What `zipfile` raises for an archive that is none; `IndexError` for a file without a name."""


class _Zip(Members):
    def __init__(self, data: bytes, source: str) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            names = [info.filename for info in self._archive.infolist() if not info.is_dir()]
        except _DAMAGED:
            raise TypesetError(
                Problem("damaged-zip", "this zip archive is damaged", span=Span(source),
                        hint="download or copy it once more")
            ) from None  # fmt: skip
        super().__init__(source, tuple(dict.fromkeys(names)))

    def _read(self, name: str, limit: int) -> bytes:
        try:
            if self._archive.getinfo(name).flag_bits & 1:
                self._refuse(
                    "encrypted-zip", f"{name} is encrypted", "unpack it, with its password"
                )
            with self._archive.open(name) as file:
                return _bounded(file, limit)
        except (*_DAMAGED, RuntimeError):
            self._refuse("damaged-zip", f"{name} in this zip archive is damaged")
        return b""


class _Folder(Members):
    def __init__(self, path: Path) -> None:
        self._path = path
        note_folder(path)
        super().__init__(str(path), tuple(self._names()))

    def _names(self) -> Iterator[str]:
        """Files here and one folder down; hidden ones and links are not seen."""
        try:
            below = [*self._path.glob("*"), *self._path.glob("*/*")]
            for number, file in enumerate(sorted(below, key=lambda f: (len(f.parts), f.parts))):
                parts = file.relative_to(self._path).parts
                if number > MAX_MEMBERS:
                    self.source = str(self._path)
                    self._refuse("too-many-files", f"this holds more than {MAX_MEMBERS:,} files")
                if stat.S_ISREG(file.lstat().st_mode) and not any(p.startswith(".") for p in parts):
                    yield "/".join(parts)
        except OSError as error:
            raise UsageError(
                Problem(
                    "unreadable-file",
                    f"cannot be read: {error.strerror}",
                    span=Span(str(self._path)),
                )
            ) from None

    def _read(self, name: str, limit: int) -> bytes:
        try:
            with (self._path / name).open("rb") as file:
                return _bounded(file, limit)
        except OSError as error:
            self._refuse("unreadable-file", f"{name} cannot be read: {error.strerror}")
        return b""


def _bounded(file: IO[bytes], limit: int) -> bytes:
    return file.read(limit + 1)
