"""Checking signed PDFs, whole and tampered with."""

import io
import random
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from registry.issuing.certificates import issue_signatory, make_demo_authority
from registry.issuing.content import Content
from registry.issuing.sign import SigningKey, sign
from registry.issuing.verify import MOST_BYTES, Check, Verdict, check, fingerprint
from tests.registry.issuing.documents import EVERYDAY, RECEIPT
from tests.registry.issuing.keys import AUTHORITY, KEY, PASSPHRASE, STRANGER
from tests.registry.issuing.tampering import (
    rewritten,
    with_annotation,
    with_room_in_the_gap,
    with_second_signature,
    with_timestamp,
)
from tests.registry.issuing.test_render import rendered

UNSIGNED = rendered(RECEIPT)
SIGNED = sign(UNSIGNED, KEY, reason="Penerbitan", location="Balikpapan")


def verdict(pdf: bytes) -> Verdict:
    return check(pdf, [AUTHORITY.root_pem]).verdict


@pytest.mark.parametrize("content", EVERYDAY)
def test_render_sign_check(content: Content) -> None:
    pdf = sign(rendered(content), KEY, reason="Penerbitan", location="Balikpapan")
    found = check(pdf, [STRANGER.root_pem, AUTHORITY.root_pem])
    assert (found.verdict, found.signer) == (Verdict.GENUINE, "Contoh Pejabat")


def test_an_unsigned_pdf() -> None:
    assert check(UNSIGNED, [AUTHORITY.root_pem]) == Check(Verdict.UNSIGNED)


@pytest.mark.parametrize("roots", [[], [STRANGER.root_pem], [make_demo_authority().root_pem]])
def test_a_chain_to_no_root_of_ours_is_untrusted(roots: list[bytes]) -> None:
    assert check(SIGNED, roots).verdict is Verdict.UNTRUSTED


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(lambda pdf: pdf + b"\n", id="a line end"),
        pytest.param(lambda pdf: pdf + b"%junk" * 100, id="junk"),
        pytest.param(with_annotation, id="annotation"),
        pytest.param(with_second_signature, id="second signature"),
        pytest.param(with_room_in_the_gap, id="room beside the signature"),
        pytest.param(rewritten, id="stamped and saved whole"),
        pytest.param(lambda pdf: pdf.replace(b"(Penerbitan)", b"(Pembatalan)"), id="another reason"),
        pytest.param(lambda pdf: with_annotation(with_timestamp(pdf)), id="annotation after a time stamp"),
    ],
)
def test_what_was_changed_or_added_is_altered(tamper: Callable[[bytes], bytes]) -> None:
    tampered = tamper(SIGNED)
    assert tampered != SIGNED and verdict(tampered) is Verdict.ALTERED


def test_a_time_stamp_for_the_archive_alters_nothing() -> None:
    assert verdict(with_timestamp(SIGNED)) is Verdict.GENUINE
    assert verdict(with_timestamp(UNSIGNED)) is Verdict.UNSIGNED


def test_a_document_outlives_its_signatorys_certificate() -> None:
    then = datetime.now(UTC) - timedelta(days=6 * 365)
    authority = make_demo_authority(at=then)
    key = SigningKey.open(issue_signatory(authority, name="Lama", nip="1", passphrase=PASSPHRASE, at=then), PASSPHRASE)
    pdf = sign(UNSIGNED, key, at=then + timedelta(days=1), reason="Penerbitan", location="Balikpapan")
    assert check(pdf, [authority.root_pem]).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    "pdf",
    [b"", b"%PDF-1.7", b"\x00" * 1000, b"<html>", SIGNED[: len(SIGNED) // 2], SIGNED[:-50], b" " * (MOST_BYTES + 1)],
    ids=["nothing", "a head", "zeros", "html", "half", "no end", "huge"],
)
def test_what_cannot_be_read_is_damaged(pdf: bytes) -> None:
    assert verdict(pdf) is Verdict.DAMAGED


def test_a_bomb_does_not_unfold() -> None:
    bomb = zlib.compress(bytes(100_000_000), 9)
    head = b"1 0 obj<</Type/XRef/Filter/FlateDecode/W[1 8 8]/Size 9999999/Root 2 0 R/Length %d>>stream\n" % len(bomb)
    tracemalloc.start()
    found = verdict(b"%PDF-1.7\n" + head + bomb + b"\nendstream endobj\nstartxref\n9\n%%EOF")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is Verdict.DAMAGED and peak < 50_000_000


def test_an_encrypted_pdf_is_damaged() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(SIGNED)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert verdict(out.getvalue()) is Verdict.DAMAGED


def test_no_changed_byte_passes_as_genuine() -> None:
    chance = random.Random(7)
    gap = range(SIGNED.rindex(b"/Contents"), SIGNED.rindex(b"/ByteRange"))  # holds the signature and spare room
    for place in chance.sample([at for at in range(len(SIGNED)) if at not in gap], 60):
        changed = bytearray(SIGNED)
        changed[place] ^= 1 << chance.randrange(8)
        assert verdict(bytes(changed)) is not Verdict.GENUINE, place


def test_a_fingerprint_is_sha256_in_hex() -> None:
    assert fingerprint(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
