"""The office a paper comes from: its letterhead, its title, its labels, or the post of who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact, Person
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line
from evidence_check.words.zones import CLAIM

KOP_LINES = 6
UNIT_WORDS = 14
OF_EACH = 4
FIRST_TITLE_LINES = 6

_UNIT = re.compile(
    r"\b(dinas|badan|inspektorat|kecamatan|kelurahan|sekretariat (?:daerah|dprd|dewan|jenderal)|satuan polisi|rsud"
    r"|rumah sakit|uptd?|puskesmas|balai|kantor|kementerian)\b"
)
_REGION = re.compile(
    r"^(pemerintah |pemkab |pemkot )?(kabupaten|kab|kota|provinsi|propinsi|daerah (?:kabupaten|kota|provinsi|khusus)"
    r"|prov)\b"
)
_HEAD = re.compile(r"^(bupati|wali ?kota|gubernur) [a-z]")
_ADDRESS = re.compile(
    r"\b(jalan|jl|jln|alamat|telp|telepon|tlp|fax|faksimil\w*|faks|email|e mail|pos el|surel|website|laman|www"
    r"|kode pos|kotak pos)\b"
)
_LABEL = re.compile(
    r"^\W{0,6}(?:\d{1,2}[.)]?\s{1,3})?(?:nama\s+)?(?:unit\s+kerja|instansi|opd|perangkat\s+daerah|unit\s+organisasi"
    r"|satuan\s+kerja|skpd"
    r"|unit\s+(?:penyelenggara\s+)?pelayanan|unit\s+layanan)\s{0,9}[:|\t]{1,2}\s{0,9}(.{4,160})$",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(
    r"^(dinas|badan|kantor|balai|satuan) (yang|ini|luar|dalam|dan|atau|terkait|publik|usaha|hukum)\b"
    r"|^kantor\b.{0,3}$|^perjalanan dinas|^balai (?:besar )?sertifikasi\b"
)
_STOP = re.compile(
    r"(?i)\b(tahun|nomor|tentang|semester|triwulan|periode|bulan|tanggal|per\s+\d|menimbang|yang|dengan|selaku"
    r"|sebagai|adalah|untuk"
    r"|pada|dalam|hasil|produk|no|di\s+lingkungan|rincian|laporan|jalan|jl)\b|[;:(|\t]|\s{3,}|[.…_]{3,}"
)
_GOES_ON = re.compile(r"^(dan\b|serta\b|kabupaten\b|kab\b|kota\b|provinsi\b|propinsi\b)")
_HEADLINE = re.compile(
    r"^[^a-z]{6,}$|^\W{0,3}(?:Dinas|Badan|Inspektorat|Kecamatan|Kelurahan|Puskesmas|UPTD?|RSUD|Kepala|Pada"
    r"|Sekretariat)\b"
)
_LISTED = re.compile(r"^\W{0,2}(?:[a-zA-Z0-9]{1,2}[.)]|[-•])\s")
_SHORT_NAME = re.compile(r"^(?:dis|din|dp|bap|bp|bk|bal)[a-z]{1,10}\b.* (?:kabupaten|kab|kota|provinsi) [a-z]")
_TITLE_WORD = re.compile(
    r"^(keputusan|surat|maklumat|laporan|peraturan|standar|berita|notul|rekap|daftar|sop|rencana|nomor|survei|hasil"
    r"|data|analisis"
    r"|sasaran|evaluasi|pengumuman|undangan|nota|instruksi|bupati|profil|dokumen|forum|indeks|penilaian|perjanjian"
    r"|jadwal|lembar)"
)
_SMALL = frozenset(("dan", "di", "pada", "serta", "dengan", "untuk"))
_CAPITALS = frozenset(("UPTD", "UPT", "RSUD", "DPRD", "KB", "II", "III", "IV", "DPMPTSP", "BPS", "RI"))


def office_of(paper: Paper, about: Fact | None, signatory: Person | None) -> Fact | None:
    """Return the office of a paper; that of a regulation is the office it regulates."""
    candidates = (
        _letterhead(paper),
        _regulated(about),
        _titled(paper),
        _labelled(paper),
        _signed(signatory),
        _head(paper),
    )
    found = [fact for facts in candidates for fact in islice(facts, OF_EACH)]
    if not found:
        return None
    return next((fact for fact in found[1:] if fold(fact.value).startswith(fold(found[0].value) + " ")), found[0])


def written(name: str) -> str:
    """Return an office name in ordinary letters; a name not in capitals stays as it is."""
    name = " ".join(name.split()).strip(" .,:-")
    if not name.isupper():
        return name
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if word in _CAPITALS:
        return word
    return word.lower() if word.lower() in _SMALL else word.capitalize()


def unit_in(text: str) -> str:
    """Return the first office name in a line, up to the words that end it; empty when there is none."""
    for match in _UNIT.finditer(text.lower()):
        rest = text[match.start() :]
        if _NO_UNIT.search(fold(rest)) or fold(text[: match.start()]).endswith(
            ("perjalanan", "surat", "rumah", "jam", "nota")
        ):
            continue
        stop = _STOP.search(rest, len(match[0]))
        name = " ".join(rest[: stop.start() if stop else None].split()[:UNIT_WORDS])
        if not _is_bare(name):
            return name
    return ""


def _is_bare(name: str) -> bool:
    """Say whether a name is only the kind of office, such as `Dinas` or `Dinas Kabupaten`."""
    words = fold(name).split()
    return words[:1] != ["inspektorat"] and (len(words) < 2 or words[1] in ("kabupaten", "kota", "provinsi", "kab"))


def _letterhead(paper: Paper) -> Iterator[Fact]:
    """Yield the office of a letterhead: the lines between the government's and the address."""
    zone = [line for line in paper.zones.letterhead if not CLAIM.search(line.folded)][:KOP_LINES]
    region = next((line for line in zone if _REGION.search(line.folded)), None)
    units: list[Line] = []
    for line in zone:
        if _ADDRESS.search(line.folded):
            break
        if units and not line.text.isupper():
            break
        if line is not region and (units or _UNIT.search(line.folded)):
            units.append(line)
    if not units or (not _has_address(paper) and region is None):
        return
    if not _has_address(paper):
        units += _rest_of_kop(paper)
    region_name = (
        re.sub(r"(?i)^\W*(pemerintah|pemkab|pemkot)\s+(daerah\s+(?=kab|kota|prov))?", "", region.text) if region else ""
    )
    names = [name for line in units if (name := _clean(line.text))]
    if len(names) > 1 and re.match(r"(?i)(uptd?|puskesmas|balai|rsud)\b", names[-1]):
        names.reverse()
    whole = " ".join(names)
    if _is_bare(whole):
        return
    if fold(region_name) not in fold(whole):
        whole = f"{whole} {region_name}"
    yield Fact(written(whole), paper.place(*([region] if region else []), *units), 0.95)


