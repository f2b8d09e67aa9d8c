"""What was read against what was asked for."""

from __future__ import annotations

import pytest

from registry.services.service import PaperKind
from registry.uploads.fit import Fit, fit
from registry.uploads.reading import Reading

KTP = PaperKind(key="ktp", reads=("NIK",), bears=("nik",))
KK = PaperKind(key="kk", reads=("KARTU KELUARGA",), bears=("nik", "kk_number"))
PORTRAIT = PaperKind(key="child_photo")
MINE, THEIRS, FAMILY = "6471044506900000", "6471041708870000", "6471041203150000"
GIVEN = {"nik": frozenset({MINE}), "kk_number": frozenset({FAMILY})}


@pytest.mark.parametrize(
    ("paper", "reading", "found"),
    [
        (KTP, Reading(("ktp",), (MINE,)), Fit(kind=True, number="nik")),
        (KTP, Reading(("ktp",), (THEIRS,)), Fit(kind=True, differs=True)),
        (KTP, Reading(("ktp",), ()), Fit(kind=True)),
        (KTP, Reading(("kk",), (THEIRS,)), Fit(kind=False)),
        (KTP, None, Fit()),
        (KK, Reading(("kk",), (THEIRS, FAMILY)), Fit(kind=True, number="kk_number")),
        (KK, Reading(("kk",), (THEIRS,)), Fit(kind=True, differs=True)),
        (PORTRAIT, Reading((), ()), Fit()),
    ],
)
def test_fit(paper: PaperKind, reading: Reading | None, found: Fit) -> None:
    assert fit(paper, reading, GIVEN) == found


def test_a_number_that_nobody_was_asked_for_differs_from_nothing() -> None:
    assert fit(KTP, Reading(("ktp",), (THEIRS,)), {}) == Fit(kind=True)
