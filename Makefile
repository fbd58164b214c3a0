# Two commands for a fresh machine with Python 3.11, git and make:
#   make demo   localize the Tokyo article and build its pages
#   make test   check everything
# `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.PHONY: demo test lint format docs licences site words pictures bench bench-check lock clean help

demo: $(VENV)/.ready  ## Localize the Tokyo article into four languages and build its pages
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh demo.sh

test: lint  ## Run every check and test; parts whose system program is missing are skipped by name
	@$(BIN)/pytest -rs -n auto $(PYTEST_ARGS)

lint: $(VENV)/.ready-to-test  ## Style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo > $(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; exit 1; }

format: $(VENV)/.ready-to-test  ## Rewrite the code in the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(VENV)/.ready-to-test  ## Write the generated pages of the reference anew
	@for page in docs/*_pages.py docs/error_page.py; do $(BIN)/python $$page || exit 1; done

licences: $(VENV)/.ready-to-test  ## Look whether all that an installation brings along is on terms that were agreed to
	@$(BIN)/python docs/licence_pages.py

words: $(VENV)/.ready  ## Bring the program's own Norwegian catalog up to what the code says
	@$(BIN)/python docs/own_words.py

site: $(VENV)/.ready-for-docs  ## Build the documentation in site/; broken links stop it
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet
	@echo "Open $(CURDIR)/site/index.html"

bench: $(VENV)/.ready-to-test  ## Measure beside the peers, and write docs/benchmarks.md (ONLY=po,diff FULL=1 SEED=2)
	@$(BIN)/python benchmarks/bench.py $(if $(ONLY),--only $(ONLY)) $(if $(FULL),--full) $(if $(SEED),--seed $(SEED))

bench-check: $(VENV)/.ready-to-test  ## Fail where a ratio to a peer is more than a quarter worse than recorded (ONLY=po)
	@$(BIN)/python benchmarks/bench.py --check $(if $(ONLY),--only $(ONLY))

pictures: $(VENV)/.ready-to-test  ## Take the pictures of the README anew, in Chromium
	@$(BIN)/python docs/take_pictures.py

lock: $(VENV)/.ready-to-test  ## Pin the newest allowed versions of everything, with hashes
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --upgrade --custom-compile-command "make lock" pyproject.toml --extra build --extra argos --extra serve -o requirements/demo.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --upgrade --custom-compile-command "make lock" pyproject.toml --extra build --extra argos --extra serve --extra docs --extra test -o requirements/test.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --upgrade --custom-compile-command "make lock" pyproject.toml --extra build --extra argos --extra serve --extra docs \
	  --constraint requirements/test.txt -o requirements/docs.txt

clean:  ## Remove what was built, and the virtual environment
	rm -rf $(VENV) .peers dist site .l10n .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:  ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "l10n needs Python 3.11 or newer; name one: make demo PYTHON=/path/to/python3.11" >&2; exit 2; }
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements/demo.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what l10n needs (pinned in requirements/demo.txt; about 500 MB on the disk) …"
	@$(PIP) install --require-hashes -r requirements/demo.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q l10n cli.py  # once, now, and not at the first start
	@touch $@

$(VENV)/.ready-to-test: requirements/test.txt $(VENV)/.ready
	@echo "Installing what the tests need (pinned in requirements/test.txt) …"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.ready-for-docs: requirements/docs.txt $(VENV)/.ready
	@$(PIP) install --require-hashes -r requirements/docs.txt
	@touch $@
