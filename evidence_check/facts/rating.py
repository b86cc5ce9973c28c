"""Who is rated in a performance paper and who rates: two blocks with the same labels, often side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.signature import clean_name
from evidence_check.model.facts import Person
from evidence_check.model.files import Place
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

REACH = 26
IDENTITY_LINES = 30


def _eased(text: str) -> str:
    """Return a folded text in which what recognition takes for each other, i, l and 1, is the same."""
    return text.replace("l", "i").replace("1", "i")


# A blank between two words may be lost where a heading is written with spaced letters.
_HEADING = re.compile(
    _eased(
        r"\b(?P<superior>atasan pejabat penilai(?: kinerja)?)\b|\b(?P<rater>pejabat penilai(?: kinerja)?"
        r"|pejabat yang menilai|atasan langsung)\b"
        r"|\b(?P<rated>(?:pegawai|pns|pegawai negeri sipil|asn|pppk)(?: negeri sipil)? yang dinilai|yang dinilai)\b"
    ).replace(" ", " ?")
)
_ENTRY = re.compile(
    r"(?<![A-Za-z])(?P<label>NAMA|NIP|NIPPPK|NI PPPK)(?![A-Za-z])(?P<more>\s{1,2}(?:LENGKAP|PEGAWAI|PNS|ASN|PPPK"
    r"|/\s?NIP))?[\s:.|=»«;—-]{0,12}"
    r"(?P<value>.*?)(?=(?<![A-Za-z])(?:\d{1,2}[.)]?\s{1,3})?(?:NAMA|NIP|PANGKAT|JABATAN|UNIT KERJA"
    r"|INSTANSI)(?![A-Za-z])|$)",
    re.IGNORECASE,
)
_LABELS = {
    **dict.fromkeys(("nama", "namalengkap", "namapegawai", "namapns", "namaasn"), "name"),
    **dict.fromkeys(("nip", "nlp", "n1p", "nippppk", "nipppk"), "nip"),
}
_NOT_PERSON = re.compile(
    r"^(jabatan|kegiatan|sop|pelayanan|layanan|dinas|unit|opd|instansi|barang|dan|tanda|perangkat|terang|jelas)\b"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled value, `field` being `name` or `nip`, with the role its heading gives it (empty: none)."""

    field: str
    value: str
    place: Place
    role: str = ""


def rating_of(paper: Paper, wanted: bool) -> tuple[Person, ...]:
    """Return the persons of the rating blocks: `rated`, `rater`, or `unsure` when they cannot be told apart.

    Without such blocks the one person of an identity block is `rated` if `wanted`, else nobody.
    """
    for page, rows in ((page, table.rows) for page, table in paper.tables()):
        told = _told(_table_entries(paper, page, rows))
        if told:
            return told
    headed = list(_headed(paper))
    if headed:
        return _told(_text_entries(paper, headed)) or ()
    return _identity(paper) if wanted else ()


def _roles(folded: str) -> list[str]:
    return [match.lastgroup or "" for match in _HEADING.finditer(_eased(folded))]


def _told(entries: list[Entry]) -> tuple[Person, ...]:
    """Return one person for each role that has a name or a NIP of its own."""
    people: list[Person] = []
    for role in ("rated", "rater", "superior", "unsure"):
        names = [entry for entry in entries if entry.role == role and entry.field == "name"]
        nips = [entry for entry in entries if entry.role == role and entry.field == "nip"]
        for index in range(max(len(names), len(nips)) if role == "unsure" else min(1, len(names) + len(nips))):
            name = names[index] if index < len(names) else None
            nip = nips[index] if index < len(nips) and (role != "unsure" or not names) else None
            shown = name or nip
            if shown is not None:
                people.append(Person(name.value if name else "", role, shown.place, nip.value if nip else ""))
    return tuple(people) if any(person.role in ("rated", "unsure") for person in people) else ()


# ---------------------------------------------------------------- tables


def _table_entries(paper: Paper, page: int, rows: tuple[tuple[str, ...], ...]) -> list[Entry]:
    """Return the labelled cells under the headings; the heading above, or the nearest to the left, gives the role."""
    headings: list[tuple[int, str]] = []
    entries: list[Entry] = []
    for row in rows:
        found = [(column, roles[0]) for column, cell in enumerate(row) if len(roles := _roles(fold(cell))) == 1]
        if found and not any(_label_of(cell) for cell in row):
            headings = found
            continue
        if headings:
            entries += _row_entries(paper, page, row, headings)
    return entries


def _label_of(cell: str) -> str:
    """Return which field a cell is the label of, its number or letter aside; empty when it is none."""
    letters = fold(cell).replace(" ", "")
    return next((_LABELS[each] for each in (letters, letters[1:]) if each in _LABELS), "")


def _row_entries(paper: Paper, page: int, row: tuple[str, ...], headings: list[tuple[int, str]]) -> Iterator[Entry]:
    for column, cell in enumerate(row):
        field = _label_of(cell)
        if not field:
            continue
        value = next((other.strip(" :\n") for other in row[column + 1 :] if other.strip(" :\n")), "")
        role = [role for start, role in headings if start <= column + 1] or [headings[0][1]]
        place = paper.place_of_words(page, value) if value and not _label_of(value) else None
        if place is not None:
            yield from _entry(field, value, place, role[-1])


