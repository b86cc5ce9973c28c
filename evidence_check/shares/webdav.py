"""A folder of a WebDAV server such as Nextcloud, by webdav4."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from typing import Any, BinaryIO, cast
from urllib.parse import quote

from evidence_check.shares.address import Address
from evidence_check.shares.credentials import credential_for
from evidence_check.shares.faults import InUseError
from evidence_check.shares.needing import needed
from evidence_check.shares.protocol import Item

WAIT = 30.0
PIECE = 1 << 20
UNAUTHORISED, FORBIDDEN, LOCKED, BROKEN = 401, 403, 423, 500
GONE = (404, 410)


class WebdavReach:
    """Reaches a folder over HTTP; `webdavs` over TLS, whose certificate must be one the system trusts."""

    def __init__(self, address: Address) -> None:
        webdav = needed("webdav4.client", address.scheme)
        self._httpx = needed("httpx", address.scheme)
        self._errors = webdav
        self._streams = needed("webdav4.stream", address.scheme)
        who = credential_for(address)
        server = f"{'https' if address.scheme == 'webdavs' else 'http'}{address.server[len(address.scheme) :]}"
        auth = (who.user, who.password) if who.password else None
        self._client: Any = webdav.Client(server, auth=auth, retry=False, timeout=WAIT)
        self._root = address.path

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder."""
        with self._told():
            for about in self._client.ls(self._real(folder), detail=True, allow_listing_resource=False):
                yield _item(about)

    def look(self, path: str) -> Item:
        """Return one file or folder as it is now."""
        with self._told():
            return _item(self._client.info(self._real(path)))

    def open(self, path: str) -> BinaryIO:
        """Open a file, which comes piece by piece."""
        return cast(BinaryIO, self._opened(path))

    def close(self) -> None:
        """Close the connections."""
        with contextlib.suppress(Exception):
            self._client.http.close()

    @contextlib.contextmanager
    def _opened(self, path: str) -> Iterator[Any]:
        url = self._client.join_url(self._real(path))
        with self._told(), self._streams.IterStream(self._client, url, chunk_size=PIECE) as stream:
            yield stream

    def _real(self, path: str) -> str:
        return "/" + quote("/".join(part for part in (self._root, path) if part))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        errors, httpx = self._errors, self._httpx
        try:
            yield
        except errors.ResourceNotFound as error:
            raise FileNotFoundError(errno.ENOENT, "404") from error
        except errors.ForbiddenOperation as error:
            raise PermissionError(errno.EACCES, "403") from error
        except errors.ResourceLocked as error:
            raise InUseError(errno.EBUSY, "423") from error
        except errors.IsAResourceError as error:
            raise NotADirectoryError(errno.ENOTDIR, "not a folder") from error
        except errors.BadGatewayError as error:
            raise ConnectionError(errno.ECONNRESET, "502") from error
        except errors.HTTPError as error:
            raise _by_status(error.status_code) from error
        except httpx.HTTPStatusError as error:
            raise _by_status(error.response.status_code) from error
        except httpx.TimeoutException as error:
            raise TimeoutError(errno.ETIMEDOUT, type(error).__name__) from error
        except httpx.TransportError as error:
            raise ConnectionError(errno.ECONNRESET, type(error).__name__) from error


def _by_status(code: int) -> OSError:
    if code in (UNAUTHORISED, FORBIDDEN):
        return PermissionError(errno.EACCES, str(code))
    if code in GONE:
        return FileNotFoundError(errno.ENOENT, str(code))
    if code == LOCKED:
        return InUseError(errno.EBUSY, str(code))
    return (ConnectionError if code >= BROKEN else OSError)(errno.EIO, str(code))


def _item(about: dict[str, Any]) -> Item:
    name = about["name"].rstrip("/").rpartition("/")[2]
    if about["type"] == "directory":
        return Item(name, folder=True)
    changed = about["modified"].timestamp() if about.get("modified") else None
    stamp = f"{about.get('etag') or ''}-{changed if changed is not None else ''}"
    return Item(name, False, int(about["content_length"] or 0), stamp, changed)
