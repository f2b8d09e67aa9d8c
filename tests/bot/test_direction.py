"""Which way somebody moves is told by the places that they name, seen from the office."""

from __future__ import annotations

import pytest

from tests.bot.player import BALIKPAPAN, CILEGON, Player

INTO, AWAY, WITHIN, HEAD = "DATANG", "PINDAH", "PINDAH-DLM", "KK-GANTI"


def begun(text: str, player: Player) -> str:
    player.type(text)
    return player.state.stack[-1].flow.removeprefix("application:")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I just moved to Balikpapan from Samarinda with my husband and kid", INTO),
        ("I moved INTO Balikpapan", INTO),
        ("we moved here from samarinda", INTO),
        ("mau pindah ke balikpapan", INTO),
        ("kami sekeluarga baru pindah ke bpp", INTO),
        ("pindah dari samarinda", INTO),
        ("saya dari samarinda mau pindah kesini", INTO),
        ("moving from balikpapan to samarinda", AWAY),
        ("mau pindah ke bontang dari bpp", AWAY),
        ("pindah ke kukar", AWAY),
        ("pindah rumah ke sepinggan raya, dari manggar", WITHIN),
        ("pindah dari balikpapan ke balikpapan juga", WITHIN),
        ("mau ganti alamat di kk", WITHIN),
        ("mertua sy mau ganti alamat, masih di balikpapan jg", WITHIN),
        ("i want to change my address", WITHIN),
        ("ganti alamat kk dari samarinda", INTO),
        ("ganti alamat, pindah ke surabaya", AWAY),
        ("mindahin kepala keluarga ke istri, bapak kerja di luar negeri", HEAD),
        ("kepala keluarganya pindah ke mamak aja", HEAD),
        ("kepala keluarga pindah, ikut ke anak di samarinda", AWAY),
    ],
)
def test_the_places_tell_which_way(text: str, code: str) -> None:
    assert begun(text, Player()) == code


def test_the_same_words_are_another_request_in_another_town() -> None:
    words = "pindah dari balikpapan ke cilegon"
    assert begun(words, Player(office=BALIKPAPAN)) == AWAY
    assert begun(words, Player(office=CILEGON)) == INTO


@pytest.mark.parametrize(
    "text",
    ["no wait, I moved INTO Balikpapan", "eh bukan, saya pindah masuk ke balikpapan", "saya pindah dari samarinda"],
)
def test_beside_the_request_that_was_begun_the_other_is_offered(text: str) -> None:
    player = Player()
    player.type("mau pindah")
    player.type(text)
    assert (player.says[-1].key, player.says[-1].options[0].id) == ("which-switch", f"service:{INTO}")


@pytest.mark.parametrize(
    "text", ["anak saya pindah sekolah ke samarinda, kia hilang", "sy tinggal di balikpapan, ktp hilang"]
)
def test_who_wants_something_else_moves_nowhere(text: str) -> None:
    player = Player()
    player.type(text)
    moving = {f"application:{code}" for code in (INTO, AWAY, WITHIN)}
    assert moving.isdisjoint(frame.flow for frame in player.state.stack)


@pytest.mark.parametrize("text", ["ganti alamat di kk salah rt nya", "ganti alamat ktp", "alamat di kk salah"])
def test_an_address_that_is_written_wrong_or_stands_on_a_card_is_no_move(text: str) -> None:
    assert begun(text, Player()) in ("KK-UBAH", "KTP-UBAH")


def test_since_when_somebody_moved_tells_no_way() -> None:
    player = Player()
    player.type("pindah rumah masih di balikpapan")
    player.type("udah pindah dr juni thn lalu")
    assert player.state.stack[-1].flow == f"application:{WITHIN}"
