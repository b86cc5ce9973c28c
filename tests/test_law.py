"""The law of the house, kept by a machine: pure rooms stay pure, registries stay registries, pieces stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "evidence_check"
PURE = (
    "checklist", "errors", "facts", "matching", "model", "privacy", "scoring", "split", "tracking", "verdicts", "words",
)  # fmt: skip
EDGES = (
    "cropping", "executors", "extract", "folder", "library", "messages", "package", "records", "report", "shares",
    "skeleton",
    "workbook",
)  # fmt: skip
EDGES_AND_PURE = (*PURE, *EDGES, "pipeline", "packing", "fetching", "sources", "arriving")
NAMES = {"open", "print", "input", "Path", "exec", "eval", "breakpoint", "__import__"}
ROOTS = {"os", "sys", "time", "io", "socket", "subprocess", "shutil", "tempfile", "pathlib", "random", "locale"}
CLOCK = {"now", "today", "utcnow"}
DISK = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "httpx", "ftplib", "smtplib", "asyncio", "webbrowser"}
VAGUE = ("util", "helper", "common", "manager", "misc")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def files(*rooms: str) -> list[Path]:
    """Return the source files of some rooms, of every room when none is named."""
    if not rooms:
        return sorted(PACKAGE.rglob("*.py"))
    return sorted(p for room in rooms for p in (*PACKAGE.glob(f"{room}.py"), *PACKAGE.glob(f"{room}/**/*.py")))


def label(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def impure_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and name of every call that reaches for the disk, the clock or the terminal."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        root, last = name.partition(".")[0], name.rpartition(".")[2]
        on_clock = last in CLOCK and "date" in name
        if name in NAMES or ("." in name and root in ROOTS) or on_clock or ("." in name and last in DISK):
            yield node.lineno, name


@pytest.mark.parametrize("path", files(*PURE), ids=label)
def test_pure_rooms_touch_no_disk_clock_or_terminal(path: Path) -> None:
    assert list(impure_calls(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "source",
    ["open('a')", "print(1)", "datetime.now()", "datetime.date.today()", "time.time()", "Path('a')", "os.listdir('.')",
     "path.read_text()", "sys.stdout.write('')"],
)  # fmt: skip
def test_the_check_for_pure_rooms_sees_each_way_out(source: str) -> None:
    assert list(impure_calls(ast.parse(source)))


@pytest.mark.parametrize("source", ["re.match('a', b)", "found.now", "date(2026, 1, 2)", "text.format(a)"])
def test_the_check_for_pure_rooms_lets_plain_work_pass(source: str) -> None:
    assert list(impure_calls(ast.parse(source))) == []


@pytest.mark.parametrize("path", files(*EDGES_AND_PURE), ids=label)
def test_only_the_command_line_prints(path: Path) -> None:
    prints = [name for _, name in impure_calls(ast.parse(path.read_text("utf-8"))) if name in {"print", "input"}]
    assert prints == []


@pytest.mark.parametrize("path", files(*EDGES_AND_PURE), ids=label)
def test_the_clock_is_an_argument(path: Path) -> None:
    calls = [name for _, name in impure_calls(ast.parse(path.read_text("utf-8")))]
    assert [name for name in calls if name.rpartition(".")[2] in CLOCK or name == "time.time"] == []


@pytest.mark.parametrize("path", files(), ids=label)
def test_nothing_leaves_the_machine(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    named = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name for name in named if name.split(".")[0] in NETWORK or name in NETWORK} == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=label)
def test_init_files_hold_a_registry_or_nothing(path: Path) -> None:
    for node in ast.parse(path.read_text("utf-8")).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        value = isinstance(node, ast.Assign | ast.AnnAssign)
        protocol = isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Protocol" for base in node.bases)
        imported = isinstance(node, ast.Import | ast.ImportFrom | ast.If)
        serving = isinstance(node, ast.FunctionDef) and node.name.startswith("_")
        assert docstring or value or protocol or imported or serving, f"{label(path)}:{node.lineno}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=label)
def test_init_files_re_export_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        (name.asname or name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__"
        for name in node.names
    }
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {word for node in ast.walk(tree) if isinstance(node, ast.Constant) for word in str(node.value).split(".")}
    assert imported - used == set()


@pytest.mark.parametrize("path", files(), ids=label)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of a module, and the public methods of its classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from (m for m in node.body if isinstance(m, ast.FunctionDef) and not m.name.startswith("_"))


@pytest.mark.parametrize("path", files(), ids=label)
def test_everything_public_says_what_it_is(path: Path) -> None:
    silent = [node.name for node in public(ast.parse(path.read_text("utf-8"))) if not ast.get_docstring(node)]
    assert silent == []


@pytest.mark.parametrize("path", files(), ids=label)
def test_names_say_something(path: Path) -> None:
    assert not any(part.removesuffix(".py").rstrip("s") in VAGUE for part in path.relative_to(PACKAGE).parts)
