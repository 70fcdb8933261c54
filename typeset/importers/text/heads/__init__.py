"""The lines over an entry → what, for whom, where, when."""
