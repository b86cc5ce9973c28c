"""An address → where that is: its scheme, host and path. A password in it is refused, and never repeated."""

from __future__ import annotations

import os
import re
import zipfile
from dataclasses import dataclass, replace

from evidence_check.errors import UsageError

REMOTE = frozenset({"smb", "s3", "sftp", "webdav", "webdavs"})
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.%]+\]|[^:\[\]\s]+)(?::(?P<port>[0-9]{1,5}))?")
_UNC = re.compile(r"(?:\\\\\?\\UNC\\|\\\\(?![?.]\\))(?P<rest>.+)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a folder is. Of `file` and `zip` the path is one of this machine; else it has no slash at its ends.

    `inside` is the way to a folder within a ZIP.
    """

    scheme: str
    path: str
    host: str = ""
    port: int | None = None
    user: str = ""
    inside: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the system itself reaches it."""
        return self.scheme not in REMOTE

    @property
    def shown(self) -> str:
        """The address as people read it: without the user."""
        if self.is_local:
            return f"{self.path}/{self.inside}" if self.inside else self.path
        return f"{self.server}/{self.path}" if self.path else self.server

    @property
    def server(self) -> str:
        """Scheme, host and port, under which a credential is kept."""
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")

    def below(self, folder: str) -> Address:
        """Return the address of a folder in this one."""
        if self.scheme == "file":
            return replace(self, path=os.path.join(self.path, folder))
        if self.scheme == "zip":
            return replace(self, inside=f"{self.inside}/{folder}" if self.inside else folder)
        return replace(self, path=f"{self.path}/{folder}" if self.path else folder)


def is_remote(text: str) -> bool:
    """Say whether an address leads off this machine's own paths; on Windows its own paths reach `\\\\server` too."""
    return ("://" in text and not text.startswith("file://")) or bool(os.name != "nt" and _UNC.match(text))


def is_zip(text: str) -> bool:
    """Say whether a path of this machine is a ZIP given in place of a folder."""
    return text.lower().endswith(".zip") and os.path.isfile(text) and zipfile.is_zipfile(text)


def address_of(text: str) -> Address:
    """Return where an address leads; it is taken letter for letter, nothing in it is decoded.

    Raises `UsageError` for an unknown scheme, an address that makes no sense, or one that holds a password.
    """
    unc = _UNC.match(text) if os.name != "nt" else None
    if unc:
        return _remote("smb", unc["rest"].replace("\\", "/"))
    if "://" not in text:
        return _local(text)
    scheme, _, rest = text.partition("://")
    scheme = scheme.lower()
    if scheme == "file":
        return _local(rest)
    if scheme not in REMOTE:
        known = ", ".join(f"{each}://" for each in sorted(REMOTE))
        raise UsageError("address_unknown_scheme", scheme=scheme[:20], known=known)
    return _remote(scheme, rest)


def _local(path: str) -> Address:
    # What is remembered of a ZIP is remembered under its name, which must be the same from everywhere.
    return Address("zip", os.path.abspath(path)) if is_zip(path) else Address("file", path)


def _remote(scheme: str, rest: str) -> Address:
    authority, _, path = rest.partition("/")
    user, _, host = authority.rpartition("@")
    if ":" in user or "%3a" in user.lower():
        raise UsageError("address_with_password")
    found = _HOST.fullmatch(host)
    port = int(found["port"]) if found and found["port"] else None
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not found or (port is not None and not 0 < port < 65536) or ".." in parts or "\0" in rest:
        # What stands there may be a password with a slash in it: nothing of it is repeated.
        raise UsageError("address_not_understood", scheme=scheme)
    if scheme == "smb" and not parts:
        raise UsageError("address_without_share", host=found["host"])
    return Address(scheme, "/".join(parts), found["host"], port, user)
