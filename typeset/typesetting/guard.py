"""No input gives a traceback: limits before the engine, and its failures as problems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from typeset.problems import Problem, TypesetError

from .source import MAX_CHARACTERS, MAX_DEPTH, MAX_WORD, Source

#: Looked for outside tags, because an attribute (a photo as a data: URL) may be long.
#: From Thai (U+0E00) on, scripts without spaces begin.
_LONG_WORD = re.compile(rf"[^\s<>\u0e00-\U0010ffff]{{{MAX_WORD + 1}}}")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)?[^<>]*?(/?)>")

#: Elements that have no end tag, or need none.
_OPEN_ENDED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
    | {"html", "head", "body", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "option"}
)


_TOO_DEEP = Problem(
    "too-deep",
    "the page's elements are nested too deeply for the engine",
    hint="nest lists, sections and boxes less deeply (below 100 levels)",
)


def refuse_too_large(source: Source) -> None:
    """Raise a `TypesetError` where `source` is beyond the limits of `typesetting.source`."""
    text = _TAG.sub(" ", source.html)
    size = len(text) + sum(len(sheet.text) for sheet in source.stylesheets)
    if size > MAX_CHARACTERS:
        message = f"the document has {size:,} characters; the most is {MAX_CHARACTERS:,}"
        raise TypesetError(Problem("too-large", message))
    if found := _LONG_WORD.search(text):
        start = found.group()[:40]
        message = f"a word of more than {MAX_WORD:,} characters, which begins {start!r}"
        raise TypesetError(Problem("too-long-word", message))
    if _depth(source.html) > MAX_DEPTH:
        raise TypesetError(_TOO_DEEP)


def _depth(html: str) -> int:
    """The deepest nesting of elements that need an end tag, as they are written."""
    deepest = depth = 0
    for end, name, closed in _TAG.findall(html):
        if name and not closed and name.lower() not in _OPEN_ENDED:
            depth = max(depth - 1, 0) if end else depth + 1
            deepest = max(deepest, depth)
    return deepest


@contextmanager
def engine_failures() -> Iterator[None]:
    """While it lasts, what the engine raises becomes a `TypesetError`."""
    try:
        yield
    except TypesetError:
        raise
    except RecursionError:
        raise TypesetError(_TOO_DEEP) from None
    except MemoryError:
        message = "the page needs more memory than there is"
        raise TypesetError(Problem("too-large", message)) from None
    except Exception as error:
        message = f"the engine failed: {type(error).__name__}: {error}"
        raise TypesetError(Problem("engine-failed", message)) from error
