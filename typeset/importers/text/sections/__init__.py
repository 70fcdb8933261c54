"""Blocks → sections: which lines are titles, and which kind each has."""
