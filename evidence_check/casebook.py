"""The cases of a checklist, run: made-up papers by their texts, and whether each requirement judges them as it should.

A case is put through the same sentence as a folder, from the content on; no disk is touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from evidence_check.model.asked import Case, Checklist, DocumentType, Method, Office, Requirement
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, File, Page, ReadAs
from evidence_check.model.outcome import Verdict
from evidence_check.model.yardsticks import Yardsticks
from evidence_check.pipeline import examined, judged

PAGE_BREAK = "\f"
PICTURED = (Method.PHOTO, Method.SCREENSHOT)
Catalogue = Mapping[str, DocumentType]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case and the verdict it came to; the findings of the verdict say why."""

    requirement: Requirement
    case: Case
    verdict: Verdict

    @property
    def as_expected(self) -> bool:
        """Say whether the requirement stands as the case says it must."""
        return self.verdict.status.value == self.case.status


def office_of_cases(year: int) -> Office:
    """Return the made-up office the texts of cases are about, with a visit on 12 August of the year."""
    return Office(
        name="Dinas Sosial",
        region="Kabupaten Tirta Kencana",
        kind="dinas",
        year=year,
        visit=f"{year}-08-12",
        products=("Rekomendasi Panti Sosial", "Surat Keterangan DTKS"),
    )


def year_of_cases(checklist: Checklist, otherwise: int) -> int:
    """Return the year the texts of cases are about: the first of the checklist."""
    return checklist.years[0] if checklist.years else otherwise


def run_cases(
    checklist: Checklist, catalogue: Catalogue, yardsticks: Yardsticks, office: Office, year: int
) -> tuple[CaseResult, ...]:
    """Run every case of a checklist in the order of its requirements; all texts are read in one go."""
    told = [(asked, case) for asked in checklist.requirements for case in asked.cases]
    contents = [content for number, (asked, case) in enumerate(told) for content in _contents(number, asked, case)]
    papers: dict[str, list[Evidence]] = {}
    for evidence in examined(contents, catalogue):
        papers.setdefault(evidence.document.file.path.partition("-")[0], []).append(evidence)
    return tuple(
        CaseResult(
            asked, case, _verdict(checklist, asked, papers.get(str(number), []), catalogue, yardsticks, office, year)
        )
        for number, (asked, case) in enumerate(told)
    )


def _contents(number: int, asked: Requirement, case: Case) -> Iterator[Content]:
    """Yield a file for each text; the text of a photo or screenshot is what stands on the picture."""
    pictured = asked.method in PICTURED
    for index, text in enumerate(case.texts, start=1):
        # The name says nothing, so that only the text is judged.
        file = File(f"{number}-{index}", len(text), f"{number:032x}{index:032x}", "jpeg" if pictured else "pdf")
        how = ReadAs.OCR if pictured else ReadAs.TEXT
        pages = [Page(page, each, how) for page, each in enumerate(text.split(PAGE_BREAK), start=1)]
        yield Content(file, tuple(pages))


def _verdict(
    checklist: Checklist,
    asked: Requirement,
    papers: list[Evidence],
    catalogue: Catalogue,
    yardsticks: Yardsticks,
    office: Office,
    year: int,
) -> Verdict:
    """Judge the requirement, and those it must agree with, by the papers of one case."""
    beside = {agreement.requirement for agreement in asked.agrees_with}
    kept = tuple(each for each in checklist.requirements if each.id == asked.id or each.id in beside)
    alone = replace(checklist, requirements=kept, switched_off=())
    here = replace(office, not_applicable=(), kind=_kind(asked, office))
    verdicts = judged(alone, papers, (), catalogue, yardsticks, here, year)
    return next(verdict for verdict in verdicts if verdict.requirement.id == asked.id)


def _kind(asked: Requirement, office: Office) -> str:
    """Return a kind of office the requirement applies to, the given one if it does."""
    if not asked.applies_to or office.kind in asked.applies_to:
        return office.kind
    return asked.applies_to[0]
