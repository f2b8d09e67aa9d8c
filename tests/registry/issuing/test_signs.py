"""What a desk's paper can hold is what its font has."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from registry.cards.print_list import ListedCard, PrintList
from registry.issuing.render import render_sheet
from registry.issuing.signs import RANGES, without_strange_signs

AT = datetime(2026, 11, 26, tzinfo=UTC)


def test_the_font_has_every_sign_that_is_kept() -> None:
    signs = "".join(chr(sign) for first, last in RANGES for sign in range(first, last + 1) if sign != 0xAD)
    card = ListedCard(number="CLG-00087", nik="", name=signs, card="KTP-el", place="")
    assert render_sheet(PrintList(office="Contoh", made="", cards=(card,)), AT).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("written", "printed"),
    [("dekat masjid 🕌 hijau", "dekat masjid hijau"), ("Jl. Café № 5", "Jl. Café No 5"),
     ("中 rumah\u202eab", "rumah ab"),
     ("ＪＬ． ＣＯＮＴＯＨ", "JL. CONTOH")],
)  # fmt: skip
def test_others_are_left_out(written: str, printed: str) -> None:
    assert without_strange_signs(written) == printed
