"""The people in the rows of tables: staff, members of a team, participants; the heads say what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evidence_check.facts.nip import Nip, nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.signature import RANK, clean_name
from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, Place, Table, params
from evidence_check.words.fold import fold, quote

ROLES = ("listed", "member", "participant")
"""What a row of a table makes of somebody, as the catalogue says for each type of paper."""

MOST = 5000
MOST_ROWS = 20_000
"""An office has up to two thousand staff; beyond these nobody reads on, and the time stays bounded."""

CELL_LIMIT = 300
LEAD_ROWS = 6
LEAD_CELLS, LEAST_NAMED, MOST_COLUMNS = 60, 2, 40
MALFORMED_MOST = 20

_NAME = re.compile(
    r"^(?:(?:data|identitas|pegawai|aparatur|asn|pns|nip|dan) )*nama(?: (?:lengkap|pegawai|asn|pns|pppk|petugas|peserta"
    r"|undangan|anggota|personil|personel|pejabat|karyawan|karyawati|guru|pelaksana|tim|terang|gelar|dan|dengan|serta"
    r"|nip|nrp|nik|ttl|tempat|tanggal|tgl|lahir|pangkat|gol|golongan|ruang|negeri|sipil)(?P<post> jabatan)?)*"
)
_COUNTER = re.compile(r"no(?:mor|mer)?(?: urut)?")
_NIP = re.compile(r"\b(?:nip|nipppk|ni pppk|nomor induk pegawai|nomor induk kepegawaian)\b")
_POST = re.compile(r"(?:nama )?jabatan(?! (?:dalam|di) (?:tim|panitia|keanggotaan|kepanitiaan|susunan|kelompok))\b")
_PLACE_IN_TEAM = re.compile(
    r"\b(?:(?:kedudukan|jabatan|posisi|peran|tugas)\b.{0,60}\b(?:tim|panitia|keanggotaan|kepanitiaan|susunan|kelompok|satgas)"
    r"|kedudukan|susunan tim|peran|sebagai)\b"
)
_TEAM_WORD = re.compile(
    r"(?:wakil )?(?:ketua|koordinator|penanggung jawab|penanggungjawab|anggota|pembina|pengarah|pelindung)\b"
)
_LEADS = ("ketua", "koordinator", "penanggung jawab", "penanggungjawab", "kepala")
"""Who heads a team: the first of these words that one of its rows begins with."""

_NIP_LABEL = re.compile(r"\bN[I1l]\s?P(?:\s?PPK)?\b[\s.:;]{0,6}", re.IGNORECASE)
_DIGIT = re.compile(r"[,/(]?\s?\d")
_NUMBERING = re.compile(r"^\W{0,3}\d{1,4}\s{0,2}[.)]\s{0,3}")
_DEGREED = re.compile(r"[A-Z][A-Za-z'.-]{1,30}(?:\s[A-Z][A-Za-z'.-]{0,30}){0,5},\s?(?:[A-Z][A-Za-z]{0,5}\.){1,3}")
_NO_PERSON = re.compile(
    r"^(?:jumlah|total|rekap\w*|kepala|plt|plh|pj|sekretaris|sekretariat|bidang|seksi|sub\w*|bagian|dinas|badan"
    r"|inspektorat|kantor|uptd?|puskesmas|kecamatan|kelurahan|kelompok|golongan|gol|jabatan|lowong|kosong|nihil|belum"
    r"|mengetahui|ttd|staf|tenaga|unsur|perwakilan|camat|lurah|bupati|wali ?kota|wakil|ketua|anggota|koordinator"
    r"|inspektur|direktur|pejabat|para|seluruh|nama|nip|no|pns|asn|pppk|honorer|keterangan|penanggung ?jawab)\b"
)


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a paper's tables, and what is wrong about their NIP."""

    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; `name_only`: more than names and NIP stand in the cell of a name.

    `degreed`: no head says that there are names, so that only a name of two words or with a degree is one.
    """

    name: int
    nip: int | None = None
    post: int | None = None
    team: int | None = None
    name_only: bool = False
    width: int = 0
    degreed: bool = False


def roster_of(paper: Paper, role: str) -> Roster:
    """Return the people in the tables of all pages; without a role of its type only a NIP makes a row a person."""
    people: list[Person] = []
    findings: list[Finding] = []
    rows_left = MOST_ROWS
    before: Columns | None = None
    for page in paper.document.pages:
        for table in page.tables:
            columns = columns_of(table)
            sure = columns is not None
            if columns is None and before and not table.heads and table.rows and len(table.rows[0]) == before.width:
                columns = before
            some = [columns] if columns else _unnamed(table) if role else []
            sure = sure or columns is None
            before = columns or before
            rows = (table.body if table.heads else table.rows)[: max(0, rows_left)]
            for each in some:
                rows_left -= len(rows)
                people += _Reader(paper, page.number, each, role if sure else "", findings).people_in(rows)
            if len(people) >= MOST or rows_left <= 0:
                return Roster(tuple(people[:MOST]), tuple(findings[:MALFORMED_MOST]))
    return Roster(tuple(people), tuple(findings[:MALFORMED_MOST]))


def columns_of(table: Table) -> Columns | None:
    """Return which column holds what, None when no column is one of names of people."""
    if table.heads:
        return _columns([fold(head[:CELL_LIMIT]) for head in table.heads])
    rows = ([fold(cell[:CELL_LIMIT]) for cell in row] for row in table.rows[:LEAD_ROWS])
    return next((found for row in rows if _COUNTER.fullmatch(row[0]) and (found := _columns(row))), None)


def _columns(heads: Sequence[str]) -> Columns | None:
    names = [(index, match) for index, head in enumerate(heads) if (match := _NAME.fullmatch(head))]
    if not names:
        return None
    index, match = names[0]
    nip = next((at for at, head in enumerate(heads) if _NIP.search(head) and at != index), None)
    team = next((at for at, head in enumerate(heads) if _PLACE_IN_TEAM.search(head) and at != index), None)
    post = next((at for at, head in enumerate(heads) if _POST.match(head) and at not in (index, team)), None)
    if team is None:
        team = next((at for at, head in enumerate(heads) if head in ("keterangan", "ket")), None)
    if len(heads) < 2 or (nip is None and post is None and team is None and len(heads) < 3):
        return None
    return Columns(index, nip, post, team, match["post"] is not None, len(heads))


def _unnamed(table: Table) -> list[Columns]:
    """Return the columns that hold names though no head says so: of who has a post, or who is on duty."""
    width = max(map(len, table.rows), default=0)
    found = []
    for column in range(min(width, MOST_COLUMNS)):
        cells = [row[column].strip() for row in table.rows[:LEAD_CELLS] if column < len(row) and row[column].strip()]
        named = sum(bool(_DEGREED.match(cell)) for cell in cells)
        if named >= LEAST_NAMED and 2 * named >= len(cells):
            found.append(Columns(column, width=width, degreed=True))
    return found


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, paper: Paper, page: int, columns: Columns, role: str, findings: list[Finding]) -> None:
        self._paper = paper
        self._page = page
        self._columns = columns
        self._role = role
        self._findings = findings

    def people_in(self, rows: Sequence[Sequence[str]]) -> list[Person]:
        """Return one person for each row that names one; a NIP that slipped to a row of its own is put back."""
        people: list[Person] = []
        leads = self._lead_word(rows) if self._role == "member" else ""
        for row in rows:
            name = self._name_in(row)
            nip = self._nip_in(row, name)
            if nip and not name and people and people[-1].name and not people[-1].nip:
                people.append(replace(people.pop(), nip=nip))
            elif (nip or (name and self._role)) and sum(map(bool, row)) > 1:
                role = "head" if leads and self._team(row).startswith(leads) else self._role or "listed"
                people.append(Person(name, role, self._place(row, name), nip, self._post(row)))
        return people

    def _cell(self, row: Sequence[str], column: int | None) -> str:
        return row[column][:CELL_LIMIT].strip() if column is not None and column < len(row) else ""

    def _name_in(self, row: Sequence[str]) -> str:
        cell = self._cell(row, self._columns.name)
        if not cell or cell.isdigit():
            return ""
        for nip in reversed(nips_in(cell)):
            cell = f"{cell[: nip.start]}\n{cell[nip.end :]}"
        lines = [line for line in _NIP_LABEL.sub("\n", cell).split("\n") if line.strip(" /:;.,-")]
        kept: list[str] = []
        for line in lines:
            plain = _DIGIT.split(_NUMBERING.sub("", line), maxsplit=1)[0]
            # A line with a date below the name is that of birth; after the name on its line it is cut off.
            if not plain.strip() or (kept and plain != line) or RANK.search(fold(plain)):
                break
            kept.append(plain)
            if self._columns.name_only:
                break
        name = clean_name(" ".join(kept)).strip(" /")
        if self._columns.degreed and not (_DEGREED.match(cell) or (" " in name and name == cell)):
            return ""
        return name if is_person(name) else ""

    def _nip_in(self, row: Sequence[str], name: str) -> str:
        """Return the NIP of a row; one outside its column is that of the name beside it, or of who signs below."""
        under = self._cell(row, self._columns.nip)
        seen = _labelled(under) or _labelled(self._cell(row, self._columns.name), bare=False)
        if not seen and name:
            seen = tuple(nip for nip in nips_in("\t".join(row)[: 4 * CELL_LIMIT]) if nip.valid)
            return seen[0].digits if len(seen) == 1 else ""
        if seen and not seen[0].valid:
            self._note(row, under, seen[0])
        return seen[0].digits if seen and seen[0].valid else ""

    def _note(self, row: Sequence[str], under: str, nip: Nip) -> None:
        if len(self._findings) < MALFORMED_MOST:
            place = self._paper.place_of_words(self._page, under) if under else None
            place = place or self._place(row, self._cell(row, self._columns.name))
            self._findings.append(Finding("EC206", Level.NOTE, params(digits=len(nip.digits)), place))

    def _post(self, row: Sequence[str]) -> str:
        post = self._cell(row, self._columns.post) or self._team_text(row)
        return quote(post.strip(" |—–-:;,"), 200)

    def _team_text(self, row: Sequence[str]) -> str:
        text = self._cell(row, self._columns.team)
        return text if _TEAM_WORD.match(fold(text)) else ""

    def _team(self, row: Sequence[str]) -> str:
        """Return the part somebody has in a team, folded; it may stand where posts do."""
        team = fold(self._cell(row, self._columns.team))
        return team or fold(self._cell(row, self._columns.post))

    def _lead_word(self, rows: Sequence[Sequence[str]]) -> str:
        parts = [self._team(row) for row in rows[:MOST]]
        words = _LEADS if self._columns.team is not None else _LEADS[:-1]
        return next((word for word in words if any(part.startswith(word) for part in parts)), "")

    def _place(self, row: Sequence[str], name: str) -> Place:
        """Return where the row stands: the cell of the name as far as the page holds it, else another of its cells."""
        cell = self._cell(row, self._columns.name)
        for words in (cell, name, *(each.strip()[:CELL_LIMIT] for each in row if len(each.strip()) > 3)):
            place = self._paper.place_of_words(self._page, words) if words else None
            if place is not None:
                return place
        return self._paper.top_of(self._page)


def _labelled(cell: str, bare: bool = True) -> tuple[Nip, ...]:
    """Return the NIPs of a cell; one under the head NIP needs no label of its own."""
    if not any(map(str.isdigit, cell)):
        return ()
    return nips_in(cell) or (nips_in(f"NIP {cell}") if bare else ())


def is_person(name: str) -> bool:
    """Say whether words may be somebody's name: capital letters, and no post, unit or heading."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1]
    if not 1 <= len(words) <= 12 or max(map(len, words)) < 3 or not name[:1].isupper():
        return False
    return not _NO_PERSON.match(fold(name))


def merged_rows(people: Sequence[Person]) -> Iterator[Person]:
    """Yield each person of a roster once for each role: by NIP, else by name and post."""
    seen: set[tuple[str, str, str]] = set()
    for person in people:
        key = (person.role, person.nip, "") if person.nip else (person.role, fold(person.name), person.post)
        if key not in seen:
            seen.add(key)
            yield person
