"""The way in: an address → a `Share` that answers, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from evidence_check.errors import FolderError
from evidence_check.shares.address import address_of
from evidence_check.shares.faults import UnknownHostError, detail_of
from evidence_check.shares.tree import SECONDS, Tree


def open_share(address: str, seconds: float = SECONDS) -> Tree:
    """Return the folder of an address; `seconds` is how long its place may stand still.

    Raises `UsageError` for an address that makes no sense, `ToolMissingError` when the library for it is missing, and
    `FolderError` when the folder is not there, is none, may not be read, or its place does not answer.
    """
    share = Tree(address_of(address), seconds)
    with folder_errors(share):
        item = share.look()
    if not item.folder:
        raise FolderError("folder_not_a_folder", path=share.address)
    return share


@contextmanager
def folder_errors(share: Tree) -> Iterator[None]:
    """Turn what goes wrong with a whole folder into a `FolderError` that says what to do."""
    shown, seconds = share.address, share.seconds
    try:
        yield
    except PermissionError as error:
        raise FolderError("folder_no_permission" if share.is_local else "share_refused", path=shown) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FolderError("folder_missing" if share.is_local else "share_missing", path=shown) from error
    except UnknownHostError as error:
        raise FolderError("share_unknown_host", path=shown) from error
    except TimeoutError as error:
        raise FolderError("share_stalled", path=shown, seconds=f"{seconds:g}") from error
    except (OSError, ValueError) as error:
        code = "folder_missing" if share.is_local else "share_unreachable"
        raise FolderError(code, path=shown, detail=detail_of(error)) from error
