"""What OpenResume's open parser recovers: `python -m tests.conformance.openresume`."""
