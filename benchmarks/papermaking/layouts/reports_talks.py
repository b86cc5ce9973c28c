"""Standards reviewed, the Ombudsman answered, the public consulted."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Scene, Truth
from . import figures as f
from . import kit as k
from .reports_oversight import WEEKDAYS

GROUPS = ("Pengguna layanan", "Akademisi", "Organisasi masyarakat", "Media", "Instansi terkait")


def review(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The yearly review of service standards: by product in a table, chapters, a list of changes."""
    told = k.truth(scene, people=[("signatory", scene.office.head)])
    rows = [(n, p.name, "Jangka waktu", "Diperpendek satu hari") for n, p in enumerate(scene.office.products, 1)]
    grid = k.table(("No", "Jenis Pelayanan", "Komponen yang ditinjau", "Hasil"), rows, (1, 6, 4, 5))
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Peninjauan Ulang Standar Pelayanan", f"Tahun {scene.year}"),
            k.say("Peninjauan dilakukan sesuai Permen PANRB Nomor 15 Tahun 2014."),
            grid,
            k.signed(scene),
            title="Reviu",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Standar pelayanan ditinjau setiap tahun.")),
            ("Hasil Reviu", grid),
            ("Rekomendasi", k.say("Keputusan penetapan diubah.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Reviu", "Standar Pelayanan Publik"), body, k.signed(scene), title="Reviu"
        ), told
    texts = [f"{row[1]}: {row[2].lower()} {row[3].lower()}." for row in rows]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Monitoring Penerapan Standar Pelayanan", f"Tahun {scene.year}"),
        k.say("Hasil evaluasi penerapan:"),
        k.listed(*texts),
        k.signed(scene),
        title="Monev SP",
    ), told


def ombudsman(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """What was done after the Ombudsman's assessment: a matrix, chapters, a list with photos named."""
    told = k.truth(scene, people=[("signatory", scene.office.head)])
    rows = [
        (1, "Melengkapi papan persyaratan", "Papan dipasang di empat loket", "Selesai"),
        (2, "Menyediakan sarana difabel", "Bidang miring dibangun", "Selesai"),
        (3, "Menetapkan pengelola pengaduan", "Keputusan ditetapkan", "Proses"),
    ]
    grid = k.table(("No", "Saran Ombudsman", "Tindak Lanjut", "Status"), rows, (1, 6, 6, 3))
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Tindak Lanjut Hasil Penilaian Ombudsman RI", f"Tahun {scene.year}"),
            grid,
            k.signed(scene),
            title="TL Ombudsman",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Ombudsman RI menyampaikan saran perbaikan pelayanan.")),
            ("Tindak Lanjut", grid),
            ("Penutup", k.say("Satu saran masih diproses.")),
        )
        return k.paper(
            scene,
            k.cover(scene, "Laporan Pelaksanaan Saran Perbaikan", "Ombudsman Republik Indonesia"),
            body,
            k.signed(scene),
            title="TL",
        ), told
    texts = [f"{saran}: {done.lower()} ({state.lower()})." for _, saran, done, state in rows]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Matriks Perbaikan Layanan", f"atas Penilaian Ombudsman Tahun {scene.year}"),
        k.say("Rekomendasi Ombudsman telah ditindaklanjuti sebagai berikut."),
        k.listed(*texts),
        k.signed(scene),
        title="Perbaikan",
    ), told


