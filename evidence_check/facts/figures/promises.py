"""What a paper promises the public: by which channels it takes complaints, and how it makes good for a failure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.lines import Line

REACH = 8
MOST = 40

_SUBJECT = re.compile(r"\b(?:pengaduan|aduan|keluhan|saran|masukan)\b")
_MAIL = re.compile(r"[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{2,63}){1,4}")
_PHONE = re.compile(r"(?<![\d.])(?:\+62|\(?0)[\d()\s.-]{7,18}\d(?!\d)")
_COMPENSATION = re.compile(r"\bkompensasi\b")
_FORMS = {
    "apology": re.compile(r"\bpermohonan maaf|permintaan maaf|meminta maaf\b"),
    "priority": re.compile(r"\b(?:didahulukan|prioritas|diprioritaskan)\b"),
    "delivery": re.compile(r"\b(?:diantar|mengantar|dikirim|pengantaran|antar)\b"),
    "free": re.compile(r"\b(?:gratis|tanpa biaya|dibebaskan|bebas biaya|pembebasan)\b"),
    "discount": re.compile(r"\b(?:potongan|keringanan|diskon)\b"),
    "gift": re.compile(r"\b(?:souvenir|cenderamata|suvenir|bingkisan|voucher)\b"),
    "refreshment": re.compile(r"\b(?:minum|minuman|makanan ringan|snack|permen)\b"),
    "redo": re.compile(r"\b(?:perbaikan dokumen|diproses ulang|pelayanan ulang|mengulang)\b"),
}


def channels_of(paper: Paper) -> Iterator[Fact]:
    """Yield `channel` facts (`of` email or phone) from lines about complaints; the letterhead is none of them."""
    seen: set[tuple[str, str]] = set()
    for line in _about(paper, _SUBJECT):
        found = [("email", each.lower()) for each in _MAIL.findall(line.text)]
        found += [("phone", _digits(each)) for each in _PHONE.findall(line.text)]
        for kind, value in found:
            if value and (kind, value) not in seen and len(seen) < MOST:
                seen.add((kind, value))
                yield Fact(value, paper.place(line), 0.8, "channel", kind)


def compensations_of(paper: Paper) -> Iterator[Fact]:
    """Yield `compensation` facts: the forms a paper promises near the word *kompensasi*."""
    seen: set[str] = set()
    for line in _about(paper, _COMPENSATION):
        for form, words in _FORMS.items():
            if form not in seen and words.search(line.folded):
                seen.add(form)
                yield Fact(form, paper.place(line), 0.7, "compensation")


def _about(paper: Paper, subject: re.Pattern[str]) -> Iterator[Line]:
    """Yield the lines that name the subject and some below each, lists of laws and the letterhead left out."""
    head = {line.number for line in paper.zones.letterhead}
    left = 0
    for line in paper.lines:
        left = REACH if subject.search(line.folded) else left - 1
        if left > 0 and line.number not in head and line.number not in paper.cited:
            yield line


def _digits(phone: str) -> str:
    digits = "".join(char for char in phone if char.isdigit())
    digits = f"0{digits[2:]}" if digits.startswith("62") else digits
    return digits if 9 <= len(digits) <= 14 else ""
