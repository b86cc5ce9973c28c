"""The office a paper comes from: its letterhead, its title, its labels, or the post of who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact, Person
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

KOP_LINES = 6
UNIT_WORDS = 14
OF_EACH = 4
FIRST_TITLE_LINES = 6
LONGEST_CELL = 160

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
    r"|organisasi|unit\s+(?:penyelenggara\s+)?pelayanan|unit\s+layanan)\s{0,9}[:|\t]{1,2}\s{0,9}(.{4,160})$",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(
    r"^(dinas|badan|kantor|balai|satuan) (yang|ini|luar|dalam|dan|atau|terkait|publik|usaha|hukum)\b"
    r"|^badan layanan umum|^kantor\b.{0,3}$|^perjalanan dinas|^balai (?:besar )?sertifikasi elektronik|^badan siber"
)
_STOP = re.compile(
    r"(?i)\b(tahun|nomor|tentang|semester|triwulan|periode|bulan|tanggal|per\s+\d|menimbang|yang|dengan|selaku"
    r"|sebagai|adalah|berdasarkan|untuk"
    r"|pada|dalam|atas|hasil|produk|no|di\s+lingkungan|rincian|laporan|jalan|jl|meraih|raih)\b|[;:(|\t]|\s{3,}|[.…_]{3,}"
    r"|(?<=[a-z]{4})\.(?=\s|$)|,(?=[^,]{3,40},\s?(?:[a-z]{1,4}\.){1,2})|\b(?:mengatakan|menyampaikan|menyusun|merupakan|telah|dapat)\b"
)
_GOES_ON = re.compile(r"^(dan\b|serta\b|kabupaten\b|kab\b|kota\b|provinsi\b|propinsi\b)")
_UNFINISHED = re.compile(r"\b(dan|serta|kabupaten|kab|kota|provinsi|kecamatan|kelurahan|badan|dinas)$")
"""A name that ends so is broken over two lines."""

_REGION_INSIDE = re.compile(r"\b(kabupaten|kab|kota|provinsi|propinsi) [a-z]+$")
_WITH_REGION = re.compile(r"\b(kabupaten|kab|kota|provinsi|propinsi|republik|nasional)\b")
_GOVERNMENT = re.compile(
    r"^\W*(?:pemerintah|pemkab|pemkot)\s+(?:daerah\s+)?((?:kabupaten|kota|provinsi|propinsi)\b.{3,60})$", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\b(?:(?:secara|sertifikat|sertifikasi|tanda tangan) elektronik|bsre|bssn)\b|\bsertifikasi elektronik\b"
)
"""Whose certificate signed a paper is no office the paper is from."""

_OUTSIDE = re.compile(r"^(ombudsman republik indonesia|komisi pemberantasan korupsi|lembaga [a-z]+ [a-z]+)\b")
"""Issuers that are no office of a region; they head their papers themselves."""

_OUTSIDE_GOES_ON = re.compile(r"^(republik indonesia|perwakilan)\b")
_LEADERS = {"camat": "Kecamatan", "lurah": "Kelurahan"}
_INSPECTOR = re.compile(r"^(?:plt |plh |pj )?inspektur\b")
_POST_LABEL = re.compile(r"^\W{0,6}(?:\d{1,2}[.)]?\s{1,3})?jabatan\s{0,9}[:|]\s{0,9}(.{4,160})$", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:kepada\b|yth\b|kpd\b)")
_BEFORE_UNIT = ("perjalanan", "surat", "rumah", "jam", "nota", "oleh", "dari", "kepada")
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
    r"|jadwal|lembar|piagam|sertifikat|agenda|buku|panduan|pedoman|nota|notula|telaah|kuesioner|formulir|semester"
    r"|triwulan|periode|tahun|bulan|info|indeks|visi|struktur|peta|register|kartu|tanda|tentang|dengan|menimbang"
    r"|pemerintah|kepala|camat|lurah|program|kegiatan|renstra|renja|rencana|jalan|alamat)"
)
_SPACED_OUT = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
"""The letters of a word set wide apart: *D I N A S*."""

_AFTERWARDS = re.compile(r"(?: (?:(?:19|20)\d\d|[ivx]{1,5})){1,3}$|(?<![(\w])\)$|(?<=\w)\)$")
"""What stands behind a name and is none of it: a year, the number of the page."""

_SMALL = frozenset(("dan", "di", "pada", "serta", "dengan", "untuk"))
_CAPITALS = frozenset(("UPTD", "UPT", "RSUD", "DPRD", "KB", "II", "III", "IV", "DPMPTSP", "BPS", "RI"))


def office_of(paper: Paper, about: Fact | None, signatory: Person | None) -> Fact | None:
    """Return the office of a paper; that of a regulation is the office it regulates."""
    candidates = (
        _letterhead(paper),
        _outside(paper),
        _inspected(paper, signatory),
        _regulated(about),
        _titled(paper),
        _boxed(paper),
        _labelled(paper),
        _signed(signatory),
        _posted(paper),
        _mentioned(paper),
        _head(paper),
    )
    found = [fact for facts in candidates for fact in islice(facts, OF_EACH)]
    if not found:
        return None
    best = next((fact for fact in found[1:] if fold(fact.value).startswith(fold(found[0].value) + " ")), found[0])
    return _with_region(paper, best)


def written(name: str) -> str:
    """Return an office name in ordinary letters; a name not in capitals stays as it is."""
    name = _AFTERWARDS.sub("", " ".join(_SPACED_OUT.sub(_closed_up, name).split())).strip(" .,:-")
    if not name.isupper():
        return name
    return " ".join(_word(word) for word in name.split())


def _closed_up(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _word(word: str) -> str:
    if word in _CAPITALS:
        return word
    return word.lower() if word.lower() in _SMALL else word.capitalize()


def unit_in(text: str) -> str:
    """Return the first office name in a line, up to the words that end it; empty when there is none."""
    for match in _UNIT.finditer(text.lower()):
        rest = text[match.start() :]
        if _NO_UNIT.search(fold(rest)) or fold(text[: match.start()]).endswith(_BEFORE_UNIT):
            continue
        if _UNIT.match(rest[len(match[0]) :].lower().lstrip()) and match[0] not in ("upt", "uptd", "badan", "dinas"):
            continue
        stop = _STOP.search(rest, len(match[0]))
        name = " ".join(rest[: stop.start() if stop else None].split()[:UNIT_WORDS])
        if not _is_bare(name):
            return name
    return ""


def _is_claim(line: Line) -> bool:
    """Say whether a line belongs to the claim of an electronic signature, which names whose certificate it is."""
    return bool(_CLAIM.search(line.folded))


def _is_bare(name: str) -> bool:
    """Say whether a name is only the kind of office, such as `Dinas` or `Dinas Kabupaten`."""
    words = fold(name).split()
    return words[:1] != ["inspektorat"] and (len(words) < 2 or words[1] in ("kabupaten", "kota", "provinsi", "kab"))


def _letterhead(paper: Paper) -> Iterator[Fact]:
    """Yield the office of a letterhead: the lines between the government's and the address."""
    zone = [line for line in paper.zones.letterhead if not _is_claim(line)][:KOP_LINES]
    region = next((line for line in zone if _REGION.search(line.folded)), None)
    units: list[Line] = []
    for line in zone:
        if _ADDRESS.search(line.folded):
            break
        if units and (not line.text.isupper() or _TITLE_WORD.search(line.folded)):
            break
        if len(line.folded.split()) > UNIT_WORDS:
            continue
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
        names = [names[-1], *names[:-1]]
    whole = " ".join(names)
    if _is_bare(whole):
        return
    if fold(region_name) not in fold(whole):
        whole = f"{written(whole)} {written(region_name)}"
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
        if line.number in paper.cited or _is_claim(line):
            continue
        name, used = _over_lines(paper, line, unit_in(line.text))
        if name:
            yield Fact(written(name), paper.place(*used), confidence)


