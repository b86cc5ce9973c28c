"""An office on disk: its folder with the settings and the files, and the truth about it beside the folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import yaml
from papermaking.broken import archive, thumbs
from papermaking.invent import invent
from papermaking.layouts.registry import layouts
from papermaking.office import Office
from papermaking.photo import board
from papermaking.scene import Layout
from papermaking.services import KINDS

from .asked import Asked, asked
from .drawing import Drawer
from .item import Item
from .judging import judged
from .naming import file_name, folder_name
from .printing import Printed, printed

INSIDE = "/› "
NOT_ASKED = ("IN-02.5",)
YEARS = {"ombudsman-2026": (2026,), "ombudsman-2022-2024-dinas": (2022, 2023, 2024)}


@dataclass(frozen=True)
class Filed:
    """A file as it lies in the folder, and the papers in it."""

    path: str
    file: Printed
    items: tuple[Item, ...]
    trait: str = ""


def write(folder: Path, seed: str, medium: str, kept: str, checklist: str, many: int) -> None:
    """Write one office and its truth; `kept` is all, seen or held-out: which layouts its papers may have."""
    chance = Random(seed)
    checklist = checklist or chance.choice(tuple(YEARS))
    kinds = [kind for kind in KINDS if checklist == "ombudsman-2026" or kind.kind in ("dinas", "badan")]
    office, year = invent(chance, chance.choice(kinds)), chance.choice(YEARS[checklist])
    requirements = asked(checklist)
    drawer = Drawer(office, year, chance, _allowed(kept))
    drawer.requirements([each for each in requirements if each.method == "document" and each.id not in NOT_ASKED])
    drawer.noise(max(0, many - len(drawer.items)))
    filed = _filed(drawer.items, medium, chance)
    extra = strays(office, year, chance)
    _save(folder, filed, extra, settings(office, checklist, year))
    told = truth(office, checklist, year, seed, medium, requirements, filed) | {"files": files_of(filed, extra)}
    Path(f"{folder}.truth.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _allowed(kept: str) -> dict[str, tuple[Layout, ...]]:
    part = {"all": (0, 1, 2), "seen": (0, 1), "held-out": (2,)}[kept]
    return {type_: tuple(three[at] for at in part) for type_, three in layouts().items()}


def settings(office: Office, checklist: str, year: int) -> str:
    """Return the office's own file."""
    told: dict[str, object] = {
        "format": 1,
        "office": office.name,
        "region": office.region,
        "aliases": [office.short],
        "kind": office.kind,
        "checklist": checklist,
        "year": year,
        "products": [product.name for product in office.products],
    }
    if checklist == "ombudsman-2026":
        told["not_applicable"] = [
            {"requirement": "IN-02.5", "reason": "Pemerintah daerah tidak menyusun DIPA", "by": "Sekretaris"}
        ]
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False)


def _filed(items: Sequence[Item], medium: str, chance: Random) -> list[Filed]:
    """Return the files: most papers alone, some bound together, some upside down, some misplaced."""
    style, found, taken, left = chance.randrange(3), [], {"evidence-check.yaml"}, list(items)
    chance.shuffle(left)
    while left:
        kind = _medium(left[0], medium, chance)
        size = chance.randint(2, 4) if kind in ("text", "scan") and chance.random() < 0.12 else 1
        group = tuple(left[:size])
        del left[:size]
        turned = kind == "scan" and chance.random() < 0.1
        file = printed([item.made for item in group], kind, chance, turned)
        traits = [name for name, on in (("bundle", len(group) > 1), ("upside_down", turned)) if on]
        asked_for = chance.choice(items).asked if chance.random() < 0.1 else group[0].asked
        lost = asked_for != group[0].asked
        home = folder_name(asked_for, style, chance)
        path = _free(f"{home}/{file_name(group[0], chance)}", file.ending, taken)
        found.append(Filed(path, file, group, " ".join([*traits, *(["wrong_folder"] if lost else [])])))
    return found


def _medium(item: Item, medium: str, chance: Random) -> str:
    sheet = isinstance(item.made.paper, tuple)
    if medium == "mixed":
        medium = chance.choices(("text", "scan", "docx"), (50, 32, 18))[0]
    if sheet and (medium == "docx" or (medium == "text" and chance.random() < 0.6)):
        return "xlsx"
    return medium


def _free(path: str, ending: str, taken: set[str]) -> str:
    found, at = f"{path}.{ending}", 1
    while found.lower() in taken:
        at += 1
        found = f"{path} ({at}).{ending}"
    taken.add(found.lower())
    return found


def _packed(filed: Sequence[Filed]) -> tuple[list[Filed], list[Filed]]:
    """Return the files that stay loose and the two or three that lie in an archive."""
    small = [each for each in filed if each.file.ending in ("pdf", "docx")][:3]
    return [each for each in filed if each not in small], small


def strays(office: Office, year: int, chance: Random) -> dict[str, bytes]:
    """Return files that are no papers: two photos of boards and what a system leaves behind."""
    found = {"Thumbs.db": thumbs()}
    for heading in chance.sample(("ALUR PELAYANAN", "RUANG TUNGGU", "KOTAK SARAN", "LOKET 1"), 2):
        day, minute = chance.randint(10, 28), chance.randint(10, 59)
        stamp = f"{year}-0{chance.randint(1, 8)}-{day} at 09.{minute}.{chance.randint(10, 59)}"
        found[f"FOTO/WhatsApp Image {stamp}.jpeg"] = board(stamp, heading, (office.name.upper(), office.region.upper()))
    return found


def _save(folder: Path, filed: list[Filed], extra: dict[str, bytes], told: str) -> None:
    loose, packed = _packed(filed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "evidence-check.yaml").write_text(told, "utf-8")
    held = {each.path: each.file.data for each in loose} | extra
    held["kiriman.zip"] = archive({each.path: each.file.data for each in packed})
    for name, data in held.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def truth(
    office: Office, checklist: str, year: int, seed: str, medium: str, requirements: Sequence[Asked], filed: list[Filed]
) -> dict[str, object]:
    """Return what is true about the folder, in the form `offices.py` tells."""
    items = [item for each in filed for item in each.items]
    products = [product.name for product in office.products]
    verdicts = []
    for requirement in requirements:
        met, why = judged(requirement, items, products, year)
        if requirement.id in NOT_ASKED:
            met, why = None, "not applicable"
        verdicts.append({"id": requirement.id, "met": met, "why": why})
    head = {"format": 1, "office": office.full, "checklist": checklist, "year": year, "seed": seed, "medium": medium}
    return {**head, "files": {}, "requirements": verdicts}


def files_of(filed: list[Filed], extra: dict[str, bytes]) -> dict[str, list[dict[str, object]]]:
    """Return the papers of every file by its path."""
    loose, packed = _packed(filed)
    files = {each.path: _papers(each) for each in loose} | {name: [] for name in (*extra, "kiriman.zip")}
    files |= {f"kiriman.zip{INSIDE}{each.path}": _papers(each) for each in packed}
    return dict(sorted(files.items()))


def _papers(filed: Filed) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for item, (first, last) in zip(filed.items, filed.file.parts, strict=True):
        facts: dict[str, object] = asdict(item.made.truth)
        facts["people"] = [list(person) for person in item.made.truth.people]
        found.append(
            {
                "first": first,
                "last": last,
                "type": item.made.type,
                "layout": item.made.layout,
                "held_out": item.held_out,
                "medium": filed.file.medium,
                "defect": item.defect,
                "asked": item.asked,
                "trait": filed.trait,
                "facts": facts,
            }
        )
    return found
