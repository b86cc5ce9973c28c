"""Real servers on this machine, each over one folder: Samba, SSH, S3 and WebDAV. They end with the block."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "kata-sandi-uji"
USER = "tamu-uji"
WAIT = 30


@dataclass
class Server:
    """A server that runs: the address of its folder, the environment to reach it, and its process."""

    address: str
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    put: Callable[[Path], None] = lambda _: None

    def stop(self) -> None:
        """End it at once, with all it started."""
        for process in (*_below(self.process.pid), self.process.pid):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(WAIT)

    def freeze(self) -> None:
        """Let it stand still: it is there and answers no more."""
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        os.killpg(self.process.pid, signal.SIGCONT)


def _below(process: int) -> list[int]:
    """Return the processes a server started, which may have left its group as those of sshd do."""
    found = []
    for path in Path("/proc").glob(f"{process}/task/*/children"):
        for child in path.read_text("ascii").split():
            found += [*_below(int(child)), int(child)]
    return found


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        port: int = link.getsockname()[1]
    return port


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    if not found:
        pytest.skip(f"{name} is not installed (make system-test installs it)")
    return found


def _started(command: list[str], port: int, log: Path, **environment: str) -> subprocess.Popen[bytes]:
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, start_new_session=True,
            env={**os.environ, **environment},
        )  # fmt: skip
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return process
    process.kill()
    raise RuntimeError(log.read_text("utf-8", "replace")[-2000:])


@contextmanager
def _running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def samba(root: Path, work: Path) -> Iterator[Server]:
    """Share a folder by Samba, as the only user of a server of its own."""
    program, passwords = _program("smbd"), _program("smbpasswd")
    port = free_port()
    work.mkdir(parents=True, exist_ok=True)
    folders = {name: work / name for name in ("private", "state", "lock", "cache", "pid", "ncalrpc")}
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    settings = {
        "server role": "standalone", "smb ports": port, "interfaces": "lo", "bind interfaces only": "yes",
        "private dir": folders["private"], "state directory": folders["state"], "lock directory": folders["lock"],
        "cache directory": folders["cache"], "pid directory": folders["pid"], "ncalrpc dir": folders["ncalrpc"],
        "passdb backend": f"tdbsam:{folders['private']}/passdb.tdb", "log file": work / "log", "load printers": "no",
        "disable spoolss": "yes", "printcap name": "/dev/null", "server min protocol": "SMB2_10",
    }  # fmt: skip
    share = {"path": root, "read only": "no", "mangled names": "no"}
    told = "[global]\n" + "".join(f"{key} = {value}\n" for key, value in settings.items())
    told += "[bukti]\n" + "".join(f"{key} = {value}\n" for key, value in share.items())
    (work / "smb.conf").write_text(told, "utf-8")
    user = getpass.getuser()
    answer = f"{PASSWORD}\n{PASSWORD}\n".encode()
    subprocess.run(
        [passwords, "-c", work / "smb.conf", "-a", "-s", user], input=answer, check=True, capture_output=True
    )
    process = _started([program, "-F", "--no-process-group", "-s", str(work / "smb.conf")], port, work / "out")
    how = {"EVIDENCE_CHECK_SMB_USER": user, "EVIDENCE_CHECK_SMB_PASSWORD": PASSWORD}
    with _running(Server(f"smb://127.0.0.1:{port}/bukti", how, process)) as server:
        yield server


@contextmanager
def sftp(root: Path, work: Path) -> Iterator[Server]:
    """Serve a folder by sshd, to the user that runs the tests, who has a key and knows the server's."""
    program, maker = _program("sshd"), _program("ssh-keygen")
    port = free_port()
    (work / "home" / ".ssh").mkdir(parents=True, exist_ok=True)
    for name in ("host", "home/.ssh/id_ed25519"):
        subprocess.run([maker, "-q", "-t", "ed25519", "-N", "", "-f", work / name], check=True)
    shutil.copy(work / "home/.ssh/id_ed25519.pub", work / "authorized")
    known = (work / "host.pub").read_text("utf-8").split()[:2]
    (work / "home/.ssh/known_hosts").write_text(f"[127.0.0.1]:{port} {' '.join(known)}\n", "utf-8")
    settings = {
        "Port": port, "ListenAddress": "127.0.0.1", "HostKey": work / "host", "PidFile": work / "pid",
        "AuthorizedKeysFile": work / "authorized", "StrictModes": "no", "UsePAM": "no", "PasswordAuthentication": "no",
        "PermitRootLogin": "yes", "Subsystem": "sftp internal-sftp", "MaxStartups": 100,
    }  # fmt: skip
    (work / "sshd.conf").write_text("".join(f"{key} {value}\n" for key, value in settings.items()), "utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where Debian's sshd wants to be locked in
    process = _started([program, "-D", "-e", "-f", str(work / "sshd.conf")], port, work / "out")
    how = {"HOME": str(work / "home"), "EVIDENCE_CHECK_SFTP_USER": getpass.getuser()}
    with _running(Server(f"sftp://127.0.0.1:{port}{root}", how, process)) as server:
        yield server


@contextmanager
def webdav(root: Path, work: Path) -> Iterator[Server]:
    """Serve a folder by WsgiDAV, behind a password."""
    import json

    port = free_port()
    work.mkdir(parents=True, exist_ok=True)
    settings = {
        "host": "127.0.0.1", "port": port, "provider_mapping": {"/awan": {"root": str(root), "readonly": False}},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}}, "dir_browser": {"enable": False},
        "verbose": 1, "lock_storage": True, "property_manager": None,
    }  # fmt: skip
    (work / "wsgidav.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "wsgidav.server.server_cli", "--config", str(work / "wsgidav.json")]
    process = _started(command, port, work / "out")
    how = {"EVIDENCE_CHECK_WEBDAV_USER": USER, "EVIDENCE_CHECK_WEBDAV_PASSWORD": PASSWORD}
    with _running(Server(f"webdav://127.0.0.1:{port}/awan", how, process)) as server:
        yield server


@contextmanager
def s3(root: Path, work: Path) -> Iterator[Server]:
    """Serve what a folder holds from a bucket of moto, into which it is put first."""
    import boto3

    port = free_port()
    work.mkdir(parents=True, exist_ok=True)
    process = _started([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port, work / "out")
    how = {
        "AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "uji", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }  # fmt: skip
    client = boto3.client("s3", aws_access_key_id="uji", aws_secret_access_key="uji",
                          endpoint_url=how["AWS_ENDPOINT_URL"], region_name="us-east-1")  # fmt: skip
    client.create_bucket(Bucket="bukti")

    def put(path: Path) -> None:
        client.upload_file(str(path), "bukti", path.relative_to(root).as_posix())

    with _running(Server("s3://bukti", how, process, put)) as server:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                put(path)
        yield server


SERVERS = {"smb": samba, "sftp": sftp, "s3": s3, "webdav": webdav}
