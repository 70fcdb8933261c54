"""Small words within a person's name, whatever its language: "Ida van der Meer"."""

PARTICLES = frozenset(
    ["van", "von", "de", "der", "den", "da", "do", "di", "du", "del", "la", "le", "al",
     "el", "ben", "bin", "ter", "ten", "y", "e", "zu", "dela", "dos", "das", "af"]
)  # fmt: skip
