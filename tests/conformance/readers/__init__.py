"""What six programs that are not ours read in our PDFs: `python -m tests.conformance.readers`."""
