"""Papers made up for the tests: short texts laid out as logical documents, without a disk."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.model.asked import Basis, DocumentType, Method, Requirement
from evidence_check.model.facts import Evidence, Fact, Facts, Kind, Person
from evidence_check.model.files import Document, File, Finding, Page, Place, ReadAs, Reason


def file_of(path: str = "a.pdf", kind: str = "pdf") -> File:
    return File(path, 100, f"{abs(hash(path)):064x}"[:64], kind)


def document_of(*texts: str, path: str = "a.pdf", read_as: ReadAs = ReadAs.TEXT, confidence: float = 1.0) -> Document:
    pages = tuple(Page(number, text, read_as, confidence) for number, text in enumerate(texts, start=1))
    return Document(file_of(path), pages)


def evidence_of(
    text: str = "LAPORAN SURVEI KEPUASAN MASYARAKAT",
    *,
    path: str = "a.pdf",
    type: str = "laporan_skm",
    score: float = 0.9,
    others: Sequence[Kind] = (),
    year: str = "2026",
    person: str = "",
    nip: str = "",
    findings: Sequence[Finding] = (),
    confidence: float = 1.0,
    **facts: Fact | None,
) -> Evidence:
    place = Place(path, 1, text.splitlines()[0])
    kinds = tuple(sorted((Kind(type, score, (Reason("title_match", score, (), place),)), *others),
                         key=lambda kind: -kind.score))
    people = (Person(person, "rated", place, nip),) if person else ()
    values = {"title": Fact(place.quote, place), "year": Fact(year, place) if year else None, **facts}
    return Evidence(
        document_of(text, path=path, confidence=confidence),
        Facts(kinds=kinds, people=people, findings=tuple(findings), **values),  # type: ignore[arg-type]
    )


SKM = DocumentType("laporan_skm", "Laporan SKM", titles=("laporan ... survei|survey kepuasan masyarakat",),
                   aliases=("laporan skm",), anchors=("responden", "unsur pelayanan"), dated_by="period")
SKP = DocumentType("skp_tahunan", "SKP", titles=("sasaran kinerja pegawai",), person="rated", dated_by="period")
SK = DocumentType("sk_generic", "Surat Keputusan", titles=("keputusan kepala dinas",), anchors=("memutuskan",),
                  generic=True)
SK_KOMPENSASI = DocumentType("sk_kompensasi", "SK Kompensasi", titles=("keputusan ... tentang ... kompensasi",),
                             anchors=("kompensasi", "memutuskan"), kind_of="sk_generic")
SPAK = DocumentType("laporan_spak", "Laporan SPAK", titles=("laporan ... persepsi anti korupsi",), evidence=False)
MAKLUMAT = DocumentType("maklumat", "Maklumat Pelayanan", titles=("maklumat pelayanan",), needs=("signature_block",))
CATALOGUE = {kind.id: kind for kind in (SKM, SKP, SK, SK_KOMPENSASI, SPAK, MAKLUMAT)}


def requirement_of(**changes: object) -> Requirement:
    values: dict[str, object] = {
        "id": "X.1", "indicator": "X", "name": "Laporan SKM", "method": Method.DOCUMENT, "basis": Basis.SEEN,
        "any_of": ("laporan_skm",),
    }
    return Requirement(**{**values, **changes})  # type: ignore[arg-type]
