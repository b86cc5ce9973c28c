"""SOPs: what is done step by step (`Routine`), and the looks in which offices and clinics print it."""

from __future__ import annotations

from dataclasses import dataclass

from .. import blocks as b
from ..office import day
from ..scene import Scene, Truth
from .parts import Draw, Drawn, chief, earlier, entry, filled, heads, number, printed, some, weekday


@dataclass(frozen=True)
class Routine:
    """One routine: its name, what it is and is for, the laws, who acts, and the steps (text, actor, time, output)."""

    name: str
    meaning: str
    aim: str
    laws: tuple[str, ...]
    actors: tuple[str, ...]
    steps: tuple[tuple[str, int, str, str], ...]
    tools: str = "Komputer, printer, alat tulis, buku register"
    warning: str = "Apabila tidak dilaksanakan sesuai prosedur maka pelayanan terhambat"


Box = tuple[tuple[str, ...], ...]


def drawn(look: str, routine: Routine) -> tuple[str, Draw]:
    """Return a named layout of a routine in one of the looks."""
    make = {"box": _box, "clinic": _clinic, "portrait": _portrait, "manual": _manual, "steps": _steps}[look]

    def draw(scene: Scene) -> Drawn:
        return make(scene, routine)

    return look, draw


def _truth(scene: Scene, value: str) -> Truth:
    return Truth(value, scene.date, "", "", scene.office.full, (entry("signatory", scene.office.head),))


def _approval(scene: Scene, mark: str) -> str:
    head = scene.office.head
    return f"{chief(scene.office)}\n\n{mark}\n\n{head.name}\n{head.rank}\nNIP. {head.spaced}"


def _identity(scene: Scene, routine: Routine, value: str, dates: tuple[str, str], mark: str) -> b.Grid:
    made, revised = dates
    owner = f"PEMERINTAH {scene.office.region.upper()}\n\n{scene.office.name.upper()}"
    rows = (
        (owner, "Nomor SOP", value),
        ("", "Tanggal Pembuatan", made),
        ("", "Tanggal Revisi", revised),
        ("", "Tanggal Pengesahan", day(scene.date)),
        ("", "Disahkan oleh", _approval(scene, mark)),
        ("", "Nama SOP", routine.name),
    )
    return b.Grid(rows, (6, 4, 7), head=0, spans=((0, 0, 0, 5),), size=9.5)


def _box(scene: Scene, routine: Routine) -> Drawn:
    value = number(scene, "sop", 60)
    ink = scene.chance.random() < 0.5
    dates = (day(earlier(scene.date, scene.chance.randint(5, 40))), "-")
    laws = "\n".join(f"{at}. {law}" for at, law in enumerate(routine.laws, 1))
    info: Box = (
        ("Dasar Hukum", "Kualifikasi Pelaksana"),
        (laws, "1. Memahami tugas dan fungsi\n2. Mampu mengoperasikan komputer\n3. Komunikatif"),
        ("Keterkaitan", "Peralatan/Perlengkapan"),
        ("1. SOP Surat Masuk\n2. SOP Pengarsipan", routine.tools),
        ("Peringatan", "Pencatatan dan Pendataan"),
        (routine.warning, "Disimpan sebagai data elektronik dan manual"),
    )
    blocks = (
        _identity(scene, routine, value, dates, " " if ink else "ttd"),
        *((b.Seal(scene.office.head, scene.office.stamp, 0.80, 24),) if ink else ()),
        b.Grid(info, (1, 1), head=0, bold_rows=(0, 2, 4)),
        b.Page(),
        _flow_table(routine, "X"),
    )
    paper = printed(scene, blocks, font="Helvetica", landscape=True, title=f"SOP {routine.name}")
    return paper, _truth(scene, value)


def _flow_table(routine: Routine, mark: str, short: bool = False) -> b.Grid:
    actors = routine.actors
    blank = ("",) * (len(actors) - 1)
    last = len(actors)
    top = ("No", "Uraian Kegiatan", "Pelaksana", *blank, "Mutu Baku", "", "", "Ket.")
    under = ("", "", *actors, "Kelengkapan", "Waktu", "Output", "")
    rows = []
    for at, (text, who, time, output) in enumerate(routine.steps, 1):
        marks = tuple(mark if who == column else "" for column in range(last))
        rows.append((str(at), text, *marks, "Berkas" if not short else "Formulir", time, output, ""))
    spans = ((0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 1 + last, 0), (2 + last, 0, 4 + last, 0), (5 + last, 0, 5 + last, 1))
    widths = (1, 7, *((2.3,) * last), 2.8, 2.3, 3, 1.5)
    return b.Grid((top, under, *rows), widths, head=2, size=8, spans=spans)


