"""Every test has a cache of its own, so that none reads what another one left, and none touches the user's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

CACHE = "EVIDENCE_CHECK_CACHE"


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Point the cache to a place for fixtures that live longer than one test."""
    place = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(place / "session"))
        yield place


@pytest.fixture(autouse=True)
def cache_folder(cache_of_the_session: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Point the cache to a place for one test; the folder is made only when something is kept."""
    place = cache_of_the_session / f"{abs(hash(request.node.nodeid)):x}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(place))
        yield place
