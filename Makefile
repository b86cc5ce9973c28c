# make demo: all set-up, then the main job on the samples. make test: all set-up, then every gate.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
APT := apt-get install -y --no-install-recommends
CHROMIUM := $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))

export OMP_THREAD_LIMIT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint types contracts tests samples pictures performance accuracy system system-test clean

demo: $(VENV)/installed
	$(BIN)/evidence-check demo

test: lint types contracts tests

lint: $(VENV)/installed-test
	$(BIN)/ruff check .

types: $(VENV)/installed-test
	$(BIN)/mypy --strict

contracts: $(VENV)/installed-test
	$(BIN)/lint-imports

tests: $(VENV)/installed-test
	$(BIN)/pytest -q -n auto

samples: $(VENV)/installed-test
	$(BIN)/python samples/make.py

pictures: $(VENV)/installed-test
	@test -n "$(CHROMIUM)" || { echo "Chromium is needed: sudo $(APT) chromium"; exit 1; }
	$(BIN)/python docs/pictures.py

performance: $(VENV)/installed-test
	$(BIN)/python benchmarks/performance.py

accuracy: $(VENV)/installed-test
	$(BIN)/python benchmarks/accuracy.py --write docs/accuracy.md

# A stamp per set-up: the second run finds it newer than setup.cfg and does nothing.
$(VENV)/installed: setup.cfg pyproject.toml | $(BIN)/pip
	$(BIN)/pip install -q -e .
	@touch $@

$(VENV)/installed-test: setup.cfg pyproject.toml | system-test $(BIN)/pip
	$(BIN)/pip install -q -e '.[test]'
	@touch $(VENV)/installed $@

$(BIN)/pip: | system
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: sudo $(APT) python3 python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# System packages are installed when root on Debian or Ubuntu, named otherwise; a missing one is never fatal here.
define ensure
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing:$$missing"; \
			{ apt-get update -q && DEBIAN_FRONTEND=noninteractive $(APT) -q $$missing; } >/dev/null \
				|| echo "Could not install:$$missing. By hand: sudo $(APT)$$missing"; \
		else \
			echo "Not installed:$$missing. To install: sudo $(APT)$$missing"; \
		fi; \
	fi
endef

system:
	@missing=; \
	ls /usr/share/tesseract-ocr/*/tessdata/ind.traineddata /usr/share/tessdata/ind.traineddata \
		"$$TESSDATA_PREFIX"/ind.traineddata 2>/dev/null | grep -q . || missing="$$missing tesseract-ocr tesseract-ocr-ind"; \
	test -z "$(PYTHON)" || $(PYTHON) -c 'import ensurepip' 2>/dev/null || missing="$$missing $(notdir $(PYTHON))-venv"; \
	$(ensure)

system-test: | system
	@missing=; test -n "$(CHROMIUM)" || missing=" chromium"; \
	command -v soffice >/dev/null || missing="$$missing libreoffice-calc-nogui libreoffice-writer-nogui"; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; \
	PATH="$$PATH:/usr/sbin"; command -v smbd >/dev/null || missing="$$missing samba"; \
	command -v sshd >/dev/null || missing="$$missing openssh-server"; \
	$(ensure)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find evidence_check tests samples benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
