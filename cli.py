"""`python cli.py` is `l10n`, for a checkout that is not installed."""

from l10n.commands import main

if __name__ == "__main__":
    main()
