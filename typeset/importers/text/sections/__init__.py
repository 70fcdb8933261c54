"""Blocks → sections: which lines are titles, and which kind each has.

`outline.outline` cuts a document at its titles, `titles.kind_of` tells the kind of each by its
words, and `content_kinds.RULES` by what stands below it. `sections.READERS` says who reads a
section of each kind; a new kind is a row there.
"""
