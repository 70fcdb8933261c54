"""Sections of items in a line or two: certificates, awards, publications, referees."""
