"""Markdown, plain text and what is found in them → blocks with lines and spans."""
