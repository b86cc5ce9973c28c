"""A bucket that speaks S3, by s3fs; keys, endpoint and region come from the settings all S3 programs share."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from evidence_check.shares.address import Address
from evidence_check.shares.credentials import credential_for
from evidence_check.shares.needing import needed
from evidence_check.shares.protocol import Item

WAIT = 30
PIECE = 4 << 20


class S3Reach:
    """Reaches what lies below a prefix of a bucket; `AWS_ENDPOINT_URL` leads to a server other than Amazon's."""

    def __init__(self, address: Address) -> None:
        s3fs = needed("s3fs", "s3")
        self._failures = needed("botocore.exceptions", "s3")
        who = credential_for(address)
        waits = {"connect_timeout": WAIT, "read_timeout": WAIT, "retries": {"max_attempts": 1}}
        fresh = {"skip_instance_cache": True, "use_listings_cache": False}
        keys = {"key": who.user, "secret": who.password} if who.password else {}
        self._fs: Any = s3fs.S3FileSystem(**keys, **fresh, config_kwargs=waits)
        self._fs.retries = 1
        self._root = f"{address.host}/{address.path}".rstrip("/")

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies below a prefix, to the next slash."""
        start = self._real(folder)
        with self._told():
            for about in self._fs.ls(start, detail=True, refresh=True):
                if about["name"].rstrip("/") != start:
                    yield _item(about)

    def look(self, path: str) -> Item:
        """Return one object as it is now, or a prefix."""
        with self._told():
            return _item(self._fs.info(self._real(path), refresh=True))

    def open(self, path: str) -> BinaryIO:
        """Open an object, read by ranges."""
        with self._told():
            opened = self._fs.open(self._real(path), "rb", block_size=PIECE, cache_type="readahead")
        return cast(BinaryIO, opened)

    def close(self) -> None:
        """Nothing is held between questions."""

    def _real(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (self._failures.NoCredentialsError, self._failures.PartialCredentialsError) as error:
            raise PermissionError(errno.EACCES, type(error).__name__) from error
        except (self._failures.HTTPClientError, self._failures.ConnectionError) as error:
            raise ConnectionError(errno.ECONNRESET, type(error).__name__) from error


def _item(about: dict[str, Any]) -> Item:
    name = about["name"].rstrip("/").rpartition("/")[2]
    if about["type"] == "directory":
        return Item(name, folder=True)
    changed = about.get("LastModified")
    # The tag changes with the content, so a change of just now needs no second look.
    stamp = f"{about.get('ETag', '')}-{changed.timestamp() if changed else ''}"
    return Item(name, False, int(about["size"] or 0), stamp)
