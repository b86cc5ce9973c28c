"""Supervision by the Inspektorat or the direct superior: report, record, minutes."""

from __future__ import annotations

from dataclasses import replace

from .. import blocks as b
from ..office import Person, day
from ..scene import Scene, Truth
from . import kit as k

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")


def _by_inspectorate(scene: Scene) -> bool:
    return scene.subject == "inspektorat" or (not scene.subject and scene.chance.random() < 0.5)


def _auditor(scene: Scene) -> tuple[str, Person]:
    """Return the inspectorate with the name of its head."""
    inspector = replace(
        scene.office.staff[2], name="Wirasena Purbacaraka, S.E., M.Ak.", nip="197103151996021903", post="Inspektur"
    )
    return f"Inspektorat {scene.office.region}", inspector


def supervision(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A report on supervision: findings, monitoring in chapters, a short one."""
    outer, (name, inspector) = _by_inspectorate(scene), _auditor(scene)
    number, office = k.number(scene, "700"), scene.office
    by = inspector if outer else office.head
    told = Truth(
        number, scene.date, str(scene.year), "", name if outer else office.full, (("signatory", by.name, by.nip),)
    )
    house = replace(office, name="Inspektorat", parent="") if outer else office
    post = "INSPEKTUR," if outer else f"{k.chief(office)} selaku atasan langsung,"
    end: k.Blocks = (b.Sign((k.when(scene), post), by, True, house.stamp),)
    basis = (
        f"Surat Perintah Tugas Nomor 094/{scene.chance.randint(5, 90)}/{scene.date[:4]}"
        if outer
        else "Rapat evaluasi bulanan dan pengawasan melekat atasan langsung"
    )
    what = "penyelenggaraan pelayanan publik"
    if at == 0:
        rows = [
            ("Kondisi", "Dua loket belum memasang persyaratan layanan."),
            ("Kriteria", "Undang-Undang Nomor 25 Tahun 2009."),
            ("Sebab", "Papan belum dianggarkan."),
            ("Akibat", "Pengguna layanan bertanya berulang."),
            ("Rekomendasi", "Memasang papan persyaratan dalam 30 hari."),
        ]
        title = k.title(
            "Laporan Hasil Pengawasan" if outer else "Laporan Hasil Pengawasan Atasan Langsung",
            f"atas {what} pada {office.name}",
            f"Tahun {scene.year}",
        )
        parts = (
            k.part("A. Dasar", basis),
            k.part("B. Tujuan", "Menilai kepatuhan terhadap standar pelayanan."),
            k.part("C. Hasil Pengawasan", k.table(("Unsur", "Uraian"), rows, (3, 12))),
            k.part("D. Simpulan", "Pelayanan berjalan, dengan catatan di atas."),
        )
        return k.paper(
            scene, (b.Kop(house),), title, (b.Text(f"Nomor: {number}", "c"),), *parts, end, title="LHP"
        ), told
    if at == 1:
        body = k.chapters(
            (
                "Pendahuluan",
                k.say(
                    "Monitoring dan evaluasi pelayanan dilaksanakan oleh"
                    f" {name if outer else 'atasan langsung'} berdasarkan {basis}."
                ),
            ),
            (
                "Hasil Monitoring",
                k.listed(
                    "Petugas hadir tepat waktu.", "Persyaratan terpasang di sebagian loket.", "Pengaduan dijawab."
                ),
            ),
            ("Rekomendasi", k.say("Kekurangan diperbaiki paling lambat akhir triwulan.")),
        )
        cover = (
            b.Gap(35),
            b.Title(("LAPORAN MONITORING DAN EVALUASI", what.upper(), office.full.upper(), f"NOMOR {number}"), 16),
            b.Page(),
        )
        return k.paper(scene, cover, body, end, title="Monev"), told
    texts = (
        f"Berdasarkan {basis}, telah dilakukan pemeriksaan atas pelayanan pada"
        f" {office.name} oleh {name if outer else 'atasan langsung melalui rapat internal'}.",
        "Hal yang ditemukan: jam istirahat loket tidak bergantian.",
        "Saran: disusun giliran istirahat petugas.",
    )
    top = (b.Title((f"PEMERINTAH {office.region.upper()}", house.name.upper()), 13),)
    info = k.fields(("Nomor", number), ("Perihal", "Laporan hasil pemeriksaan pelayanan"), ("Tahun", str(scene.year)))
    return k.paper(scene, top, info, k.say(*texts), end, title="Pemeriksaan"), told


def oversight_record(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A record signed by both sides: the classic form, a table of components, a short one."""
    outer, (name, inspector) = _by_inspectorate(scene), _auditor(scene)
    number, office = k.number(scene, "700"), scene.office
    first, second = (inspector if outer else office.head), office.staff[1]
    told = Truth(
        number,
        scene.date,
        str(scene.year),
        "",
        office.full,
        tuple(("signatory", p.name, p.nip) for p in (first, second)),
    )
    who = name if outer else "atasan langsung"
    intro = (
        f"Pada hari ini {scene.chance.choice(WEEKDAYS)} tanggal {day(scene.date)} bertempat di {office.name},"
        f" kami yang bertanda tangan di bawah ini telah melaksanakan pengawasan pelayanan oleh {who}:"
    )
    names = k.fields(("1. Nama", f"{first.name} ({first.post})"), ("2. Nama", f"{second.name} ({second.post})"))
    rows = [
        (1, "Standar pelayanan", "Terpasang", "Perbarui biaya"),
        (2, "Petugas", "Dua orang di loket", "Cukup"),
        (3, "Sarana", "Kursi prioritas ada", "Tambah kursi roda"),
    ]
    grid = k.table(("No", "Komponen", "Pengamatan Lapangan", "Rekomendasi"), rows, (1, 4, 6, 5))
    close = k.say("Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.")
    hands = k.pair(scene, ("Yang diperiksa,", second), ("Yang memeriksa,", first))
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Berita Acara Pengawasan Pelayanan", f"Nomor: {number}"),
            k.say(intro),
            names,
            grid,
            close,
            hands,
            title="BA",
        ), told
    if at == 1:
        return k.paper(
            scene,
            k.title("Berita Acara Monitoring dan Evaluasi Pelayanan Publik", office.full, f"Nomor {number}"),
            k.fields(("Tanggal", day(scene.date)), ("Tim", who)),
            grid,
            close,
            hands,
            title="BA",
        ), told
    texts = (
        f"Tanggal {day(scene.date)} dilaksanakan inspeksi oleh {who} pada ruang pelayanan.",
        "Hasil: antrean tertib; satu loket tutup sebelum waktunya.",
        "Kesepakatan: pengawasan diulang bulan depan.",
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Berita Acara Inspeksi Pelayanan"),
        k.fields(("Nomor", number)),
        k.say(*texts),
        hands,
        title="BA inspeksi",
    ), told


