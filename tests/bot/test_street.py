"""Addresses as people write them, whole and in pieces."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.context import Heard
from bot.effects import ChooseHandover
from bot.flows.street import pieces
from registry.models import Channel
from registry.places.regions import load_regions
from tests.bot.player import CHANNELS, Player

REJO, JATI = "64.71.04.1003", "64.71.04.1004"
FACTS = {"about": 1, "document_id": 1, "card": "card", "number": "BPP-00412", "fee": 14_000, "name": "Rina Contoh"}
PIN = {"at": "-1.26540,116.83120", "label": ""}


def parts(text: str) -> dict[str, str]:
    return {name: value for name, value in pieces(text, load_regions(), "64.71")._asdict().items() if value}


def address(street: str, rt: str = "", rw: str = "", landmark: str = "", village: str = "") -> dict[str, str]:
    told = {"street": street, "rt": rt, "rw": rw, "landmark": landmark, "village": village}
    return {name: value for name, value in told.items() if value}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("jl contoh 5 rt 2 rw 3 samping mushola", address("Jl. Contoh No. 5", "002", "003", "samping mushola")),
        ("Jl. Contoh No. 1, RT 002/RW 003, dekat masjid", address("Jl. Contoh No. 1", "002", "003", "dekat masjid")),
        ("jalan contoh nomor 12 b rt02/03", address("Jl. Contoh No. 12 B", "002", "003")),
        ("gg kelinci 7 RT.012 RW.013", address("Gg. Kelinci No. 7", "012", "013")),
        ("dekat masjid jl contoh, rt 1 rw 2", address("", "001", "002", "dekat masjid jl contoh")),
        ("Kampung Contoh RT 5/1", address("Kampung Contoh", "005", "001")),
        ("jl contoh\nrt 2\nrw 3\ndepan sekolah", address("Jl. Contoh", "002", "003", "depan sekolah")),
        ("perum contoh blok c2 rt/rw 10/01", address("Perum Contoh Blok C2", "010", "001")),
        ("jl contoh 5 rt 2 rw 3 rumah cat biru", address("Jl. Contoh No. 5", "002", "003", "rumah cat biru")),
        ("jl sudirman km 5 no 12", address("Jl. Sudirman Km 5 No. 12")),
        ("jl sport 2", address("Jl. Sport No. 2")),
        ("rt 02/03", address("", "002", "003")),
        ("2 dan 3", address("", "002", "003")),
        ("rt 2", address("", "002")),
        ("patokannya rumah cat biru", address("", landmark="rumah cat biru")),
        ("", {}),
    ],
)
def test_an_address_is_taken_apart(text: str, told: dict[str, str]) -> None:
    assert parts(text) == told


WHOLE = address("Jl. Mawar No. 5", "002", "003", "samping mushola", REJO)


@pytest.mark.parametrize(
    "text",
    [
        "jl mawar 5 rt 2 rw 3 karang rejo balikpapan tengah samping mushola",
        "jl mawar 5 karang rejo rt 2 rw 3 samping mushola",
        "Jl. Mawar No.5, RT 02/RW 03, Kel. Karang Rejo, Kec. Balikpapan Tengah, Balikpapan. Samping mushola",
        "jl mawar 5 samping mushola, kelurahan karang rejo, rt 2 rw 3",
        "Jl Mawar 5\nRT 2 RW 3\nKarang Rejo\nsamping mushola",
        "rt 2 rw 3 jl mawar 5, karang rejo bpp tengah, samping mushola",
    ],
)
def test_a_whole_address_bears_its_village(text: str) -> None:
    assert {k: v.casefold() for k, v in parts(text).items()} == {k: v.casefold() for k, v in WHOLE.items()}


def test_a_street_may_be_called_like_a_village() -> None:
    assert parts("jl karang rejo rt 2 rw 3") == address("Jl. Karang Rejo", "002", "003")


def test_phone_and_postal_code_are_told_apart() -> None:
    told = parts("jl contoh 3 rt 1 rw 2 76124 hp 0812-0000-0012")
    assert (told["phone"], told["postal_code"], told["rt"]) == ("0812-0000-0012", "76124", "001")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["jl", "rt", "rw", "2", "/", "03", "karang rejo", "samping", ",", "kel", "76124"])
                | st.text(max_size=8), max_size=12))  # fmt: skip
def test_any_text_gives_pieces(words: list[str]) -> None:
    assert all(isinstance(piece, str) for piece in pieces(" ".join(words), load_regions(), "64.71"))


def posting(*texts: str, channel: Channel = Channel.WHATSAPP, phone: str | None = "+6281200000012") -> Player:
    player = Player(channel)
    player.begin("handover", **FACTS, phone=phone)
    for text in ("pos", *texts):
        player.type(text)
    return player


def sent(player: Player) -> dict[str, Any]:
    player.type("ya" if player.channel is Channel.WHATSAPP else "1")
    (chosen,) = [effect for effect in player.done if isinstance(effect, ChooseHandover)]
    assert chosen.address
    return dict(chosen.address)


EXPECTED = {"street": "Jl. Mawar No. 5", "rt": "002", "rw": "003", "landmark": "samping mushola", "village": REJO}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    "texts",
    [
        ["jl mawar 5 rt 2 rw 3 karang rejo balikpapan tengah samping mushola"],
        ["karang rejo", "jl mawar 5 rt 2 rw 3 samping mushola"],
        ["karang rejo", "jl mawar 5", "rt 02/03", "samping mushola"],
        ["karang rejo", "jl mawar 5", "02/03", "samping mushola"],
        ["karang rejo", "samping mushola", "rt 2", "rw 3", "jl mawar 5"],
        ["jl mawar 5", "karang rejo", "rt 2 rw 3", "samping mushola"],
        ["jl mawar 5 karang rejo", "rt 2 rw 3", "samping mushola"],
        ["rt 2 rw 3", "jl mawar no 5", "karang rejo", "samping mushola"],
    ],
)
def test_an_address_in_pieces_is_put_together(texts: list[str], channel: Channel) -> None:
    player = posting(*texts, channel=channel)
    assert player.says[-1].key == "address-read-back"
    kept = sent(player)
    assert kept == kept | EXPECTED


def test_only_the_missing_piece_is_asked() -> None:
    player = posting("karang rejo", "jl mawar 5")
    assert [say.key for say in player.says] == ["street-needs-rt"]
    player.type("rt 2")
    assert [say.key for say in player.says] == ["street-needs-rw"]
    player.type("tidak ada")
    assert [say.key for say in player.says] == ["ask-landmark"]
    player.type("tidak ada")
    kept = sent(player)
    assert (kept["rt"], kept["rw"], kept["landmark"]) == ("002", "000", "")


def test_a_place_without_rt_and_rw_is_taken() -> None:
    player = posting("karang rejo", "jl mawar 5", "tidak ada rt", "dekat masjid")
    kept = sent(player)
    assert (kept["rt"], kept["rw"]) == ("000", "000")


def test_a_landmark_that_comes_to_mind_at_the_last_look_is_added() -> None:
    player = posting("karang rejo", "jl mawar 5 rt 2 rw 3", "tidak ada")
    player.type("oh ya depan spbu")
    assert player.says[-1].key == "address-read-back"
    player.type("rt 7 rw 3")
    kept = sent(player)
    assert (kept["landmark"], kept["rt"], kept["street"]) == ("depan spbu", "007", "Jl. Mawar No. 5")


def test_the_telephone_in_an_address_is_not_asked_again() -> None:
    player = posting("jl mawar 5 rt 2 rw 3 karang rejo dekat masjid hp 0812 0000 0012", phone=None)
    assert player.says[-1].key == "address-read-back"
    assert sent(player)["phone"] == "+6281200000012"


def test_a_shared_location_serves_as_the_landmark() -> None:
    player = posting("karang rejo", "jl mawar 5 rt 2 rw 3")
    player.hear(Heard(oddity="location", location=PIN))
    assert [say.key for say in player.says] == ["oddity-location", "resumed", "address-read-back"]
    kept = sent(player)
    assert (kept["map_pin"], kept["landmark"]) == (PIN["at"], "")


def test_a_location_shared_early_is_kept_beside_the_landmark() -> None:
    player = posting()
    player.hear(Heard(oddity="location", location=PIN | {"label": "Masjid Contoh"}))
    assert player.says[-1].key == "ask-destination"
    player.type("jl mawar 5 rt 2 rw 3 karang rejo samping mushola")
    kept = sent(player)
    assert (kept["map_pin"], kept["landmark"]) == (PIN["at"], "samping mushola")


def test_where_no_address_is_asked_a_location_is_not_said_to_be_kept() -> None:
    player = Player()
    player.type("menu")
    player.hear(Heard(oddity="location", location=PIN))
    assert player.says[0].key == "location-unneeded"


def test_a_new_home_is_told_in_one_message() -> None:
    player = Player()
    for text in (
        "pindah dalam kota",
        "saya",
        "satu orang",
        "tidak ikut",
        "rumah sendiri",
        "rina contoh",
        "6471044506900000",
        "lupa",
        "1 desember 2026",
    ):
        player.type(text)
    player.type("jl mawar 5 rt 2 rw 3 karang rejo balikpapan tengah")
    answers = player.state.stack[-1].answers
    assert (answers["village"], answers["new_street"]) == (REJO, "Jl. Mawar No. 5, RT 002/RW 003")
    player.type("ubah kelurahan karang jati")
    assert player.state.stack[-1].answers["village"] == JATI


@pytest.mark.parametrize(
    ("text", "told", "asked"),
    [
        ("pos aja ke jl mawar 5", {"street": "Jl. Mawar No. 5"}, "ask-destination"),
        (
            "diantar aja pak ke gang mawar 7 rt 4 rw 1",
            {"street": "Gg. Mawar No. 7", "rt": "004"},
            "ask-destination",
        ),
        ("kirim ke rumah saya", {}, "ask-destination"),
        ("pos", {}, "ask-destination"),
        ("pos ke karang rejo", {}, "ask-street"),
    ],
)
def test_an_address_told_with_the_choice_is_kept(text: str, told: dict[str, str], asked: str) -> None:
    player = posting_from_the_start()
    player.type(text)
    frame = player.state.stack[-1]
    assert frame.answers["method"] == "post" and player.says[-1].key == asked
    assert {name: value for name, value in (frame.note or {}).items() if value and name in told} == told


def test_a_whole_address_told_with_the_choice_leaves_nothing_to_ask() -> None:
    player = posting_from_the_start()
    player.type("antar ke jl mawar 5 rt 2 rw 3 dekat masjid, karang rejo ya")
    assert player.says[-1].key == "address-read-back"


@pytest.mark.parametrize("text", ["antar ke jl melati 7 rt 4 rw 1", "jl melati 7 rt 4 rw 1 aja ya"])
def test_another_street_is_told_at_the_last_look(text: str) -> None:
    player = posting_from_the_start()
    player.type("antar ke jl mawar 5 rt 2 rw 3 dekat masjid, karang rejo ya")
    player.type(text)
    street = player.state.stack[-1].answers["street"]
    assert (street["street"], street["rt"], street["rw"]) == ("Jl. Melati No. 7", "004", "001")


def test_another_street_told_with_the_choice_replaces_the_one_before() -> None:
    player = posting_from_the_start()
    for words in ("antar ke jl mawar 5 rt 2 rw 3 dekat masjid, karang rejo ya", "ubah pos atau ambil"):
        player.type(words)
    assert player.says[-1].key == "card-printed"
    player.type("antar ke jl melati 7 rt 4 rw 1")
    told = player.state.stack[-1].answers
    assert player.says[-1].key == "address-read-back"
    assert (told["village"], told["street"]["street"], told["street"]["rt"]) == (REJO, "Jl. Melati No. 7", "004")


def test_who_fetches_it_at_an_address_has_no_parcel() -> None:
    player = posting_from_the_start()
    player.type("ambil di kantor jl contoh 1 rt 2 aja")
    assert player.state.stack[-1].answers.get("method") is None


def posting_from_the_start() -> Player:
    player = Player()
    player.begin("handover", **FACTS, phone="+6281200000012")
    return player
