"""``python -m provtrack``: the command line."""

from provtrack.cli.app import main

if __name__ == "__main__":
    main()
