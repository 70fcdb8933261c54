"""Files inside the PDF, with nothing of the clock or the machine in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any

from .source import Attachment

#: PDF/A-3 asks for a date; the same one for every file keeps bytes the same.
_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def attach(document: Any, attachments: Iterable[Attachment]) -> None:
    """Give a `weasyprint.Document` files to carry, each related to it as it says."""
    engine: Any = import_module("weasyprint")
    for item in attachments:
        made = engine.Attachment(
            string="",
            name=item.name,
            description=item.description,
            created=_DAY,
            modified=_DAY,
            relationship=item.relationship,
        )
        # The engine would ask the machine what kind of file it is.
        made.source = _source(item)
        document.metadata.attachments.append(made)


@contextmanager
def _source(item: Attachment) -> Iterator[tuple[BytesIO, None, None, str]]:
    """What WeasyPrint reads an attachment from: a file, its URL, base and type."""
    yield BytesIO(item.data), None, None, item.kind
