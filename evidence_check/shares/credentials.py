"""Who we are at a place: from the environment, else from the keyring of the platform; never from an address."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from evidence_check.shares.address import Address

SERVICE = "evidence-check"


@dataclass(frozen=True, slots=True)
class Credential:
    """A user and a password; empty ones leave it to the library, which may know keys or tickets."""

    user: str = ""
    password: str = field(default="", repr=False)


def credential_for(place: Address) -> Credential:
    """Return who to be at a place; a user named by the address goes before one of the environment."""
    scheme = place.scheme.removesuffix("s").upper() if place.scheme == "webdavs" else place.scheme.upper()
    user = place.user or os.environ.get(f"EVIDENCE_CHECK_{scheme}_USER", "")
    password = os.environ.get(f"EVIDENCE_CHECK_{scheme}_PASSWORD", "")
    if password:
        return Credential(user, password)
    return _kept(place, user) or Credential(user)


def _kept(place: Address, user: str) -> Credential | None:
    """Return what the keyring has for a server, None where there is no keyring or nothing in it."""
    try:
        import keyring

        found = keyring.get_credential(f"{SERVICE}:{place.server}", user or None)
    except Exception:  # a keyring that is locked, broken or absent is as good as an empty one
        return None
    return Credential(found.username or user, found.password) if found else None
