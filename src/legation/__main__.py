"""`python -m legation`: the same as the command `legation`."""

from legation.views.cli import main

if __name__ == "__main__":
    main()