def _over_lines(paper: Paper, line: Line, name: str) -> tuple[str, list[Line]]:
    """Return an office name with what goes on over the next two lines, and the lines it stands on."""
    used = [line]
    for following in paper.after(line, 2) if name else ():
        if following.page != line.page or not used[-1].text.rstrip().endswith(name[-8:]):
            break
        if not _goes_on(paper, name, following):
            break
        stop = _STOP.search(following.text)
        more = following.text[: stop.start() if stop else None].strip()
        name = f"{name} {more}" if more else name
        used.append(following)
    return name, used


def _goes_on(paper: Paper, name: str, following: Line) -> bool:
    """Say whether the line after one that ends in an office name is the rest of it."""
    words = following.folded.split()
    if "tahun" in words[:2] or any(char.isdigit() for char in following.text[:12]):
        return False
    if _GOES_ON.search(following.folded):
        return True
    if _TITLE_WORD.search(following.folded) or not following.text[:1].isupper() or len(words) > UNIT_WORDS // 2:
        return False
    if _UNFINISHED.search(fold(name)):
        return True
    # A region of two names is broken between them when its whole name stands elsewhere, or one word is left over.
    together = f"{fold(name).split()[-1]} {words[0]}"
    broken = len(words) <= 2 and bool(_REGION_INSIDE.search(fold(name)))
    alone = name.isupper() == following.text.isupper() and len(words) == 1
    return broken and (alone or any(together in line.folded for line in paper.lines))


