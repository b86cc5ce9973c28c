"""A folder of a server that speaks SFTP, by paramiko. A server whose key is not known yet is not trusted."""

from __future__ import annotations

import contextlib
import errno
import stat
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from evidence_check.shares.address import Address
from evidence_check.shares.credentials import credential_for
from evidence_check.shares.faults import UnknownHostError
from evidence_check.shares.needing import needed
from evidence_check.shares.protocol import Item

PORT = 22
WAIT = 30
AHEAD = 64


class SftpReach:
    """Reaches a folder over SSH, with the keys and known hosts of whoever runs the program, or a password."""

    def __init__(self, address: Address) -> None:
        paramiko = needed("paramiko", "sftp")
        who = credential_for(address)
        # What begins with ~/ lies in the home of the user, where a session begins.
        self._root = address.path[2:] if address.path.startswith("~/") else f"/{address.path}"
        client: Any = paramiko.SSHClient()
        client.load_system_host_keys()
        client.set_missing_host_key_policy(paramiko.RejectPolicy())
        login = {"username": who.user or None, "password": who.password or None}
        waits = {"timeout": WAIT, "banner_timeout": WAIT, "auth_timeout": WAIT}
        try:
            client.connect(address.host.strip("[]"), address.port or PORT, **login, **waits)
            self._sftp: Any = client.open_sftp()
        except paramiko.AuthenticationException as error:
            client.close()
            raise PermissionError(errno.EACCES, "login") from error
        except paramiko.SSHException as error:
            client.close()
            unknown = isinstance(error, paramiko.BadHostKeyException) or "known_hosts" in str(error)
            raise (UnknownHostError if unknown else ConnectionError)(errno.ECONNRESET, "SSH") from error
        except paramiko.ssh_exception.NoValidConnectionsError as error:
            client.close()
            raise ConnectionError(errno.ECONNREFUSED, "SSH") from error
        self._client = client
        self._broken = (paramiko.SSHException, EOFError)

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder."""
        with self._told():
            for state in self._sftp.listdir_iter(self._real(folder), read_aheads=4):
                yield _item(state.filename, state)

    def look(self, path: str) -> Item:
        """Return one file or folder as it is now."""
        with self._told():
            state = self._sftp.lstat(self._real(path)) if path else self._sftp.stat(self._real(path))
        return _item(path.rpartition("/")[2], state)

    def open(self, path: str) -> BinaryIO:
        """Open a file for reading."""
        return cast(BinaryIO, self._opened(path))

    def close(self) -> None:
        """Cut the connection."""
        self._client.close()

    @contextlib.contextmanager
    def _opened(self, path: str) -> Iterator[Any]:
        with self._told():
            stream = self._sftp.open(self._real(path), "rb")
            try:
                stream.prefetch(max_concurrent_requests=AHEAD)
                yield stream
            finally:
                stream._close(async_=True)  # nobody waits for an answer to a farewell

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell a cut connection from a file that cannot be read, which the library raises as the same error."""
        try:
            yield
        except self._broken as error:
            raise ConnectionError(errno.ECONNRESET, type(error).__name__) from error
        except OSError as error:
            transport = self._client.get_transport()
            if error.errno is None and not (transport and transport.is_active()):
                raise ConnectionError(errno.ECONNRESET, type(error).__name__) from error
            raise

    def _real(self, path: str) -> str:
        return f"{self._root.rstrip('/')}/{path}" if path else self._root or "."


def _item(name: str, state: Any) -> Item:
    mode = state.st_mode or 0
    folder, plain = stat.S_ISDIR(mode), stat.S_ISREG(mode)
    return Item(name, folder, state.st_size or 0, str(state.st_mtime), state.st_mtime, link=not (folder or plain))
