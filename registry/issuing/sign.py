"""Signs a PDF invisibly (PAdES B-B) with the signatory's own key."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pikepdf
from asn1crypto import x509
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.pkcs12 import Pfx
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

_FIELD = "Signature"


class WrongPassphrase(Exception):
    """The passphrase does not open the key. Stop the batch: several tries may lock a real key."""

    def __init__(self) -> None:
        super().__init__("the passphrase does not open this key; type it again")


class KeyUnusable(Exception):
    """The key's file is no PKCS#12, holds no private key, or its certificate is not valid today."""


class NotSignable(Exception):
    """The PDF cannot be signed here; the message says why."""


@dataclass(frozen=True, repr=False)
class SigningKey:
    """An opened key: keep it for one batch, in memory only. It has no repr and cannot be pickled."""

    signer: SimpleSigner = field(compare=False)
    holder: str
    valid_from: datetime
    valid_until: datetime

    @classmethod
    def open(cls, key_file: bytes, passphrase: str) -> SigningKey:
        """Raises WrongPassphrase or KeyUnusable. Slow on purpose (tens of ms): open once a batch."""
        try:
            key, certificate, others = pkcs12.load_key_and_certificates(key_file, passphrase.encode())
        except ValueError:
            if not _is_pkcs12(key_file):
                raise KeyUnusable("the key's file is not a PKCS#12 file; upload the .p12 again") from None
            raise WrongPassphrase from None
        if key is None or certificate is None:
            raise KeyUnusable("the PKCS#12 file holds no private key with its certificate; export it again")
        chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        chain.register_multiple(x509.Certificate.load(other.public_bytes(Encoding.DER)) for other in others)
        own = x509.Certificate.load(certificate.public_bytes(Encoding.DER))
        private = PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
        return cls(
            signer=SimpleSigner(own, private, chain),
            holder=str(own.subject.native.get("common_name", "")),
            valid_from=certificate.not_valid_before_utc,
            valid_until=certificate.not_valid_after_utc,
        )

    def __reduce__(self) -> str:
        raise TypeError("a signing key does not leave the process's memory")


class _TimedSigner(PdfSigner):
    """A signer whose reported time is given, not read from the clock."""

    at: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.at
        return session


def sign(pdf: bytes, key: SigningKey, *, at: datetime | None = None, reason: str, location: str) -> bytes:
    """The PDF with one signature over the whole of it, made at `at` (now). Raises NotSignable or KeyUnusable."""
    moment = at or datetime.now(UTC)
    if not key.valid_from <= moment <= key.valid_until:
        raise KeyUnusable(f"the certificate is valid from {key.valid_from:%d-%m-%Y} to {key.valid_until:%d-%m-%Y}")
    if b"/ByteRange" in pdf:
        raise NotSignable("the PDF is signed already; attach it as it is")
    try:
        return _signed(_writer(pdf), key, moment, reason, location)
    except Exception as error:  # noqa: BLE001 - a file from elsewhere breaks a parser in any way, and errors quote it
        cause = type(error).__name__
        raise NotSignable(f"the PDF is damaged or locked ({cause}); print it to a new PDF and sign that") from None


def _signed(writer: IncrementalPdfFileWriter, key: SigningKey, moment: datetime, reason: str, location: str) -> bytes:
    details = PdfSignatureMetadata(
        field_name=_free_field(writer), subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256",
        reason=reason, location=location, name=key.holder,
    )  # fmt: skip
    signer = _TimedSigner(details, key.signer)
    signer.at = moment
    signed: bytes = signer.sign_pdf(writer).getvalue()
    return signed


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """Ready to append. A file with loose ends, a lock without a password, or two tables at odds is written anew."""
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        if not writer.prev.encrypted and not writer.prev.xrefs.hybrid_xrefs_present:
            return writer
    except (PdfError, ValueError):
        pass
    straight = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(straight)
    return IncrementalPdfFileWriter(straight)


def _free_field(writer: IncrementalPdfFileWriter) -> str:
    fields = writer.root["/AcroForm"].get("/Fields", ()) if "/AcroForm" in writer.root else ()
    taken = {str(entry.get_object().get("/T", "")) for entry in fields}
    return next(name for count in itertools.count(1) if (name := f"{_FIELD}{count}") not in taken)


def _is_pkcs12(key_file: bytes) -> bool:
    try:
        return bool(Pfx.load(key_file)["version"].native)
    except (ValueError, TypeError):
        return False
