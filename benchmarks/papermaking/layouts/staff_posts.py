"""Papers about posts rather than people: job analysis and the weighing of posts."""

from __future__ import annotations

from ..scene import Scene, Truth
from . import figures as f
from . import kit as k

DUTIES = (
    "Menyusun rencana kegiatan sesuai program kerja",
    "Memeriksa berkas sesuai ketentuan",
    "Mengolah data dan informasi layanan",
    "Melaporkan hasil pelaksanaan tugas kepada atasan",
)


def analysis(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Job information of one post: the official numbered form, prose by heading, a table of items."""
    post = scene.chance.choice(list(f.held_posts(scene.office))[4:])
    told = k.truth(scene, people=[("signatory", scene.office.head)])
    items = (
        ("Nama Jabatan", post),
        ("Kode Jabatan", f"{scene.chance.randint(1, 9)}.{scene.chance.randint(10, 99)}"),
        ("Ikhtisar Jabatan", f"Melaksanakan kegiatan {post.lower()} agar pelayanan berjalan lancar."),
        ("Kualifikasi Jabatan", "Pendidikan D3/S1; pelatihan teknis; pengalaman satu tahun"),
        ("Hasil Kerja", "Berkas yang diperiksa, laporan, data layanan"),
        ("Bahan Kerja", "Peraturan, berkas permohonan, disposisi"),
        ("Tanggung Jawab", "Kebenaran dan kerahasiaan data"),
        ("Wewenang", "Meminta kelengkapan berkas"),
        ("Syarat Jabatan", "Teliti, mampu mengoperasikan komputer"),
    )
    if at == 0:
        parts = [k.part(f"{n}. {label.upper()}", value) for n, (label, value) in enumerate(items, 1)]
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Informasi Jabatan"),
            *parts,
            k.part("10. TUGAS POKOK", k.listed(*DUTIES)),
            k.signed(scene),
        ), told
    if at == 1:
        rows = [(n, label, value) for n, (label, value) in enumerate(items, 1)]
        top = k.title("Analisis Jabatan (Anjab)", scene.office.full, f"Tahun {scene.year}")
        return k.paper(
            scene,
            top,
            k.table(("No", "Unsur", "Uraian"), rows, (1, 4, 10)),
            k.part("Uraian tugas", k.listed(*DUTIES)),
            k.signed(scene),
        ), told
    text = (
        f"Jabatan {post} berkedudukan di {scene.office.name} dan"
        f" {items[2][1].lower()} {items[3][0]}: {items[3][1].lower()}."
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Lembar Hasil Analisis Jabatan", post),
        k.say(text, "Syarat: teliti dan mampu bekerja sama."),
        k.part("Rincian kegiatan", k.listed(*DUTIES)),
        k.signed(scene),
    ), told


def weighing(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Classes of posts: a table of classes, a factor form of one post, a list by value."""
    told, names = k.truth(scene, people=[("signatory", scene.office.head)]), list(f.held_posts(scene.office))
    rows = [(n, post, max(5, 14 - n), 2400 - 150 * n) for n, post in enumerate(names, 1)]
    if at == 0:
        grid = k.table(("No", "Nama Jabatan", "Kelas Jabatan", "Nilai Jabatan"), rows, (1, 8, 3, 3))
        return k.paper(
            scene, k.kop(scene), k.title("Hasil Evaluasi Jabatan", f"Tahun {scene.year}"), grid, k.signed(scene)
        ), told
    if at == 1:
        factors = (
            "Pengetahuan yang dibutuhkan",
            "Pengawasan penyelia",
            "Pedoman",
            "Kompleksitas",
            "Ruang lingkup dan dampak",
            "Hubungan personal",
        )
        lines = [(n, factor, f"{n}-{n + 1}", 75 * n) for n, factor in enumerate(factors, 1)]
        lines.append(("", "Jumlah", "", sum(75 * n for n in range(1, 7))))  # type: ignore[arg-type]
        grid = k.table(("No", "Faktor Evaluasi", "Tingkat", "Nilai"), lines, (1, 8, 3, 3))
        return k.paper(
            scene, k.title("Formulir Hasil Evaluasi Jabatan", names[-1], scene.office.full), grid, k.signed(scene)
        ), told
    texts = [f"{post}: kelas {level}, nilai {value}." for _, post, level, value in rows]
    return k.paper(scene, k.typed(scene), k.title("Peta dan Kelas Jabatan"), k.listed(*texts), k.signed(scene)), told


LAYOUTS: dict[str, k.Three] = {
    "anjab": k.three("anjab", analysis),
    "evaluasi_jabatan": k.three("evaluasi_jabatan", weighing),
}
