"""What OpenResume's open parser recovers from our PDFs: `python -m tests.conformance.openresume`."""
