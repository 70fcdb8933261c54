"""Font features that are given back: without this, every layout of a text leaks some.

WeasyPrint 70 makes a list of font features for each text and never frees it, because its
texts share the features (`FontConfiguration.font_features`), which such a list frees with
itself. A page leaks 20 KB so, and a process that makes thousands grows without end. Here
each list has features of its own, and belongs to its layout alone: Pango then frees all
three together.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class UnsharedFeatures(dict[bytes, Any]):
    """For `FontConfiguration.font_features`: it keeps nothing."""

    def setdefault(self, key: bytes, default: Any = None) -> Any:
        """The features just made, which their list owns."""
        return default


def give_lists_back() -> None:
    """Let a layout hold the only reference to the list that its set-up makes.

    For configurations whose features are unshared; once, before the first layout.
    """
    breaking: Any = import_module("weasyprint.text.line_break")
    c: Any = import_module("weasyprint.text.ffi")
    set_up = breaking.Layout.setup

    def setup(self: Any, style: Any) -> None:
        set_up(self, style)
        features = c.pango.pango_layout_get_attributes(self.layout)
        if features != c.ffi.NULL:
            c.pango.pango_attr_list_unref(features)

    breaking.Layout.setup = setup
