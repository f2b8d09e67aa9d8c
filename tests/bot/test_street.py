"""Addresses as people write them."""

from __future__ import annotations

import pytest

from bot.flow import AskAgain
from bot.flows.street import parse_street


@pytest.mark.parametrize(
    ("text", "street", "rt", "rw", "landmark"),
    [
        ("jl contoh 5 rt 2 rw 3 samping mushola", "Jl. Contoh No. 5", "002", "003", "samping mushola"),
        ("Jl. Contoh No. 1, RT 002/RW 003, dekat masjid", "Jl. Contoh No. 1", "002", "003", "dekat masjid"),
        ("jalan contoh nomor 12 b rt02/03", "Jl. Contoh No. 12 B", "002", "003", ""),
        ("gg kelinci 7 RT.012 RW.013", "Gg. Kelinci No. 7", "012", "013", ""),
        ("dekat masjid jl contoh, rt 1 rw 2", None, "001", "002", "dekat masjid jl contoh"),
        ("Kampung Contoh RT 5/1", "Kampung Contoh", "005", "001", ""),
        ("jl contoh\nrt 2\nrw 3\ndepan sekolah", "Jl. Contoh", "002", "003", "depan sekolah"),
        ("perum contoh blok c2 rt 10 rw 1", "Perum Contoh Blok C2", "010", "001", ""),
    ],
)
def test_an_address_is_taken_apart(text: str, street: str | None, rt: str, rw: str, landmark: str) -> None:
    if street is None:
        with pytest.raises(AskAgain, match="street-needs-road"):
            parse_street(text)
        return
    assert parse_street(text) == {"street": street, "rt": rt, "rw": rw, "landmark": landmark}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("jl contoh 5", "street-needs-rt"),
        ("rt 2 rw 3", "street-needs-road"),
        ("12 rt 2 rw 3", "street-needs-road"),
        ("", "street-needs-rt"),
        ("rt " * 80, "text-long"),
        ("jl sport 2", "street-needs-rt"),
    ],
)
def test_what_a_courier_would_miss_is_asked(text: str, key: str) -> None:
    with pytest.raises(AskAgain, match=key):
        parse_street(text)
