"""A job posting beside a profile: its terms, where the profile has them, a proposal.

`terms` reads a posting, `coverage` says where texts have its terms, `relevance` weighs
each highlight. Nothing here writes a claim: what a proposal says comes from the profile,
from its addresses, or from the posting.
"""

from typeset.tailor.posting.coverage import (
    Covered,
    Status,
    coverage,
    relevance,
    shown_texts,
    texts_of,
)
from typeset.tailor.posting.terms import LONGEST, Term, terms

__all__ = [
    "LONGEST",
    "Covered",
    "Status",
    "Term",
    "coverage",
    "relevance",
    "shown_texts",
    "terms",
    "texts_of",
]
