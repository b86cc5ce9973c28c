"""Names of files and folders as offices give them."""

from __future__ import annotations

from random import Random

from .item import Item

MONTHS = ("JAN", "FEB", "MAR", "APR", "MEI", "JUN")


def file_name(item: Item, chance: Random) -> str:
    """Return a name without its ending: a telling one, or one that tells nothing."""
    name = item.made.type.replace("_", " ")
    if name.split()[0] in ("sk", "sop", "skp", "ba", "lkjip", "rkpd", "pak"):
        name = name.split()[0].upper() + name[len(name.split()[0]) :]
    else:
        name = name.capitalize()
    year = item.date[:4] if chance.random() < 0.4 else str(item.year)
    if chance.random() < 0.55:
        return chance.choice(
            (
                f"{name} {year}",
                f"{name.upper()}",
                f"{name} FIX",
                f"{name} {year} FINAL (1)",
                f"{name.replace(' ', '_')}_{year}",
                f"{chance.randint(1, 9)}. {name}",
                f"{name} revisi {chance.randint(1, 4)}",
            )
        )
    serial = chance.randint(1, 9999)
    return chance.choice(
        (
            f"Scan{serial:04d}",
            f"CamScanner {serial % 28 + 1:02d}-0{serial % 9 + 1}-{year} {serial % 9 + 8:02d}.{serial % 60:02d}",
            f"IMG-{year}0{chance.randint(1, 9)}{chance.randint(10, 28)}-WA{serial:04d}",
            f"DOC-{serial:05d}",
            f"Dokumen tanpa judul ({serial % 90})",
            f"{chance.choice(MONTHS)} {year} fix banget",
            f"New Microsoft Document {serial % 40}",
            f"lampiran {serial % 30}",
        )
    )


def folder_name(requirement: str, style: int, chance: Random) -> str:
    """Return the folder for a requirement, in the one of three ways this office has."""
    indicator = requirement.rpartition(".")[0] or "LAIN-LAIN"
    loose = chance.choice(("BUKTI DUKUNG", "LAIN-LAIN", "dari bagian umum", "UPLOAD"))
    if style == 0:
        return indicator
    if style == 1:
        return f"{indicator.split('-')[0]}/{indicator} bukti" if chance.random() < 0.8 else loose
    return loose if chance.random() < 0.5 else f"{indicator}/{requirement}".rstrip("/")
