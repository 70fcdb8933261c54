"""Source → profile: one module a format, one table that lists them.

`import_source` opens a file or folder (`source`) and judges it by its content (`formats`).
Structured data is mapped key by key (`mapping`; `own_keys` where an author chose them), and
what no field took is listed. A text,
which `import_text` takes as it is, is read into blocks
(`markdown`, `plain`), reads the blocks as a résumé, an about page or a letter by
small named rules, and proves that every word has a place (`accounting`). What
languages call things is data (`languages/`).
"""

from typeset.importers.formats import (
    FORMATS,
    UNMARKED,
    Format,
    import_source,
    import_text,
    sniff,
)
from typeset.importers.imported import Choice, Imported
from typeset.importers.source import Source

__all__ = [
    "FORMATS",
    "UNMARKED",
    "Choice",
    "Format",
    "Imported",
    "Source",
    "import_source",
    "import_text",
    "sniff",
]
