"""What the tests share: the option that rewrites goldens, and one press for all pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import golden
from typeset.typesetting import Press


def pytest_addoption(parser: pytest.Parser) -> None:
    golden.add_option(parser)


def pytest_configure(config: pytest.Config) -> None:
    golden.refuse_careless_update(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    golden.list_rewritten(terminalreporter)


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> golden.Goldens:
    """Compares with golden files, or rewrites them with `--update-goldens`."""
    node: pytest.Item = request.node

    def rewritten(path: Path) -> None:
        node.user_properties.append((golden.REWRITTEN, str(path)))

    return golden.Goldens(bool(request.config.getoption("--update-goldens")), rewritten)


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    """Fonts and style sheets, parsed once for all pages of a worker."""
    with Press() as shared:
        yield shared