def _rest_of_kop(paper: Paper) -> list[Line]:
    """Return lines that go on the name of the office where the letterhead has no address to end it."""
    rest: list[Line] = []
    for line in paper.zones.title[:2]:
        if not line.text.isupper() or _TITLE_WORD.search(line.folded) or len(line.folded.split()) > 8:
            break
        rest.append(line)
    return rest if len(rest) < 2 else rest[:1]


def _clean(text: str) -> str:
    return _STOP.split(text.strip(), maxsplit=1)[0]


def _has_address(paper: Paper) -> bool:
    return any(_ADDRESS.search(line.folded) for line in paper.zones.letterhead)


def _regulated(about: Fact | None) -> Iterator[Fact]:
    name = unit_in(about.value) if about else ""
    if about and name:
        yield Fact(written(name), about.place, 0.8)


def _in_lines(paper: Paper, lines: tuple[Line, ...], confidence: float) -> Iterator[Fact]:
    for line in lines:
        name = unit_in(line.text) if line.number not in paper.cited else ""
        if not name:
            continue
        used = [line]
        for following in paper.after(line, 2):
            joined = line.text.rstrip().endswith(name[-8:]) and _GOES_ON.search(following.folded)
            if following.page != line.page or not joined or "tahun" in following.folded.split()[:2]:
                break
            stop = _STOP.search(following.text)
            name = f"{name} {following.text[: stop.start() if stop else None]}"
            used.append(following)
        yield Fact(written(name), paper.place(*used), confidence)


def _titled(paper: Paper) -> Iterator[Fact]:
    first = len(paper.zones.letterhead) + FIRST_TITLE_LINES
    shouted = tuple(
        line
        for line in paper.zones.title
        if _HEADLINE.search(line.text)
        and not _LISTED.search(line.text)
        and (line.text.isupper() or line.number < first)
    )
    yield from _in_lines(paper, (*paper.zones.letterhead, *shouted), 0.85)
    for line in shouted:
        if _SHORT_NAME.search(line.folded) and len(line.folded.split()) <= UNIT_WORDS:
            yield Fact(" ".join(line.text.split()), paper.place(line), 0.7)


def _labelled(paper: Paper) -> Iterator[Fact]:
    for line in paper.front:
        match = _LABEL.match(line.text)
        name = unit_in(match[1]) if match else ""
        if name:
            yield Fact(written(name), paper.place(line), 0.8)
    for page, table in paper.tables():
        for row in table.rows:
            cells = [cell.strip(" :") for cell in row if cell.strip(" :")]
            for label, value in pairwise(cells):
                place = paper.place_of_words(page, value) if _LABEL.match(f"{label} : {value}") else None
                if place and unit_in(value):
                    yield Fact(written(unit_in(value)), place, 0.75)


def _signed(signatory: Person | None) -> Iterator[Fact]:
    name = unit_in(signatory.post) if signatory else ""
    if signatory and name:
        yield Fact(written(name), signatory.place, 0.7)


def _head(paper: Paper) -> Iterator[Fact]:
    for line in (*paper.zones.letterhead, *paper.zones.title):
        if _HEAD.search(line.folded) and len(line.folded.split()) <= 5:
            yield Fact(written(line.text), paper.place(line), 0.4)