def _entry(field: str, value: str, place: Place, role: str) -> Iterator[Entry]:
    if field == "nip":
        nips = [nip for nip in nips_in(value) or nips_in(f"NIP {value}") if nip.valid]
        if nips:
            yield Entry("nip", nips[0].digits, place, role)
        return
    name = re.sub(r"(?<![\s|])[\s|]++\d{0,2}[.)]?$", "", clean_name(value)).strip()
    if re.search(r"[A-Za-z]{2}", name) and not _NOT_PERSON.search(fold(name)):
        yield Entry("name", name, place, role)


# ---------------------------------------------------------------- text


def _headed(paper: Paper) -> Iterator[Line]:
    """Yield the heading lines of the first page that has one for the person rated."""
    page = next((line.page for line in paper.lines if "rated" in _roles(line.folded) and _is_heading(line)), None)
    for line in paper.lines:
        if line.page == page and _roles(line.folded) and _is_heading(line):
            yield line


def _is_heading(line: Line) -> bool:
    return len(line.folded.split()) <= 14


def _text_entries(paper: Paper, headed: list[Line]) -> list[Entry]:
    first = headed[0]
    region = [line for line in (first, *paper.after(first, REACH * 2)) if line.page == first.page]
    entries: list[Entry] = []
    pending: list[str] = []
    for line in region:
        roles = _roles(line.folded) if _is_heading(line) else []
        labelled = [] if roles and len(roles) > 1 else list(_line_entries(paper, line))
        if roles and not (labelled and entries and pending == roles):
            if pending and _open(entries):
                if "rated" in {entry.role for entry in _assigned(entries, pending)} and set(pending) >= set(roles):
                    break
                entries, pending = _assigned(entries, pending), []
            pending = [*pending, *roles] if not _open(entries) else [*roles]
        entries += labelled
    return _assigned(entries, pending)


def _open(entries: list[Entry]) -> bool:
    return any(not entry.role for entry in entries)


def _assigned(entries: list[Entry], headings: list[str]) -> list[Entry]:
    """Return the entries with the roles of the headings that stand above them, or `unsure` when they do not tally."""
    given = [entry for entry in entries if entry.role]
    loose = [entry for entry in entries if not entry.role]
    names = [entry for entry in loose if entry.field == "name"]
    nips = [entry for entry in loose if entry.field == "nip"]
    if len(headings) == 1:
        return given + [_with(entry, headings[0]) for group in (names, nips) for entry in group[:1]]
    tally = len(names) in (0, len(headings)) and len(nips) in (0, len(headings)) and names + nips
    if tally:
        return given + [
            _with(entry, role) for group in (names, nips) for entry, role in zip(group, headings, strict=False)
        ]
    return given + [_with(entry, "unsure") for entry in loose]


def _with(entry: Entry, role: str) -> Entry:
    return Entry(entry.field, entry.value, entry.place, role)


def _line_entries(paper: Paper, line: Line) -> Iterator[Entry]:
    nips = [nip for nip in nips_in(line.text) if nip.valid]
    place = paper.place(line)
    for match in _ENTRY.finditer(line.text):
        if match["label"].upper() == "NAMA":
            yield from _entry("name", match["value"], place, "")
    for nip in nips:
        yield Entry("nip", nip.digits, place, "")


def _identity(paper: Paper) -> tuple[Person, ...]:
    """Return the one person of the identity block at the top, as `rated`; several as `unsure`."""
    block = paper.lines[:IDENTITY_LINES]
    end = next(
        (line.number for line in block if re.match(r"(mengetahui|menyetujui|atasan|demikian)\b", line.folded)),
        IDENTITY_LINES,
    )
    block = block[:end]
    found = [entry for line in block if line.number not in paper.cited for entry in _labelled_identity(paper, line)]
    names = [entry for entry in found if entry.field == "name"]
    nips = [entry for entry in found if entry.field == "nip"]
    if len(names) == 1:
        nip = nips[0].value if nips and found.index(nips[0]) - found.index(names[0]) == 1 else ""
        return (Person(names[0].value, "rated", names[0].place, nip),)
    if names:
        return tuple(Person(entry.value, "unsure", entry.place) for entry in names)
    return ()


def _labelled_identity(paper: Paper, line: Line) -> Iterator[Entry]:
    if not re.match(r"^\W{0,4}(\d{1,2}[.)]?\s{1,3})?(nama|nip|ni\s?pppk)\b", line.text, re.IGNORECASE):
        return
    named = re.match(r"(?i)^\W*(\d{1,2}\W*)?nama\b", line.text) is not None
    # OCR loses colons; then the NIP below says that this is a label and not a sentence about names.
    if named and not re.search(r"[:|\t»«;=—-]", line.text) and not _nip_below(paper, line):
        return
    yield from _line_entries(paper, line)


def _nip_below(paper: Paper, line: Line) -> bool:
    below = paper.lines[line.number + 1 : line.number + 2]
    return any(re.match(r"^\W{0,4}(\d{1,2}[.)]?\s{1,3})?nip\b", each.text, re.IGNORECASE) for each in below)
