"""Pages asked → pages met: spacing first, then size, then what may be left out.

Spans tailor, theming and typesetting: a document is laid out again with other values of
the theme's `density` and `scale`, or without some highlights, until it fits. Only the last
layout is written, and what it took is said.
"""

from .account import Account
from .fit import SHORT_LAST_PAGE, Fitted, fit

__all__ = ["SHORT_LAST_PAGE", "Account", "Fitted", "fit"]
