"""What is worth keeping of a file, and as what it is kept: what it says, why not, and the papers found in it."""

from __future__ import annotations

import builtins
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from evidence_check.model.facts import Evidence, Facts
from evidence_check.model.files import OUT_OF_TIME, Content, Document, File, Finding, Page, Unreadable
from evidence_check.store.encoding import pack, shape_of, unpack

PASSING = frozenset({"EC105", "EC108", "EC109", "EC110", "EC115", "EC125", OUT_OF_TIME})
"""Findings that may be gone the next time: time, memory, room, a missing program, permission, a file being written."""

UNOPENED = "EC116"
"""Nothing here opens such a container; something may be installed."""

_PASSING_ERRORS = (OSError, ImportError, MemoryError)


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of reading a file: one of the two is there."""

    content: Content | None = None
    unreadable: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class _Paper:
    """A logical document: its first page by position, how many pages it has, and what it says about itself."""

    start: int
    count: int
    facts: Facts


@dataclass(frozen=True, slots=True)
class Inside:
    """What a container holds: the files in it, and those in it that are not to be read."""

    files: tuple[File, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


SHAPE = f"1 {shape_of(_Read)} {shape_of(tuple[_Paper, ...])} {shape_of(Inside)}"


def lasting(result: Content | Unreadable | Inside, asked: Collection[str] = ()) -> bool:
    """Say whether reading the same bytes again would come to the same; findings that were `asked` for do not pass."""
    if isinstance(result, Inside) and any(each.reason.code == UNOPENED for each in result.unreadable):
        return False
    return not any(_passes(each) for each in _findings(result) if each.code not in asked)


def _findings(result: Content | Unreadable | Inside) -> Iterator[Finding]:
    if isinstance(result, Unreadable):
        yield result.reason
        return
    if isinstance(result, Inside):
        yield from (each.reason for each in result.unreadable)
        return
    yield from result.findings
    yield from (page.problem for page in result.pages if page.problem)


def _passes(finding: Finding) -> bool:
    """Say whether a finding may be gone the next time, such as damage that was a share not answering."""
    error = getattr(builtins, dict(finding.params).get("detail", ""), None)
    failed = isinstance(error, type) and issubclass(error, _PASSING_ERRORS)
    return finding.code in PASSING or failed


def pack_result(result: Content | Unreadable, path: str) -> bytes:
    """Return what came of reading the file at `path` as bytes; raise `ValueError` when it cannot be told as JSON."""
    read = _Read(unreadable=result) if isinstance(result, Unreadable) else _Read(content=result)
    return pack(_Read, read, path)


def unpack_result(data: bytes, file: File) -> Content | Unreadable:
    """Return what came of reading the same bytes before, for the file as it is called now."""
    read: _Read = unpack(_Read, data, file.path)
    result = read.content or read.unreadable
    if result is None or result.file != file:
        raise ValueError("another file")
    return result


def pack_page(page: Page, path: str) -> bytes:
    """Return a page recognised from its picture as bytes; raise `ValueError` when it cannot be told as JSON."""
    return pack(Page, page, path)


def unpack_page(data: bytes, path: str) -> Page:
    """Return a page recognised before, for the file that holds its picture now."""
    page: Page = unpack(Page, data, path)
    return page


def lasts(page: Page) -> bool:
    """Say whether recognising the same picture again would come to the same."""
    return page.problem is None or not _passes(page.problem)


def pack_papers(papers: Sequence[Evidence], content: Content) -> bytes:
    """Return the papers of a file as bytes, their pages by position only."""
    kept = []
    for each in papers:
        start = next((at for at, page in enumerate(content.pages) if page is each.document.pages[0]), -1)
        count = len(each.document.pages)
        if start < 0 or each.document != _document(content, start, count):
            raise ValueError("pages that do not follow each other")
        kept.append(_Paper(start, count, each.facts))
    return pack(tuple[_Paper, ...], tuple(kept), content.file.path)


def unpack_papers(data: bytes, content: Content) -> tuple[Evidence, ...]:
    """Return the papers of a file again, on the pages of its content."""
    papers: tuple[_Paper, ...] = unpack(tuple[_Paper, ...], data, content.file.path)
    if any(not 0 <= each.start < each.start + each.count <= len(content.pages) for each in papers):
        raise ValueError("pages that are not there")
    return tuple(Evidence(_document(content, each.start, each.count), each.facts) for each in papers)


def pack_inside(inside: Inside, file: File) -> bytes:
    """Return what a container holds as bytes."""
    return pack(Inside, inside, file.path)


def unpack_inside(data: bytes, path: str) -> Inside:
    """Return what the container now at `path` holds."""
    inside: Inside = unpack(Inside, data, path)
    return inside


def _document(content: Content, start: int, count: int) -> Document:
    return Document(content.file, content.pages[start : start + count], content.marks)
