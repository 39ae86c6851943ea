# make run: the sample story, from nothing to its brief · make test: everything CI checks
VENV ?= .venv
BIN := $(VENV)/bin
# the newest Python at hand that Musnad supports and that starts (a shim may not); override with make PYTHON=…
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
STORE ?= story.duckdb

.PHONY: run test check clean
.DEFAULT_GOAL := run

run: $(VENV)/.installed
	@$(BIN)/musnad read src/musnad/samples --store $(STORE)
	@$(BIN)/musnad brief --store $(STORE) --output brief.html
	@$(BIN)/musnad brief --store $(STORE) --output brief.md
	@echo "The brief: $(CURDIR)/brief.html (and brief.md). It begins:"
	@echo
	@head -n 24 brief.md

test: $(VENV)/.installed-dev
	@$(MAKE) --no-print-directory check

# without installing anything, for a venv that is ready
check:
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 2 --dist loadfile

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python found; install Python 3.11 or newer (Debian: apt install python3 python3-venv)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@tools/make_venv.sh "$(PYTHON)" "$(VENV)"

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist brief.html brief.md .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
