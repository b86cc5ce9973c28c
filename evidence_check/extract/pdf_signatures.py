"""The digital signatures of a PDF: who signed and when, as they say themselves, and whether the file is still that.

Nothing is fetched and no root is trusted: whether the name in a certificate is true is not known here. What
does not hold in every respect is never called intact.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from evidence_check.extract.in_time import in_time
from evidence_check.model.files import SIGNATURE_MARK
from evidence_check.words.fold import quote

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

SECONDS = 6.0
MOST = 12
LONGEST_NAME = 120
INTACT, CHANGED, UNCHECKED = "intact", "changed", "unchecked"

_SIGNED = b"/ByteRange"
"""Stands in every signed PDF as it is: what a signature covers cannot lie in a compressed part."""

_FORMATS = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached"}
_STRONG = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}


def signature_marks(data: bytes, fields: int) -> dict[str, str]:
    """Return the marks of every signature in a PDF, by number from 1; `fields` is how many PDFium counts."""
    if _SIGNED not in data:
        return {}
    found = in_time(lambda: [dict(each) for each in _signatures(data)], SECONDS)
    if found is None:
        found = [{"state": UNCHECKED}] if fields else []
    return {
        f"{SIGNATURE_MARK}.{number}.{key}": value
        for number, signature in enumerate(found, 1)
        for key, value in signature.items()
        if value
    }


def _signatures(data: bytes) -> Iterator[dict[str, str]]:
    """Yield what is known of each signature, the first `MOST` of them; an empty field is none."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted:
        reader.decrypt("")
    for number, (name, value, field) in enumerate(enumerate_sig_fields(reader, filled_status=True)):
        if number == MOST:
            return
        if value.get_object().get("/Type", "/Sig") != "/DocTimeStamp":
            yield _signature(reader, data, name, field)


def _signature(reader: PdfFileReader, data: bytes, name: str, field: Any) -> dict[str, str]:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    about = {"state": UNCHECKED}
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
        about.update(_who(signature))
        about["page"] = _page_of(reader, signature.sig_field)
        about["state"] = _state(signature, data)
    except Exception:  # as above: a broken signature says no more than what was found before it broke
        return about
    return about


def _who(signature: EmbeddedPdfSignature) -> dict[str, str]:
    """Return what certificate and signature claim: nobody vouches for it."""
    certificate = signature.signer_cert
    subject, issuer = certificate.subject.native, certificate.issuer.native
    time = signature.self_reported_timestamp
    return {
        "signer": _text(subject.get("common_name")),
        "organisation": _text(subject.get("organization_name")),
        "issuer": _text(issuer.get("common_name") or issuer.get("organization_name")),
        "time": time.isoformat(timespec="minutes") if time else "",
        "trust": "self_signed" if certificate.subject == certificate.issuer else "unchecked",
    }


def _text(value: object) -> str:
    """Return the words of an attribute, the first of several."""
    first = value[0] if isinstance(value, list) and value else value
    return quote("".join(sign if sign.isprintable() else " " for sign in str(first or "")), LONGEST_NAME)


def _page_of(reader: PdfFileReader, field: Any) -> str:
    """Return the number of the page a visible signature stands on, empty when it is not said."""
    widget = field if "/P" in field else next((kid.get_object() for kid in field.get("/Kids", ())), {})
    if "/P" not in widget:
        return ""
    wanted = widget.raw_get("/P").reference
    total = int(reader.root["/Pages"]["/Count"])
    pages = (reader.find_page_for_modification(index)[0].reference for index in range(min(total, 600)))
    return next((str(number) for number, page in enumerate(pages, 1) if page == wanted), "")


def _state(signature: EmbeddedPdfSignature, data: bytes) -> str:
    """Return `intact` only when all of the file is as it was signed, but for further signatures."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    if signature.sig_object.get("/SubFilter") not in _FORMATS or signature.md_algorithm not in _STRONG:
        return UNCHECKED
    if not _covers_from_start(signature, data):
        return CHANGED
    if signature.reader.xrefs.hybrid_xrefs_present:
        return UNCHECKED
    signature.compute_integrity_info()
    digest = signature.compute_digest()
    intact, valid = validate_sig_integrity(signature.signer_info, signature.signer_cert, "data", digest)
    whole = intact and valid and _only_signed_since(signature) and _nothing_trails(signature, data)
    return INTACT if whole else CHANGED


def _covers_from_start(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """Say whether the bytes signed are those from the first on, but for the signature itself where it stands."""
    signed = [int(number) for number in signature.byte_range]
    if len(signed) != 4 or signed[0] != 0 or min(signed) < 0:
        return False
    _, before, start, after = signed
    gap = data[before:start].strip()
    if start + after > len(data) or not gap.startswith(b"<") or not gap.endswith(b">"):
        return False
    return bool(bytes.fromhex(gap[1:-1].decode("ascii")) == signature.pkcs7_content)


def _nothing_trails(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """Say whether the file ends with what was signed, or with a revision that says so: other programs may see more."""
    end = int(signature.byte_range[2]) + int(signature.byte_range[3])
    if signature.signed_revision + 1 < signature.reader.xrefs.total_revisions:
        return data.rstrip().endswith(b"%%EOF")
    return not data[end:].strip()


def _only_signed_since(signature: EmbeddedPdfSignature) -> bool:
    """Say whether nothing was added after the signature but further signatures and what keeps them checkable."""
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
    from pyhanko.sign.fields import enumerate_sig_fields

    since = signature.diff_result
    if not isinstance(since, DiffResult) or since.modification_level > ModificationLevel.FORM_FILLING:
        return False
    allowed = signature.docmdp_level
    if allowed is not None and since.modification_level.value > allowed.value:
        return False
    return bool(since.changed_form_fields <= {name for name, _, _ in enumerate_sig_fields(signature.reader)})
