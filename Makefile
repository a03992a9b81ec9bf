# `make brief` sets up everything and reads examples/; `make test` sets up everything and passes all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help brief test lint types check unit hunt soak score bench figures lock release fuzz clean

help:  ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(STAMP): requirements.lock pyproject.toml frontend/package-lock.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python scripts/build_static.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

brief: $(STAMP)  ## Read examples/ and write brief.html
	rm -f examples.db examples.db-wal examples.db-shm
	$(BIN)/legation read examples --ledger examples.db
	$(BIN)/legation brief RUS VEN --ledger examples.db --out brief.html

test: $(STAMP) lint types check unit  ## Lint, types, data checks, all tests

lint: $(STAMP)  ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)  ## mypy, strict
	$(BIN)/mypy

check: $(STAMP)  ## The data files; licences and hashes of what is installed
	$(BIN)/python scripts/check_data.py
	$(BIN)/python scripts/check_licences.py

# The browser's library keeps an event loop running in its process, in which other tests cannot start theirs.
unit: $(STAMP)  ## The tests, then those in a browser
	$(BIN)/python scripts/get_browser.py
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore=tests/desk
	$(BIN)/python -m pytest -n auto --dist worksteal tests/desk

hunt: $(STAMP)  ## The tests that draw their examples, with new draws
	HYPOTHESIS_PROFILE=hunt $(BIN)/python -m pytest -n auto -m hypothesis --maxfail=20 --ignore=tests/desk

soak: $(STAMP)  ## What takes hours: kills by the hundred; 100,000 dispatches on a cluster that loses a worker
	$(BIN)/python -m pytest -n auto -m soak
	$(BIN)/python benchmarks/archive_speed.py --soak

score: $(STAMP)  ## How well the five real dispatches and our own gold are read
	$(BIN)/python scripts/score.py five develop check real single

bench: $(STAMP)  ## Speed of reading and starting, into docs/benchmarks.md; benchmarks/page.py measures the rest
	$(BIN)/python benchmarks/page.py measure start-up reading profile

figures: $(STAMP)  ## Measure again what the README shows
	$(BIN)/python scripts/figures.py

lock: $(STAMP)  ## Resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev --group build pyproject.toml -o requirements.lock

release: $(STAMP)  ## Source archive, wheel, bill of materials and their SHA-256, in dist/
	$(BIN)/python scripts/release.py --out dist

SECONDS ?= 16
fuzz: $(STAMP)  ## Made-up bytes through intake and reading, SECONDS=16 in all
	$(BIN)/python scripts/fuzzing.py --seconds $(SECONDS)

clean:  ## Remove what was made
	rm -rf $(VENV) .fuzz dist brief.html brief.md examples.db* .mypy_cache .ruff_cache .pytest_cache
