"""Identity numbers are hidden wherever they are shown, and nothing else is."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness import CHECKED_AT, asked, evidence_of, file_of, match_of, sample, tally_of

from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.messages.masking import DOT, mask, mask_number
from evidence_check.model.asked import Exemption
from evidence_check.model.facts import Fact, Person
from evidence_check.model.files import Content, Finding, Level, Place, Reason, Unreadable, params
from evidence_check.model.outcome import Component, Readiness, Status, There, Verdict
from evidence_check.model.personal import Personal, Sort
from evidence_check.report import REPORTS
from evidence_check.report.context import Context, report_for

GAPS = st.sampled_from(["", " ", "  ", ".", "-", " . ", "\u00a0", "·", ", ", "\n", "–"])
DIGITS = st.characters(min_codepoint=48, max_codepoint=57)


@st.composite
def nips(draw: st.DrawFn) -> str:
    """An 18-digit employee number: birth date, month of appointment, sex, serial."""
    born = f"{draw(st.integers(1945, 2005))}{draw(st.integers(1, 12)):02}{draw(st.integers(1, 31)):02}"
    joined = f"{draw(st.integers(1970, 2026))}{draw(st.integers(1, 12)):02}"
    return f"{born}{joined}{draw(st.sampled_from('12'))}{draw(st.integers(0, 999)):03}"


def hidden(text: str, digits: str) -> bool:
    """Say whether at most the first four and the last two digits of a number are left."""
    left = re.sub(r"\D", "", text)
    return DOT in text and len(left) <= 6 and digits not in text


@given(nips(), st.lists(GAPS, min_size=17, max_size=17))
def test_a_nip_is_hidden_in_every_spelling(nip: str, gaps: list[str]) -> None:
    spelled = "".join(digit + gap for digit, gap in zip(nip, [*gaps, ""], strict=True))
    assert hidden(mask(spelled), nip)


@given(st.text(DIGITS, min_size=18, max_size=18), GAPS)
def test_the_usual_groups_are_hidden_even_when_the_date_is_impossible(nip: str, gap: str) -> None:
    assert hidden(mask(gap.join((nip[:8], nip[8:14], nip[14], nip[15:]))), nip)


@given(st.text(DIGITS, min_size=16, max_size=16), st.sampled_from(["", " ", "-", "."]))
def test_a_nik_is_hidden(nik: str, gap: str) -> None:
    assert hidden(mask(f"NIK {nik}"), nik)
    assert hidden(mask(gap.join((nik[:4], nik[4:8], nik[8:12], nik[12:]))), nik)
    assert hidden(mask(gap.join((nik[:6], nik[6:12], nik[12:]))), nik)


@given(st.sampled_from(["08", "+628", "628", "+62 8", "(+62) 8"]), st.text(DIGITS, min_size=9, max_size=10), GAPS)
def test_a_mobile_number_is_hidden(start: str, rest: str, gap: str) -> None:
    number = gap.join((start + rest[:2], rest[2:6], rest[6:]))
    shown = mask(f"Hubungi {number} segera")
    assert shown.startswith("Hubungi ") and shown.endswith(" segera")
    assert rest not in re.sub(r"\D", "", shown) and shown.count(DOT) >= 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("NIP. 19800314 200501 2 003", "NIP. 1980•••• •••••• • •03"),
        ("NIP 198003142005012003.", "NIP 1980••••••••••••03."),
        ("NIP : 19800314.200501.2.003", "NIP : 1980••••.••••••.•.•03"),
        ("NIP 1980O314 2OO5O1 2 OO3", "NIP 1980•••• •••••• • •O3"),
        ("NIP. 131234567 (lama)", "NIP. 1312••••7 (lama)"),
        ("1980031420050120034", "1980•••••••••••••34"),
        ("Telp. (0283) 123456", "Telp. (0283) •••••6"),
        ("Telp (021) 5551234, Fax (021) 5551235", "Telp (021) 5•••••4, Fax (021) 5•••••5"),
        ("telp 0812-3456-7890", "telp 0812-••••-••90"),
        ("WA: 6281234567890", "WA: 6281•••••••90"),
        ("SKP 198003142005012003 Retno.pdf", "SKP 1980••••••••••••03 Retno.pdf"),
        ("No. Rekening 1234567890 a.n. Budi", "No. Rekening 1234•••••0 a.n. Budi"),
        ("Nomor rekening Bank Jateng: 2-034-12345-6", "Nomor rekening Bank Jateng: 2-034-•••••-6"),
        ("rek. BRI 0123-01-012345-50-9", "rek. BRI 0123-••-••••••-•0-9"),
        ("0123-01-012345-50-9", "0123-••-••••••-•0-9"),
        ("BCA 123 456 7890", "BCA 123 4•• •••0"),
        ("NPWP 01.234.567.8-901.000", "NPWP 01.23•.•••.•-•••.•00"),
        ("1 | Budi | 0001234567890 | aktif", "1 | Budi | 0001•••••••90 | aktif"),
        ("hubungi 02835551234", "hubungi 0283••••••4"),
    ],
)
def test_what_stays_of_a_number(text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "NOMOR 000.8/114/2026",
        "Nomor: 188.45/KEP.123/HK/2026 tanggal 9 Februari 2026",
        "470/1234/403.110/2026",
        "2026-01/2026-06",
        "IMG-20260714-WA0012.jpg",
        "WhatsApp Image 2026-07-14 at 08.12.33.jpeg",
        "Scan_20260714_081233.pdf",
        "Rp 12.500.000.000,00 dan Rp 1.250.000,00",
        "UU Nomor 25 Tahun 2009, PP 96 Tahun 2012, Perpres 76 Tahun 2013",
        "U1 3,21 U2 3,33 U3 3,12 U4 3,45 U5 3,50 U6 3,40",
        "2019 2020 2021 2022",
        "31 Januari 2025 s.d. 31 Desember 2025",
        "Renstra Dinas Sosial 2025-2029.pdf",
        "Senin-Kamis 08.00-15.30, Jumat 08.00 - 11.00 dan 13.00",
        "08.00 10.00 11.30 13.45 15.00",
        "Kode Rekening 5.1.02.01.01.0024",
        "Rekening belanja 5.1.02.01.01.0024 Rp 12.500.000",
        "Kode rekening 51020101010024",
        "Rekening Koran 2024 2025 2026",
        "Bank Data 2024-2025-2026",
        "Bank sampah 12 unit, 2025",
        "DPA/A.1/1.06.0.00.0.00.01.0000/001/2026",
        "Nomor 0123456789/TU/2026",
    ],
)
def test_what_is_no_identity_stays(text: str) -> None:
    assert mask(text) == text


@given(st.text(st.sampled_from("0123456789 .-/•NIPKTelphp:()+,\n")))
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask(text)
    assert mask(once) == once


@given(st.text(st.characters(exclude_categories=("Nd",))))
def test_a_text_without_digits_stays(text: str) -> None:
    assert re.search(r"(?i)n[i1l][pk]", text) or mask(text) == text


@given(st.text(DIGITS, min_size=4, max_size=20))
def test_a_number_named_as_such_is_always_hidden(digits: str) -> None:
    shown = mask_number(digits)
    assert len(shown) == len(digits) and DOT in shown and shown[:2] == digits[:2] and shown[-1] == digits[-1]


PRIVATE = {
    "nip": "198003142005012003", "nik": "3328014507850003", "mobile": "081234567890", "fixed": "02835551234",
    "account": "rekening 1234567890", "bri": "0123-01-012345-50-9", "tax": "01.234.567.8-901.000",
}  # fmt: skip
SECRETS = tuple(re.sub(r"[^\d.\-]", "", each) for each in PRIVATE.values())


def exposed() -> Readiness:
    """Return a readiness in which every text that comes from a paper holds numbers of persons."""
    text = " ; ".join(PRIVATE.values())
    base = sample()
    file = file_of(f"02 Proses/SKP {PRIVATE['nip']} {PRIVATE['mobile']}.pdf")
    place = Place(file.path, 1, text)
    fact = Fact(text, place, 0.9, "product", text)
    who = Person(text, "signatory", place, PRIVATE["nip"], text)
    wrong = Finding("EC208", Level.ERROR, params(office=text, expected=text), place)
    paper = evidence_of(
        file, "skp", title=fact, number=fact, about=fact, office=fact, signatory=who, people=(who,), findings=(wrong,),
        dates=(fact,), figures=(fact,), signs=(replace(fact, name="digital"),),
    )  # fmt: skip
    found = match_of("PR-08.1", paper, text, wrong)
    found = replace(found, reasons=(Reason("title_match", 0.7, params(phrase=text), place),))
    parts = (Component(text, text, There.YES, place),)
    verdict = Verdict(asked("PR-08.1", "SKP"), Status.DEFECTIVE, (found,), (found,), (wrong,), wrong, parts)
    lost = Unreadable(file_of(f"{PRIVATE['nik']}.pdf"), Finding("EC102", Level.ERROR, params(detail=text), place))
    return replace(
        base, office=replace(base.office, name="Dinas Sosial", not_applicable=(Exemption("PG-01.3", text, text),)),
        verdicts=(verdict, Verdict(asked("PG-01.3", "SK tarif"), Status.NOT_APPLICABLE)),
        tally=tally_of((verdict,)), contents=(Content(file, (), (wrong,)),), evidence=(paper,), unreadable=(lost,),
        unasked=(paper,), findings=(wrong,), personal=(Personal(file.path, 1, Sort.NIK, 2),),
    )  # fmt: skip


def told(data: bytes) -> str:
    """Return everything a report says, the parts of an office file unpacked, links undone."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"\n".join(package.read(name) for name in package.namelist())
    return unescape(unquote(data.decode("utf-8", "replace")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", sorted(REPORTS))
def test_no_report_of_any_form_lets_a_number_of_a_person_through(form: str, lang: str) -> None:
    context = Context(load(lang), CHECKED_AT, "../berkas")
    data = report_for(form)(exposed(), context)
    text = told(data)
    assert DOT in text
    assert [secret for secret in SECRETS if secret in text] == []
    shown = told(report_for(form)(exposed(), replace(context, identities=True)))
    assert PRIVATE["nip"] in shown


def test_the_details_of_a_bug_and_the_progress_line_hold_no_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_check.cli import main
    from evidence_check.cli.running import told_of
    from evidence_check.cli.wording import load_wording
    from evidence_check.collecting import Step

    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path)
    try:
        raise ValueError(" ; ".join(PRIVATE.values()))
    except ValueError:
        where = main._save_details()
    assert where and DOT in where.read_text("utf-8")
    assert [secret for secret in SECRETS if secret in where.read_text("utf-8")] == []
    line = told_of(Step("files", 1, 2, 3, 0.5, f"a/SKP {PRIVATE['nip']}.pdf"), None, load_wording("id"))
    assert PRIVATE["nip"] not in line and "SKP 1980" in line


def test_sentences_are_masked_unless_identities_are_wanted() -> None:
    nip = "198003142005012003"
    finding = Finding("EC306", Level.DOUBT, params(word=nip), Place(f"SKP {nip}.pdf", 1, nip))
    assert nip not in load().finding(finding)
    assert nip in load().showing(True).finding(finding)
