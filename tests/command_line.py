"""Runs the program as a person does: in a process of its own, from another folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def heeds_ctrl_c() -> None:
    """Let a new process heed Ctrl-C, also when the tests run in the background of a shell, which turns it off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*args: object, cwd: Path | None = None, user: int | None = None, **environment: str) -> Ran:
    """Run `evidence-check` with some arguments and return what it said; a traceback is never allowed."""
    own = {key for key in os.environ if key.startswith("EVIDENCE_CHECK_")} - {"EVIDENCE_CHECK_CACHE"}
    kept = {key: value for key, value in os.environ.items() if key not in own}
    done = subprocess.run(
        [sys.executable, "-m", "evidence_check", *map(str, args)],
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        cwd=cwd,
        user=user,
        capture_output=True,
        timeout=300,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    if "EVIDENCE_CHECK_DEBUG" not in environment:
        assert "Traceback" not in ran.out + ran.err
    return ran


def checklist_in(folder: Path, kind: str = "maklumat") -> Path:
    """Write a checklist with one requirement and return its path."""
    path = folder / "satu.yaml"
    path.write_text(
        f"""format: 1
id: satu
name: Daftar satu butir
years: [2026]
dimensions:
  - {{id: "01", name: Input}}
indicators:
  - id: IN-01
    dimension: "01"
    name: Butir
    requirements:
      - {{id: IN-01.1, name: Satu butir, method: document, any_of: [{kind}], period: any, basis: inferred}}
""",
        "utf-8",
    )
    return path
