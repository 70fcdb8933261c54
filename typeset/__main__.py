"""`python -m typeset` and the `typeset` command."""

from typeset.cli.app import main

if __name__ == "__main__":
    main()