def minutes(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Minutes of a meeting on supervision, or on the Ombudsman's assessment when that is the subject."""
    staff = scene.office.staff
    chair, clerk, guests = staff[0], staff[4], staff[: scene.chance.randint(6, 11)]
    outer = scene.subject != "ombudsman" and _by_inspectorate(scene)
    if scene.subject == "ombudsman":
        agenda = "Tindak lanjut hasil penilaian Ombudsman RI"
        talk = (
            "Ombudsman menilai papan informasi belum lengkap.",
            "Kepala bidang menindaklanjuti dengan pengadaan papan.",
            "Petugas pengaduan menyiapkan register.",
        )
    else:
        agenda = (
            "Pengawasan pelayanan oleh Inspektorat"
            if outer
            else "Rapat evaluasi internal pengawasan pelayanan oleh atasan langsung"
        )
        talk = (
            "Kehadiran petugas loket dievaluasi.",
            "Inspektorat meminta persyaratan dipasang." if outer else "Atasan langsung meminta persyaratan dipasang.",
            "Pelayanan pada jam istirahat diatur bergiliran.",
        )
    people = [("head", chair), ("signatory", clerk), *(("participant", p) for p in guests)]
    told = k.truth(scene, people=people)
    info = (
        ("Hari/Tanggal", f"{scene.chance.choice(WEEKDAYS)}, {day(scene.date)}"),
        ("Waktu", "09.00 s.d. 11.30"),
        ("Tempat", "Ruang rapat"),
        ("Acara", agenda),
        ("Pimpinan rapat", chair.name),
        ("Notulis", clerk.name),
    )
    rows = [(n, p.name, p.post, f"{n}. ......") for n, p in enumerate(guests, 1)]
    attended = k.title("Daftar Hadir") + k.table(("No", "Nama", "Jabatan", "Tanda tangan"), rows, (1, 6, 6, 4))
    hands = k.pair(scene, ("Pimpinan rapat,", chair), ("Notulis,", clerk))
    close = "Kesimpulan: seluruh bidang menyelesaikan perbaikan paling lambat akhir bulan."
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Notulen Rapat"),
            k.fields(*info),
            k.part("Pembahasan:", k.listed(*talk)),
            k.say(close),
            hands,
            (b.Page(),),
            attended,
            title="Notulen",
        ), told
    if at == 1:
        lines = [(n, text, "Kepala Bidang", "Akhir bulan") for n, text in enumerate(talk, 1)]
        grid = k.table(("No", "Pembahasan", "Penanggung jawab", "Batas waktu"), lines, (1, 8, 4, 3))
        return k.paper(
            scene,
            k.title("Notula", agenda),
            k.fields(*info[:3], ("Jumlah peserta", f"{len(guests)} orang")),
            grid,
            k.say(close),
            hands,
            title="Notula",
        ), told
    texts = (
        f"Rapat dibuka oleh {chair.name} pada {day(scene.date)} pukul 09.00"
        f" dengan agenda {agenda.lower().replace('ombudsman ri', 'Ombudsman RI')}.",
        *talk,
        close,
    )
    return k.paper(
        scene, k.typed(scene), k.title("Notulensi Hasil Rapat"), k.say(*texts), hands, title="Notulensi"
    ), told


LAYOUTS: dict[str, k.Three] = {
    "laporan_pengawasan": k.three("laporan_pengawasan", supervision),
    "ba_pengawasan": k.three("ba_pengawasan", oversight_record),
    "notulen_pengawasan": k.three("notulen_pengawasan", minutes),
}
