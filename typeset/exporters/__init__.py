"""Profile → other formats: one module a format, one table that lists them.

What a format has no key for is put where its readers would look, or is told as a problem;
nothing is left out silently.
"""

from typeset.exporters.exported import Exported
from typeset.exporters.formats import FORMATS, Format

__all__ = ["FORMATS", "Exported", "Format"]
