"""`python -m evidence_check` is the same as `evidence-check`."""

from __future__ import annotations

import sys

from evidence_check.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
