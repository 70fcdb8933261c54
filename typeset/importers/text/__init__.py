"""Markdown and plain text into a profile: blocks with lines, then ordered tables of small rules.

`markup` makes blocks of a text; `words` holds the languages' words and the grammar of dates.
`sections` finds the titles, `header` reads what stands above them. A section's blocks become
entries (`entries`, whose heads `heads` reads), items in a line or two (`items`) or `skills`;
`letters` are read by rules of their own. `reading` starts it all, `accounting` proves it.
"""
