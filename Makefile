# `make demo` and `make test` set everything up by themselves; `make help` lists the rest.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
export PYTHON
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench lock docs samples scratch clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	scripts/system-packages run
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

setup: $(READY) ## system packages and .venv from the lock file
	scripts/system-packages run

demo: setup ## read samples/, print what does not agree, leave a warehouse and a report page
	$(BIN)/avstam run samples/ --prefect --store .avstam/demo/store --warehouse .avstam/demo/warehouse.duckdb --report .avstam/demo/report.html

test: setup ## all tests
	scripts/system-packages test
	$(BIN)/python -m pytest

lint: setup ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## accuracy on the samples; speed beside peers
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/reading.py samples
	$(BIN)/python benchmarks/reconcile.py --bodies 24 --share 0.6 --seed 3

lock: ## make requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header --quiet --output-file requirements.lock

docs: setup ## make the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

samples: setup ## make the sample PDFs anew
	$(BIN)/python samples/make.py

scratch: ## install from the lock file into an empty environment and start the program
	scripts/from-scratch

clean: ## remove .venv, caches and results
	rm -rf $(VENV) .avstam .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
