# Everything there is to run. `make` alone prints the list.

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
RAW := data/raw
GRAPH := data/graph

export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(BIN)/python -m pip install --quiet
# The build backend is in the locks, so building needs no isolation, and nothing without a hash is fetched.
INSTALL_KGRAPH := $(INSTALL) --no-deps --no-build-isolation --editable .
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --only-binary :all: --generate-hashes --no-annotate --upgrade --extra pandas pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help graph test check format quality readme bench lock

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

graph: $(VENV)/.run ## Build the graph of the articles in data/raw; at the end it says where its page is
	$(BIN)/kgraph build $(RAW) --out $(GRAPH)
	@echo "Open $(GRAPH)/graph.html in a browser."

test: $(VENV)/.dev $(VENV)/.browser ## Run all tests, notebook and browser included
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## Everything that must hold: format, lint, types, layers, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	@$(MAKE) --no-print-directory test

format: $(VENV)/.dev ## Format the code and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(VENV)/.dev ## Measure the graph of data/raw against the annotated articles in tests/gold
	$(BIN)/python -m tests.quality

readme: $(VENV)/.dev ## Write into the READMEs what the commands they show print now
	$(BIN)/python -m tests.readme

bench: $(VENV)/.dev ## Measure parsing against stock GiNZA, and a large graph against networkx and ladybug
	$(BIN)/python benchmarks/parsing.py
	$(BIN)/python benchmarks/graph.py

lock: ## Choose the newest versions that fit, and write the two locks (needs uv)
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock

# The stamps: what is installed is not installed again until what it was made from changes.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
		echo "kgraph needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.13 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.lock pyproject.toml
	$(INSTALL) --require-hashes --no-deps --requirement requirements.lock
	$(INSTALL_KGRAPH)
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(INSTALL) --require-hashes --no-deps --requirement requirements-dev.lock
	@touch $@

$(VENV)/.browser: $(VENV)/.made
	@sh .ci/browser
	@touch $@
