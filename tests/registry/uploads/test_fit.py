"""What was read against what was asked for."""

from __future__ import annotations

import pytest

from registry.catalogue import load
from registry.services.service import PaperKind
from registry.uploads.fit import Fit, doubts, fit
from registry.uploads.reading import Reading

KTP = PaperKind(key="ktp", reads=("NIK",), bears=("nik",))
KK = PaperKind(key="kk", reads=("KARTU KELUARGA",), bears=("nik", "kk_number"))
LETTER = PaperKind(key="police_letter", reads=("KEHILANGAN",), lost="ktp")
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
        (LETTER, Reading(("police_letter",), lost=("kk", "other")), Fit(kind=True, other_loss=True)),
        (LETTER, Reading(("police_letter",), lost=("ktp", "kk")), Fit(kind=True)),
        (LETTER, Reading(("police_letter",)), Fit(kind=True)),
        (LETTER, Reading((), lost=("kk",)), Fit(kind=False)),
    ],
)
def test_fit(paper: PaperKind, reading: Reading | None, found: Fit) -> None:
    assert fit(paper, reading, GIVEN) == found


def test_a_number_that_nobody_was_asked_for_differs_from_nothing() -> None:
    assert fit(KTP, Reading(("ktp",), (THEIRS,)), {}) == Fit(kind=True)


OF_KK, OF_KTP = (Reading(("police_letter",), lost=(lost,)) for lost in ("kk", "ktp"))


@pytest.mark.parametrize(
    ("sent", "flags"), [([OF_KK], ["paper-other-loss"]), ([OF_KK, OF_KTP], []), ([OF_KTP, None], []), ([None], [])]
)
def test_a_letter_about_another_loss_is_flagged_unless_the_right_one_lies_beside_it(
    sent: list[Reading | None], flags: list[str]
) -> None:
    assert doubts(load()["KTP-H"], {}, {"police_letter": sent}) == flags


def test_what_was_read_before_losses_were_is_still_there() -> None:
    kept = {name: value for name, value in OF_KK.to_json().items() if name != "lost"}
    assert Reading.from_json(kept) == Reading(("police_letter",))
