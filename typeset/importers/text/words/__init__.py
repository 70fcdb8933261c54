"""The languages' words, as data, and the grammar of dates over them.

`languages/` has a file for each language: adding one touches no Python. `vocabulary` reads them;
`dates.find_date` finds a date or period in any of them.
"""
