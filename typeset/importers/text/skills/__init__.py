"""Sections of skills and of languages spoken.

`sections.read_skill_section` begins; `skills.read_skills` makes groups of each shape, of which
`paragraphs.RULES` lists those set in paragraphs. `spoken` reads languages and how well each is
known.
"""
