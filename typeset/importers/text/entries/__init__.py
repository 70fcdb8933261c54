"""The blocks of a section → entries with heads and texts: a rule a shape."""
