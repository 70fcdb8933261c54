"""Blocks → a letter: what stands before its salutation, its body, what stands behind.

`signs.is_letter` tells a letter from a résumé, and `letter.letter_profile` begins: `start_reader`
reads what stands before the salutation, `end` finds the closing, `after` reads what follows it.
"""
