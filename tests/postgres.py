"""A PostgreSQL server of a test's own: made in a folder, on a socket in it, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HOME = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
needs_postgres = pytest.mark.skipif(
    HOME is None or not shutil.which("runuser") or os.name == "nt" or os.geteuid() != 0,
    reason="needs PostgreSQL (apt-get install postgresql) and to be root, who may start it as another user",
)
USER = "postgres"


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server and give the address of a new database; the folder must be one its user can reach."""
    assert HOME is not None
    folder.mkdir(mode=0o700)
    shutil.chown(folder, USER)
    data = folder / "data"
    _run(HOME / "initdb", "-D", data, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
    _run(HOME / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        _run(HOME / "createdb", "-h", folder, "hasil")
        yield f"postgresql://{USER}@/hasil?host={folder}"
    finally:
        _run(HOME / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def stop(folder: Path) -> None:
    """Stop the server of a folder at once."""
    assert HOME is not None
    _run(HOME / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")


def _run(*command: object) -> None:
    words = ["runuser", "-u", USER, "--", *map(str, command)]
    done = subprocess.run(words, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
