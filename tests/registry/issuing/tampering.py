"""What others do to a signed PDF."""

import functools
import io
import re
from datetime import UTC, datetime, timedelta

import pikepdf
from asn1crypto import x509 as asn1
from asn1crypto.keys import PrivateKeyInfo
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pikepdf import Array, Dictionary, Name, String
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.registry.issuing.keys import STRANGERS_KEY


def with_annotation(pdf: bytes) -> bytes:
    """An update as a PDF editor appends it: a text box over the page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    box = generic.DictionaryObject(  # type: ignore[no-untyped-call]
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 300, 100))),
            generic.pdf_name("/Contents"): generic.pdf_string("LUNAS"),
        }
    )
    page, _ = writer.find_page_for_modification(0)  # type: ignore[no-untyped-call]
    page.get_object().setdefault("/Annots", generic.ArrayObject()).append(writer.add_object(box))
    writer.update_container(page.get_object())
    return _written(writer)


def with_second_signature(pdf: bytes) -> bytes:
    details = signers.PdfSignatureMetadata(field_name="Lain")
    out: bytes = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), details, STRANGERS_KEY.signer).getvalue()
    return out


def with_timestamp(pdf: bytes) -> bytes:
    """What long-term archiving appends: a document time stamp, here of an authority nobody knows."""
    stamper = DummyTimeStamper(*time_stamp_authority())
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    out: bytes = signers.PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256").getvalue()
    return out


@functools.cache
def time_stamp_authority() -> tuple[asn1.Certificate, PrivateKeyInfo]:
    """RSA, which is all that the stand-in for a time-stamping service knows."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Stempel Waktu")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER)), PrivateKeyInfo.load(private)


def rewritten(pdf: bytes) -> bytes:
    """Stamped and saved whole by another program: the signature's bytes are kept, their place is not."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([0, 0, 9, 9]), Contents=String("LUNAS"))
        document.pages[0].Annots.append(document.make_indirect(note))
        document.save(out)
    return out.getvalue()


def with_room_in_the_gap(pdf: bytes) -> bytes:
    """The signature written in half its room, as bytes for hex: the rest of the unsigned gap is free for others."""
    start, end = pdf.rindex(b"/Contents") + len("/Contents "), pdf.rindex(b"/ByteRange") - 1
    signature = bytes.fromhex(pdf[start + 1 : end - 1].decode())
    literal = b"(%s)" % re.sub(rb"([()\\\r\n])", lambda sign: b"\\%03o" % sign[1][0], signature)
    return pdf[:start] + literal.ljust(end - start) + pdf[end:]


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()
