# Everything a developer or a curious officer does here. `make help` lists it.
PY := .venv/bin/python
KEHOACH := $(PY) -m kehoach
SAMPLE_PERIOD := 2023-Q4
.DEFAULT_GOAL := help
.PHONY: help env env-dev build test check render fuzz scale sample expect bench pictures windows lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

env: .venv/.ready
.venv/.ready: requirements.lock pyproject.toml
	@sh scripts/set-up.sh requirements.lock
	@touch $@

env-dev: .venv/.ready-dev
.venv/.ready-dev: requirements-dev.lock pyproject.toml
	@sh scripts/set-up.sh requirements-dev.lock
	@touch .venv/.ready $@

build: env ## set up, and write the sample commune's report to output/2023-Q4/
	@$(KEHOACH) build -p $(SAMPLE_PERIOD) || [ $$? -eq 1 ]

test: env-dev ## set up, and run the tests (under two minutes)
	@$(PY) -m pytest -n 2 --dist loadgroup -m "not render and not fuzz and not scale"
	@echo "Left out: what needs LibreOffice, poppler and Chromium (make render), long runs (make fuzz, make scale)."

check: env-dev ## style and types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

render: env-dev ## tests that need LibreOffice, poppler and Chromium
	@$(PY) -m pytest -n 2 --dist loadgroup -m render

fuzz: env-dev ## every property held against twenty times as many examples
	@KEHOACH_EXAMPLES=20 $(PY) -m pytest -n 2 --dist loadgroup -m "fuzz or (hypothesis and not render)"

scale: env-dev ## many workbooks
	@$(PY) -m pytest -m scale

sample: env-dev ## make the sample commune's workbooks from samples/
	@$(PY) -m samples.make

expect: env-dev ## write the expected texts in tests/expected/ anew; read the diff
	@$(PY) -m pytest -n 2 --dist loadgroup -m "not render and not fuzz and not scale" --expect tests/test_story.py tests/samples/test_van_thuong.py tests/faults/test_census.py

bench: env-dev ## what things cost here, as ratios
	@$(PY) -m benchmarks

pictures: env-dev ## draw the pictures of the docs, and the sheet for village heads, anew
	@sh scripts/pictures.sh

windows: env-dev ## pack the portable folder for Windows into dist/ (needs uv; PYTHON_ZIP, PYTHON_SUM add the interpreter)
	@PYTHON_ZIP="$(PYTHON_ZIP)" PYTHON_SUM="$(PYTHON_SUM)" $(PY) -m scripts.windows

lock: ## renew the locks of dependencies (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements.lock --group build
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements-dev.lock --group build --group dev

clean: ## remove what was installed and cached; never a workbook or a report
	@rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find kehoach tests samples -name __pycache__ -type d -prune -exec rm -rf {} +
