"""Documents of checks that were never made, as a batch keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

STATUSES = ("met", "partial", "defective", "unsure", "missing", "not_checked", "not_applicable")
OPEN = ("partial", "defective", "unsure", "missing")


def document(
    statuses: Sequence[str] = ("met", "missing"), office: str = "Dinas Sosial", day: str = "2026-07-01",
    lost: Sequence[str] = (), decided: Sequence[int] = (), optional: Sequence[int] = (), year: int = 2026,
) -> dict[str, Any]:  # fmt: skip
    """Return the document of a check with requirements of these statuses."""
    verdicts = [
        {
            "requirement": f"PR-01.{number}",
            "indicator": "PR-01",
            "name": f"Permintaan {number}",
            "method": "document",
            "optional": number in optional,
            "status": status,
            "machine_status": status,
            "reviews": [decision()] if number in decided else [],
            "documents": [],
            "near_misses": [],
            "findings": [finding("EC302")] if status == "partial" else [],
            "components": [],
            "happened": "",
            "advice": {"code": None, "message": "Siapkan."},
            "in_charge": None,
            "basis": "seen",
            "sources": [],
        }
        for number, status in enumerate(statuses)
    ]
    required = [each["status"] for each in verdicts if not each["optional"] and each["status"] in (*OPEN, "met")]
    met = required.count("met")
    low = 100 * met // len(required) if required else None
    files = [{"path": path, "size": 1, "sha256": "a" * 64, "kind": "pdf", "findings": [], "documents": [],
              "unreadable": {"code": "EC101", "reason": "Terkunci."}} for path in lost]  # fmt: skip
    return {
        "schema_version": "1.2",
        "program": {"name": "evidence-check", "version": "0.1.0"},
        "checklist": {"id": "contoh-2026", "year": year, "name": "Penilaian Contoh"},
        "office": office,
        "region": "Kabupaten Tirta Kencana",
        "visit": None,
        "checked_at": f"{day}T08:00:00+07:00",
        "dimensions": [],
        "indicators": [{"id": "PR-01", "name": "Dasar hukum", "dimension": ""}],
        "files": files,
        "verdicts": verdicts,
        "findings": [],
        "tally": {"required": len(required), "ready": met, "ready_min": low, "ready_max": low},
        "personal_data": [],
        "changes": None,
    }


def decision() -> dict[str, Any]:
    """Return a decision of a person that holds."""
    told = {"decision": "accept", "answer": None, "by": "Wening", "date": "2026-06-30", "reason": "Sudah dicocokkan."}
    return {**told, "file": "a.pdf", "page": 1, "standing": "holds"}


def finding(code: str) -> dict[str, Any]:
    """Return a finding at a place."""
    place = {"file": "a.pdf", "page": 2, "quote": "x"}
    return {"code": code, "level": "error", "message": "Baru 1 dari 3.", "advice": "Lengkapi.", "place": place}


def text(**told: Any) -> str:
    """Return such a document as it is kept."""
    return json.dumps(document(**told))


documents = st.builds(
    document,
    statuses=st.lists(st.sampled_from(STATUSES), max_size=6),
    office=st.text(max_size=8),
    day=st.dates().map(lambda day: day.isoformat()),
    lost=st.lists(st.text(max_size=6), max_size=3),
    decided=st.lists(st.integers(0, 5), max_size=3),
    optional=st.lists(st.integers(0, 5), max_size=3),
    year=st.integers(2024, 2026),
)
