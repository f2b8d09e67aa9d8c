"""Attached PDFs are judged in a process of their own, as they would be here."""

from __future__ import annotations

import time

import pytest

from registry.issuing import checked_apart
from registry.issuing.checked_apart import checked
from registry.issuing.verify import MOST_BYTES, Verdict, check
from tests.registry.issuing.keys import AUTHORITY, STRANGER
from tests.registry.issuing.test_verify import SIGNED, UNSIGNED
from tests.registry.uploads.hostile_pdfs import endless_fields_pdf

ROOTS = [STRANGER.root_pem, AUTHORITY.root_pem]


@pytest.mark.parametrize("pdf", [SIGNED, UNSIGNED, SIGNED + b"x", b"", b"%PDF-1.7 made up", bytes(MOST_BYTES + 1)])
def test_it_finds_what_a_check_finds(pdf: bytes) -> None:
    assert checked(pdf, ROOTS) == check(pdf, ROOTS)


def test_a_pdf_that_takes_for_ever_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_apart, "LONGEST", 3)
    begun = time.monotonic()
    assert checked(endless_fields_pdf(), ROOTS).verdict is Verdict.DAMAGED
    assert time.monotonic() - begun < 10
