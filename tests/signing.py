"""PDFs really signed, with keys made for the moment: intact, signed twice, changed afterwards, broken."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SIGNER, OFFICE = "LARAS WIDURI", "Dinas Sosial Kabupaten Tirta Kencana"


@cache
def _signer(name: str, issuer: str) -> object:
    from asn1crypto import keys
    from asn1crypto import x509 as asn1
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = ec.generate_private_key(ec.SECP256R1())
    who, by = _named(name), _named(issuer or name)
    day = datetime.datetime(2026, 1, 1)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder(by, who, key.public_key(), 7, day, day + datetime.timedelta(3650))
    certificate = builder.add_extension(usage, True).sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SimpleSigner(
        asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        keys.PrivateKeyInfo.load(secret),
        SimpleCertificateStore(),
    )


def _named(name: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, OFFICE)]
    )


def signed(data: bytes, name: str = SIGNER, issuer: str = "", field: str = "Sig1", digest: str = "sha256") -> bytes:
    """Return a PDF with a further signature; without an issuer the certificate is the signer's own."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    metadata = PdfSignatureMetadata(field_name=field, md_algorithm=digest)
    out: io.BytesIO = sign_pdf(writer, metadata, signer=_signer(name, issuer))
    return out.getvalue()


def with_empty_field(data: bytes) -> bytes:
    """Return a PDF with a place to sign that nobody used."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    append_signature_field(writer, SigFieldSpec("kosong", box=(300, 100, 500, 160)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def overwritten(data: bytes) -> bytes:
    """Return a signed PDF with one letter of it replaced where it was signed."""
    at = data.index(b"/MediaBox")
    return data[:at] + b"/mediaBox" + data[at + 9 :]


def with_another_page(data: bytes) -> bytes:
    """Return a signed PDF whose page says something else since, as an update after the signature."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    stream = generic.StreamObject(stream_data=b"BT /F1 11 Tf 60 700 Td (Diubah) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(stream))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_contents(data: bytes, contents: bytes) -> bytes:
    """Return a signed PDF whose signature is these bytes, filled up with zeros."""
    found = re.search(rb"/Contents ?<([0-9a-fA-F]+)>", data)
    assert found
    digits = contents.hex().encode().ljust(len(found[1]), b"0")[: len(found[1])]
    return data[: found.start(1)] + digits + data[found.end(1) :]


def with_range(data: bytes, numbers: str) -> bytes:
    """Return a signed PDF that says its signature covers other bytes."""
    found = re.search(rb"/ByteRange ?\[([^\]]*)\]", data)
    assert found
    return data[: found.start(1)] + numbers.encode().ljust(len(found[1]))[: len(found[1])] + data[found.end(1) :]


def written(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path
