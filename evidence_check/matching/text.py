"""The words of one paper, folded once for all the requirements the paper is put to."""

from __future__ import annotations

import hashlib
from functools import cached_property

from evidence_check.model.files import Document
from evidence_check.words.citations import without_citations
from evidence_check.words.lines import Line, lines_of
from evidence_check.words.phrases import Joined

# Shorter texts say too little to tell two papers apart by them.
TELLING = 80


class Text:
    """What a document says, as rules look at it; each view is made when first asked for and kept."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line with words in it."""
        return lines_of(self._document.pages)

    @cached_property
    def joined(self) -> Joined:
        """The lines without those that only cite other papers, joined to one text."""
        return Joined(without_citations(self.lines))

    @cached_property
    def content(self) -> str:
        """What two papers have in common only when they are the same: their words, of hardly any the file itself."""
        words = " ".join(line.folded for line in self.lines)
        if len(words) > TELLING:
            return hashlib.blake2b(words.encode(), digest_size=16).hexdigest()
        return f"{self._document.file.sha256} {self._document.first}"
