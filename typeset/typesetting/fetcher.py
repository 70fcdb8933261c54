"""What a page may load: `data:` URLs, and files that the caller allows. Nothing else.

There is no network and no redirect, and a symbolic link counts as what it points to.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from typeset.problems import Problem

#: The largest file that a page may load, in bytes.
MAX_BYTES = 50_000_000


class Refused(ValueError):
    """The URL may not be loaded; the reason is its text."""


def allowed_file(url: str, allowed: Iterable[Path]) -> Path:
    """The file that the `file:` URL means, with every symbolic link followed.

    `allowed` are folders, with all that lies under them, and single files. Raises
    `Refused` for anything else, and for what is not a regular file.
    """
    from urllib.parse import urlsplit
    from urllib.request import url2pathname  # slow to import

    parts = urlsplit(url)
    if parts.scheme.lower() != "file":
        raise Refused(f"a page loads nothing over {parts.scheme or 'an unknown scheme'}:")
    if parts.netloc not in ("", "localhost"):
        raise Refused(f"the file is on another machine ({parts.netloc})")
    try:
        path = Path(url2pathname(parts.path)).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        raise Refused("there is no such file") from None
    if not any(path.is_relative_to(place.resolve()) for place in allowed):
        raise Refused("the file lies outside the folders of this document")
    if not path.is_file():
        raise Refused("it is not a regular file")
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"the file is larger than {MAX_BYTES // 1_000_000} MB")
    return path


def fetcher(allowed: Iterable[Path], refusals: list[Problem]) -> Any:
    """A WeasyPrint URLFetcher that loads only what is allowed.

    Each refusal is added to `refusals` as an error, once.
    """
    return _fetcher_class()(tuple(allowed), refusals)


def _refusal(url: str, reason: str) -> Problem:
    shown = url if len(url) <= 200 else f"{url[:200]}…"
    return Problem(
        "refused-url",
        f"{shown} is not loaded: {reason}",
        hint="put the file into the theme's folder, or name it as the photo",
    )


_CLASS: Any = None


def _fetcher_class() -> Any:
    """The subclass, made late because its base is WeasyPrint's."""
    global _CLASS
    if _CLASS is None:
        _CLASS = _make_class()
    return _CLASS


def _make_class() -> Any:
    urls: Any = import_module("weasyprint.urls")
    mimetypes = import_module("mimetypes")

    class Fetcher(urls.URLFetcher):  # type: ignore[misc]
        def __init__(self, allowed: tuple[Path, ...], refusals: list[Problem]) -> None:
            super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
            self.allowed, self.refusals = allowed, refusals

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url[:5].lower() == "data:":
                return super().fetch(url, headers)
            try:
                path = allowed_file(url, self.allowed)
                body = path.read_bytes()
            except (Refused, OSError) as error:
                problem = _refusal(url, str(error))
                if problem not in self.refusals:
                    self.refusals.append(problem)
                raise ValueError("refused") from None
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    return Fetcher