def _with_region(paper: Paper, fact: Fact) -> Fact:
    """Return an office with its region where the paper says it with the name, or names the government above."""
    if _WITH_REGION.search(fold(fact.value)):
        return fact
    named = r"\s+".join(map(re.escape, fact.value.split()))
    fuller = re.compile(rf"(?i:\b{named})\s+((?i:kabupaten|kota|provinsi)(?:\s+[A-Z][A-Za-z'-]+){{1,3}})")
    first = fact.value.split()[0].lower()
    for line in paper.front:
        match = fuller.search(" ".join(each.text for each in (line, *paper.after(line, 1))))
        if first in line.folded and match:
            return replace(fact, value=f"{fact.value} {written(_clean(match[1]))}")
    for line in paper.lines[:KOP_LINES]:
        match = _GOVERNMENT.match(line.text)
        if match:
            return replace(fact, value=f"{fact.value} {written(_clean(match[1]))}")
    return fact


def _outside(paper: Paper) -> Iterator[Fact]:
    """Yield an issuer outside the region that heads the paper."""
    for line in paper.lines[:2]:
        # Below the first line of a title the Ombudsman is whom the paper answers; nobody answers to the KPK.
        first = line.number == 0 or line.folded.startswith("komisi")
        if not first or not _OUTSIDE.search(line.folded) or not line.text.isupper():
            continue
        used = [line]
        for following in paper.after(line, 2):
            if not _OUTSIDE_GOES_ON.search(following.folded):
                break
            used.append(following)
        yield Fact(written(" ".join(each.text for each in used)), paper.place(*used), 0.85)


def _inspected(paper: Paper, signatory: Person | None) -> Iterator[Fact]:
    """Yield the inspectorate whose head signs: what it writes is about an office, not from it."""
    if signatory is None or not _INSPECTOR.search(fold(signatory.post)):
        return
    for line in paper.lines:
        at = line.text.lower().find("inspektorat ")
        name, used = _over_lines(paper, line, unit_in(line.text[at:]) if at >= 0 else "")
        if _WITH_REGION.search(fold(name)):
            yield Fact(written(name), paper.place(*used), 0.8)


def _boxed(paper: Paper) -> Iterator[Fact]:
    """Yield the office in a cell at the top of a box, where its name is broken over the width of the cell."""
    for page, table in paper.tables()[:2]:
        for cell in (cell for row in table.rows[:2] for cell in row if cell.isupper() and len(cell) < LONGEST_CELL):
            name = unit_in(" ".join(cell.split()))
            place = paper.place_of_words(page, cell) if name else None
            line = next((line for line in paper.lines if name and name.split()[0] in line.text), None)
            if place or line:
                yield Fact(written(name), place or paper.place(*([line] if line else [])), 0.8)


def _posted(paper: Paper) -> Iterator[Fact]:
    """Yield the office in the post of somebody named at the top, as minutes name the parties."""
    for line in paper.front:
        match = _POST_LABEL.match(line.text)
        name, used = _over_lines(paper, line, unit_in(match[1])) if match else ("", [])
        if _WITH_REGION.search(fold(name)):
            yield Fact(written(name), paper.place(*used), 0.6)


def _mentioned(paper: Paper) -> Iterator[Fact]:
    """Yield an office named in a title that is not in capitals; whom a letter is addressed to is none."""
    addressed = {
        each.number
        for line in paper.zones.title
        if _ADDRESSED.search(line.folded)
        for each in (line, *paper.after(line, 3))
    }
    lines = tuple(
        line
        for line in paper.zones.title
        if line.number not in addressed and _TITLE_WORD.search(line.folded) and len(line.folded.split()) <= UNIT_WORDS
    )
    yield from (fact for fact in _in_lines(paper, lines, 0.5) if not fact.value.islower())


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
        name, used = _over_lines(paper, line, unit_in(match[1])) if match else ("", [])
        if name:
            yield Fact(written(name), paper.place(*used), 0.8)
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
    words = signatory.post.split() if signatory else []
    if signatory and len(words) > 1 and words[0].lower() in _LEADERS:
        yield Fact(f"{_LEADERS[words[0].lower()]} {written(_clean(' '.join(words[1:])))}", signatory.place, 0.6)


def _head(paper: Paper) -> Iterator[Fact]:
    for line in (*paper.zones.letterhead, *paper.zones.title):
        if _HEAD.search(line.folded) and len(line.folded.split()) <= 5:
            yield Fact(written(line.text), paper.place(line), 0.4)
