"""The document of a check → the rows it becomes, so that questions can be asked of it in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]
OPEN = ("missing", "defective", "partial", "unsure")


def storable(row: Row) -> Row:
    """Return a row whose texts every database takes: what is no text becomes visible, as names of files may hold it."""
    return {key: _text(value) if isinstance(value, str) else value for key, value in row.items()}


def _text(value: str) -> str:
    return value.replace("\0", "\ufffd").encode("utf-8", "backslashreplace").decode("utf-8")


def check_of(document: Row) -> Row:
    """Return the row of a check itself, without its office and its run."""
    tally, files, verdicts = document["tally"], document["files"], document["verdicts"]
    return {
        "checklist": document["checklist"]["id"],
        "year": document["checklist"]["year"],
        "day": document["checked_at"][:10],
        "required": tally["required"],
        "ready": tally["ready"],
        "low": tally["ready_min"],
        "high": tally["ready_max"],
        "gaps": sum(is_open(each) for each in verdicts),
        "files": len(files),
        "unread": sum(each["unreadable"] is not None for each in files),
    }


def is_open(verdict: Row) -> bool:
    """Say whether somebody still has to do something for a requirement."""
    status = verdict["status"]
    return status in OPEN and not (verdict["optional"] and status == "missing")


def verdicts_of(document: Row) -> Iterator[Row]:
    """Yield a row for each requirement."""
    for each in document["verdicts"]:
        yield {
            "requirement": each["requirement"],
            "indicator": each["indicator"],
            "name": each["name"],
            "status": each["status"],
            "machine_status": each.get("machine_status") or each["status"],
            "optional": each["optional"],
            "open": is_open(each),
            "documents": len(each["documents"]),
            "in_charge": each.get("in_charge"),
        }


def findings_of(document: Row) -> Iterator[Row]:
    """Yield a row for each finding: of the check as a whole, of its requirements and the papers they rest on."""
    for number, (requirement, finding) in enumerate(_findings(document), 1):
        place = finding.get("place") or {}
        yield {
            "number": number,
            "requirement": requirement,
            "file": place.get("file"),
            "page": place.get("page"),
            "code": finding["code"],
            "level": finding["level"],
            "message": finding["message"],
        }


def _findings(document: Row) -> Iterator[tuple[str | None, Row]]:
    yield from ((None, each) for each in document["findings"])
    for verdict in document["verdicts"]:
        name = verdict["requirement"]
        yield from ((name, each) for each in verdict["findings"])
        yield from ((name, each) for match in verdict["documents"] for each in match["failed"])


def decisions_of(document: Row) -> Iterator[Row]:
    """Yield a row for each decision of a person."""
    number = 0
    for verdict in document["verdicts"]:
        for each in verdict.get("reviews", ()):
            number += 1
            yield {
                "number": number,
                "requirement": verdict["requirement"],
                "decision": each["decision"],
                "decided_by": each["by"],
                "decided_on": each["date"],
                "reason": each["reason"],
                "standing": each["standing"],
            }


def unread_of(document: Row) -> Iterator[Row]:
    """Yield a row for each file nobody could read."""
    lost = (each for each in document["files"] if each["unreadable"] is not None)
    for number, each in enumerate(lost, 1):
        why = each["unreadable"]
        yield {"number": number, "file": each["path"], "code": why["code"], "reason": why["reason"]}
