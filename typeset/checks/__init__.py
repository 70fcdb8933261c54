"""The finished PDF, read back and held against its Document."""

from typeset.checks.pdf import CHECKS, check_pdf

__all__ = ["CHECKS", "check_pdf"]
