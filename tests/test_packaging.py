"""The wheel, built from a source archive, works in a fresh environment from any folder."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("pyproject.toml", "setup.cfg", "LICENSE", "README.md", "evidence_check", "checklists", "samples")
LIBRARIES = ("click", "yaml", "numpy", "spacy", "lxml", "tesserocr")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a source archive from a copy of the tree, then a wheel from that archive."""
    tree, dist = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    clean = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, symlinks=True, ignore=clean)
        else:
            shutil.copy(source, tree / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(tree)]
    subprocess.run(command, check=True, capture_output=True)
    return dist


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that borrows the libraries of this one; return its programs."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    (wheel,) = built.glob("*.whl")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    packages = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    Path(packages, "borrowed.pth").write_text("\n".join(sorted(borrowed())), "utf-8")
    return programs


def borrowed() -> set[str]:
    """Return the folders that hold the libraries of this environment."""
    found = [importlib.util.find_spec(name) for name in LIBRARIES]
    places = [Path(spec.origin) for spec in found if spec and spec.origin]
    assert len(places) == len(LIBRARIES)
    return {str(place.parents[1] if place.name == "__init__.py" else place.parent) for place in places}


def said(installed: Path, cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from another folder, without this checkout in sight."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment = {**kept, "HOME": str(cwd), "XDG_DATA_HOME": str(cwd / "data")}
    command = [str(installed / "evidence-check"), *args]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_holds_everything_the_program_needs(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    data = "evidence_check/_data"
    wanted = {f"{data}/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "checklists").rglob("*.yaml")}
    for office in (p.parent for p in (ROOT / "samples").glob("*/evidence-check.yaml")):
        wanted |= {f"{data}/{p.relative_to(ROOT).as_posix()}" for p in office.rglob("*") if p.is_file()}
    code = (p for p in (ROOT / "evidence_check").rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    wanted |= {p.relative_to(ROOT).as_posix() for p in code}
    assert len(wanted) > 200
    assert wanted - held == set()


def test_the_wheel_holds_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    for name in zipfile.ZipFile(wheel).namelist():
        top, _, rest = name.partition("/")
        assert top == "evidence_check" or top.endswith(".dist-info")
        assert "__pycache__" not in rest and not rest.startswith(("tests", "docs"))
        assert not rest.startswith("_data/") or rest.startswith(("_data/checklists/", "_data/samples/"))
        assert "papermaking" not in name


def test_the_source_archive_can_stand_alone(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"setup.cfg", "pyproject.toml", "LICENSE", "README.md", "evidence_check/pipeline.py"} <= names
    assert any(name.startswith("checklists/documents/") for name in names)


def test_the_installed_program_is_not_this_checkout(installed: Path, tmp_path: Path) -> None:
    code = "import evidence_check, evidence_check.library as l; print(evidence_check.__file__, l.samples())"
    ran = subprocess.run([installed / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert str(ROOT) + os.sep not in ran.stdout
    assert "_data" in ran.stdout


def test_doctor_finds_everything_from_another_folder(installed: Path, tmp_path: Path) -> None:
    ran = said(installed, tmp_path, "doctor")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "ombudsman-2026" in ran.stdout


def test_demo_checks_both_offices_from_another_folder(installed: Path, tmp_path: Path) -> None:
    ran = said(installed, tmp_path, "demo", "--no-ocr", "--jobs", "2")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    reports = sorted((tmp_path / "data" / "evidence-check" / "demo").iterdir())
    assert [path.suffix for path in reports] == [".html", ".json"] * 2
    assert all(str(path) in ran.stdout for path in reports)
    assert all(path.stat().st_size > 10_000 for path in reports)


def test_check_finds_its_checklist_from_another_folder(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bukti"
    folder.mkdir()
    (folder / "rekaman.mp3").write_bytes(b"ID3 bukan bukti")
    ran = said(installed, tmp_path, "check", "bukti", "--checklist", "ombudsman-2026", "--year", "2026")
    assert ran.returncode == 1, ran.stderr
    assert "EC106" in ran.stdout