def _clinic(scene: Scene, routine: Routine) -> Drawn:
    value = number(scene, "sop", 60)
    head = scene.office.head
    unit = f"{scene.office.name.upper()}\n{scene.office.region.upper()}"
    signer = f"{chief(scene.office)}\n\nttd\n\n{head.name}\nNIP. {head.spaced}"
    rows = (
        (unit, routine.name.upper(), "", signer),
        ("S O P", "No. Dokumen", value, ""),
        ("", "No. Revisi", scene.chance.choice(("00", "01", "02")), ""),
        ("", "Tanggal Terbit", day(scene.date), ""),
        ("", "Halaman", "1/2", ""),
    )
    steps = "\n".join(
        f"{chr(97 + at)}. {routine.actors[step[1]]}: {step[0]} ({step[2]})" for at, step in enumerate(routine.steps)
    )
    body = (
        ("1. Pengertian", routine.meaning),
        ("2. Tujuan", routine.aim),
        ("3. Kebijakan", f"Keputusan {chief(scene.office)} Nomor 188.45/17/2019 tentang Standar Pelayanan"),
        ("4. Referensi", "\n".join(routine.laws)),
        ("5. Prosedur", steps),
        ("6. Unit Terkait", ", ".join(routine.actors)),
        ("7. Dokumen Terkait", routine.tools),
        ("8. Rekam Historis Perubahan", "Nomor | Yang diubah | Isi perubahan | Tanggal mulai diberlakukan: -"),
    )
    blocks = (
        b.Grid(rows, (4, 4, 5, 5), head=0, spans=((1, 0, 2, 0), (0, 1, 0, 4), (3, 0, 3, 4)), size=9.5),
        b.Grid(body, (4, 12), head=0, size=10),
        b.Page(),
        b.Text("9. Bagan Alir", "l", True),
        b.Flow(tuple(step[0][:52] for step in routine.steps)),
    )
    return printed(scene, blocks, font="Helvetica", size="a4"), _truth(scene, value)


def _portrait(scene: Scene, routine: Routine) -> Drawn:
    value = number(scene, "code", 90)
    dates = (day(earlier(scene.date, 60)), day(earlier(scene.date, 7)))
    blocks: tuple[b.Block, ...] = (
        b.Kop(scene.office),
        b.Title(("STANDAR OPERASIONAL PROSEDUR (SOP)", routine.name.upper()), 13),
        b.Fields(
            (
                ("Nomor", value),
                ("Tanggal dibuat", dates[0]),
                ("Revisi terakhir", dates[1]),
                ("Mulai berlaku", day(scene.date)),
            )
        ),
        *(
            b.Text(f"{mark} {text}")
            for mark, text in (("A. Maksud dan tujuan.", routine.aim), ("B. Pengertian.", routine.meaning))
        ),
        b.Text("C. Dasar hukum", "l"),
        *(b.Text(f"{at}. {law}", indent=5) for at, law in enumerate(routine.laws, 1)),
        b.Text("D. Langkah-langkah", "l"),
        *(
            b.Text(f"{at}. {routine.actors[who]} {text[0].lower()}{text[1:]} dalam waktu {time}.", indent=5)
            for at, (text, who, time, _) in enumerate(routine.steps, 1)
        ),
        b.Text(f"E. Peringatan. {routine.warning}."),
        *heads(scene, "ink"),
    )
    return printed(scene, blocks, title=routine.name), _truth(scene, value)


def _manual(scene: Scene, routine: Routine) -> Drawn:
    value = number(scene, "tail", 90)
    drafter, checker = some(scene, 2)
    rows = (
        ("PROSEDUR TETAP", f"No. {value}"),
        (routine.name.upper(), f"Tanggal {day(scene.date)}"),
        ("Disusun oleh", f"{drafter.name} ({drafter.post})"),
        ("Diperiksa oleh", f"{checker.name} ({checker.post})"),
    )
    opening = (
        f"Pada {weekday(scene.date)}, {day(scene.date)}, prosedur tetap Nomor {value} dinyatakan berlaku pada"
        f" {scene.office.full}. {routine.meaning}"
    )
    parts = tuple(
        (f"{at}", text, f"{routine.actors[who]}; {time}; {output}")
        for at, (text, who, time, output) in enumerate(routine.steps, 1)
    )
    blocks = (
        b.Grid(rows, (1, 1), head=0, size=11),
        b.Text(opening),
        b.Grid((("Langkah", "Apa yang dikerjakan", "Siapa; berapa lama; apa hasilnya"), *parts), (2, 8, 7), size=10),
        b.Text(f"Rujukan: {'; '.join(routine.laws)}.", size=9),
        *heads(scene, "tte", upper=False, opening=("Disetujui oleh",)),
    )
    known = _truth(scene, value)
    return printed(scene, blocks, "tte", "Times"), known


def _steps(scene: Scene, routine: Routine) -> Drawn:
    value = number(scene, "year", 40)
    about = filled(f"SOP {routine.name} pada {{office}}", scene)
    annex = f"LAMPIRAN KEPUTUSAN {chief(scene.office).upper()}\nNOMOR {value}\nTENTANG {about.upper()}"
    blocks = (
        b.Text(annex, "l", size=9, indent=80),
        b.Title(("PROSEDUR OPERASIONAL STANDAR", routine.name.upper()), 13),
        b.Text(f"Tujuan: {routine.aim}"),
        _flow_table(routine, "V", short=True),
        b.Text(f"Catatan: {routine.warning}. Perlengkapan: {routine.tools}.", size=9),
        *heads(scene, "ttd", opening=(f"Ditetapkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks, landscape=True), _truth(scene, value)
