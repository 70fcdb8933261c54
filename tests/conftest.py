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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of one source, or of one page, follow each other where processes share the tests.

    A process gets runs of them, so that mostly one alone reads the source, or prints the page.
    """
    if hasattr(config, "workerinput"):
        first: dict[str, int] = {}
        places = [first.setdefault(_about(item), at) for at, item in enumerate(items)]
        items[:] = [items[at] for at in sorted(range(len(items)), key=places.__getitem__)]


def _about(item: pytest.Item) -> str:
    """The theme, case, fixture or sample that a test is about, if it uses what is kept of them."""
    call, used = getattr(item, "callspec", None), vars(getattr(item, "module", None) or item)
    if not call or not used.keys() & {"imported", "printed"}:
        return item.nodeid
    values = [
        call.params[key] for key in ("theme", "case", "fixture", "name") if key in call.params
    ]
    return " ".join(str(getattr(value, "name", value)) for value in values) or item.nodeid


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
