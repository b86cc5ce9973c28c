"""Finding the checklists, the catalogue and an office's own file on a real disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence_check import library
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Office

ROOT = Path(__file__).parents[1]


def refused(id_or_path: str) -> ChecklistError:
    with pytest.raises(ChecklistError) as caught:
        library.checklist(id_or_path)
    return caught.value


def test_both_instruments_come_with_the_program() -> None:
    assert {"ombudsman-2026", "ombudsman-2022-2024-dinas"} <= set(library.checklist_ids())


@pytest.mark.parametrize("key", library.checklist_ids())
def test_every_checklist_that_comes_along_bears_the_name_of_its_file(key: str) -> None:
    assert library.checklist(key).id == key


def test_every_type_is_filed_under_its_id() -> None:
    catalogue = library.catalogue()
    assert len(catalogue) == len(list((ROOT / "checklists" / "documents").glob("*.yaml"))) > 0
    assert [entry.id for entry in catalogue.values()] == sorted(catalogue)


def test_a_checklist_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "punya kami.YAML"
    shutil.copy(ROOT / "checklists" / "ombudsman-2026.yaml", own)
    assert library.checklist(str(own)).id == "ombudsman-2026"


def test_an_unknown_id_names_the_nearest_and_all_others() -> None:
    error = refused("ombudsman-2062")
    values = dict(error.params)
    assert error.code == "checklist_unknown"
    assert values["suggestion"].startswith("ombudsman-2026")
    assert "ombudsman-2022-2024-dinas" in values["known"]


@pytest.mark.parametrize("name", ["tidak-ada.yaml", "map/tidak/ada.yml"])
def test_a_missing_file_says_so(name: str, tmp_path: Path) -> None:
    assert refused(str(tmp_path / name)).code == "checklist_not_found"


def test_a_folder_or_a_pipe_is_no_checklist(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").mkdir()
    assert refused(str(tmp_path / "map.yaml")).code == "checklist_not_a_file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.yaml")
        assert refused(str(tmp_path / "pipa.yaml")).code == "checklist_not_a_file"


def test_a_name_no_disk_can_hold_is_refused() -> None:
    assert refused("a\0b.yaml").code == "checklist_unreadable"
    assert refused("x" * 5000 + ".yaml").code == "checklist_unreadable"


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "besar.yaml"
    with huge.open("wb") as file:
        file.truncate(library.LIMIT + 1)
    assert refused(str(huge)).code == "checklist_too_large"


def test_a_file_of_another_encoding_names_the_line(tmp_path: Path) -> None:
    old = tmp_path / "lama.yaml"
    old.write_bytes("format: 1\nname: Café\n".encode("latin-1"))
    error = refused(str(old))
    assert (error.code, dict(error.params)["line"]) == ("checklist_not_utf8", "2")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "tutup.yaml"
    closed.write_text("format: 1\n")
    closed.chmod(0)
    assert refused(str(closed)).code == "checklist_unreadable"


def test_an_office_without_its_own_file_is_nameless(tmp_path: Path) -> None:
    assert library.office(tmp_path) == Office()
    assert library.office(tmp_path / "tidak ada") == Office()


def test_an_office_file_is_read_with_the_mark_some_editors_put_first(tmp_path: Path) -> None:
    (tmp_path / "evidence-check.yaml").write_text("format: 1\r\noffice: Dinas Sosial\r\nyear: 2026\r\n", "utf-8-sig")
    assert library.office(tmp_path) == Office(name="Dinas Sosial", year=2026)


def test_a_slip_in_the_office_file_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "evidence-check.yaml").write_text("format: 1\nofice: Dinas\n", "utf-8")
    with pytest.raises(ChecklistError) as caught:
        library.office(tmp_path)
    assert dict(caught.value.params)["file"] == "evidence-check.yaml"


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, timeout=60)


def test_an_installed_package_finds_its_data_inside_itself(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "evidence_check", tmp_path / "evidence_check", ignore=ignored)
    shutil.copytree(ROOT / "checklists", tmp_path / "evidence_check" / "_data" / "checklists")
    code = "from evidence_check import library as l; print(l.checklist('ombudsman-2026').id, l.samples())"
    done = run(code, tmp_path)
    assert done.stdout.split() == ["ombudsman-2026", str(tmp_path / "evidence_check" / "_data" / "samples")], (
        done.stderr
    )


def test_a_package_without_its_data_says_so(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "evidence_check", tmp_path / "evidence_check", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "from evidence_check import library\nfrom evidence_check.errors import ChecklistError\n"
        "try: library.checklist_ids()\nexcept ChecklistError as error: print(error.code)"
    )
    assert run(code, tmp_path).stdout.strip() == "checklist_data_missing"


def test_reading_everything_is_quick() -> None:
    library.catalogue.cache_clear()
    start = time.process_time()
    library.catalogue()
    library.checklist("ombudsman-2026")
    assert time.process_time() - start < 1.0  # about 0.15 s here; a slow machine may take some times longer
