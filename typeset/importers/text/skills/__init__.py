"""Sections of skills and of languages spoken."""
