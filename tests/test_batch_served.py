"""A regency on real servers: the same results as from this machine, and a server that stops while it is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, Ran, checklist_in, run
from regency import regency, timeless
from servers import SERVERS, Server

OFFICES = 3


def asked(folder: Path, name: str, *more: object) -> list[str]:
    """Return the options of a batch whose reports and store have a name."""
    options = ("--output", folder / name, "--ledger", folder / f"{name}.sqlite3", "--checklist", checklist_in(folder),
               "--year", 2026, "--no-ocr", "--jobs", 1, "--format", "json", "--no-cache", *more)  # fmt: skip
    return [*map(str, options)]


def batch(root: object, folder: Path, name: str, server: Server | None = None) -> Ran:
    return run("batch", root, *asked(folder, name), **(server.environment if server else {}))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return regency(tmp_path, OFFICES)


def results(folder: Path) -> dict[str, str]:
    """Return the results of every office and the overview, without moments."""
    return {name: text for name, text in timeless(folder).items() if not name.endswith(".html")}


@pytest.mark.parametrize("kind", ["smb", "sftp", "s3"])
def test_the_same_results_as_from_this_machine(kind: str, root: Path, tmp_path: Path) -> None:
    local = batch(root, tmp_path, "sini")
    with SERVERS[kind](root, tmp_path / "server") as server:
        far = batch(server.address, tmp_path, "sana", server)
        again = batch(server.address, tmp_path, "sana", server)
    assert (far.code, far.err) == (local.code, local.err) == (1, "")
    lines = [line for line in local.out.splitlines() if line.startswith("[")]
    assert [line for line in far.out.splitlines() if line.startswith("[")] == lines and len(lines) == OFFICES
    assert results(tmp_path / "sana") == results(tmp_path / "sini")
    assert again.out.count("(tidak berubah)") == OFFICES


def test_a_server_that_stops_in_mid_run_is_survived_and_said(root: Path, tmp_path: Path) -> None:
    with SERVERS["smb"](root, tmp_path / "server") as server:
        command = [sys.executable, "-m", "evidence_check", "batch", server.address, *asked(tmp_path, "sana")]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **server.environment, "EVIDENCE_CHECK_SHARE_SECONDS": "2"}
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = [process.stdout.readline()]
        server.stop()
        rest, err = process.communicate(timeout=240)
    said += [line for line in rest.splitlines() if line.startswith("[")]
    assert process.returncode == 4 and "Traceback" not in err, err
    assert [line.partition("]")[0] for line in said] == [f"[{n}/{OFFICES}" for n in range(1, OFFICES + 1)]
    assert "dinas 0: 100% siap" in said[0] and "127.0.0.1" in said[-1]
    recap = (tmp_path / "sana" / "rekap.html").read_text("utf-8")
    assert "EC513" in recap and "dinas 2" in recap
    # Once the server is there again, what was lost is made up for.
    with SERVERS["smb"](root, tmp_path / "server 2") as server:
        assert batch(server.address, tmp_path, "sana", server).code == 1
    assert batch(root, tmp_path, "sini").code == 1
    assert results(tmp_path / "sana") == results(tmp_path / "sini")
