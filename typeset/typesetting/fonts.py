"""A font configuration that holds the fonts it was given and no other.

WeasyPrint's own reads the system's fontconfig. Here fontconfig starts empty
(`engine.hermetic`) and each font file is added by its path, as WeasyPrint adds those
of `@font-face`: nothing is scanned or cached, and no temporary folder is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from typeset.problems import EnvironmentProblem, Problem

from . import engine
from .features import UnsharedFeatures, give_lists_back
from .library import FontLibrary

#: CSS's generic families. All of them mean the first family offered.
GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "fangsong"}
    | {"system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"}
)


def font_configuration(families: Sequence[str], library: FontLibrary) -> Any:
    """A WeasyPrint FontConfiguration that offers `families`, of `library`, in that order.

    A character that the families of a style sheet lack is looked for in `families`,
    in order. Its attribute `declared` holds the names of `@font-face` rules, and
    `refused` those that would crash the engine (a generic name).
    """
    engine.load()
    with engine.hermetic():
        configuration = _configuration_class()()
    paths = dict.fromkeys(face.path for family in families for face in library.faces(family))
    if families:
        configuration.add_rules(_rules(families))
    for path in paths:
        configuration.add_file(path)
    configuration.publish()
    return configuration


def _rules(families: Sequence[str]) -> str:
    """Fontconfig rules: generic names mean the first family, all families follow at the end."""
    from html import escape

    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(families[0])}'
        "</string></edit></match>"
        for name in sorted(GENERIC)
    )
    names = "".join(f"<string>{escape(name)}</string>" for name in families)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f'<fontconfig>{aliases}<match target="pattern">'
        f'<edit name="family" mode="append_last" binding="strong">{names}</edit>'
        "</match></fontconfig>"
    )


def _configuration_class() -> Any:
    """The subclass, made late because its base is WeasyPrint's."""
    global _CLASS
    if _CLASS is None:
        _CLASS = _make_class()
    return _CLASS


_CLASS: Any = None


def _make_class() -> Any:
    from importlib import import_module

    base: Any = import_module("weasyprint.text.fonts")
    c: Any = import_module("weasyprint.text.ffi")
    give_lists_back()

    class Configuration(base.FontConfiguration):  # type: ignore[misc]
        """`_config` (fontconfig's FcConfig) and `font_map` (Pango's) are WeasyPrint's."""

        def __init__(self) -> None:
            super().__init__()
            self.font_features = UnsharedFeatures()
            self.declared: set[str] = set()
            self.refused: set[str] = set()

        def add_rules(self, xml: str) -> None:
            c.fontconfig.FcConfigParseAndLoadFromMemory(self._config, xml.encode(), True)

        def add_file(self, path: Path) -> None:
            if not c.fontconfig.FcConfigAppFontAddFile(self._config, str(path).encode()):
                problem = Problem("font-unreadable", f"the font {path} cannot be read")
                raise EnvironmentProblem(problem)

        def publish(self) -> None:
            font_map = c.ffi.cast("PangoFcFontMap *", self.font_map)
            c.pangoft2.pango_fc_font_map_config_changed(font_map)

        def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
            family = str(rule_descriptors["font_family"])
            if family.lower() in GENERIC:  # a crash of Pango otherwise
                self.refused.add(family)
                return
            self.declared.add(family)
            super().add_font_face(rule_descriptors, url_fetcher)

    return Configuration
