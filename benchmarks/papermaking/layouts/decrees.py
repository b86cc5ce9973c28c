"""Decrees of an office in three layouts each, and the papers that hang on its wall."""

from __future__ import annotations

from ..scene import Layout
from . import head_rules, matters_people, matters_service, standards
from .deciding import Matter, decree
from .matters_held import HELD
from .parts import triple

CHOSEN: dict[str, tuple[Matter, str, str, str]] = {
    "sk_generic": (matters_people.GENERAL, "kop", "letter", "for"),
    "sk_inovasi": (matters_service.INNOVATION, "crown", "kop", "copy"),
    "sk_insentif": (matters_people.PAY, "letter", "short", "crown"),
    "sk_jam_pelayanan": (matters_service.HOURS, "kop", "inside", "acting"),
    "sk_kanal_pengaduan": (matters_service.CHANNELS, "short", "letter", "crown"),
    "sk_kode_etik": (matters_service.ETHICS, "letter", "kop", "copy"),
    "sk_kompensasi": (matters_service.COMPENSATION, "kop", "crown", "inside"),
    "sk_pengaduan": (matters_people.COMPLAINT, "kop", "letter", "ruler"),
    "sk_penghargaan": (matters_people.AWARD, "inside", "acting", "short"),
    "sk_penghubung_sp4n": (matters_people.LIAISON, "short", "kop", "for"),
    "sk_petugas_khusus": (matters_people.SPECIAL, "acting", "crown", "letter"),
    "sk_tarif": (matters_service.TARIFF, "inside", "ruler", "kop"),
    "sk_tim_pengawasan": (matters_people.SUPERVISION, "crown", "kop", "acting"),
    "sk_uraian_tugas": (matters_people.DUTIES, "letter", "copy", "short"),
}


def _three(kind: str, matter: Matter, first: str, second: str, third: str) -> tuple[Layout, Layout, Layout]:
    held = (third, decree(HELD[kind], third, 2))
    return triple(kind, (first, decree(matter, first, 0)), (second, decree(matter, second, 1)), held)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {kind: _three(kind, *chosen) for kind, chosen in CHOSEN.items()}
LAYOUTS["sk_standar_pelayanan"] = triple(
    "sk_standar_pelayanan",
    ("kop", decree(matters_service.STANDARD, "kop", 0)),
    ("letter", decree(matters_service.STANDARD_WHOLE, "short", 1)),
    ("acting", decree(matters_service.STANDARD_WHOLE, "copy", 2)),
)
LAYOUTS |= head_rules.LAYOUTS | standards.LAYOUTS
