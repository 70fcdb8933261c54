"""Document + theme folder → HTML."""

from typeset.theming.aside import stand_aside
from typeset.theming.options import parse_options, split_assignments
from typeset.theming.render import Html, render_html
from typeset.theming.theme import Theme, find_themes, load_theme

__all__ = [
    "Html",
    "Theme",
    "find_themes",
    "load_theme",
    "parse_options",
    "render_html",
    "split_assignments",
    "stand_aside",
]
