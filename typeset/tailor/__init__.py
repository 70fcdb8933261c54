"""Profile + application → what stays, in which order and words, each choice with its reason."""

from typeset.tailor.application import Application
from typeset.tailor.reading import Placed, is_application, read_application
from typeset.tailor.selection import LeftOut
from typeset.tailor.tailored import Tailored, tailor, tailor_letter
from typeset.tailor.translation import LANGUAGE_TAG, is_whole, translate
from typeset.tailor.wording import Reworded, read_wordings

__all__ = [
    "LANGUAGE_TAG",
    "Application",
    "LeftOut",
    "Placed",
    "Reworded",
    "Tailored",
    "is_application",
    "is_whole",
    "read_application",
    "read_wordings",
    "tailor",
    "tailor_letter",
    "translate",
]
