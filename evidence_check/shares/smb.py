"""A share of Windows or Samba, by smbprotocol: one question for a folder, not one for each file in it."""

from __future__ import annotations

import contextlib
import errno
import stat
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from evidence_check.shares.address import Address
from evidence_check.shares.credentials import credential_for
from evidence_check.shares.faults import InUseError
from evidence_check.shares.needing import needed
from evidence_check.shares.protocol import Item

PORT = 445
PIECE = 1 << 20
CONNECT = 30
FOLDER, REPARSE, AWAY = 0x10, 0x400, 0x1000
"""Attributes: a folder, a link, a file whose bytes are kept elsewhere."""


class SmbReach:
    """Reaches a folder of a share; each has a connection of its own, so that one that hangs takes no other along."""

    def __init__(self, address: Address) -> None:
        self._client = needed("smbclient", "smb")
        self._errors = needed("smbprotocol.exceptions", "smb")
        who = credential_for(address)
        host = address.host.strip("[]")
        self._root = "\\\\" + host + "\\" + address.path.replace("/", "\\")
        self._connections: dict[str, Any] = {}
        self._how = {"port": address.port or PORT, "connection_cache": self._connections}
        login = {"username": who.user or None, "password": who.password or None, "connection_timeout": CONNECT}
        with self._told():
            self._client.register_session(host, **login, **self._how)
        self._how |= {"username": who.user or None, "password": who.password or None}

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder, with sizes and times from the one answer."""
        with self._told():
            for entry in self._client.scandir(self._real(folder), **self._how):
                about = entry.smb_info
                yield Item(
                    about.file_name,
                    bool(about.file_attributes & FOLDER),
                    about.end_of_file,
                    f"{about.last_write_time.timestamp():.6f}-{about.file_id}",
                    about.last_write_time.timestamp(),
                    str(about.file_id or ""),
                    bool(about.file_attributes & REPARSE) and not about.file_attributes & AWAY,
                )

    def look(self, path: str) -> Item:
        """Return one file or folder as it is now."""
        with self._told():
            state = self._client.stat(self._real(path), follow_symlinks=False, **self._how)
        return Item(
            path.rpartition("/")[2],
            stat.S_ISDIR(state.st_mode),
            state.st_size,
            f"{state.st_mtime_ns // 1000 / 1e6:.6f}-{state.st_ino}",
            state.st_mtime,
            str(state.st_ino or ""),
            stat.S_ISLNK(state.st_mode),
        )

    def open(self, path: str) -> BinaryIO:
        """Open a file for reading; everybody else may go on reading, writing and renaming it."""
        return cast(BinaryIO, self._opened(path))

    def close(self) -> None:
        """Cut the connections without a word: a server that hangs would never answer to a farewell."""
        for connection in self._connections.values():
            with contextlib.suppress(Exception):
                connection.transport.close()
        self._connections.clear()

    @contextlib.contextmanager
    def _opened(self, path: str) -> Iterator[Any]:
        with self._told():
            how = {"mode": "rb", "buffering": PIECE, "share_access": "rwd", **self._how}
            stream = self._client.open_file(self._real(path), **how)
            try:
                yield stream
            finally:
                with contextlib.suppress(Exception):
                    stream.close()

    def _real(self, path: str) -> str:
        return f"{self._root}\\{path}".replace("/", "\\") if path else self._root

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the library raises into the `OSError` that says the same."""
        try:
            yield
        except self._errors.SMBOSError as error:
            raise _by_status(error.ntstatus) from error
        except self._errors.SMBAuthenticationError as error:
            raise PermissionError(errno.EACCES, "login") from error
        except self._errors.SMBResponseException as error:
            raise _by_status(error.status) from error
        except (self._errors.SMBConnectionClosed, ValueError) as error:
            # A connection that could not be made is a ValueError there.
            raise ConnectionError(errno.ECONNRESET, type(error).__name__) from error
        except self._errors.SMBException as error:
            raise OSError(errno.EIO, type(error).__name__) from error


def _by_status(code: int) -> OSError:
    for codes, kind, number in _KINDS:
        if code in codes:
            return kind(number, f"NTSTATUS {code:08x}")
    return OSError(errno.EIO, f"NTSTATUS {code:08x}")


_KINDS: tuple[tuple[frozenset[int], type[OSError], int], ...] = (
    # sharing violation, lock conflict
    (frozenset({0xC0000043, 0xC0000054, 0xC0000055}), InUseError, errno.EBUSY),
    # access denied, privilege not held, log-on: failed, restricted, expired, disabled, locked out
    (frozenset({0xC0000022, 0xC0000061, 0xC000006D, 0xC000006E, 0xC0000071, 0xC0000072, 0xC0000234}),
     PermissionError, errno.EACCES),
    # no such name, path, share; about to be deleted; invalid name
    (frozenset({0xC0000034, 0xC000003A, 0xC0000225, 0xC00000CC, 0xC0000056, 0xC0000033}),
     FileNotFoundError, errno.ENOENT),
    (frozenset({0xC0000103}), NotADirectoryError, errno.ENOTDIR),
    # share or session taken away, connection cut
    (frozenset({0xC00000C9, 0xC0000203, 0xC000020C, 0xC000020D}), ConnectionError, errno.ECONNRESET),
)  # fmt: skip
"""Codes of [MS-ERREF] 2.3.1 and what they are to us."""
