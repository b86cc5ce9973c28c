"""The report to be signed: what stands in it, and how it looks without a template."""

from __future__ import annotations

import re
from dataclasses import replace

import golden
import pytest
import reports
from readiness import CHECKED_AT, LOGBOOK, NAMES, NIP_BAGUS, NIP_RETNO, hostile, sample

from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.model.outcome import Status, Verdict
from evidence_check.report.context import Context
from evidence_check.report.docx_report import render
from evidence_check.report.results import results_of

CONTEXT = Context(load().naming(NAMES), CHECKED_AT)


def test_the_report_is_the_kept_one() -> None:
    golden.check("report.docx.txt", reports.told_by_document(render(reports.signed(), CONTEXT)).encode())


def test_the_gaps_come_worst_first_and_each_has_what_to_do() -> None:
    told = reports.told_by_document(render(sample(), CONTEXT))
    rows = re.findall(r"^\d+ \| (\S+) \| .* \| \S (Belum ada|Ada cacat|Sebagian|Perlu ditinjau) \|", told, re.MULTILINE)
    gaps = results_of(sample(), CONTEXT).gaps
    assert [row[0] for row in rows] == [gap.requirement for gap in gaps]
    todo = told.split("Rekomendasi\n")[1]
    assert all(gap.advice in todo and gap.requirement in todo for gap in gaps)
    # What serves several requirements is said once.
    assert todo.count(gaps[0].advice) == 1


def test_the_letterhead_and_the_signature_are_those_of_the_office() -> None:
    told = reports.told_by_document(render(reports.signed(), CONTEXT)).splitlines()
    assert told[0].endswith("PEMERINTAH KABUPATEN TIRTA KENCANA") and told[2].endswith(
        "Jalan Melati Nomor 1, Tirta Kencana"
    )
    end = told[-8:]
    assert end[0].startswith("[Normal] Tirta Kencana, ....") and end[0].endswith(" 2026")
    assert end[1].endswith("Kepala Dinas Sosial") and end[5].endswith("Wening Prasasti") and end[6].endswith("Pembina")
    assert re.search(r"NIP \.+$", end[7])


def test_without_them_the_usual_ones_stand_there_to_be_filled_in() -> None:
    told = reports.told_by_document(render(sample(), CONTEXT))
    assert told.startswith("[Normal] PEMERINTAH KABUPATEN TIRTA KENCANA\n[Normal] DINAS SOSIAL\n")
    assert "Kepala Dinas Sosial, Kabupaten Tirta Kencana" in told and re.search(r"\.{40}", told)


def test_identities_are_masked_unless_they_are_wanted() -> None:
    hidden = "".join(reports.parts(render(reports.signed(), CONTEXT)).values())
    assert not any(number in hidden for number in (NIP_RETNO, NIP_BAGUS, "197001011995032001"))
    shown = reports.told_by_document(render(reports.signed(), replace(CONTEXT, identities=True)))
    assert "NIP 197001011995032001" in shown and "simpan laporan ini dengan hati-hati" in shown


def test_nothing_missing_is_said_and_no_empty_table_is_left() -> None:
    base = sample()
    met = tuple(each for each in base.verdicts if each.status is Status.MET)
    told = reports.told_by_document(render(replace(base, verdicts=met, unreadable=()), CONTEXT))
    assert told.count("Tidak ada kekurangan") == 2 and "Berkas yang tidak terbaca" not in told
    assert "100% siap" in told


def test_the_page_is_a4_and_its_tables_go_on_with_their_heads() -> None:
    document = reports.document_of(render(sample(), CONTEXT))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert all("tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    instructions = re.findall(r"<w:instrText[^>]*>(\w+)<", section.footer._element.xml)
    assert instructions == ["PAGE", "NUMPAGES"]
    fonts = document.styles["Normal"].element.rPr.rFonts.attrib
    assert not any("Theme" in key for key in fonts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_names_can_only_look_odd(lang: str) -> None:
    attacked = hostile()
    named = Verdict(replace(attacked.verdicts[0].requirement, name="{{gaps}} \ufffe"), Status.MISSING)
    data = render(replace(attacked, verdicts=(*attacked.verdicts, named)), replace(CONTEXT, catalog=load(lang)))
    told = reports.told_by_document(data)
    assert "{{gaps}} ‹U+FFFE›" in told and "‹U+202E›" in told
    assert not re.search("[\u200b\u202e\u2066\x1b]", told)
    assert "TargetMode" not in reports.parts(data)["word/_rels/document.xml.rels"]


def test_the_same_results_give_the_same_bytes() -> None:
    first = render(sample(), CONTEXT)
    assert first == render(sample(), CONTEXT)
    core = reports.parts(first)["docProps/core.xml"]
    assert set(re.findall(r"2\d{3}-[\d:TZ-]+", core)) == {"2026-11-22T07:05:09Z"} and "python-docx" not in core


def test_papers_with_personal_data_are_listed_before_the_closing_and_only_if_there_are_any() -> None:
    told = reports.told_by_document(render(sample(), CONTEXT))
    assert told.index("Data pribadi warga") < told.index(LOGBOOK.path, told.index("Data pribadi warga"))
    bare = reports.told_by_document(render(replace(sample(), personal=()), CONTEXT))
    assert "Data pribadi warga" not in bare
