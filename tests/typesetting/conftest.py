from __future__ import annotations

from collections.abc import Iterator

import pytest

from typeset.typesetting import Press


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with Press() as shared:
        yield shared
