"""Markdown and plain text into a profile: blocks with lines, then ordered tables of small rules."""
