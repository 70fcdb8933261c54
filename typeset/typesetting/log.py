"""What the engine says while it works, as problems: its warnings are our errors."""

from __future__ import annotations

import logging
import re
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from typeset.problems import Problem

from .coverage import missing_glyph
from .system import subset_problem

_LOGGERS = ("weasyprint", "fontTools", "PIL")


@contextmanager
def collected(problems: list[Problem], allowed: Sequence[str] = ()) -> Iterator[None]:
    """While it lasts, what WeasyPrint, fontTools and Pillow warn of is added to `problems`.

    A message that contains one of `allowed` is left out, and no problem is added twice.
    Only this thread's messages count.
    """
    handler = _Collector(problems, allowed)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        with warnings.catch_warnings(record=True) as raised:
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", ResourceWarning)
            yield
        for warning in raised:
            handler.add(Problem("engine-warning", str(warning.message)))
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


class _Collector(logging.Handler):
    def __init__(self, problems: list[Problem], allowed: Sequence[str]) -> None:
        super().__init__(logging.WARNING)
        self.problems, self.allowed = problems, allowed
        self.thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread:
            self.add(_problem(record))

    def add(self, problem: Problem) -> None:
        if problem.message.endswith("ValueError: refused"):
            return  # the fetcher's own refusal says it better
        if problem in self.problems or any(text in problem.message for text in self.allowed):
            return
        self.problems.append(problem)


def _problem(record: logging.LogRecord) -> Problem:
    message = record.getMessage()
    if message.startswith(".notdef glyph") and isinstance(record.args, tuple):
        return missing_glyph(str(record.args[0]))
    if "HarfBuzz-Subset" in message:
        return subset_problem()
    if message.startswith("Failed to load image at 'data:"):
        return Problem("photo", "the image is damaged", hint="save it anew, as JPEG or PNG")
    # An image stands in the page as its data, which no one wants to read.
    message = re.sub(r"data:[^'\"\s,]*,[^'\"\s]{40,}", "data:…", message)
    return Problem("engine-warning", message)
