"""Reports on events and duties: training, activities, informing the public, minimum service standards."""

from __future__ import annotations

from ..office import day
from ..scene import Scene, Truth
from . import figures as f
from . import kit as k


def _told(scene: Scene) -> Truth:
    return k.truth(scene, people=[("signatory", scene.office.head)])


def training(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A training on handling complaints: letters, chapters, a summary of those trained."""
    told, crew = _told(scene), scene.office.staff[6:12]
    what = scene.subject or scene.chance.choice(
        ("Pengelolaan Pengaduan Pelayanan Publik", "Admin SP4N-LAPOR! dan Penanganan Pengaduan")
    )
    rows = [(n, p.name, p.post) for n, p in enumerate(crew, 1)]
    grid = k.table(("No", "Nama Peserta", "Jabatan"), rows, (1, 7, 7))
    if at == 0:
        parts = (
            k.part("A. Dasar", "Undangan Bagian Organisasi."),
            k.part("B. Waktu dan tempat", f"{day(scene.date)} di {scene.office.place}."),
            k.part("C. Peserta", grid),
            k.part("D. Materi", f"{what}; etika pelayanan."),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Hasil Bimbingan Teknis", what),
            *parts,
            k.signed(scene),
            title="Bimtek",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say(f"Bimtek {what} meningkatkan pengetahuan petugas.")),
            ("Pelaksanaan", k.say(f"Dilaksanakan {day(scene.date)}.") + grid),
            ("Hasil", k.say("Nilai rata-rata peserta naik dari 62 menjadi 84.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Pelaksanaan Bimtek", what), body, k.signed(scene), title="Bimtek"
        ), told
    text = (
        f"Petugas {scene.office.name} mengikuti pelatihan {what.lower()} pada {day(scene.date)}: "
        + ", ".join(p.name for p in crew)
        + "."
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Resume Pelatihan Petugas Pengaduan"),
        k.say(text, "Materi bimbingan teknis dibagikan kepada seluruh petugas."),
        k.signed(scene),
        title="Resume",
    ), told


def activity(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A report on an activity: letters, chapters, a form; often about facilities."""
    what = scene.subject or scene.chance.choice(
        ("Pemeliharaan Sarana dan Prasarana Pelayanan", "Pengadaan Fasilitas Ruang Pelayanan")
    )
    told, rows = _told(scene), [(1, "Kursi ruang tunggu", 12), (2, "Papan informasi", 4), (3, "Bidang miring", 1)]
    grid = k.table(("No", "Uraian", "Jumlah"), rows, (1, 9, 3))
    if at == 0:
        parts = (
            k.part("A. Pendahuluan", f"{what} dilaksanakan pada tahun {scene.year}."),
            k.part("B. Hasil yang dicapai", grid),
            k.part("C. Penutup", "Kegiatan selesai tepat waktu."),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Kegiatan", what, f"Tahun {scene.year}"),
            *parts,
            k.signed(scene),
            title="Kegiatan",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say(f"Latar belakang {what.lower()}.")),
            ("Pelaksanaan Kegiatan", grid),
            ("Kesimpulan dan Saran", k.say("Perawatan dijadwalkan tiap triwulan.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Pelaksanaan Kegiatan", what), body, k.signed(scene), title="Kegiatan"
        ), told
    info = k.fields(
        ("Nama kegiatan", what),
        ("Tanggal", day(scene.date)),
        ("Tempat", scene.office.name),
        ("Biaya", f"Rp{k.rupiah(scene.chance.randint(5, 90) * 1000000)}"),
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Laporan Singkat Pelaksanaan"),
        info,
        grid,
        k.say("Dokumentasi foto terlampir."),
        k.signed(scene),
        title="Laporan",
    ), told


def informing(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Telling the public about services: fields and prose, chapters, a list of villages."""
    told, product = _told(scene), scene.office.products[0].name
    people, place = (
        scene.chance.randint(30, 90),
        f"Balai Desa {scene.chance.choice(('Sukarasa', 'Padaasih', 'Tegalmulya'))}",
    )
    if at == 0:
        info = k.fields(
            ("Hari/Tanggal", day(scene.date)),
            ("Tempat", place),
            ("Peserta", f"{people} orang warga masyarakat"),
            ("Materi", f"Persyaratan {product}"),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Penyuluhan dan Sosialisasi Pelayanan"),
            info,
            k.say("Masyarakat menanyakan biaya dan waktu layanan.", "Tindak lanjut: sosialisasi di desa lain."),
            k.signed(scene),
            title="Penyuluhan",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Sosialisasi mendekatkan layanan kepada masyarakat.")),
            ("Pelaksanaan", k.say(f"Dilaksanakan di {place}, dihadiri {people} warga.")),
            ("Evaluasi", k.say("Peserta memahami alur layanan.")),
        )
        return k.paper(
            scene,
            k.cover(scene, "Laporan Pelaksanaan Sosialisasi", product),
            body,
            k.signed(scene),
            title="Sosialisasi",
        ), told
    rows = [
        (n, village, scene.chance.randint(12, 40))
        for n, village in enumerate(("Sukarasa", "Padaasih", "Bandarjati"), 1)
    ]
    grid = k.table(("No", "Desa", "Warga yang hadir"), rows, (1, 8, 4))
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Rekap Kegiatan Jemput Bola", f"Tahun {scene.year}"),
        k.say(f"Petugas mendatangi masyarakat untuk penyuluhan {product.lower()}."),
        grid,
        k.signed(scene),
        title="Jemput bola",
    ), told


def minimum(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The application of minimum service standards: a table by kind, chapters, a quarter in words."""
    period = f.span(scene)
    told = k.truth(scene, period=k.months(scene, period.first, period.last), people=[("signatory", scene.office.head)])
    rows = []
    for n, kind in enumerate(
        ("Rehabilitasi penyandang disabilitas telantar", "Rehabilitasi anak telantar", "Perlindungan korban bencana"), 1
    ):
        aim = scene.chance.randint(40, 200)
        real = aim - scene.chance.randint(0, 12)
        rows.append((n, kind, aim, real, f"{k.comma(100 * real / aim, 1)} %"))
    grid = k.table(("No", "Jenis Pelayanan Dasar", "Target", "Realisasi", "Capaian"), rows, (1, 8, 3, 3, 3))
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Penerapan Standar Pelayanan Minimal (SPM)", period.name),
            grid,
            k.signed(scene),
            title="SPM",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Dasar: Permendagri Nomor 59 Tahun 2021.")),
            ("Pencapaian SPM", grid),
            ("Kendala dan Solusi", k.say("Data penerima dimutakhirkan.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Pencapaian SPM", period.name), body, k.signed(scene), title="SPM"
        ), told
    texts = [f"{kind}: target {aim}, terlayani {real} ({share})." for _, kind, aim, real, share in rows]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Capaian Layanan Dasar (SPM)", period.name),
        k.listed(*texts),
        k.signed(scene),
        title="SPM",
    ), told


LAYOUTS: dict[str, k.Three] = {
    "laporan_bimtek": k.three("laporan_bimtek", training),
    "laporan_kegiatan": k.three("laporan_kegiatan", activity),
    "laporan_penyuluhan": k.three("laporan_penyuluhan", informing),
    "laporan_spm": k.three("laporan_spm", minimum),
}
