"""What the tables and sentences of a paper say that other papers, or the paper itself, must agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence_check.facts.figures.complaints import counts_of_complaints, rows_of_complaints
from evidence_check.facts.figures.products import products_of
from evidence_check.facts.figures.promises import channels_of, compensations_of
from evidence_check.facts.figures.staff import staff_of
from evidence_check.facts.figures.workload import workload_of
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact

FIGURES: dict[str, Callable[[Paper], Iterator[Fact]]] = {
    "staff": staff_of,
    "workload": workload_of,
    "complaint_rows": rows_of_complaints,
    "complaint_counts": counts_of_complaints,
    "products": products_of,
    "channels": channels_of,
    "compensations": compensations_of,
}
"""By the word under `tells` of the catalogue: what papers of a type are asked for."""
