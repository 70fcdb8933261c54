"""Any PDF, judged: `verify_pdf`. The checks are the rows of `PDF_CHECKS`."""

from typeset.checks.verify.run import Report, verify_pdf
from typeset.checks.verify.table import PDF_CHECKS

__all__ = ["PDF_CHECKS", "Report", "verify_pdf"]
