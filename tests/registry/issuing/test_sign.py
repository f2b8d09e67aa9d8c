"""Signing: the key, the passphrase, PDFs of all sorts."""

import io
import logging
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from registry.issuing.sign import KeyUnusable, NotSignable, SigningKey, WrongPassphrase, sign
from registry.issuing.verify import Verdict, check
from tests.registry.issuing.documents import RECEIPT
from tests.registry.issuing.keys import AUTHORITY, KEY, KEY_FILE, PASSPHRASE
from tests.registry.issuing.test_render import rendered


def signed(pdf: bytes, at: datetime | None = None) -> bytes:
    return sign(pdf, KEY, at=at, reason="Penerbitan", location="Balikpapan")


def blank(**options: Any) -> bytes:
    out, pdf = io.BytesIO(), Pdf.new()
    pdf.add_blank_page()
    pdf.save(out, **options)
    return out.getvalue()


def verdict(pdf: bytes) -> Verdict:
    return check(pdf, [AUTHORITY.root_pem]).verdict


def test_a_signature_is_pades_and_invisible() -> None:
    pdf = pikepdf.open(io.BytesIO(signed(rendered(RECEIPT))))
    field = pdf.Root.AcroForm.Fields[0]
    assert (str(field.T), str(field.V.SubFilter)) == ("Signature1", "/ETSI.CAdES.detached")
    assert [int(edge) for edge in field.Rect] == [0, 0, 0, 0]
    assert (str(field.V.Reason), str(field.V.Location)) == ("Penerbitan", "Balikpapan")


def test_it_says_when_it_was_signed() -> None:
    at = KEY.valid_from + timedelta(minutes=4)
    assert check(signed(rendered(RECEIPT), at), [AUTHORITY.root_pem]).signed_at == at


def test_one_opened_key_signs_a_batch() -> None:
    assert {verdict(signed(rendered(RECEIPT))) for _ in range(3)} == {Verdict.GENUINE}


@pytest.mark.parametrize("padding", [b"", b"\n\njunk after the end\n"])
@pytest.mark.parametrize(
    "options", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"linearize": True}]
)
def test_a_pdf_made_elsewhere_is_signed(options: dict[str, Any], padding: bytes) -> None:
    assert verdict(signed(blank(**options) + padding)) is Verdict.GENUINE


def test_an_owners_lock_without_a_password_does_not_hinder() -> None:
    assert verdict(signed(blank(encryption=pikepdf.Encryption(owner="o", user="")))) is Verdict.GENUINE


def test_a_taken_field_name_is_passed_over() -> None:
    out, pdf = io.BytesIO(), Pdf.new()
    pdf.add_blank_page()
    field = pdf.make_indirect(Dictionary(T=String("Signature1"), FT=Name.Tx))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    pdf.save(out)
    with pikepdf.open(io.BytesIO(signed(out.getvalue()))) as found:
        assert [str(entry.T) for entry in found.Root.AcroForm.Fields] == ["Signature1", "Signature2"]


@pytest.mark.parametrize(
    "pdf", [b"", b"no pdf", blank()[:200], blank(encryption=pikepdf.Encryption(owner="o", user="u"))]
)
def test_what_cannot_be_signed_says_so(pdf: bytes) -> None:
    with pytest.raises(NotSignable, match="print it to a new PDF"):
        signed(pdf)


def test_a_signed_pdf_is_not_signed_again() -> None:
    with pytest.raises(NotSignable, match="attach it as it is"):
        signed(signed(blank()))


def test_an_expired_certificate_does_not_sign() -> None:
    with pytest.raises(KeyUnusable, match="valid from"):
        signed(blank(), KEY.valid_until + timedelta(days=1))


@pytest.mark.parametrize("attempt", ["", "salah", PASSPHRASE + " "])
def test_a_wrong_passphrase_is_told_without_repeating_it(attempt: str) -> None:
    with pytest.raises(WrongPassphrase) as failure:
        SigningKey.open(KEY_FILE, attempt)
    assert failure.value.__cause__ is None and failure.value.__suppress_context__
    assert not attempt or attempt not in str(failure.value)


@pytest.mark.parametrize("key_file", [b"", b"-----BEGIN CERTIFICATE-----", b"\x30\x00", KEY_FILE[:50]])
def test_a_file_that_is_no_key_is_named(key_file: bytes) -> None:
    with pytest.raises(KeyUnusable, match="PKCS#12"):
        SigningKey.open(key_file, PASSPHRASE)


def test_an_opened_key_stays_in_memory() -> None:
    assert "Contoh" not in repr(KEY) and PASSPHRASE not in repr(vars(KEY))
    with pytest.raises(TypeError, match="memory"):
        pickle.dumps(KEY)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(NotSignable):
        signed(blank()[:200])
    assert not [record for record in caplog.records if record.name.startswith("pyhanko")]


def test_a_signing_time_is_the_clocks_without_another() -> None:
    now = datetime.now(UTC)
    told = check(signed(blank()), [AUTHORITY.root_pem]).signed_at
    assert told is not None and abs(told - now) < timedelta(minutes=1)
