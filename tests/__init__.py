"""What is proven of typeset. `cases/` holds golden files, the folders mirror the package."""
