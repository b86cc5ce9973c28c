"""The number of the paper itself, and whether it was left blank; numbers of cited papers never count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_check.facts.paper import LAW, Paper
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.fold import fold, quote
from evidence_check.words.lines import Line

REACH = 26
"""How many lines from the top a number may stand, the title's own lines aside."""

_LABEL = re.compile(
    r"^\W{0,6}(?P<label>N[O0]M[O0]R|N[O0]MER|N[O0]\.?)(?P<what>\s{0,3}(?:SOP|SK|POS|DOKUMEN|DOK|SURAT|KEPUTUSAN)\b)?[.]?"
    r"\s{0,9}(?P<colon>[:;=|]?)[\s|:]{0,9}(?P<rest>.*)$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"^\W{0,4}(?:SURAT\s|KEPUTUSAN|PERATURAN|INSTRUKSI|LAPORAN|BERITA\s+ACARA|NOTULA|NOTULEN|MAKLUMAT|LAMPIRAN)"
    r"[^:]{0,200}?\bN[O0]M[O0]R\b(?P<colon>\s{0,3}[:.]?)\s{0,6}(?P<rest>.*)$",
    re.IGNORECASE,
)
# In the identity box of an SOP the letterhead stands to the left of the label, on the same line.
_BESIDE = re.compile(
    r"\bN(?:OM)?[O0]R?[.]?(?P<what>\s{0,3}(?:SOP|POS|DOKUMEN|DOK))\b[.]?\s{0,6}[:;=|]?\s{0,6}(?P<rest>.*)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(tanggal|tgl|tentang|lampiran|sifat|perihal|halaman|hal|revisi|tahun anggaran)\b|\t"
    r"|(?<!\s)\s{4,}+(?=[A-Za-z]{1,40}\s{0,9}:)",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(
    r"^([A-Z]{0,2}\s?[0-9OIl][0-9OIl.]{0,6}\s?[A-Z]?)\.?\s{0,6}T{1,2}AHUN\s{0,4}([12][0-9OoIl]{3})", re.IGNORECASE
)
_BLANK_YEAR = re.compile(r"^[\W_]{0,40}TAHUN\b", re.IGNORECASE)
_PART = r"[A-Za-z0-9.()\-&]+"
_CODE = re.compile(rf"^{_PART}(?:\s{{0,3}}/\s{{0,3}}{_PART}|\s[IVX]+(?=\s?/)|\s{{1,2}}[-–]\s{{1,2}}[A-Za-z]+){{0,9}}")
# Between two slashes: nothing, dots, dashes, zeros, brackets or question marks; at either end: nothing at all.
_HOLE = re.compile(
    r"/\s*/|/\s*[._…]{1,80}\s*/|/\s*[-–—]{1,80}\s*/|/\s*0{2,9}\s*/|/\s*(?:\(\s*\)|\[[^\]]{0,40}\]|[?*]{1,9})\s*/"
    r"|^[\s._…]{0,80}/|[.…_]{3,}|[…]|x{3,}|\$\{|<<|/\s*$|/\s*[._…]{2,}\s*(?:/|$)",
    re.IGNORECASE,
)
_SPACED_DOT = re.compile(r"(?<=[0-9])\s?\.\s?(?=[0-9])")
_SPACED_YEAR = re.compile(r"((?:/|\bTAHUN)\s{0,4}[12])\s?([09])\s?([0-9O])\s?([0-9O])(?![0-9A-Za-z./])", re.IGNORECASE)
_OTHER_NUMBER = re.compile(r"^[A-Za-z]{3,}+(?:\s++[A-Za-z/]++)*+\s*+(?::|$)|^(?:HP|KTP|KK|WA)\b", re.IGNORECASE)
_SPACED_DIGITS = re.compile(r"(?<![0-9])([0-9])\s([0-9])(?=\s?/)")
_NUMERAL = re.compile(r"(?<![A-Za-z0-9])[0-9Oo]++(?![A-Za-z])")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CITING = re.compile(
    r"^(?:[a-z0-9] )?(?:dasar|berdasarkan|menindaklanjuti|sesuai|sehubungan|memenuhi|mengacu|merujuk|menunjuk"
    r"|menanggapi|memperhatikan|mempedomani|membaca)\b"
)
_AMENDS = re.compile(r"\b(?:perubahan|pencabutan|pelaksanaan|atas|mencabut|mengubah)\b")
_RUNNING = re.compile(
    r"\b(surat tugas|surat perintah|surat|peraturan\w*|keputusan|undang ?undang|berdasarkan)\b[a-z0-9 ]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What was found where a number should stand."""

    number: Fact | None = None
    findings: tuple[Finding, ...] = ()


def number_of(paper: Paper) -> Numbered:
    """Return the number of a paper; EC202 where its serial was left blank, EC203 where the label has none."""
    blank: Finding | None = None
    for line, label, rest in _labelled(paper):
        lines: tuple[Line, ...] = (line,)
        if not rest.strip(" .:;-"):
            following = _continued(paper, line)
            if following is not None:
                rest, lines = following.text.lstrip(" :"), (line, following)
        rest = _END.split(rest, maxsplit=1)[0].strip(" :;=|")
        value = read_number(rest, label)
        if value:
            confidence = 0.7 if line.folded.startswith("lampiran") else 0.95
            return Numbered(Fact(value, paper.place(*lines), confidence))
        blank = blank or _blank(paper, line, label, rest)
    return Numbered(None, (blank,) if blank else ())


def read_number(text: str, label: str = "NOMOR") -> str:
    """Return the normalised number a text begins with, empty when it holds none or its serial is blank."""
    text = _SPACED_DOT.sub(".", _SPACED_YEAR.sub(r"\1\2\3\4", _SPACED_DIGITS.sub(r"\1\2", text.strip())))
    per_year = _PER_YEAR.match(text)
    if per_year:
        serial = re.sub(r"\s", "", per_year[1]).strip(".")
        return f"{_digits(serial)} TAHUN {_digits(per_year[2])}"
    if is_blank(text):
        return ""
    code = _CODE.match(text)
    value = re.sub(r"\s{0,3}/\s{0,3}", "/", code[0]).strip(" .-/(") if code else ""
    digits = sum(char.isdigit() for char in value)
    if not digits or ("/" not in value and "-" not in value and digits * 2 < len(value)):
        return ""
    short_label = label.upper().startswith("N") and not label.upper().startswith("NOM")
    if short_label and "/" not in value and "-" not in value:
        return ""
    if code and code[0].endswith(".") and code[0][:-1].isdigit():
        return ""
    return _NUMERAL.sub(lambda match: _digits(match[0]), value)


def month_in_number(number: str) -> int | None:
    """Return the month a number has in Roman numerals, as in `470/287/VI/2022`, None when it has none or several."""
    months = [_ROMAN.index(part) + 1 for part in number.upper().split("/")[1:] if part in _ROMAN]
    return months[0] if len(months) == 1 else None


def is_blank(text: str) -> bool:
    """Say whether a numeral still has a hole where its serial should be, or breaks off before a slash."""
    code = _CODE.match(text.strip())
    breaks_off = code is not None and text.strip()[code.end() :].lstrip().startswith("/")
    return bool(breaks_off or _HOLE.search(text) or _BLANK_YEAR.match(text))


def is_own(before: str) -> bool:
    """Say whether the words before a number on its line are the paper's own title, not the name of a cited law."""
    folded = fold(before)
    named_in_it = LAW.search(folded)
    return before.isupper() and (named_in_it is None or folded.startswith(("peraturan", "keputusan", "lampiran")))


def _digits(text: str) -> str:
    return (
        text.replace("O", "0").replace("o", "0").replace("I", "1").replace("l", "1")
        if any(char.isdigit() for char in text)
        else text
    )


def _labelled(paper: Paper) -> Iterator[tuple[Line, str, str]]:
    """Yield the lines of the title and of an identity box that bear a number label: line, label, what follows."""
    title = {line.number for line in paper.zones.title}
    for line in paper.lines[:REACH]:
        if line.number in paper.cited or _is_running(paper, line):
            continue
        match = _LABEL.match(line.text)
        if match and _OTHER_NUMBER.match(match["rest"]):
            continue
        if match and (line.number in title or match["what"] or match["colon"]):
            yield line, match["label"] + (match["what"] or "") + match["colon"], match["rest"]
            continue
        beside = _BESIDE.search(line.text)
        if beside and not match:
            yield line, "NOMOR" + beside["what"], beside["rest"]
            continue
        inline = _INLINE.match(line.text) if line.number in title else None
        if inline and is_own(line.text[: inline.start("colon")]):
            yield line, "NOMOR" + inline["colon"].strip(), inline["rest"]
    for page, table in paper.tables():
        for row in table.rows[:12]:
            yield from _in_row(paper, page, row)


def _in_row(paper: Paper, page: int, row: tuple[str, ...]) -> Iterator[tuple[Line, str, str]]:
    for index, cell in enumerate(row):
        match = _LABEL.match(cell.strip())
        if not match or not match["what"]:
            continue
        rest = match["rest"] or next((other for other in row[index + 1 :] if other.strip(" :")), "")
        shown = rest.strip(" :\n") or cell.strip()
        line = next((line for line in paper.lines if line.page == page and shown.split("\n")[0] in line.text), None)
        if line is not None:
            yield line, match["label"] + match["what"] + ":", rest.split("\n")[0]


def _is_running(paper: Paper, line: Line) -> bool:
    """Say whether a line goes on a sentence that names another paper."""
    before = paper.before(line, 1)
    if not before:
        return False
    said = before[0].folded
    if before[0].text.isupper():
        after_subject = any("tentang" in other.folded.split() for other in paper.before(line, 4))
        return after_subject and any(_AMENDS.search(other.folded) for other in paper.before(line, 2))
    return bool(_CITING.search(said)) or (len(said.split()) > 5 and bool(_RUNNING.search(said)))


def _continued(paper: Paper, line: Line) -> Line | None:
    """Return the next line when it is the number itself."""
    following = next(iter(paper.after(line, 1)), None)
    if following is None or following.page != line.page:
        return None
    text = following.text.lstrip(" :")
    shaped = _PER_YEAR.match(text) or (_CODE.match(text) and "/" in text and any(char.isdigit() for char in text[:40]))
    return following if shaped and len(text.split()) <= 8 else None


def _blank(paper: Paper, line: Line, label: str, rest: str) -> Finding | None:
    place = paper.place(line)
    whole = label.upper().startswith("NOM")
    if rest and is_blank(rest) and (whole or "/" in rest):
        return Finding("EC202", Level.ERROR, params(text=quote(rest, 60)), place)
    bare = not rest.strip(" .:;-")
    if bare and whole and (":" in label or line.text.isupper()):
        return Finding("EC203", Level.ERROR, (), place)
    return None
