"""`python cli.py` is `l10n`, for a checkout that is not installed."""

import sys

try:
    from l10n.commands import main
except ModuleNotFoundError as error:
    if (error.name or "").startswith("l10n"):
        raise
    sys.stderr.write(
        f"l10n: The Python package {error.name} is missing.\n"
        "  Run `make demo`, which installs all that l10n needs in .venv; then: .venv/bin/python cli.py\n"
    )
    sys.exit(4)

if __name__ == "__main__":
    main()
