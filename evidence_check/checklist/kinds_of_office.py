"""The kinds of office an item may apply to and an office may call itself."""

OFFICE_KINDS = (
    "dinas", "badan", "kantor", "bagian", "balai", "sekretariat", "inspektorat", "kecamatan", "kelurahan", "desa",
    "puskesmas", "rsud", "uptd", "sekolah", "panti", "mpp", "kementerian", "lembaga", "polres", "kantor_pertanahan",
    "imigrasi", "pemasyarakatan", "pengadilan", "bumd", "bumn",
)  # fmt: skip
