"""Messages whose words name a service, and that want another, or none at all."""

from __future__ import annotations

import pytest

from tests.bot.player import Player


def after(*texts: str) -> Player:
    player = Player()
    for text in texts:
        player.type(text)
    return player


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("KTP sy dibawa kabur mantan", "KTP-H"),
        ("punten, abdi bade ngurus kartu kulawarga anu leungit", "KK-HR"),
        ("salah tulis tempat lahir di kk, di akta bener", "KK-UBAH"),
        ("nama saya di kk salah tapi ktp benar", "KK-UBAH"),
        ("udah rekam bln lalu ktp blm keluar", "KTP-BARU"),
        ("ktp sy kepotong gunting gimana gantinya", "KTP-R"),
        ("istri pindah agama mau ubah kk", "KK-UBAH"),
        ("surat nikah katolik ilang", "KUT2"),
        ("kk belum barcode mau cetak ulang", "CETAK-TTE"),
        ("pindah kontrakan ke balikpapan selatan", "PINDAH-DLM"),
        ("pindah dari samarinda ke balikpapan selatan", "DATANG"),
        ("somebody stole my wallet with my e-ktp", "KTP-H"),
    ],
)
def test_the_service_that_is_meant_begins(text: str, flow: str) -> None:
    assert after(text).state.stack[-1].flow == f"application:{flow}"


@pytest.mark.parametrize("text", ["kia blm jadi2 pdhal udah 2 bulan", "akta anak sy belum keluar juga udah 3 minggu"])
def test_what_was_asked_for_long_ago_is_not_asked_for_anew(text: str) -> None:
    player = after(text)
    assert "status-none" in [say.key for say in player.says]
    assert not any(frame.flow.startswith("application:") for frame in player.state.stack)


@pytest.mark.parametrize("text", ["pasport hilang", "mau urus ahli waris"])
def test_what_is_done_elsewhere_is_said_so(text: str) -> None:
    assert [say.key for say in after(text).says][0] in ("not-ours", "elsewhere-village")


def test_a_car_of_the_office_is_no_vehicle() -> None:
    player = after("menu", "kapan mobil capil ke sepinggan")
    assert "elsewhere-car" not in [say.key for say in player.says]


def test_who_pretends_to_be_the_office_is_warned_of() -> None:
    assert "ikd-fraud" in [say.key for say in after("tadi ada yg telpon ngaku dukcapil minta foto ktp").says]


@pytest.mark.parametrize("text", ["mbah saya namanya painem contoh", "buat ibu saya", "ayah saya"])
def test_a_relative_is_not_who_writes(text: str) -> None:
    assert after("ktp hilang", text).state.stack[-1].answers.get("for_whom") != "self"


@pytest.mark.parametrize("text", ["saya bu", "saya sendiri kak", "buat saya"])
def test_who_writes_is_who_writes(text: str) -> None:
    assert after("ktp hilang", text).state.stack[-1].answers.get("for_whom") == "self"
