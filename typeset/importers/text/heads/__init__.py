"""The lines over an entry → what, for whom, where, when.

`heads.read_head` begins: it takes the date out (`parts`), then asks what the form says (`forms`,
`joints`, `cuts`), then what the words do (`sides`, `sides_below`, `words`). `neighbours` and
`votes` read the heads of one section alike.
"""
