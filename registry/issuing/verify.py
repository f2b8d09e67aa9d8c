"""Checks a signed PDF: is it whole, unaltered, and signed under a root we trust?"""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from asn1crypto import x509
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

Status = PdfSignatureStatus | DocumentTimestampStatus

_MIB = 1024 * 1024
MOST_BYTES = 10 * _MIB  # what we issue has 100 KB; a crafted table of this size takes seconds to read
MOST_SIGNATURES = 10
# The library's own allowances let a small file unfold to half a gigabyte.
_UNFOLDED = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=16 * _MIB),
    document_budget=DocumentDecodeBudget(base_allowance=64 * _MIB, max_ratio=0),
)


class Verdict(Enum):
    """What a check finds. Only `GENUINE` may be passed on as signed."""

    GENUINE = "genuine"
    UNSIGNED = "unsigned"
    ALTERED = "altered"
    UNTRUSTED = "untrusted"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Check:
    """The verdict, and for a trusted or untrusted signature who claims to have signed and when."""

    verdict: Verdict
    signer: str | None = None
    signed_at: datetime | None = None


def fingerprint(pdf: bytes) -> str:
    """SHA-256, in hex: what a dropped file is compared by."""
    return hashlib.sha256(pdf).hexdigest()


def check(pdf: bytes, trusted_roots: Sequence[bytes]) -> Check:
    """Judges the whole file against the roots (PEM). Never raises for the file's sake: what cannot be read is DAMAGED.

    Nothing but long-term-validation data may follow a signature, and the last must cover the file to its last byte.
    The chain is judged at the time the signature claims, so that a document outlives its signatory's certificate.
    """
    roots = [root for pem in trusted_roots for root in load_certs_from_pemder_data(pem)]
    if len(pdf) > MOST_BYTES:
        return Check(Verdict.DAMAGED)
    try:
        return asyncio.run(_judge(pdf, roots))
    except Exception:  # noqa: BLE001 - a stranger's file breaks a parser in any way it likes
        return Check(Verdict.DAMAGED)


async def _judge(pdf: bytes, roots: Sequence[x509.Certificate]) -> Check:
    reader = PdfFileReader(io.BytesIO(pdf), decode_limits=_UNFOLDED)
    signatures: list[EmbeddedPdfSignature] = reader.embedded_signatures
    if not any(signature.sig_object_type == "/Sig" for signature in signatures):
        return Check(Verdict.UNSIGNED)
    if len(signatures) > MOST_SIGNATURES or not all(_fills_its_gap(pdf, signature) for signature in signatures):
        return Check(Verdict.ALTERED)
    statuses = [await _status(signature, roots) for signature in signatures]
    if statuses[-1].coverage != SignatureCoverageLevel.ENTIRE_FILE or not all(map(_unchanged, statuses)):
        return Check(Verdict.ALTERED)
    signed = [status for status in statuses if isinstance(status, PdfSignatureStatus)]
    verdict = Verdict.GENUINE if all(status.trusted for status in signed) else Verdict.UNTRUSTED
    return Check(verdict, _common_name(signed[-1].signing_cert), signed[-1].signer_reported_dt)


async def _status(signature: EmbeddedPdfSignature, roots: Sequence[x509.Certificate]) -> Status:
    now = datetime.now(UTC)
    moment = min(signature.self_reported_timestamp or now, now)
    # No fetching: a check must not call an address that a stranger's file names.
    context = ValidationContext(trust_roots=list(roots), moment=moment, allow_fetching=False)
    if signature.sig_object_type == "/DocTimeStamp":
        return await async_validate_pdf_timestamp(signature, context)
    return await async_validate_pdf_signature(signature, context)


def _unchanged(status: Status) -> bool:
    level = status.modification_level
    return status.intact and status.valid and level is not None and level <= ModificationLevel.LTA_UPDATES


def _fills_its_gap(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the bytes left out of the hash are this signature's own, in hex, and nothing beside."""
    start, before, after, _ = signature.byte_range
    gap = pdf[before:after]
    return bool(start == 0 and gap.lower() == b"<%s>" % signature.pkcs7_content.hex().encode())


def _common_name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", ""))