def forum_report(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The public consultation forum: chapters, letters, a summary by group."""
    told = k.truth(scene, people=[("signatory", scene.office.head)])
    rows = [
        (n, group, scene.chance.choice(("Persyaratan disederhanakan", "Waktu dipercepat", "Antrean daring")))
        for n, group in enumerate(GROUPS, 1)
    ]
    grid = k.table(("No", "Unsur Peserta", "Masukan"), rows, (1, 6, 8))
    text = (
        f"Forum Konsultasi Publik dilaksanakan tanggal {day(scene.date)}"
        f" dihadiri {scene.chance.randint(25, 60)} peserta."
    )
    if at == 0:
        body = k.chapters(
            ("Pendahuluan", k.say("Dasar: Permen PANRB Nomor 16 Tahun 2017.")),
            ("Pelaksanaan FKP", k.say(text) + grid),
            ("Kesepakatan", k.say("Masukan dituangkan dalam berita acara.")),
        )
        return k.paper(
            scene,
            k.cover(scene, "Laporan Pelaksanaan", "Forum Konsultasi Publik (FKP)"),
            body,
            k.signed(scene),
            title="FKP",
        ), told
    if at == 1:
        parts = (
            k.part("A. Pelaksanaan", text),
            k.part("B. Masukan", grid),
            k.part("C. Rencana tindak lanjut", "Standar pelayanan diperbaiki."),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Forum Konsultasi Publik", f"Tahun {scene.year}"),
            *parts,
            k.signed(scene),
            title="FKP",
        ), told
    texts = [f"{group}: {said.lower()}." for _, group, said in rows]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Rangkuman Hasil Konsultasi Publik"),
        k.say(text.replace("Forum Konsultasi Publik", "Kegiatan konsultasi publik (FKP)")),
        k.listed(*texts),
        k.signed(scene),
        title="FKP",
    ), told


def forum_record(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The record of the forum: on planning and standards, a table of agreements, a short one."""
    office, second = scene.office, scene.office.staff[1]
    number = k.number(scene, "065")
    told = k.truth(scene, number, people=[("signatory", office.head), ("signatory", second)])
    intro = (
        f"Pada hari ini {scene.chance.choice(WEEKDAYS)} tanggal {day(scene.date)} bertempat di aula {office.name}"
        f" telah diselenggarakan Forum Konsultasi Publik tentang perencanaan dan standar pelayanan {office.name}."
    )
    deals = (
        "Persyaratan disederhanakan.",
        "Usulan masyarakat dimuat dalam perencanaan tahun berikutnya.",
        "Hasil forum diumumkan.",
    )
    hands = (
        b.Signs(
            (
                b.Sign(
                    ("Wakil masyarakat,",),
                    None,
                    True,
                    name=f.dice(office, "public").choice(("Ki Jatmika", "Nyai Kalyani", "Wicaksana T.")),
                ),
                k.hand(scene, (k.when(scene), "Sekretaris,"), second),
                k.hand(scene, ("", "Pimpinan,"), office.head),
            )
        ),
    )
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Berita Acara Forum Konsultasi Publik", f"Nomor: {number}"),
            k.say(intro),
            k.part("Kesepakatan:", k.listed(*deals)),
            k.say("Demikian berita acara ini dibuat."),
            hands,
            title="BA FKP",
        ), told
    if at == 1:
        rows = [(n, group, deals[n % 3]) for n, group in enumerate(GROUPS, 1)]
        return k.paper(
            scene,
            k.title("Berita Acara", "Kesepakatan Hasil Forum Konsultasi Publik", office.full, f"Nomor {number}"),
            k.say(intro),
            k.table(("No", "Unsur", "Kesepakatan"), rows, (1, 5, 9)),
            hands,
            title="BA FKP",
        ), told
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Berita Acara Konsultasi Publik"),
        k.fields(
            ("Nomor", number),
            ("Tanggal", day(scene.date)),
            ("Pokok bahasan", "Perencanaan program dan standar pelayanan (FKP)"),
        ),
        k.listed(*deals),
        hands,
        title="BA",
    ), told


LAYOUTS: dict[str, k.Three] = {
    "laporan_reviu_standar": k.three("laporan_reviu_standar", review),
    "laporan_tindak_lanjut_ombudsman": k.three("laporan_tindak_lanjut_ombudsman", ombudsman),
    "laporan_fkp": k.three("laporan_fkp", forum_report),
    "ba_fkp": k.three("ba_fkp", forum_record),
}
