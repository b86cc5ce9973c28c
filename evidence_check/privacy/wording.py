"""The words that tell whose number or address it is: one of the public, of an official, or of an office."""

from __future__ import annotations

import re

PUBLIC = re.compile(
    r"(?i)\b(?:pelapor|pengadu|pemohon|responden|penerima(?: (?:manfaat|bantuan|layanan|pkh|bpnt|bst|blt))?"
    r"|ahli waris|warga|penduduk|pengunjung|tamu|pasien|klien|kepala keluarga|kartu keluarga|orang ?tua|wali murid"
    r"|penyandang|korban|saksi|nik|no\.? ?ktp|kpm|ppks|pelanggan|konsumen|pengguna layanan)(?:nya)?\b"
)
"""People an office serves."""

STAFF = re.compile(
    r"(?i)\b(?:nip|jabatan|pangkat|gol(?:ongan)?|eselon|unit kerja|petugas|pegawai|pejabat|admin(?:istrator)?|operator"
    r"|narahubung|penghubung|contact person|tim|anggota|pelaksana|pengelola|satgas|pendamping|tksk|staf)\b"
)
"""People who serve there."""

OFFICE = re.compile(
    r"(?i)\b(?:kantor|dinas|badan|pemerintah|kecamatan|puskesmas|upt|instansi|opd|lembaga|hotline|call ?cent(?:er|re)"
    r"|hubungi|menghubungi|kontak (?:kami|layanan|pengaduan)|layanan (?:pengaduan|informasi)|pusat layanan|narahubung"
    r"|sp4n|lapor!?|faks?|fax|faksimile?|kode pos|website|situs|instagram|facebook|pengaduan (?:melalui|lewat|via)"
    r"|melalui|sms|petugas|admin|customer service|ulp|loket)\b|go\.id|https?:|www\.|\w@\w"
)
"""A line about an office and the ways to reach it."""

PHONE_LABEL = re.compile(
    r"(?i)(?:te?lp?n?|telepon|hp|handphone|ponsel|wa|whats ?app|kontak)(?: ?/ ?(?:hp|wa|telp|telepon|fax))?"
    r"[^:\d]{0,25}[:.]?\s*[(+\d]"
)
ADDRESS_LABEL = re.compile(
    r"(?i)^[\W\d_]{0,6}(?:[a-z][.)] )?alamat(?: (?:lengkap|rumah|pelapor|pemohon|pengadu|domisili|ktp))?\s*:\s*(.+)"
)
FORM_FIELD = re.compile(
    r"(?i)^[\W\d_]{0,6}(?:[a-z][.)] )?(?:nama(?: lengkap)?|nik|no\.? ?ktp|tempat.{0,12}la?hir|umur|usia|pekerjaan|agama"
    r"|jenis kelamin|status perkawinan)\b[^:]{0,30}:"
)
"""A line of a form about a person."""

HEAD_PHONE = re.compile(r"(?i)\b(?:te?lp?n?|telepon|hp|handphone|ponsel|whats ?app|wa|kontak)\b")
HEAD_ACCOUNT = re.compile(r"(?i)(?<!kode )(?<!uraian )\b(?:no(?:mor)?\.? ?)?rek(?:ening)?\b(?! (?:belanja|kas|koran))")
HEAD_ADDRESS = re.compile(r"(?i)\b(?:alamat(?! (?:e-?mail|web|situs|kantor|instansi|ip))|domisili|tempat tinggal)\b")
HEAD_NAME = re.compile(
    r"(?i)\bnama\b(?!\s*(?:/|dan)?\s*(?:instansi|kantor|opd|unit|layanan|produk|jenis|jabatan|kegiatan|program|barang|"
    r"lembaga|media|aplikasi|desa|kelurahan|kecamatan|puskesmas|sekolah|dokumen|petugas|pegawai|perusahaan|toko|"
    r"pengelola|pejabat|ruang|sarana|indikator))"
)
HEAD_OFFICE = re.compile(
    r"(?i)\b(?:instansi|kantor|opd|puskesmas|sekolah|perusahaan|toko|penyedia|rekanan|e-?mail|website)\b"
)
