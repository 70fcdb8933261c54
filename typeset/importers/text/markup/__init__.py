"""Markdown, plain text and what is found in them → blocks with lines and spans.

`markdown.markdown_blocks` and `plain.plain_blocks` make the blocks, whose types are in `blocks`.
Most other modules put one habit of writers into the common form before that: `dialects` and
`reading` (one level up) say in which order.
"""
