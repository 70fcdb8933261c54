"""The blocks of a section → entries with heads and texts: a rule a shape.

`sections.read_entries` reads a section (`projects` its own). `entries.RULES` lists the rules that
find where each entry begins, one a shape of container; a new shape is a module with a rule and its
row there. `heads` then reads each entry's head, and `bodies` what stands under it.
"""
