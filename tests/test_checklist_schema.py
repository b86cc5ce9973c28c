"""The JSON Schemas for editors: what is shipped fits them, and what fits them the reader understands."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from evidence_check import library
from evidence_check.checklist.overlay import overlaid
from evidence_check.checklist.reading import read_checklist, read_document_type, read_office
from evidence_check.checklist.schema import SCHEMAS
from evidence_check.errors import ChecklistError

ROOT = Path(__file__).parents[1]
SHIPPED = sorted((ROOT / "checklists").glob("*.yaml"))
ENTRIES = sorted((ROOT / "checklists" / "documents").glob("*.yaml"))
OFFICES = sorted((ROOT / "samples").glob("*/evidence-check.yaml"))
PAGE = (ROOT / "docs" / "checklist-format.md").read_text("utf-8")
# What only the reader can know: other items, the catalogue, sums, and whether words say anything.
BEYOND = {
    "checklist_unknown_type", "checklist_unknown_requirement", "checklist_unknown_indicator", "checklist_bad_title",
    "checklist_duplicate_id", "checklist_agrees_itself", "checklist_weights", "checklist_categories",
    "checklist_no_words", "checklist_source_taken", "checklist_extends_circle", "checklist_not_number",
    "checklist_not_date",
}  # fmt: skip
REFERS = ("sources", "dimension")  # values that must exist elsewhere in the file


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do (1.2): a day, `on` and `off` stay the texts they are."""


TEXTS = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag not in TEXTS]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def loaded(text: str) -> Any:
    return yaml.load(text, Loader)


VALIDATORS = {name: Draft202012Validator(make()) for name, make in SCHEMAS.items()}
EXAMPLES_SHOWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
WHOLE, RULES, OVERLAY, ENTRY, _, OFFICE = map(loaded, EXAMPLES_SHOWN)


def slips(kind: str, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATORS[kind].iter_errors(value)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_is_a_schema_of_its_dialect(kind: str) -> None:
    schema = SCHEMAS[kind]()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_instrument_fits(path: Path) -> None:
    assert slips("checklist", loaded(path.read_text("utf-8"))) == []


def test_every_entry_of_the_catalogue_fits() -> None:
    assert ENTRIES
    assert {path.name: found for path in ENTRIES if (found := slips("document", loaded(path.read_text("utf-8"))))} == {}


@pytest.mark.parametrize("path", OFFICES, ids=lambda path: path.parent.name)
def test_every_office_of_the_samples_fits(path: Path) -> None:
    assert slips("office", loaded(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(("kind", "value"), [
    ("checklist", WHOLE), ("checklist", RULES), ("checklist", OVERLAY), ("document", ENTRY), ("office", OFFICE),
])  # fmt: skip
def test_the_examples_of_the_format_page_fit(kind: str, value: Any) -> None:
    assert slips(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value", "key", "to"),
    [
        ("checklist", WHOLE, "idd", "x"), ("checklist", WHOLE, "years", 2026), ("checklist", WHOLE, "format", 2),
        ("checklist", OVERLAY, "indicators", []), ("checklist", OVERLAY, "off", [{"requirement": "PR-05.1"}]),
        ("checklist", OVERLAY, "change", [{"id": "PR-05.1", "weight": 1, "count": 2}]),
        ("document", ENTRY, "needs", ["nomor"]), ("office", OFFICE, "visit", "12 Agustus 2026"),
        ("office", OFFICE, "kind", "dinass"), ("office", OFFICE, "interviewees", [{"name": "Wening"}]),
        ("office", OFFICE, "signatory", {"name": "Wening"}), ("office", OFFICE, "letterhead", [""]),
    ],
)  # fmt: skip
def test_a_slip_does_not_fit(kind: str, value: Any, key: str, to: Any) -> None:
    assert slips(kind, value | {key: to})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def patched(value: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    result = copy.deepcopy(value)
    inner = result
    for key in path[:-1]:
        inner = inner[key]
    change(inner, path[-1])
    return result


def dropped(inner: Any, key: Any) -> None:
    del inner[key]


VALUES = st.sampled_from([
    None, "", " ", "a", "a|b", "...", "no", "tidak", 0, 1, -1, 40.5, 101, 2026, True, False, [], ["a"], [[]], {}, [{}],
    "document", "interview", "seen", "2026-02-30", "2026-08-12", {"a": "b"}, ["dinas"],
    [{"requirement": "A.1", "on": "year"}],
])  # fmt: skip
BASE = library.checklist("ombudsman-2026")
READERS: dict[str, Callable[[str], object]] = {
    "whole": lambda text: read_checklist(text, "f.yaml", library.catalogue()),
    "rules": lambda text: read_checklist(text, "f.yaml", library.catalogue()),
    "overlay": lambda text: overlaid(BASE, text, "f.yaml", library.catalogue()),
    "document": lambda text: read_document_type(text, "f.yaml"),
    "office": lambda text: read_office(text, "f.yaml"),
}
EXAMPLES = {"whole": WHOLE, "rules": RULES, "overlay": OVERLAY, "document": ENTRY, "office": OFFICE}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_read(name: str) -> None:
    READERS[name](yaml.safe_dump(EXAMPLES[name], allow_unicode=True, width=1000))


@pytest.mark.parametrize("name", EXAMPLES)
@settings(deadline=None)
@given(data=st.data())
def test_what_fits_is_read_or_refused_for_what_a_schema_cannot_say(name: str, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(places(EXAMPLES[name]))))
    to = data.draw(VALUES)
    remove = data.draw(st.booleans())
    value = patched(EXAMPLES[name], path, dropped if remove else lambda inner, key: inner.__setitem__(key, to))
    kind = name if name in SCHEMAS else "checklist"
    if slips(kind, value) or (kind == "checklist" and bool(value.get("extends")) is (name != "overlay")):
        return
    try:
        READERS[name](yaml.safe_dump(value, allow_unicode=True, width=1000))
    except ChecklistError as error:
        refers = error.code == "checklist_bad_value" and dict(error.params)["key"] in REFERS
        assert error.code in BEYOND or refers, (error.code, error.params, path, to)
