"""One content in each form that people give it is read as the same fields."""
