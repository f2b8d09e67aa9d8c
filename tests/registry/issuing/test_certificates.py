"""The demo authority."""

from datetime import timedelta
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from tests.registry.issuing.keys import AUTHORITY, KEY, KEY_FILE, PASSPHRASE

CERTIFICATE = cast(x509.Certificate, pkcs12.load_key_and_certificates(KEY_FILE, PASSPHRASE.encode())[1])


def test_the_root_signs_certificates_and_nothing_else() -> None:
    root = x509.load_pem_x509_certificate(AUTHORITY.root_pem)
    usage = root.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.key_cert_sign and not usage.digital_signature
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_signatory_may_sign_for_five_years() -> None:
    usage = CERTIFICATE.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature and usage.content_commitment and not usage.key_cert_sign
    assert KEY.valid_until - KEY.valid_from > timedelta(days=5 * 365)
    CERTIFICATE.verify_directly_issued_by(AUTHORITY.root)


def test_a_signatory_is_named_with_nip() -> None:
    subject = CERTIFICATE.subject
    assert KEY.holder == "Contoh Pejabat"
    assert subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)[0].value == "197001011995031000"


def test_the_authority_shows_no_key() -> None:
    assert "PrivateKey" not in repr(AUTHORITY)
