"""Blocks → a letter: what stands before its salutation, its body, what stands behind."""
