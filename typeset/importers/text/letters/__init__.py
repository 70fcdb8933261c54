"""Blocks → a letter: what stands before its salutation, its body, what stands behind.

`letter.letter_profile` begins; `start` reads what stands before, `after` and `end` what stands
behind. What tells a letter from a résumé is in `signs`.
"""
