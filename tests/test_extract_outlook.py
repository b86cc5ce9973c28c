"""MSG: the letter is a page, what is attached to it are files of their own."""

from __future__ import annotations

from pathlib import Path

from compound import Tree, compound
from reads import content, reason
from test_members import RTF, read


def saved(path: Path, more: Tree) -> Path:
    """Write a mail with a sender, a subject and more."""
    heading = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0C1A001F": "Sari".encode("utf-16-le"),
        "__substg1.0_0037001E": "Undangan – rapat".encode("cp1252"),
    }
    return compound(path, {**heading, **more})


def test_heading_body_and_attachments(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.msg",
        {
            "__substg1.0_1000001F": "Mohon hadir.\r\nTerima kasih.".encode("utf-16-le"),
            "__attach_version1.0_#00000000": {
                "__substg1.0_3707001F": "surat.rtf".encode("utf-16-le"),
                "__substg1.0_37010102": RTF * 200,
            },
            "__attach_version1.0_#00000001": {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": {}},
        },
    )
    assert read(path) == {
        "a.msg": "From: Sari\nSubject: Undangan – rapat\nMohon hadir.\nTerima kasih.",
        "a.msg/› surat.rtf": "Keputusan Kepala Dinas",
        "a.msg/› 2": "EC116",
    }


def test_letter_in_html_only(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.msg", {"__substg1.0_10130102": b"<table><tr><td>No<td>Nama</table>"})
    assert content(path).pages[0].tables[0].rows == (("No", "Nama"),)


def test_cut_off_mail_is_damaged(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.msg", {"__substg1.0_10130102": b"x" * 9000}).read_bytes()
    (tmp_path / "b.msg").write_bytes(whole[:700])
    assert reason(tmp_path / "b.msg") == "EC102"
