"""`python -m avstam`."""

from avstam.cli import main

if __name__ == "__main__":
    main()
